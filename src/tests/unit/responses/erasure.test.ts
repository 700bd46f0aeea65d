import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  type FakeComment,
  type FakeDiscussion,
  type FakeGithub,
  startFakeGithub,
  type Trouble,
} from '../../../practice/fake-github.ts';
import { discussionMarker } from '../../../responses/giscus.ts';
import { confirmedDrop } from '../../../responses/node/drop.ts';
import { readDiscussions } from '../../../responses/node/github-discussions.ts';
import { refreshSnapshot } from '../../../responses/node/refresh.ts';
import { lastSnapshot } from '../../../responses/node/saved-snapshot.ts';
import { type Snapshot, snapshotText } from '../../../responses/snapshot.ts';
import { type JobRun, runJob } from '../../support/workflow-run.ts';

vi.setConfig({ testTimeout: 240_000 });

/** The site that is published: nothing of it but its snapshot. */
let published: string | undefined;
const site = createServer((request, response) => {
  const isThere = request.url === '/responses/snapshot.json' && published !== undefined;
  response.writeHead(isThere ? 200 : 404).end(isThere ? published : '');
});
const folder = mkdtempSync(join(tmpdir(), 'erasure-'));
const cached = join(folder, 'responses', 'discussions.json');
let address = '';
let standIn: FakeGithub;
let trouble: Trouble | undefined;

beforeAll(async () => {
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  cpSync('src/tests/fixtures/site', join(folder, 'content'), { recursive: true });
  const file = join(folder, 'content/program.yaml');
  const program = readFileSync(file, 'utf8').replace(/^address:.*\r?\n/m, '');
  const giscus =
    'giscus: { repository: o/r, repositoryId: R_1, category: Responses, categoryId: DIC_1 }';
  writeFileSync(file, `${program}address: ${address}\n${giscus}\n`);
});
afterAll(() => {
  site.close();
  site.closeAllConnections();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  published = undefined;
  trouble = undefined;
  rmSync(join(folder, 'responses'), { recursive: true, force: true });
  standIn = await startFakeGithub({
    trouble: (...request) => trouble?.(...request) ?? false,
  });
});
afterEach(() => standIn.close());

/** What `publish.yml` does, begun by anything; what it publishes is there afterwards. */
async function publish(acceptDrop = false): Promise<JobRun> {
  const expressions = {
    'github.token': 'a-token',
    "inputs.accept-drop && 'yes' || ''": acceptDrop ? 'yes' : '',
  };
  const environment = {
    ...process.env,
    CI: 'true',
    CONTENT_DIR: join(folder, 'content'),
    GITHUB_GRAPHQL_URL: `${standIn.address}/graphql`,
    RESPONSES_DIR: join(folder, 'responses'),
  };
  return runJob('.github/workflows/publish.yml', 'build', expressions, environment, {
    'npm ci': () => undefined,
    'npm run check': () => undefined,
    'npm run build': () => {
      published = readFileSync(cached, 'utf8');
    },
  });
}

let ids = 0;
const said = (words: string, more: Partial<FakeComment> = {}): FakeComment => ({
  databaseId: ++ids,
  bodyHTML: `<p>${words}</p>`,
  createdAt: '2013-06-02T03:04:05Z',
  login: 'dee',
  replies: [],
  ...more,
});
async function discussion(comments: FakeComment[], number = 1): Promise<FakeDiscussion> {
  const body = `# x\n\n${await discussionMarker('2013-03-soil')}`;
  return { number, title: 'x', body, locked: false, comments };
}
const refuses: Trouble = (_, response) => {
  response.writeHead(401).end('{}');
  return true;
};

/** What is on GitHub now, against the last snapshot. */
async function readAgain(previous: Snapshot | undefined, posts = ['2013-03-soil']) {
  const api = { endpoint: `${standIn.address}/graphql`, token: 'a-token' };
  const whole = await readDiscussions(api, 'o/r', 'DIC_1');
  const about = { repository: 'o/r', categoryId: 'DIC_1', posts, now: new Date('2014-01-01') };
  const { snapshot, report } = await refreshSnapshot(whole, previous, about);
  const drop = previous && (await confirmedDrop(api, previous, snapshot, whole));
  return { snapshot, isDrop: report.isDrop, drop };
}
const firstOf = (comments: readonly FakeComment[]) => comments[0] as FakeComment;

