import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CheckOptions, runCheck } from '../../../check/node/run.ts';
import { asAnnotations, asJson, inPlainWords, type Reporter } from '../../../check/reporters.ts';
import { postId, postText, sampleContent, updateText } from '../../support/sample-content.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder = '';
const content = () => join(folder, 'content');
const hasGit = spawnSync('git', ['--version']).status === 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date('2013-09-01T00:00:00Z');
const options = { now, compare: false };
const said = async (told: Reporter = inPlainWords, further: Partial<CheckOptions> = {}) =>
  told(await runCheck({ ...options, folder: content(), ...further })).replaceAll(
    content(),
    'content',
  );

/** Runs the command itself. */
function run(words: string[], env: Record<string, string> = {}) {
  const { GITHUB_ACTIONS: _, ...own } = process.env;
  return spawnSync(process.execPath, ['src/commands/check.ts', ...words], {
    encoding: 'utf8',
    env: { ...own, CONTENT_DIR: content(), BUILD_TIME: now.toISOString(), ...env },
  });
}

function write(texts: Record<string, string | Buffer>) {
  rmSync(content(), { recursive: true, force: true });
  const all: Record<string, string | Buffer> = {
    ...Object.fromEntries(sampleContent().texts),
    ...texts,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(content(), path, '..'), { recursive: true });
    writeFileSync(join(content(), path), text);
  }
}

const PATH = `posts/${postId}/index.mdx`;

test('sound content gets one sentence', async () => {
  write({ [PATH]: postText() });
  expect(await said()).toBe('Checked 2 posts. Nothing to fix.');
});

test('an error ends with 1 and is told on GitHub beside its line, and nothing looks like a crash', () => {
  write({ [PATH]: updateText('<Note>') });
  const { stdout, stderr, status } = run(['--no-compare'], { GITHUB_ACTIONS: 'true' });
  expect([stderr, status]).toEqual(['', 1]);
  expect(stdout).toMatch(
    /^::error file=.*index\.mdx,line=11,col=1,title=component-open::<Note> is not closed/,
  );
  expect(stdout).not.toMatch(/\bat .*\.(ts|js):\d+|Error:/);
});

test('advice alone ends with 0', () => {
  write({ [PATH]: updateText('[Click here](http://example.org/)') });
  const { stdout, status } = run(['--no-compare', '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).problems.map(({ rule }: { rule: string }) => rule)).toEqual([
    'link-http',
    'link-vague',
  ]);
});

test('no text of a stranger becomes a command of GitHub', async () => {
  write({ [PATH]: postText(undefined, { tags: 'tags: ["x::error file=a::b%0A"]' }) });
  const [line = '', ...others] = (await said(asAnnotations)).split('\n');
  expect(line).toContain('line=8,title=unknown-tag::tags: "x::error file=a::b%250A" is not');
  expect(others.filter((one) => one.startsWith('::'))).toEqual([]);
});

test('a program gets JSON', async () => {
  write({ [PATH]: postText(undefined, { tags: 'tags: [reflexion]', cover: 'cover: {}' }) });
  const { problems, postCount } = JSON.parse(await said(asJson));
  expect(postCount).toBe(2);
  expect(problems).toMatchObject([
    { rule: 'unknown-tag', severity: 'error', line: 8, fix: 'tags: [reflection]' },
    { rule: 'missing-field', severity: 'error', line: 10, field: 'cover.image' },
    { rule: 'missing-field', severity: 'error', line: 10, field: 'cover.alt' },
  ]);
});

test('what is scheduled is listed with its day in the zone of the program', async () => {
  write({ [PATH]: postText(undefined, { date: 'date: 2013-10-08' }) });
  expect(await said()).toContain(
    'Tuesday 8 October 2013, 09:00 in Australia/Sydney (+11:00): A moment of reflection',
  );
});

test('--fix corrects the files and says what it did', async () => {
  const text = `\ufeff${postText(undefined, { tags: 'tags: [looking back]' })}`.replaceAll(
    '\n',
    '\r\n',
  );
  write({ [PATH]: Buffer.from(text, 'utf16le') });
  expect(await said()).toContain('UTF-16');
  expect(await said(inPlainWords, { fix: true })).toMatch(
    /^Fixed:\n {2}content.*UTF-16[\s\S]*Nothing to fix\.$/,
  );
  expect(readFileSync(join(content(), PATH), 'utf8')).toBe(postText());
});

test('a picture is known by its bytes, and a link is not followed', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
  const text = updateText('![A room](./room.jpg) ![Another](./link.jpg)');
  write({ [PATH]: text, [`posts/${postId}/room.jpg`]: drawing });
  symlinkSync('/etc/hostname', join(content(), `posts/${postId}/link.jpg`));
  expect(await said()).toContain('"room.jpg" is an SVG drawing');
  expect(await said()).toContain(
    `content/posts/${postId}/link.jpg\n  This is a link to another place`,
  );
});

