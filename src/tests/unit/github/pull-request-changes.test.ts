import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { siteUrls } from '../../../core/site/urls.ts';
import { pullRequestChanges } from '../../../github/node/pull-request-files.ts';
import {
  type FurtherChanges,
  furtherChanges,
  isPreviewDoubtful,
} from '../../../github/pull-request-changes.ts';
import { commentWithoutReport, pullRequestComment } from '../../../github/pull-request-comment.ts';
import { inventedText } from '../../support/invented-text.ts';

const run = 'https://github.com/gardens/blog/actions/runs/7';
const context = {
  urls: siteUrls('https://gardens.example', '/blog'),
  timeZone: 'UTC',
  now: new Date('2013-06-10T10:00:00Z'),
  run,
};
const lists = { problems: [], posts: [], entries: [] };
const report = { ...lists, problemCount: 0, postCount: 0, entryCount: 0 };
const commentOn = (changes: FurtherChanges | undefined) =>
  pullRequestComment(report, { ...context, changes });

/** What is found out of files, each with its text before and after. */
const changesOf = (files: Record<string, [before: string, after: string]>) =>
  furtherChanges(
    Object.keys(files).map((path) => ({ path })),
    'content',
    async (path) => ({ before: files[path]?.[0] ?? '', after: files[path]?.[1] ?? '' }),
  );

test.each([
  'content/posts/2013-07-shade/index.mdx',
  'content/posts/2013-07-shade/a street.JPG',
  'content/posts/2013-07-shade/plan.webp',
  'content/pages/about.mdx',
  'content/people/ana.jpg',
  'content/tags.yaml',
  'content/rounds.yaml',
  'content/languages/pt.yaml',
])('%s is a text or a picture, and nothing is said of it', async (path) => {
  const comment = commentOn(await changesOf({ [path]: ['', 'a: 1'] }));
  expect(comment).not.toContain('### This changes more');
  expect(comment).toContain('open `index.html`');
});

test.each([
  'src/feeds/feed.ts',
  '.github/workflows/check.yml',
  '.github/CODEOWNERS',
  '.npmrc',
  '.ci/run',
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
  'public/_headers',
  'README.md',
  'Content/posts/2013-07-shade/index.mdx',
  'content/Program.yaml',
  'contents/posts/2013-07-shade/index.mdx',
  'content/posts/2013-07-shade/index.astro',
  'content/posts/2013-07-shade/drawing.svg',
  'content/people/ana.yaml.ts',
  'content/package.json',
  'content/.npmrc',
])('%s is code, which is said first and keeps from opening the preview', async (path) => {
  const changes = await changesOf({ [path]: ['', ''] });
  expect(changes.code).toEqual([path]);
  const parts = commentOn(changes).split('\n\n');
  expect(parts[1]).toBe('### This changes more than texts');
  expect(parts[2]).toContain('Somebody who knows the code must read this before it is merged');
  expect(parts.join('\n')).toContain('Do not open it');
  expect(parts.join('\n')).not.toContain('open `index.html`');
});

test.each([
  'content/notes.txt',
  'content/posts/README.md',
  'content/posts/2013-07-shade/plan.docx',
  'content/posts/2013-07-shade/deep/picture.jpg',
])('%s belongs to nothing, which is no reason to be afraid of the preview', async (path) => {
  const changes = await changesOf({ [path]: ['', ''] });
  expect(changes).toEqual({ code: [], strays: [path], fields: [], unread: [] });
  expect(commentOn(changes)).toContain('**Belongs to nothing:**');
  expect(commentOn(changes)).toContain('open `index.html`');
});

test('what is gravest is not hidden behind many other files', async () => {
  const many = Array.from({ length: 500 }, (_, index) => `.a/${index}.ts`);
  const grave = ['package.json', '.npmrc', '.github/workflows/deploy.yml'];
  const changes = await changesOf(
    Object.fromEntries([...many, ...grave].map((path) => [path, ['', '']])),
  );
  const comment = commentOn(changes).replaceAll('\\', '');
  for (const path of grave) expect(comment).toContain(path);
  expect(comment).toContain('and 483 more');
});

test('code that is renamed into the content, or out of it, is code', async () => {
  const moved = { path: 'content/posts/a/index.mdx', formerly: 'src/secret.ts' };
  const { code } = await furtherChanges([moved], 'content', async () => undefined);
  expect(code).toEqual(['src/secret.ts']);
});

const program = 'name: Network\nreplyTo: us@network.example\ngiscus:\n  host: https://giscus.app\n';

