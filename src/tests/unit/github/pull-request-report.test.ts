import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { checkContent } from '../../../check/check.ts';
import { readContentFolder } from '../../../check/node/read-folder.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { siteUrls } from '../../../core/site/urls.ts';
import { checkedPullRequest, putComment, readReport } from '../../../github/node/comment.ts';
import type { GithubRest } from '../../../github/node/rest.ts';
import { plainWords } from '../../../github/plain-words.ts';
import { COMMENT_MARK, pullRequestComment } from '../../../github/pull-request-comment.ts';
import {
  type PullRequestReport,
  pullRequestReport,
  pullRequestReportSchema,
} from '../../../github/pull-request-report.ts';

const context = {
  urls: siteUrls('https://gardens.example', '/blog'),
  timeZone: 'Australia/Sydney',
  now: new Date('2013-06-10T10:00:00Z'),
  run: 'https://github.com/gardens/blog/actions/runs/7',
  changes: { code: [], strays: [], fields: [], unread: [] },
};
const content = await readContentFolder('src/tests/fixtures/site');

/** The report on a change of the fixture's site: one file written, or written anew. */
function reportOn(path: string, source: string): PullRequestReport {
  const texts = new Map(content.texts).set(path, source);
  const judged = checkContent({ ...content, texts }, parsePost);
  const change = content.texts.has(path) ? 'changed' : 'new';
  const before = content.texts.get(path);
  const file = {
    path,
    change,
    after: source,
    ...(before === undefined ? {} : { before }),
  } as const;
  return pullRequestReport([file], judged, parsePost);
}

const discussion = (lines = 'date: 2013-07-01') => `---
title: What grows in the shade?
kind: discussion
month: 2013-07
round: ${[...(content.texts.get('rounds.yaml') ?? '').matchAll(/^([a-z0-9-]+):/gm)][0]?.[1]}
${lines}
summary: Moss, and patience.
tags: [soil]
authors: [gardeners]
---

Text.

## Questions

- What grows there?
- What does not?
`;

test('a sample change is told in plain words: what is fine, and what will appear, where and when', () => {
  const report = reportOn('posts/2013-07-shade/index.mdx', discussion());
  const comment = pullRequestComment(report, context);
  expect(comment).toContain('### This can be published');
  expect(comment).toContain('#### New post, scheduled: What grows in the shade\\?');
  expect(comment).toContain(' at `https://gardens.example/blog/posts/2013-07-shade/`.');
  expect(comment).toContain('on 1 July 2013 at 09:00 (Australia/Sydney), if this is merged');
  expect(comment).toContain('at the top, as the open discussion');
  expect(comment).toContain('Moss\\, and patience\\.');
  expect(comment).toContain('all posts, discussions, ');
  expect(comment).toContain('  2. What does not\\?');
});

test('a draft is said to be one', () => {
  const report = reportOn(
    'posts/2013-07-shade/index.mdx',
    discussion('date: 2013-07-01\ndraft: true'),
  );
  expect(pullRequestComment(report, context)).toContain('see nothing yet. It is a draft');
});

test('what is wrong stands first, with file, line and what to do', () => {
  const report = reportOn('posts/2013-07-shade/index.mdx', discussion('date: 2013-07-32'));
  const comment = pullRequestComment(report, context);
  expect(comment).toContain('### 1 problem to fix before this can be published');
  expect(comment).toMatch(/\*\*src\\\/tests.*index\\\.mdx\\, line 6\*\*:/);
  expect(comment).toContain('unknown, because its date cannot be read');
});

test.each([
  ['@everyone', '\\@\u200beveryone'],
  ['<img src=x onerror=alert(1)>', '&lt;img src\\=x onerror\\=alert\\(1\\)\\>'],
  ['[a](https://evil.example)', '\\[a\\]\\(https\\:\\/\\/evil\\.example\\)'],
  ['closes #12', 'closes \\#\u200b12'],
  ['one\n# two\n```', 'one \\#\u200b two \\`\\`\\`'],
  ['\u202eevil', 'evil'],
  ['&lt;', '&amp;lt\\;'],
])('%j in a report stays plain words', (hostile, plain) => {
  expect(plainWords(hostile)).toBe(plain);
});