test('an erasure on GitHub, walked through the steps of the workflow', async () => {
  standIn.discussions.push(await discussion([said('ERASE ME')]));
  expect(await publish()).toMatchObject({ isDone: true, outcomes: { responses: 'success' } });
  expect(published).toContain('ERASE ME');
  const withWords = readFileSync(cached, 'utf8');

  // The only answer is deleted.
  const [one] = standIn.discussions as [FakeDiscussion];
  one.comments = [];
  expect(await publish()).toMatchObject({ isDone: true, outcomes: { responses: 'success' } });
  expect(published).not.toContain('ERASE ME');

  // A push while GitHub can't be read, on a machine that has the copy from before.
  writeFileSync(cached, withWords);
  trouble = refuses;
  const push = await publish();
  expect(push).toMatchObject({ isDone: true, outcomes: { responses: 'failure' } });
  expect(push.reached).toContain('npm run build');
  expect(published).not.toContain('ERASE ME');
  trouble = undefined;

  // An accident keeps what was, and is told; only a person can say that it is right.
  one.comments = [said('stays')];
  await publish();
  one.unlisted = true;
  const accident = await publish();
  expect(accident).toMatchObject({ isDone: true, outcomes: { responses: 'failure' } });
  expect(accident.said).toMatch(/does not say that people deleted or hid 1 of them.*"accept-drop"/);
  expect(published).toContain('stays');
  expect((await publish(true)).outcomes).toEqual({ responses: 'success' });
  expect(published).not.toContain('stays');
});

test('with no snapshot to be had, nothing is built', async () => {
  trouble = refuses;
  published = '{';
  const run = await publish();
  expect(run.isDone).toBe(false);
  expect(run.reached).not.toContain('npm run build');
  expect(run.said).toContain('does not accept the token');
  expect(published).toBe('{');
});

test('nor by hand: a build gets the published snapshot, and ends where there is none', async () => {
  const out = join(folder, 'dist');
  const { GITHUB_TOKEN: _, PREVIEW: __, WITHOUT_RESPONSES: ___, ...own } = process.env;
  const env = {
    ...own,
    CONTENT_DIR: join(folder, 'content'),
    OUT_DIR: out,
    RESPONSES_DIR: join(folder, 'responses'),
  };
  const told = await new Promise<string>((done) =>
    execFile(process.execPath, ['src/commands/build.ts'], { env }, (error, _out, said) =>
      done(`${error?.code}: ${said}`),
    ),
  );
  expect(told).toMatch(
    /^1: .* publishes no snapshot\. There is no snapshot to build with, and no GITHUB_TOKEN[\s\S]*The site was not built, because the responses are missing/,
  );
  expect(existsSync(out)).toBe(false);
});

test.each<[string, (one: FakeDiscussion) => unknown]>([
  ['most answers are deleted', ({ comments }) => comments.splice(0, 4)],
  [
    'most answers are hidden',
    ({ comments }) => comments.slice(0, 4).map((one) => Object.assign(one, { isMinimized: true })),
  ],
  [
    'some are hidden and some deleted',
    ({ comments }) => [
      Object.assign(firstOf(comments), { isMinimized: true }),
      comments.splice(1, 3),
    ],
  ],
  [
    'one that was answered is deleted, and its replies are',
    ({ comments }) => [
      comments.splice(1, 4),
      Object.assign(firstOf(comments), { deletedAt: '2013-06-03T00:00:00Z', replies: [] }),
    ],
  ],
  ['the whole discussion is deleted', () => standIn.discussions.splice(0, 1)],
])('%s: that is no accident', async (_, erase) => {
  const replies = [said('ERASE a reply')];
  const four = [said('ERASE', { replies }), said('ERASE 2'), said('ERASE 3'), said('ERASE 4')];
  standIn.discussions.push(await discussion([...four, said('stays')]));
  const first = await readAgain(undefined);
  erase(standIn.discussions[0] as FakeDiscussion);
  firstOf(four).replies = [];
  const { drop, isDrop, snapshot } = await readAgain(first.snapshot);
  expect(isDrop).toBe(true);
  expect(drop).toMatchObject({ isAccident: false, unexplained: 0 });
  expect(snapshotText(snapshot)).not.toContain('ERASE');
});

