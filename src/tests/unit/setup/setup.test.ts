import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCheck } from '../../../check/node/run.ts';
import { readYaml } from '../../../core/content-files/yaml.ts';
import { programSchema } from '../../../core/model/program.ts';
import { changeSettings } from '../../../setup/change-settings.ts';
import { setupAnswers } from '../../../setup/dialogue.ts';
import { freshContent } from '../../../setup/fresh-content.ts';
import { kindsNamed } from '../../../setup/kinds.ts';
import { engineDocument } from '../../../setup/node/blog-folder.ts';
import { findGiscusIds } from '../../../setup/node/giscus-ids.ts';
import { pagesAddress, type SetupAnswers } from '../../../setup/prompts.ts';

const command = resolve('src/commands/setup.ts');
const SAMPLE = 'https://sample.example';
const now = new Date('2026-11-15T10:00:00Z');
const around = { repository: 'archives/exchange', timeZone: 'Africa/Nairobi' };
const answers: SetupAnswers = {
  ...{ name: 'Archivists Across Borders', shortName: 'AAB', tagline: 'Boxes, and what is in them' },
  ...{ address: 'https://archives.example/blog', language: 'en', timeZone: 'Africa/Nairobi' },
  ...{ repository: 'archives/exchange', replyTo: 'replies@archives.example' },
  ...{ contact: 'hello@archives.example', rounds: true },
  kinds: 'discussion, update, story',
};

let root = '';
let folder = '';
let server: Server;
/** What the address of the new blog answers. */
let feed = '{}';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'setup-'));
  server = createServer((_, answer) => void answer.end(feed)).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

const here = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const at = (path: string) => join(folder, path);
const read = (path: string) => readFileSync(at(path), 'utf8');

beforeEach(() => {
  feed = '{}';
  folder = mkdtempSync(join(root, 'blog-'));
  cpSync('src/tests/fixtures/site', at('content'), { recursive: true });
  const program = read('content/program.yaml').replace(/^address: .*/m, `address: ${SAMPLE}`);
  writeFileSync(at('content/program.yaml'), program);
  writeFileSync(at('package.json'), JSON.stringify({ config: { sample: SAMPLE } }));
  writeFileSync(at('README.md'), '# The engine\n\n[more](docs/more.md) [how](CONTRIBUTING.md)\n');
  mkdirSync(at('docs'));
});

async function setup(...words: string[]) {
  const own = { GITHUB_REPOSITORY: 'archives/exchange', GITHUB_TOKEN: '', TZ: 'UTC' };
  const options = { cwd: folder, env: { ...process.env, ...own } };
  return promisify(execFile)(process.execPath, [command, ...words], options).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }) => ({ code: Number(code), said: `${stdout}${stderr}` }),
  );
}

const begin = (...more: string[]) =>
  setup('--name', answers.name, '--contact', 'hello@archives.example', '--yes', ...more);

function git(...words: string[]) {
  const own = ['-c', 'user.name=A', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...own, ...words], { cwd: folder, stdio: 'ignore' });
}

test('a fresh blog has no error in it, in any language and with all that can be answered', async () => {
  for (const [language, rounds, replyTo, kinds] of [
    ['en', true, 'replies@archives.example', answers.kinds],
    ['he', false, '', 'story'],
    ['zh-Hant', true, '', '網路研討會/網路研討會, discussion'],
    [
      'fr',
      false,
      'replies@archives.example',
      "Question du mois/Questions d'ici (questions, month)",
    ],
    ['es', false, '', 'Webinar/Webinars'],
  ] as const) {
    const content = at(`fresh-${language}`);
    const odd = {
      ...answers,
      name: 'A "new" # exchange: ours \\ theirs',
      language,
      rounds,
      replyTo,
      kinds,
    };
    for (const [path, text] of freshContent(odd, '2026-11-14')) {
      mkdirSync(join(content, path, '..'), { recursive: true });
      writeFileSync(join(content, path), text);
    }
    const { problems, postCount } = await runCheck({ folder: content, now });
    expect(postCount).toBe(1);
    expect(problems.filter(({ rule }) => rule !== 'blank-left')).toEqual([]);
    expect(problems.length).toBeGreaterThan(4);
  }
});