test('a comment never outgrows what GitHub takes', () => {
  const post = reportOn('posts/2013-07-shade/index.mdx', discussion()).posts[0];
  const long = '@'.repeat(1000);
  const report = pullRequestReportSchema.parse({
    problems: Array.from({ length: 50 }, () => ({
      severity: 'error',
      file: 'x',
      message: long,
      hint: long,
    })),
    problemCount: 900,
    posts: Array.from({ length: 50 }, () => ({
      ...{ ...post, questions: Array(50).fill(long.slice(0, 300)) },
      words: [{ of: 'Text', runs: Array(100).fill({ is: 'new', text: long }) }],
    })),
    postCount: 60,
    entries: [],
    entryCount: 0,
  });
  const comment = pullRequestComment(report, context);
  expect(comment.length).toBeLessThan(65_536);
  expect(comment).toContain('This comment would be too long');
  expect(comment.trimEnd().split('\n').at(-1)).toContain('This comment is updated');
});

const folder = mkdtempSync(join(tmpdir(), 'blog-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a report of another shape, too long, or a link to elsewhere is not read', async () => {
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return readReport(join(folder, name));
  };
  const lists = { problems: [], posts: [], entries: [] };
  const whole = { ...lists, problemCount: 0, postCount: 0, entryCount: 0 };
  expect(await file('whole.json', JSON.stringify(whole))).toEqual(whole);
  expect(await file('more.json', JSON.stringify({ ...whole, pullRequest: 1 }))).toBeUndefined();
  expect(await file('long.json', JSON.stringify(whole) + ' '.repeat(4e6))).toBeUndefined();
  expect(await file('none.json', 'no json')).toBeUndefined();
  symlinkSync(join(folder, 'whole.json'), join(folder, 'link.json'));
  expect(await readReport(join(folder, 'link.json'))).toBeUndefined();
});

let server: Server | undefined;
afterEach(() => server?.close());

/** A stand-in for GitHub's REST API, and what it was told. */
async function github(answers: Record<string, unknown>) {
  const told: string[] = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    told.push(`${request.method} ${request.url} ${body}`.trim());
    const answer = answers[request.url ?? ''];
    response.statusCode = answer === undefined && request.method === 'GET' ? 404 : 200;
    response.end(JSON.stringify(answer ?? {}));
  }).listen(0);
  await new Promise((ready) => server?.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  const to: GithubRest = {
    api: `http://localhost:${port}`,
    token: 't',
    repository: 'gardens/blog',
  };
  return { to, told };
}

const run = {
  html_url: context.run,
  conclusion: 'success',
  head_sha: 'new',
  head_branch: 'shade',
  head_repository: { owner: { login: 'reader' } },
  pull_requests: [] as { number: number; head: { sha: string } }[],
};

test("the pull request's number is the event's own", async () => {
  const { to, told } = await github({});
  const workflow_run = { ...run, pull_requests: [{ number: 5, head: { sha: 'new' } }] };
  expect(await checkedPullRequest(to, { workflow_run })).toBe(5);
  expect(told).toEqual([]);
});

test("a fork's pull request is found by its branch and newest commit, an outdated one is not", async () => {
  const { to } = await github({
    '/repos/gardens/blog/pulls?state=open&head=reader%3Ashade': [
      { number: 3, state: 'open', head: { sha: 'old' } },
      { number: 4, state: 'open', head: { sha: 'new' } },
    ],
  });
  expect(await checkedPullRequest(to, { workflow_run: run })).toBe(4);
  expect(
    await checkedPullRequest(to, { workflow_run: { ...run, head_sha: 'gone' } }),
  ).toBeUndefined();
});

const comments = '/repos/gardens/blog/issues/4/comments?per_page=100&page=1';

test('there is one comment, written anew the next time', async () => {
  const first = await github({ [comments]: [] });
  await putComment(first.to, 4, 'words');
  expect(first.told[1]).toBe('POST /repos/gardens/blog/issues/4/comments {"body":"words"}');
  server?.close();
  const { to, told } = await github({
    [comments]: [
      { id: 1, body: `${COMMENT_MARK} not ours`, user: { type: 'User' } },
      { id: 2, body: COMMENT_MARK, user: { type: 'Bot' } },
    ],
  });
  await putComment(to, 4, 'words');
  expect(told[1]).toBe('PATCH /repos/gardens/blog/issues/comments/2 {"body":"words"}');
});