test('a link to a folder is named, and nothing behind it is looked at', async () => {
  write({ [PATH]: updateText('Prose.') });
  symlinkSync(process.cwd(), join(content(), 'posts/2013-09-elsewhere'));
  symlinkSync('..', join(content(), `posts/${postId}/round-and-round`));
  const links = (await said()).match(/^content\/.*\n {2}This is a link/gm);
  expect(links).toEqual([
    'content/posts/2013-08-reflection/round-and-round\n  This is a link',
    'content/posts/2013-09-elsewhere\n  This is a link',
  ]);
  expect(await said()).not.toContain('2013-09-elsewhere/');
});

test.runIf(hasGit)('published content is compared with the main branch of git', async () => {
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
      cwd: folder,
    });
  write({ [PATH]: postText() });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Publish');
  const beside = { folder: content(), compare: true };
  expect(await said(inPlainWords, beside)).toContain('Nothing to fix.');
  git('switch', '--quiet', '--create=work');
  renameSync(join(content(), 'posts', postId), join(content(), 'posts/2013-08-looking-back'));
  const gone = `content/${PATH}\n  The post "${postId}" is published and would disappear`;
  expect(await said(inPlainWords, beside)).toContain(gone);
  git('add', '.');
  git('commit', '--quiet', '--message=Rename');
  expect(await said(inPlainWords, beside)).toContain(gone);
  expect(await said(inPlainWords, { ...beside, since: 'HEAD' })).toContain('Nothing to fix.');
  git('branch', '--quiet', '--force', 'main');
  expect(await said(inPlainWords, beside)).toContain(gone);
});

test.runIf(hasGit)(
  'of pictures that say where they were taken, only those are told that a change brings',
  async () => {
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
        cwd: folder,
      });
    const place = { GPSLatitude: '33/1 52/1 0/1', GPSLongitude: '151/1 12/1 0/1' };
    const drawn = sharp({ create: { width: 64, height: 48, channels: 3, background: '#883' } });
    const photograph = await drawn.withExif({ IFD3: place }).jpeg().toBuffer();
    rmSync(join(folder, '.git'), { recursive: true, force: true });
    write({ [PATH]: postText(), [`posts/${postId}/old.jpg`]: photograph });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=Publish');
    git('switch', '--quiet', '--create=work');
    const told = async (further: Partial<CheckOptions> = {}) =>
      (await runCheck({ ...options, folder: content(), ...further })).problems
        .filter(({ rule }) => rule === 'picture-place')
        .map(({ file }) => file.split('/').at(-1));
    expect(await told({ compare: true })).toEqual([]);
    writeFileSync(join(content(), 'posts', postId, 'new.jpg'), photograph);
    expect(await told({ compare: true })).toEqual(['new.jpg']);
    git('add', '.');
    git('commit', '--quiet', '--message=A photograph');
    expect(await told({ compare: true })).toEqual(['new.jpg']);
    expect(await told()).toEqual(['new.jpg', 'old.jpg']);
  },
);

test('a folder without history says that it was not compared', async () => {
  const away = mkdtempSync(join(tmpdir(), 'no-history-'));
  cpSync(content(), away, { recursive: true });
  const told = await said(inPlainWords, { folder: away, compare: true });
  rmSync(away, { recursive: true });
  expect(told).toContain('Not compared with the published version: there is no git history here.');
});

test('where there is no content it says so, and nothing looks like a crash', () => {
  const { status, stderr } = run([], { CONTENT_DIR: join(folder, 'nowhere') });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^There is no folder ".*nowhere" here\. .*\n$/);
});

test('a moment that is none is named, and a folder may end with a slash', () => {
  write({ [PATH]: updateText('<Note>') });
  const wrong = run(['--no-compare'], { BUILD_TIME: 'soon' });
  expect([wrong.status, wrong.stderr]).toEqual([
    1,
    'BUILD_TIME is "soon". Write a time like 2013-06-10T10:00:00Z.\n',
  ]);
  const { stdout } = run(['--no-compare'], { CONTENT_DIR: `${content()}/`, BUILD_TIME: '' });
  expect(stdout).toContain(`${content()}/${PATH}:11\n`);
});

test('--fix corrects a file in the old Western encoding, letters and all', async () => {
  const western = Buffer.from(
    postText('Qu\xe9 \x96 d\xe9j\xe0.\n\n## Questions\n\n- Why?\n'),
    'latin1',
  );
  write({ [PATH]: western });
  expect(await said(inPlainWords, { fix: true })).toContain('The file is saved as Windows-1252');
  expect(readFileSync(join(content(), PATH), 'utf8')).toContain('Qué – déjà.');
});

test('--help fits a screen', () => {
  const { stdout, status } = run(['--help']);
  expect(status).toBe(0);
  expect(stdout.split('\n').length).toBeLessThanOrEqual(24);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});