describe.each([
  [
    'a new reply address',
    'content/program.yaml',
    program,
    program.replace('us@', 'me@'),
    'replyTo',
    'Answers by email go there',
  ],
  [
    'a host of giscus',
    'content/program.yaml',
    program,
    program.replace('giscus.app', 'evil.example'),
    'giscus.host',
    "Its code runs in readers' browsers",
  ],
  [
    'a host of giscus where none was',
    'content/program.yaml',
    'name: Network\n',
    program,
    'giscus.host',
    "Its code runs in readers' browsers",
  ],
  [
    'a link at the foot of every page',
    'content/program.yaml',
    program,
    `${program}links:\n  - { label: Home, url: https://evil.example }\n`,
    'links',
    'Every page links there',
  ],
  [
    "a coordinator's badge",
    'content/people/ana.yaml',
    'name: Ana\n',
    'name: Ana\ncoordinator: true\n',
    'coordinator',
    "who has the coordinators' badge",
  ],
  [
    'a new person with a badge',
    'content/people/eve.yaml',
    '',
    'name: Eve\ncoordinator: true\n',
    'coordinator',
    "who has the coordinators' badge",
  ],
  [
    "somebody else's account",
    'content/people/ana.yaml',
    'name: Ana\ngithub: ana\n',
    'name: Ana\ngithub: eve\n',
    'github',
    'What this account says',
  ],
  [
    'an answer with a badge',
    'content/posts/a/responses.yaml',
    '- { id: mail-1, author: { name: A } }\n',
    '- { id: mail-1, author: { name: A } }\n- { id: mail-2, author: { name: E, is: coordinator } }\n',
    'mail-2.author.is',
    'which badge the answer has',
  ],
])('%s', (_, file, before, after, field, does) => {
  test('is told by the field, before and after, and what hangs on it', async () => {
    const changes = await changesOf({ [file]: [before, after] });
    const change = changes.fields.find((one) => one.file === file && one.field === field);
    expect(change?.does).toContain(does);
    expect(commentOn(changes).split('\n\n')[1]).toBe('### This changes more than texts');
    expect(isPreviewDoubtful(changes)).toBe(true);
  });
});

test('a field on which little hangs is none of these', async () => {
  const changes = await changesOf({
    'content/people/ana.yaml': ['name: Ana\nrole: Librarian\n', 'name: Ana\nrole: Archivist\n'],
    'content/people/eve.yaml': ['', 'name: Eve\ngithub: eve\n'],
    'content/program.yaml': [program, `${program}menu: [{ label: Home, to: /x/ }]\n`],
  });
  expect(changes.fields).toEqual([]);
  expect(isPreviewDoubtful(changes)).toBe(false);
});

