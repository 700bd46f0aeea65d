import { afterEach, describe, expect, test } from 'vitest';
import { entryOf } from '../../../editor/node/add-response.ts';
import {
  type FakeComment,
  type FakeDiscussion,
  type FakeGithub,
  startFakeGithub,
  type Trouble,
} from '../../../practice/fake-github.ts';
import { discussionMarker } from '../../../responses/giscus.ts';
import { readDiscussions } from '../../../responses/node/github-discussions.ts';
import { refreshSnapshot } from '../../../responses/node/refresh.ts';
import { readResponsesFile } from '../../../responses/response-file.ts';
import { readSnapshot, snapshotText } from '../../../responses/snapshot.ts';

let standIn: FakeGithub | undefined;
afterEach(() => standIn?.close());

let ids = 0;
const said = (more: Partial<FakeComment> = {}): FakeComment => ({
  databaseId: ++ids,
  bodyHTML: `<p>Words ${ids}</p>`,
  createdAt: '2026-01-02T03:04:05Z',
  login: 'dee',
  replies: [],
  ...more,
});
const about = {
  repository: 'o/r',
  categoryId: 'DIC_1',
  posts: ['2013-08-reflection'],
  now: new Date('2026-02-01'),
};
const discussion = async (
  comments: FakeComment[],
  more: Partial<FakeDiscussion> = {},
): Promise<FakeDiscussion> => ({
  number: 1,
  title: 'Anything',
  body: `# 2013-08-reflection\n\n${await discussionMarker('2013-08-reflection')}`,
  locked: false,
  comments,
  ...more,
});

async function read(discussions: FakeDiscussion[], trouble?: Trouble, patience = 60_000) {
  const waits: number[] = [];
  standIn = await startFakeGithub({ discussions, ...(trouble ? { trouble } : {}) });
  const api = {
    endpoint: `${standIn.address}/graphql`,
    token: 'a-token',
    patience,
    wait: async (time: number) => void waits.push(time),
  };
  return { waits, whole: await readDiscussions(api, 'o/r', 'DIC_1') };
}

const answered =
  (status: number, body: string, headers: Record<string, string> = {}): Trouble =>
  (request, response) => {
    if (request > 1) return false;
    response.writeHead(status, headers).end(body);
    return true;
  };

