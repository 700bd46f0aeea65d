import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { checkContent } from '../../../check/check.ts';
import { readContentFolder } from '../../../check/node/read-folder.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import {
  beginDiscussions,
  MOST_BEGUN,
  postsToDiscuss,
} from '../../../github/node/discussions-begin.ts';
import {
  type FakeDiscussion,
  type FakeGithub,
  startFakeGithub,
  type Trouble,
} from '../../../practice/fake-github.ts';
import { discussionMarker } from '../../../responses/giscus.ts';
import { readDiscussions } from '../../../responses/node/github-discussions.ts';
import { refreshSnapshot } from '../../../responses/node/refresh.ts';

let standIn: FakeGithub | undefined;
afterEach(() => standIn?.close());

const giscus = { repository: 'o/r', repositoryId: 'R_1', categoryId: 'DIC_1' };
const soil = {
  permanentId: '2013-03-soil',
  summary: 'What is under your library?',
  address: 'https://gardens.example/blog/posts/2013-03-soil/',
};

async function begun(
  discussions: FakeDiscussion[],
  posts = [soil],
  trouble?: Trouble,
): Promise<string[]> {
  standIn ??= await startFakeGithub({ discussions, ...(trouble ? { trouble } : {}) });
  return beginDiscussions(apiOf(standIn), giscus, posts);
}
const apiOf = ({ address }: FakeGithub) => ({
  ...{ endpoint: `${address}/graphql`, token: 'a-token', patience: 5000 },
  wait: async () => {},
});
afterEach(() => {
  standIn = undefined;
});

const discussion = async (more: Partial<FakeDiscussion> = {}): Promise<FakeDiscussion> => ({
  ...{ number: 1, title: soil.permanentId, locked: false, comments: [] },
  body: `# ${soil.permanentId}\n\n${await discussionMarker(soil.permanentId)}`,
  ...more,
});

test('a discussion is begun as giscus begins it, and belongs to its post', async () => {
  const discussions: FakeDiscussion[] = [];
  expect(await begun(discussions)).toEqual(['https://github.com/o/r/discussions/1']);
  expect(discussions).toMatchObject([
    {
      title: '2013-03-soil',
      body: `# 2013-03-soil

What is under your library?

https://gardens.example/blog/posts/2013-03-soil/

${await discussionMarker('2013-03-soil')}`,
    },
  ]);
  if (!standIn) throw new Error('There is a stand-in.');
  const whole = await readDiscussions(apiOf(standIn), 'o/r', 'DIC_1');
  const about = { ...giscus, posts: ['2013-03-soil'], now: new Date('2013-04-01') };
  const { snapshot, report } = await refreshSnapshot(whole, undefined, about);
  expect(snapshot.discussions).toMatchObject([{ post: '2013-03-soil', comments: [] }]);
  expect(report).toMatchObject({ responses: 0, unmatched: [], untied: [] });
});

test('a second run begins no second one, nor does one after a rename by hand', async () => {
  const discussions: FakeDiscussion[] = [];
  await begun(discussions);
  if (discussions[0]) discussions[0].title = 'Of soil';
  expect(await begun(discussions)).toEqual([]);
  expect(discussions).toHaveLength(1);
});

test('one that stands far back in the list is found', async () => {
  const many = Array.from({ length: 250 }, (_, index) => ({
    ...{ number: index + 2, title: 't', body: 'By hand', locked: false, comments: [] },
  }));
  const discussions = [await discussion(), ...many];
  expect(await begun(discussions)).toEqual([]);
});

test.each([
  ['before GitHub did it', false, 0],
  ['after GitHub did it', true, 1],
])('when the line is lost %s, the next run leaves one', async (_, isDone, left) => {
  const discussions: FakeDiscussion[] = [];
  const trouble: Trouble = (request, response) => {
    if (request !== 2) return false;
    if (isDone) response.writeHead = () => response.destroy();
    else response.destroy();
    return !isDone;
  };
  await expect(begun(discussions, [soil], trouble)).rejects.toThrow('could not be reached');
  expect(discussions).toHaveLength(left);
  await begun(discussions);
  expect(discussions).toHaveLength(1);
});

test('of two runs that both see none, the second takes its own away again', async () => {
  const discussions: FakeDiscussion[] = [];
  const both = Promise.withResolvers<boolean>();
  const trouble: Trouble = (request) => {
    if (request === 2) both.resolve(false);
    return request <= 2 ? both.promise : false;
  };
  standIn = await startFakeGithub({ discussions, trouble });
  const api = apiOf(standIn);
  const told = await Promise.all([1, 2].map(() => beginDiscussions(api, giscus, [soil])));
  expect(discussions.map(({ number }) => number)).toEqual([1]);
  expect(told.flat()).toEqual(['https://github.com/o/r/discussions/1']);
});