test('of a long list the entries that change are told, wherever they stand', async () => {
  const links = (last: string) =>
    `${program}links:\n${Array.from({ length: 15 }, (_, at) => `  - { label: Place ${at}, url: https://p${at}.example }\n`).join('')}  - { label: Last, url: ${last} }\n`;
  const changes = await changesOf({
    'content/program.yaml': [links('https://good.example'), links('https://evil.example')],
  });
  expect(commentOn(changes)).toMatch(/<del>good\\\.example<\/del> <ins>evil\\\.example<\/ins>/);
});

test('somebody whose file has another name has kept the badge', async () => {
  const ana = 'name: Ana\ncoordinator: true\n';
  const moved = { path: 'content/people/ana-lima.yaml', formerly: 'content/people/ana.yaml' };
  const texts: Record<string, [string, string]> = {
    'content/people/ana.yaml': [ana, `${ana}formerly: [ana]\n`],
  };
  const read = async (_: string, former: string) => ({
    ...{ before: texts[former]?.[0] ?? '', after: texts[former]?.[1] ?? '' },
  });
  const none = { code: [], strays: [], fields: [], unread: [] };
  expect(await furtherChanges([moved], 'content', read)).toEqual(none);
});

test('what says the same in another way has not changed', async () => {
  const changes = await changesOf({
    'content/people/ana.yaml': ['name: Ana\n', '# Ana\n"name":   \'Ana\'\ncoordinator: false\n'],
  });
  expect(changes).toEqual({ code: [], strays: [], fields: [], unread: [] });
});

test.each([
  ['broken', 'name: [Ana\n'],
  ['twice', 'coordinator: false\ncoordinator: true\n'],
  ['an alias', 'a: &a x\nb: *a\n'],
])('a file that cannot be read (%s) is said to be unread, not to be the same', async (_, after) => {
  const changes = await changesOf({ 'content/people/ana.yaml': ['name: Ana\n', after] });
  expect(changes.unread).toEqual(['content/people/ana.yaml']);
  expect(commentOn(changes)).toContain('**Could not be compared:**');
  expect(isPreviewDoubtful(changes)).toBe(true);
});

test('names and values from strangers stay plain words, however long and many', () => {
  fc.assert(
    fc.property(fc.array(inventedText, { minLength: 1, maxLength: 60 }), (texts) => {
      const fields = texts.map((text) => ({
        file: text,
        field: text,
        before: text,
        after: text,
        does: 'It does something',
      }));
      const comment = commentOn({ code: texts, strays: texts, fields, unread: texts });
      expect(comment.length).toBeLessThan(65_536);
      expect(
        comment.startsWith('<!-- what this change does to the blog -->\n\n### This changes more'),
      ).toBe(true);
      const said = comment
        .slice(comment.indexOf('- **Code'), comment.indexOf('### This can be'))
        .trim();
      expect(said).not.toMatch(/(?<!\\)[<`[\]#|]|@(?!\u200b)|\n(?!- |\n)/);
    }),
  );
});

test('where GitHub does not say what is changed, that is said first', () => {
  expect(commentOn(undefined).split('\n\n')[1]).toBe('### We could not find out what this changes');
  expect(commentOn(undefined)).toContain('Do not open it');
});

test('a check that waits to be allowed has not ended, and whoever allows it sees the code first', () => {
  const changes = { code: ['package.json'], strays: [], fields: [], unread: [] };
  const comment = commentWithoutReport({ run, changes }, true);
  expect(comment).toContain('The check has not started yet.');
  expect(comment).not.toContain('ended');
  expect(comment.indexOf('package')).toBeLessThan(comment.indexOf('has not started'));
  expect(commentWithoutReport({ run, changes }, false)).toContain('stopped before it could read');
});

describe('asked of GitHub,', () => {
  let server: Server | undefined;
  let folder: string;
  const home = process.cwd();
  const github = async (answers: Record<string, unknown>) => {
    server = createServer((request, response) => {
      const answer = answers[request.url ?? ''];
      response.statusCode = answer === undefined ? 404 : 200;
      response.end(JSON.stringify(answer ?? {}));
    }).listen(0, '127.0.0.1');
    await new Promise((ready) => server?.once('listening', ready));
    const { port } = server.address() as AddressInfo;
    return { api: `http://127.0.0.1:${port}`, token: 't', repository: 'gardens/blog' };
  };
  const files = (page: number) => `/repos/gardens/blog/pulls/4/files?per_page=100&page=${page}`;
  const at = (path: string) => `/repos/gardens/blog/contents/${path}?ref=new`;
  const file = (text: string) => ({
    ...{ type: 'file', encoding: 'base64' },
    content: Buffer.from(text).toString('base64'),
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'blog-changes-'));
    process.chdir(folder);
    mkdirSync('content/people', { recursive: true });
    writeFileSync('content/program.yaml', program);
    writeFileSync('content/people/ana.yaml', 'name: Ana\ncoordinator: true\n');
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
    server?.close();
  });

  test('the files of all pages are known, and fields are held against the main branch', async () => {
    const posts = Array.from({ length: 100 }, (_, index) => ({
      ...{ filename: `content/posts/p-${index}/index.mdx`, status: 'added' },
    }));
    const changes = await pullRequestChanges(
      await github({
        [files(1)]: posts,
        [files(2)]: [
          { filename: '.npmrc', status: 'added' },
          { filename: 'content/program.yaml', status: 'modified' },
          { filename: 'content/people/ana.yaml', status: 'removed' },
        ],
        [at('content/program.yaml')]: file(program.replace('us@', 'me@')),
      }),
      4,
      'new',
      'content',
    );
    expect(changes?.code).toEqual(['.npmrc']);
    expect(changes?.fields.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['replyTo', 'us@network.example', 'me@network.example'],
      ['coordinator', 'true', undefined],
    ]);
  });

  test('a file that GitHub does not hand out is unread', async () => {
    const changes = await pullRequestChanges(
      await github({ [files(1)]: [{ filename: 'content/program.yaml', status: 'modified' }] }),
      4,
      'new',
      'content',
    );
    expect(changes).toEqual({
      ...{ code: [], strays: [], fields: [] },
      unread: ['content/program.yaml'],
    });
  });

  test('without an answer nothing is taken for granted', async () => {
    expect(await pullRequestChanges(await github({}), 4, 'new', 'content')).toBeUndefined();
  });
});