test('in an accident what people erased goes all the same, and what they changed is changed', async () => {
  const lost = await discussion([
    said('one', { replies: [said('ERASE a reply')] }),
    said('ERASE ME', { replies: [said('an answer to it')] }),
    said('HIDE ME'),
    said('two'),
    said('three'),
  ]);
  const there = await discussion([said('FIRST WORDS')], 2);
  standIn.discussions.push(lost, there);
  const { snapshot } = await readAgain(undefined);
  lost.unlisted = true;
  firstOf(lost.comments).replies = [];
  Object.assign(lost.comments[1] ?? {}, { deletedAt: '2013-06-03T00:00:00Z' });
  Object.assign(lost.comments[2] ?? {}, { isMinimized: true });
  firstOf(there.comments).bodyHTML = '<p>second words</p>';
  const { drop } = await readAgain(snapshot);
  expect(drop).toMatchObject({ isAccident: true, takenAway: 3, unexplained: 4 });
  const kept = snapshotText(drop?.kept as Snapshot);
  expect(kept).not.toMatch(/ERASE|HIDE|FIRST/);
  expect(kept).toMatch(/one[\s\S]*an answer to it[\s\S]*two[\s\S]*second words/);
  expect((drop?.kept.savedAt ?? '') > snapshot.savedAt).toBe(true);
  // And so it stays.
  const again = await readAgain(drop?.kept);
  expect(again.drop?.kept).toBe(drop?.kept);
});

test.each<[string, (one: FakeDiscussion) => void, string[] | undefined]>([
  ['a list that lacks a discussion', (one) => Object.assign(one, { unlisted: true }), undefined],
  ['a post whose id was lost', () => {}, ['another']],
])('%s is an accident', async (_, change, posts) => {
  standIn.discussions.push(await discussion([said('one'), said('two')]));
  const { snapshot } = await readAgain(undefined);
  change(standIn.discussions[0] as FakeDiscussion);
  const { isDrop, drop } = await readAgain(snapshot, posts);
  expect({ isDrop, ...drop }).toMatchObject({ isDrop: true, isAccident: true, takenAway: 0 });
  expect(drop?.kept).toBe(snapshot);
});

test('what cannot be asked for is not given up: older snapshots, and GitHub in trouble', async () => {
  standIn.discussions.push(await discussion([said('one')]));
  const { snapshot } = await readAgain(undefined);
  const older = JSON.parse(snapshotText(snapshot).replace(/\n *"node": .*/g, ''));
  (standIn.discussions[0] as FakeDiscussion).comments = [];
  expect((await readAgain(older)).drop).toMatchObject({ isAccident: true, unexplained: 1 });
  trouble = (request, response) => request > 3 && refuses(request, response);
  expect((await readAgain(snapshot)).drop).toMatchObject({
    isAccident: true,
    why: expect.stringContaining('does not accept the token'),
  });
});

test('hundreds that are gone are asked for in a few requests, each by its own id', async () => {
  const comments = Array.from({ length: 120 }, (_, index) => said(`words ${index}`));
  standIn.discussions.push(await discussion(comments));
  const { snapshot } = await readAgain(undefined);
  (standIn.discussions[0] as FakeDiscussion).comments = comments.slice(0, 1);
  const before = standIn.requests();
  const { drop } = await readAgain(snapshot);
  expect(drop).toMatchObject({ isAccident: false, takenAway: 119 });
  expect(standIn.requests() - before).toBe(4);
});