test('what a person answers is asked again until it is understood, and offers follow from it', async () => {
  const said: string[] = [];
  const asked: string[] = [];
  const written = [
    '',
    'Archivists Across Borders',
    '',
    '',
    '',
    'not an address',
    'archives.example/blog/',
  ];
  const ask = async (question: string) => {
    asked.push(question);
    if (question.includes('reach you')) return 'hello@archives.example';
    if (question.includes('rounds')) return 'no';
    return written.shift() ?? '';
  };
  const dialogue = { flags: {}, yes: false, say: (line: string) => void said.push(line), ask };
  expect(await setupAnswers(dialogue, around)).toMatchObject({
    ...{ shortName: 'AAB', address: 'https://archives.example/blog', rounds: false },
    ...{ replyTo: 'hello@archives.example', repository: 'archives/exchange' },
  });
  expect(said).toHaveLength(2);
  expect(asked.join('\n')).toContain('[https://archives.github.io/exchange]');
});

test('the sample moves to the examples, whole, and the README to the documents', async () => {
  const whole = read('content/posts/2013-05-water/index.mdx');
  const { code, said } = await begin('--address', here());
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('What remains') });
  const [example] = /examples\/[a-z-]+\//.exec(said) ?? [''];
  expect(read(`${example}posts/2013-05-water/index.mdx`)).toBe(whole);
  expect(read('content/program.yaml')).toContain('name: "Archivists Across Borders"');
  expect(read('README.md')).toContain('# Archivists Across Borders');
  expect(read('docs/engine.md')).toContain('[more](more.md) [how](../CONTRIBUTING.md)');
});

test('a dry run says all of it and changes nothing', async () => {
  const { code, said } = await begin('--dry-run', '--address', here());
  expect(code).toBe(0);
  expect(said).toContain('── content/pages/privacy.mdx');
  expect(read('content/program.yaml')).toContain(SAMPLE);
  expect(read('README.md')).toContain('# The engine');
});

test('the kinds of posts are named in a line, ours by their ids', () => {
  const program = (kinds: string) =>
    String(freshContent({ ...answers, kinds }, '2026-11-14').get('program.yaml'));
  expect(program('discussion, update, story')).not.toContain('kinds:');
  const own = program('discussion, Question of the month/Monthly questions (questions and month)');
  expect(own).toContain('  - { label: "Monthly questions", to: /monthly-questions/ }');
  expect(readYaml(own, programSchema, 'program.yaml').value?.kinds).toEqual({
    discussion: null,
    'question-of-the-month': {
      ...{ path: 'monthly-questions', questions: true, month: true },
      labels: { en: { one: 'Question of the month', many: 'Monthly questions' } },
    },
  });
});

test.each([
  ['webinar', '"webinar" is not a kind'],
  ['Webinar/Tags', 'is the name of one of the site'],
  ['story, Story/Tales', '"Story" is there twice'],
  ['', 'at least one kind'],
  ['Talk/Discussions, discussion', 'is the address of the kind'],
])('of kinds that cannot be, it is said what is wrong: %s', (written, says) => {
  const named = kindsNamed(written);
  expect('hint' in named && named.hint).toContain(says);
});

test('what only a person can know is asked for, and what is wrong is told, all at once', async () => {
  const missing = await setup('--yes');
  expect(missing.said).toContain('--name, --short-name, --contact');
  const wrong = await begin('--time-zone', 'Nowhere/Town', '--reply-to', 'me', '--rounds', 'maybe');
  expect([missing.code, wrong.code]).toEqual([1, 1]);
  for (const words of ['--time-zone: ', '--reply-to: ', '--rounds: ', 'Nothing was changed.'])
    expect(wrong.said).toContain(words);
});

test('once the blog has begun it is not begun anew, and single settings change one line each', async () => {
  await begin('--address', here());
  const before = read('content/program.yaml').split('\n');
  expect(await setup('--yes')).toMatchObject({
    code: 1,
    said: expect.stringContaining('has begun'),
  });
  expect(read('content/program.yaml')).toBe(before.join('\n'));
  const changed = await setup('--contact', 'new@archives.example', '--reply-to', 'none');
  expect(changed.code).toBe(0);
  const after = read('content/program.yaml').split('\n');
  expect(after.filter((line) => !before.includes(line))).toEqual([
    'contact: "new@archives.example"',
  ]);
  expect(before.filter((line) => !after.includes(line))).toEqual([
    'replyTo: "hello@archives.example"',
    'contact: "hello@archives.example"',
  ]);
});