test('of two runs at once, however they cross, one discussion is left for each post', async () => {
  const posts = ['2013-03-soil', '2013-04-water'].map((permanentId) => ({ ...soil, permanentId }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(6), { minLength: 24, maxLength: 24 }),
      async (delays: number[]) => {
        const discussions: FakeDiscussion[] = [];
        const trouble: Trouble = async (request) => {
          for (let turn = delays[request] ?? 0; turn > 0; turn--)
            await new Promise((done) => setImmediate(done));
          return false;
        };
        const crossed = await startFakeGithub({ discussions, trouble });
        const runs = [1, 2].map(() => beginDiscussions(apiOf(crossed), giscus, posts));
        const told = (await Promise.all(runs)).flat();
        await crossed.close();
        expect(discussions.map(({ title }) => title).sort()).toEqual([
          '2013-03-soil',
          '2013-04-water',
        ]);
        expect(told).toHaveLength(2);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test('where a reader answers through giscus at the same moment, hers is the one that stays', async () => {
  const discussions: FakeDiscussion[] = [];
  const answer = {
    ...{ databaseId: 1, bodyHTML: '<p>Clay</p>', createdAt: '2013-03-02T00:00:00Z' },
    ...{ login: 'dee', replies: [] },
  };
  const hers = await discussion({ number: 7, login: 'giscus', comments: [answer] });
  const trouble: Trouble = (request) => {
    if (request === 3) discussions.push(hers);
    return false;
  };
  expect(await begun(discussions, [soil], trouble)).toEqual([]);
  expect(discussions).toEqual([hers]);
});

test('one that cannot be deleted again is told with both addresses', async () => {
  const discussions: FakeDiscussion[] = [];
  const hers = await discussion({ number: 7 });
  const trouble: Trouble = (request, response) => {
    if (request === 3) discussions.push(hers);
    if (request !== 4) return false;
    response.end('{"data":null,"errors":[{"type":"FORBIDDEN","message":"Not by you"}]}');
    return true;
  };
  await expect(begun(discussions, [soil], trouble)).rejects.toThrow(
    '2013-03-soil has two discussions, https://github.com/o/r/discussions/7 and https://github.com/o/r/discussions/1.',
  );
});

test('a run begins no more than it may, and the next goes on', async () => {
  const posts = Array.from({ length: MOST_BEGUN + 3 }, (_, index) => ({
    ...soil,
    permanentId: `2013-03-${index}`,
  }));
  const discussions: FakeDiscussion[] = [];
  expect(await begun(discussions, posts)).toHaveLength(MOST_BEGUN);
  expect(await begun(discussions, posts)).toHaveLength(3);
  expect(new Set(discussions.map(({ title }) => title)).size).toBe(MOST_BEGUN + 3);
});

test('without a post to begin for, GitHub is not asked', async () => {
  await begun([], []);
  expect(standIn?.requests()).toBe(0);
});

test('only posts that are out, lately, and take responses get one', async () => {
  const site = await readContentFolder('src/tests/fixtures/site');
  const texts = new Map([...site.texts].filter(([path]) => !path.startsWith('posts/')));
  const text = (id: string, more: string) =>
    texts.set(
      `posts/${id}/index.mdx`,
      `---\nkind: update\nround: spring\ntitle: T\nsummary: It's "so".\nauthors: [ada]\ntags: []\n${more}---\nText.\n`,
    );
  text('2020-05-out', 'date: 2020-05-01\n');
  text('2020-05-renamed', 'date: 2020-05-02\nformerly: [2020-05-first]\n');
  text('2020-05-draft', 'date: 2020-05-01\ndraft: true\n');
  text('2020-06-scheduled', 'date: 2020-06-11\n');
  text('2020-05-withdrawn', 'date: 2020-05-01\nwithdrawn: It was wrong.\n');
  text('2020-05-closed', 'date: 2020-05-01\nresponses: closed\n');
  text('2019-05-old', 'date: 2019-05-01\n');
  const judged = checkContent({ ...site, texts }, parsePost);
  const posts = postsToDiscuss(judged, new Date('2020-06-10T22:59:00Z'));
  expect(posts.map(({ permanentId }) => permanentId)).toEqual(['2020-05-out', '2020-05-first']);
  expect(posts[1]).toMatchObject({ summary: 'It’s “so”.' });
  expect(posts[1]?.address).toMatch(/^https:.*\/posts\/2020-05-renamed\/$/);
});