test('whatever is erased, hidden and left out at once: nothing erased is kept, nothing else is lost', async () => {
  const fate = fc.constantFrom('stays', 'deleted', 'hidden', 'left out');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fate, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (fates) => {
        const made = fates.map((some) =>
          some.map((one) => ({ one, comment: said(`(${one} ${ids})`) })),
        );
        standIn.discussions.length = 0;
        for (const [index, some] of made.entries())
          standIn.discussions.push(
            await discussion(
              some.map(({ comment }) => comment),
              index + 1,
            ),
          );
        const { snapshot } = await readAgain(undefined);
        for (const [index, some] of made.entries()) {
          const here = standIn.discussions[index] as FakeDiscussion;
          here.unlisted = some.some(({ one }) => one === 'left out');
          here.comments = some.flatMap(({ one, comment }) =>
            one === 'deleted' ? [] : [{ ...comment, isMinimized: one === 'hidden' }],
          );
        }
        const { drop } = await readAgain(snapshot);
        const kept = snapshotText(drop?.kept as Snapshot);
        for (const { one, comment } of made.flat())
          expect(kept.includes(comment.bodyHTML.slice(3, -4))).toBe(
            !['deleted', 'hidden'].includes(one),
          );
      },
    ),
    { numRuns: 30 },
  );
});

const good: Snapshot = {
  ...{ version: 1, repository: 'o/r', categoryId: 'DIC_1', savedAt: '2013-07-01T00:00:00Z' },
  discussions: [],
};
const goodText = snapshotText(good);
const program = () => ({
  address,
  giscus: { repository: 'O/R', repositoryId: 'R_1', category: 'Responses', categoryId: 'DIC_1' },
});
/** The last snapshot where these lie on the machine and on the site, and what is said of it. */
async function last(local: string | undefined, onSite: string | undefined) {
  vi.stubEnv('RESPONSES_DIR', join(folder, 'responses'));
  mkdirSync(join(folder, 'responses'), { recursive: true });
  if (local !== undefined) writeFileSync(cached, local);
  published = onSite;
  const lines: string[] = [];
  const found = await lastSnapshot(program(), (line) => lines.push(line));
  return { found, said: lines.join('\n') };
}

const BROKEN: [string, string, RegExp][] = [
  ['cut off', goodText.slice(0, 60), /not JSON, or it is cut off/],
  ['empty', '', /not JSON/],
  ['a page', '<!doctype html>', /not JSON/],
  ['something else', '[null]', /damaged or was changed/],
  ['nothing', 'null', /damaged or was changed/],
  [
    'of a newer version',
    '{ "version": 2, "spoken": [] }',
    /has version 2, which this program does not know/,
  ],
  ['tampered with', goodText.replace('[]', '[{ "number": "<b>" }]'), /discussions.0/],
  [
    'of another repository',
    goodText.replace('o/r', 'o/other'),
    /It is from o\/other, not from O\/R/,
  ],
  ['of another category', goodText.replace('DIC_1', 'DIC_2'), /from the category DIC_2/],
  ['dated in the future', goodText.replace('2013', '9013'), /in the future/],
];

test.each(BROKEN)(
  'a snapshot on the machine that is %s is thrown away with a word',
  async (_, text, word) => {
    expect(await last(text, undefined)).toEqual({
      found: { why: expect.stringContaining('publishes no snapshot') },
      said: expect.stringMatching(word),
    });
    expect(existsSync(cached)).toBe(false);
    expect((await last(text, goodText)).found).toEqual({ snapshot: good });
    expect(readFileSync(cached, 'utf8')).toBe(goodText);
  },
);

test.each(BROKEN)('one on the site that is %s is not taken', async (_, text, word) => {
  const { found } = await last(undefined, text);
  expect(found).toEqual({ why: expect.stringMatching(word) });
  expect((await last(goodText, text)).found).toEqual({ snapshot: good });
});

test('of two good ones the newer is taken, so that what was erased elsewhere stays erased', async () => {
  const newer = { ...good, savedAt: '2013-07-02T00:00:00Z' };
  expect((await last(goodText, snapshotText(newer))).found).toEqual({ snapshot: newer });
  expect((await last(snapshotText(newer), goodText)).found).toEqual({ snapshot: newer });
});