describe('reading all that was said, on GitHub’s own schema', () => {
  test('40 discussions with 60 comments and 60 replies each are read whole', async () => {
    const tie = await discussionMarker('2013-08-reflection');
    const many = Array.from(
      { length: 40 },
      (_, index): FakeDiscussion => ({
        number: index + 1,
        title: 't',
        body: `# x\n\n${tie}`,
        locked: false,
        comments: Array.from({ length: 60 }, () =>
          said({ replies: Array.from({ length: 60 }, () => said()) }),
        ),
      }),
    );
    const { whole } = await read(many);
    const { snapshot, report } = await refreshSnapshot(whole, undefined, about);
    expect(report.responses).toBe(40 * 60 * 61);
    expect(snapshot.discussions).toHaveLength(40);
  }, 300_000);

  test.each([
    ['HTTP 502', answered(502, 'Bad gateway'), [1000]],
    [
      'a secondary limit',
      answered(403, '{"message":"secondary rate limit"}', { 'retry-after': '7' }),
      [7000],
    ],
    ['HTTP 429 without a time', answered(429, '{}'), [60_000]],
    ['an answer that is cut off', answered(200, '{"data": {"repo'), [1000]],
    [
      'a lost connection',
      ((request, response) => {
        if (request > 1) return false;
        response.destroy();
        return true;
      }) as Trouble,
      [1000],
    ],
  ])('%s is waited out and tried again', async (_, trouble, expected) => {
    const { whole, waits } = await read([await discussion([said()])], trouble);
    expect(waits).toEqual(expected);
    expect(whole).toHaveLength(1);
  });

  test.each([
    [
      'an error beside partial data',
      answered(
        200,
        '{"data":{"repository":{"discussions":{"totalCount":1,"pageInfo":{"hasNextPage":false},"nodes":[null]}}},"errors":[{"message":"Resource limits exceeded"}]}',
      ),
      'Resource limits',
    ],
    [
      'a hole in the answer',
      answered(
        200,
        '{"data":{"repository":{"discussions":{"totalCount":1,"pageInfo":{"hasNextPage":false},"nodes":[null]}}}}',
      ),
      'left a part',
    ],
    [
      'fewer than it counts',
      answered(
        200,
        '{"data":{"repository":{"discussions":{"totalCount":9,"pageInfo":{"hasNextPage":false},"nodes":[]}}}}',
      ),
      '0 of 9',
    ],
    ['a token that is refused', answered(401, '{}'), 'does not accept the token'],
    [
      'a repository that is not shown',
      answered(200, '{"data":{"repository":null}}'),
      'does not show the repository',
    ],
  ])('%s ends the run with a sentence', async (_, trouble, sentence) => {
    await expect(read([await discussion([said()])], trouble)).rejects.toThrow(sentence);
  });

  const odd = async (status: number, body: string, headers: Record<string, string> = {}) => {
    const trouble: Trouble = (_, response) => {
      response.writeHead(status, headers).end(body);
      return true;
    };
    return read([], trouble).then(
      () => 'It was read.',
      (error: Error) => `${error.name}: ${error.message}`,
    );
  };
  const one = {
    ...{ id: 'D_1', number: 1, title: 't', body: 'b', locked: false, closed: false },
    ...{ url: 'https://github.com/o/r/discussions/1', authorAssociation: 'NONE', author: null },
    ...{ createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
    ...{ lastEditedAt: null, bodyHTML: '', reactionGroups: null },
    comments: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
  };
  const listOf = (nodes: unknown, more: object = {}) => ({
    data: {
      repository: {
        discussions: { totalCount: 1, pageInfo: { hasNextPage: false }, nodes, ...more },
      },
    },
  });

  test.each<[string, number, unknown, Record<string, string>?]>([
    ...[null, true, 7, 'text', [], {}, [null]].map((body): [string, number, unknown] => [
      `the JSON ${JSON.stringify(body)}`,
      200,
      body,
    ]),
    ...['text', { message: 'x' }, [null], [7], [{}], [{ message: { a: 1 } }], true].map(
      (errors): [string, number, unknown] => [
        `errors that are ${JSON.stringify(errors)}`,
        200,
        { data: { repository: null }, errors },
      ],
    ),
    ['data that is text', 200, { data: 'text' }],
    ['data that is a list', 200, { data: [] }],
    ['discussions that are text', 200, { data: { repository: { discussions: 'none' } } }],
    ['discussions that are null', 200, { data: { repository: { discussions: null } } }],
    ['nodes that are an object', 200, listOf({})],
    ['a node that is a number', 200, listOf([7])],
    ['a discussion without comments', 200, listOf([{ ...one, comments: null }])],
    ['a title that is null', 200, listOf([{ ...one, title: null }])],
    ['a number that is text', 200, listOf([{ ...one, number: '1' }])],
    ['a count below nought', 200, listOf([one], { totalCount: -1 })],
    ['a next page without a place', 200, listOf([one], { pageInfo: { hasNextPage: true } })],
    ['an author that is text', 200, listOf([{ ...one, author: 'dee' }])],
    ['HTML', 200, '<!doctype html><title>Unicorn!</title>', { 'content-type': 'text/html' }],
    ['nothing at all', 200, ''],
    ['no content', 204, undefined],
    ['a redirection', 302, '', { location: 'https://example.org/' }],
    ['a redirection without a place', 301, ''],
    ['HTTP 400 with HTML', 400, '<p>no</p>'],
    ['HTTP 403 with a message that is a number', 403, { message: 7 }],
    ['HTTP 404', 404, { message: 'Not Found\u001b[31m' }],
    ['HTTP 500 with JSON', 500, { data: {} }],
    ['HTTP 504 with HTML', 504, '<html>'],
    ['a limit that lasts for days', 429, '', { 'retry-after': '400000' }],
    ['a limit until a day in words', 403, '', { 'retry-after': 'Fri, 31 Dec 2099 23:59:59 GMT' }],
  ])('%s ends the run with a plain sentence', async (_, status, body, headers) => {
    const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
    const told = await odd(status, text, headers);
    expect(told).toMatch(/^Error: GitHub.{5,300}$/u);
    expect(told).not.toMatch(/undefined|\[object|Cannot read|not a function|Zod|\p{Cc}/u);
  });

  test('what is new at GitHub’s is left out: fields, reactions, associations, kinds of names', async () => {
    const nodes = [
      {
        ...{ ...one, mood: 'sunny', authorAssociation: 'best-friend', bodyHTML: '<p>Hello</p>' },
        author: { login: 'a b/c', url: 'javascript:1', rank: 3 },
        reactionGroups: [
          { content: 'fire!', reactors: { totalCount: 2 } },
          { content: 'ROCKET_2', reactors: { totalCount: 1 } },
          { content: 'HEART', reactors: { totalCount: 1 } },
        ],
      },
    ];
    const trouble = answered(200, JSON.stringify({ ...listOf(nodes), extensions: { cost: 1 } }));
    const { whole } = await read([], trouble);
    const { snapshot } = await refreshSnapshot(whole, undefined, about);
    expect(snapshot.discussions[0]?.comments[0]).toMatchObject({
      association: 'NONE',
      author: { name: 'a b/c' },
      reactions: { HEART: 1 },
    });
  });

  test('a moment that is none, or an address that is none, is a sentence too', async () => {
    for (const harm of [{ createdAt: 'yesterday' }, { url: 'nowhere' }]) {
      const nodes = [{ ...one, bodyHTML: '<p>Hello</p>', ...harm }];
      const { whole } = await read([], answered(200, JSON.stringify(listOf(nodes))));
      await standIn?.close();
      await expect(refreshSnapshot(whole, undefined, about)).rejects.toThrow(
        /^GitHub's answer has an unexpected form \(discussions\.0\.[\w.]+\)\.$/,
      );
    }
  });

  test('the longest texts that GitHub takes fit into the snapshot, whatever is in them', async () => {
    const most = 65_536;
    const of = (part: string) => part.repeat(Math.floor(most / part.length));
    for (const bodyHTML of [
      of('&lt;'),
      of('https://a '),
      of('<p>a'),
      of('<a href="http://a">a</a>'),
    ]) {
      const { whole } = await read([await discussion([said({ bodyHTML })])]);
      await standIn?.close();
      const { snapshot } = await refreshSnapshot(whole, undefined, about);
      expect(readSnapshot(snapshotText(snapshot), 'a').discussions).toHaveLength(1);
    }
  });

  test('all pauses together are bounded, so that a due post does not wait for an hour', async () => {
    const waits: number[] = [];
    const trouble: Trouble = (_, response) => {
      response.writeHead(429, { 'retry-after': '200' }).end();
      return true;
    };
    standIn = await startFakeGithub({ trouble });
    const api = {
      ...{ endpoint: `${standIn.address}/graphql`, token: 't', pauses: { left: 480_000 } },
      wait: async (time: number) => void waits.push(time),
    };
    await expect(readDiscussions(api, 'o/r', 'DIC_1')).rejects.toThrow('would take too long');
    expect(waits).toEqual([200_000, 200_000]);
  });

  test('an answer that does not come is waited for once more', async () => {
    const trouble: Trouble = (request) => request === 1;
    const { waits, whole } = await read([await discussion([said()])], trouble, 2000);
    expect(waits).toEqual([1000]);
    expect(whole).toHaveLength(1);
  });

  test('a server that never recovers is given up after six tries', async () => {
    const trouble: Trouble = (_, response) => {
      response.writeHead(502).end();
      return true;
    };
    await expect(read([], trouble)).rejects.toThrow('HTTP 502');
    expect(standIn?.requests()).toBe(6);
  });
});

describe('what becomes of it', () => {
  test('hidden and deleted responses lose their words, and their place unless it was answered', async () => {
    const { whole } = await read([
      await discussion([
        said({ isMinimized: true, bodyHTML: '<p>spam</p>' }),
        said({ isMinimized: true, bodyHTML: '<p>spam</p>', replies: [said()] }),
        said({ deletedAt: '2026-01-03T00:00:00Z', bodyHTML: '<p>spam</p>', replies: [said()] }),
        said({ login: null }),
      ]),
    ]);
    const { snapshot, report } = await refreshSnapshot(whole, undefined, about);
    expect(snapshotText(snapshot)).not.toContain('spam');
    expect(snapshot.discussions[0]?.comments.map(({ state }) => state)).toEqual([
      'hidden',
      'deleted',
      'published',
    ]);
    expect(snapshot.discussions[0]?.comments[2]?.author).toBeNull();
    expect(report.responses).toBe(3);
  });

  test('a heart for the post is kept though nobody has said a word, and goes when it is taken back', async () => {
    const one = await discussion([], { hearts: 2 });
    const first = await refreshSnapshot((await read([one])).whole, undefined, about);
    expect(first.snapshot.discussions[0]?.reactions).toEqual({ HEART: 2 });
    await standIn?.close();
    const second = await read([{ ...one, hearts: 0 }]);
    const { snapshot } = await refreshSnapshot(second.whole, first.snapshot, about);
    expect(snapshotText(snapshot)).not.toContain('HEART');
  });

  test('what is given to the words of who began a discussion by hand is not the post’s', async () => {
    const body = `Hello!\n\n${await discussionMarker('2013-08-reflection')}`;
    const { whole } = await read([await discussion([], { body, hearts: 2 })]);
    const [saved] = (await refreshSnapshot(whole, undefined, about)).snapshot.discussions;
    expect(saved?.reactions).toBeUndefined();
    expect(saved?.comments[0]?.reactions).toEqual({ HEART: 2 });
  });

  test('what is stored is sanitised already', async () => {
    const { whole } = await read([
      await discussion([said({ bodyHTML: '<p onclick=x>a<script>b</script></p>' })]),
    ]);
    const { snapshot } = await refreshSnapshot(whole, undefined, about);
    expect(snapshot.discussions[0]?.comments[0]?.html).toBe('<p dir="auto">a</p>');
  });

  test('new, edited, hidden and gone are counted against the last snapshot', async () => {
    const [a, b, c, d] = [said(), said(), said(), said()];
    const first = await refreshSnapshot(
      (await read([await discussion([a, b, c, d])])).whole,
      undefined,
      about,
    );
    await standIn?.close();
    const second = await read([
      await discussion([
        { ...a, bodyHTML: '<p>Other</p>' },
        { ...b, isMinimized: true },
        d,
        said(),
      ]),
    ]);
    const { report } = await refreshSnapshot(second.whole, first.snapshot, about);
    expect(report).toMatchObject({ new: 1, edited: 1, hidden: 1, gone: 1, isDrop: false });
  });

  test('a drop of more than half is seen', async () => {
    const three = [said(), said(), said()];
    const first = await refreshSnapshot(
      (await read([await discussion(three)])).whole,
      undefined,
      about,
    );
    await standIn?.close();
    const second = await read([await discussion(three.slice(0, 1))]);
    expect((await refreshSnapshot(second.whole, first.snapshot, about)).report.isDrop).toBe(true);
  });

  test('responses that would lose their posts are a drop, though GitHub still has them', async () => {
    const one = await discussion([said(), said(), said()]);
    const { whole } = await read([one]);
    const first = await refreshSnapshot(whole, undefined, about);
    const { report } = await refreshSnapshot(whole, first.snapshot, {
      ...about,
      posts: ['another'],
    });
    expect(report).toMatchObject({ isDrop: true, responses: 0, gone: 3 });
  });

  test('a renamed and a locked discussion keep their post; a stray one is listed', async () => {
    const { whole } = await read([
      await discussion([said()], { title: 'Renamed', locked: true }),
      await discussion([said()], { number: 2, title: '2013-08-reflection', body: 'By hand' }),
    ]);
    const { snapshot, report } = await refreshSnapshot(whole, undefined, about);
    expect(snapshot.discussions[0]).toMatchObject({ post: '2013-08-reflection', locked: true });
    expect(report.unmatched.map(({ number }) => number)).toEqual([2]);
  });

  test('a discussion whose body lost its hash is known by its number, with a warning', async () => {
    const one = await discussion([said()]);
    const first = await refreshSnapshot((await read([one])).whole, undefined, about);
    await standIn?.close();
    const second = await read([{ ...one, body: '# rewritten\n' }]);
    const { snapshot, report } = await refreshSnapshot(second.whole, first.snapshot, about);
    expect(snapshot.discussions[0]?.post).toBe('2013-08-reflection');
    expect(report.untied).toEqual([{ number: 1, post: '2013-08-reflection' }]);
  });
});

describe('an answer that came by email', () => {
  test('gets the next id, keeps its paragraphs and no address', () => {
    const entry = entryOf(
      {
        name: 'Ada',
        date: '2013-08-05',
        text: 'One.\n\nTwo.\n-- \nada@example.org',
        question: '2',
      },
      '- id: mail-4\n',
    );
    expect(entry).not.toContain('@');
    const { responses, problems } = readResponsesFile(entry, 'responses.yaml', 2);
    expect(problems).toEqual([]);
    expect(responses[0]).toMatchObject({
      id: 'mail-5',
      source: 'email',
      question: 2,
      author: { name: 'Ada' },
    });
    expect(responses[0]?.text).toContain('One.\n\nTwo.');
  });
});