test("the program's own repository is never taken for a copy", async () => {
  const named = read('content/program.yaml').replace(
    /^repository: .*/m,
    'repository: archives/exchange',
  );
  writeFileSync(at('content/program.yaml'), named);
  await begin('--address', here());
  expect(read('content/program.yaml')).not.toContain('TO FILL IN');
  expect(read('README.md')).toContain('# The engine');
});

test('where a blog is read already, its addresses are not lost to a new one', async () => {
  feed = '{ "items": [{ "id": "tag:archives.example,2026:2026-01-first" }] }';
  const refused = await begin('--address', here());
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('already') });
  expect(read('content/program.yaml')).toContain(SAMPLE);
});

test('nothing of the sample counts as lost, before and after the first commit; what came later does', async () => {
  git('init', '-q', '-b', 'main');
  git('add', '--all');
  git('commit', '-qm', 'The sample');
  await begin('--address', here());
  const told = async () =>
    (await runCheck({ folder: at('content'), now, compare: true })).problems
      .filter(({ rule }) => rule !== 'blank-left')
      .map(({ rule }) => rule);
  expect(await told()).toEqual([]);
  git('add', '--all');
  git('commit', '-qm', 'Ours');
  expect(await told()).toEqual([]);
  git('commit', '-q', '--allow-empty', '-m', 'Later');
  const moved = read('content/program.yaml').replace(/ {2}domain: .*/, '  domain: other.example');
  writeFileSync(at('content/program.yaml'), moved);
  expect(await told()).toContain('feed-authority');
});

test('what still leads to the example is told', async () => {
  const mail = /^replyTo: (.*)$/m.exec(read('content/program.yaml'))?.[1] ?? '';
  await begin('--address', here());
  await setup('--reply-to', mail);
  const { problems } = await runCheck({ folder: at('content'), now });
  expect(problems.filter(({ rule }) => rule === 'of-example')).toMatchObject([
    { message: expect.stringContaining('replyTo') },
  ]);
});

test('addresses of GitHub Pages, links of a moved README, and a setting in any form of YAML', () => {
  expect(pagesAddress('Archives/Exchange')).toBe('https://archives.github.io/exchange');
  expect(pagesAddress('archives/archives.github.io')).toBe('https://archives.github.io');
  expect(engineDocument('[a](docs/a.md#b) ![c](docs/c.webp) [d](https://e.example) [f](#g)')).toBe(
    '[a](a.md#b) ![c](c.webp) [d](https://e.example) [f](#g)',
  );
  const text = 'name: A # a note\ntagline: >-\n  Two\n  lines\nmenu: [ {label: B, to: /b/} ]\n';
  const { text: changed } = changeSettings(text, { name: 'C: D', contact: 'e@f.example' });
  expect(changed).toBe(`${text.replace('A #', '"C: D" #')}\ncontact: "e@f.example"\n`);
  expect(changeSettings(text, { tagline: 'One' }).text).toBe(
    text.replace('>-\n  Two\n  lines\n', '"One"\n'),
  );
  expect(changeSettings(text, { name: 'A' })).toEqual({ text, changes: [] });
});

test("giscus's ids come from GitHub, or the reason why there are none", async () => {
  const nodes = [
    { id: 'DIC_1', name: 'Ideas' },
    { id: 'DIC_2', name: 'Responses' },
  ];
  const whole = { id: 'R_1', isPrivate: false, hasDiscussionsEnabled: true };
  const repository = (changes = {}) =>
    JSON.stringify({
      data: { repository: { ...whole, discussionCategories: { nodes }, ...changes } },
    });
  const find = (said: string) => {
    feed = said;
    return findGiscusIds('archives/exchange', 'token', here());
  };
  expect(await find(repository())).toMatchObject({ repositoryId: 'R_1', categoryId: 'DIC_2' });
  for (const said of [
    ...[repository({ isPrivate: true }), repository({ hasDiscussionsEnabled: false })],
    ...[repository({ discussionCategories: { nodes: [] } }), repository({ id: '"><script>' })],
    ...['{"data":{"repository":null}}', '{"errors":[]}', '<html>'],
  ])
    expect(await find(said)).toHaveProperty('hint');
});
