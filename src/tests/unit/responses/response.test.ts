import { describe, expect, test } from 'vitest';
import { programSchema } from '../../../core/model/program.ts';
import {
  discussionMarker,
  giscusAttributes,
  giscusLanguage,
  giscusOrigin,
} from '../../../responses/giscus.ts';
import { questionNumberIn } from '../../../responses/question-prefix.ts';
import { conversationOf, extractOf, latest } from '../../../responses/response.ts';
import { readResponsesFile, takenAnchorsIn } from '../../../responses/response-file.ts';
import {
  publicSnapshot,
  readSnapshot,
  type Snapshot,
  type SnapshotReply,
  snapshotText,
} from '../../../responses/snapshot.ts';

const file = 'content/posts/2013-08-reflection/responses.yaml';
const setting = {
  timeZone: 'Australia/Sydney',
  people: [
    { id: 'ana', name: 'Ana María', github: 'ana-m', coordinator: false, role: 'Librarian' },
  ],
};
const post = { permanentId: '2013-08-reflection', questionCount: 3 };

const archive = readResponsesFile(
  `- id: comment-7
  source: former-blog
  author: { name: Ada }
  date: 2013-08-05
  text: First.
- id: mail-1
  source: email
  parent: comment-8
  author: { name: Bo, role: Archivist, is: participant }
  date: 2013-08-07T10:00+02:00
  question: 2
  text: Third.
- id: comment-8
  source: former-blog
  parent: comment-7
  author: { name: Cy }
  date: 2013-08-06
  html: <p>Second</p>
`,
  file,
  3,
).responses;

const said = (id: string, createdAt: string, more: Partial<SnapshotReply> = {}): SnapshotReply => ({
  id,
  url: `https://github.com/o/r/discussions/4#discussioncomment-${id}`,
  author: { name: 'Dee', login: 'dee', url: 'https://github.com/dee' },
  association: 'NONE',
  createdAt,
  html: '<p>Question 3: said</p>',
  state: 'published',
  ...more,
});

const snapshot: Snapshot = {
  version: 1,
  repository: 'o/r',
  categoryId: 'DIC_x',
  savedAt: '2014-01-01T00:00:00Z',
  discussions: [
    {
      ...{
        number: 4,
        url: 'https://github.com/o/r/discussions/4',
        title: 'Renamed',
        locked: false,
      },
      ...{ closed: false, updatedAt: '2013-09-01T00:00:00Z', total: 5, post: '2013-08-reflection' },
      comments: [
        {
          ...said('12', '2013-08-06T12:00:00Z'),
          replies: [said('13', '2013-08-09T00:00:00Z', { author: null, html: '<p>x</p>' })],
        },
        {
          ...said('14', '2013-08-08T00:00:00Z', { state: 'hidden', html: '' }),
          replies: [
            said('15', '2013-08-10T00:00:00Z', {
              author: { name: 'x', login: 'Ana-M' },
              html: '<p>y</p>',
            }),
          ],
        },
        { ...said('16', '2013-08-08T00:00:00Z', { state: 'deleted', html: '' }), replies: [] },
      ],
    },
  ],
};

describe('one conversation from three sources', () => {
  const conversation = conversationOf(post, archive, snapshot, setting);

  test('of one day, it runs as one counts', () => {
    const numbers = [10, 2, 9, 100, 1];
    const lines = numbers.map(
      (number) =>
        `- { id: comment-${number}, source: former-blog, author: { name: A }, date: 2013-08-05, text: a }\n`,
    );
    const { responses } = readResponsesFile(lines.join(''), file, 3);
    const { threads } = conversationOf(post, responses, undefined, setting);
    expect(threads.map(({ response }) => response.id)).toEqual(
      [1, 2, 9, 10, 100].map((number) => `comment-${number}`),
    );
  });

  test('an id without a number, which is published, stays, and its anchor is told', () => {
    const text = ['mail-1', 'mail-a', 'a2b']
      .map(
        (id) =>
          `- { id: "${id}", source: email, author: { name: A }, date: 2013-08-05, text: id }\n`,
      )
      .join('');
    expect(readResponsesFile(text, file, 3).problems).toEqual([]);
    expect(takenAnchorsIn(text)).toEqual(['response-mail-a', 'response-a2b']);
    expect(takenAnchorsIn('- id: mail-a\n- what')).toEqual([]);
  });

  test('runs oldest first, two levels deep, and answers to answers stay in their thread', () => {
    expect(
      conversation.threads.map(({ response, replies }) => [
        response.id,
        replies.map(({ id }) => id),
      ]),
    ).toEqual([
      ['comment-7', ['comment-8', 'mail-1']],
      ['github-12', ['github-13']],
      ['github-14', ['github-15']],
    ]);
  });

  test('counts what can be read, not the places of what was hidden', () => {
    expect(conversation.count).toBe(6);
    expect(conversation.githubCount).toBe(3);
  });

  test('keeps the former anchors and gives everything a permanent one', () => {
    const [first] = conversation.threads;
    expect(first?.response).toMatchObject({
      anchor: 'response-comment-7',
      formerAnchor: 'comment-7',
    });
    expect(first?.replies[1]).toMatchObject({ anchor: 'response-mail-1', formerAnchor: undefined });
  });

  test('knows which question is answered, from the file and from the first line', () => {
    expect([...conversation.answers]).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });

  test('a deleted account leaves the words without a name', () => {
    expect(conversation.threads[1]?.replies[0]?.author).toBeUndefined();
  });

  test('somebody of the blog is known by the name and the id they have here', () => {
    expect(conversation.threads[2]?.replies[0]?.author).toMatchObject({
      name: 'Ana María',
      person: 'ana',
      badge: 'participant',
    });
  });

  test('who is not of the blog is named with the login, alone where the name is like one of ours', () => {
    const named = (name: string, more: Partial<SnapshotReply> = {}) => {
      const comment = { ...said('12', '2013-08-06T12:00:00Z', more), replies: [] };
      const author = { name, login: 'dee-7', url: 'https://github.com/dee-7' };
      const [one] = snapshot.discussions;
      const discussions = one ? [{ ...one, comments: [{ ...comment, author }] }] : [];
      const { threads } = conversationOf(
        post,
        [],
        { ...snapshot, discussions },
        {
          ...setting,
          program: { name: 'Exchange of Gardeners', shortName: 'EoG' },
        },
      );
      return threads[0]?.response.author;
    };
    const alone = { name: '@dee-7', url: 'https://github.com/dee-7' };
    expect(named('Dee')).toMatchObject({ name: 'Dee', login: 'dee-7' });
    expect(named('EoG coordinators')).toEqual(alone);
    expect(named('Ana Mar\u00eda')).toEqual(alone);
    expect(named('EoG team', { association: 'MEMBER' })).toMatchObject({
      ...{ name: 'EoG team', login: 'dee-7', badge: 'coordinator' },
    });
  });

  test('a hidden response that was answered leaves its place and nothing else', () => {
    expect(conversation.threads[2]?.response).toMatchObject({
      state: 'hidden',
      html: '',
      author: undefined,
    });
  });

  test('the newest stands first across the blog', () => {
    const all = latest([{ post: { id: 'a' }, conversation }]);
    expect(all[0]?.response.id).toBe('github-15');
    expect(all).toHaveLength(6);
  });

  test('a renamed discussion and a renamed folder keep their thread: the permanent id ties them', () => {
    expect(conversation.discussion?.number).toBe(4);
    expect(conversationOf({ ...post, permanentId: 'other' }, [], snapshot, setting).count).toBe(0);
  });

  test('an extract ends between words', () => {
    expect(extractOf({ html: '<p>one two three</p>' }, 9)).toBe('one two\u00a0…');
    expect(extractOf({ html: '<p>one two, three</p>' }, 9)).toBe('one two\u00a0…');
  });

  test('an extract of words without spaces is cut between letters, never through one', () => {
    expect(extractOf({ html: '<p>图书馆员的对话</p>' }, 4)).toBe('图书馆员\u00a0…');
    expect(extractOf({ html: `<p>${'😀'.repeat(9)}</p>` }, 3)).toBe('😀😀😀\u00a0…');
  });
});

describe('responses.yaml', () => {
  const problems = (text: string) =>
    readResponsesFile(text, file, 1).problems.map(({ line, rule }) => `${line} ${rule}`);
  const entry = (more: string) =>
    `- id: mail-1\n  source: email\n  author: { name: A }\n  date: 2013-08-01\n  text: a\n${more}`;

  test('an empty file has no responses', () => expect(problems('')).toEqual([]));

  test.each([
    ['a second id', entry(entry('').replace('text: a', 'text: b')), '6 response-id'],
    ['a parent that is not there', entry('  parent: mail-9\n'), '1 response-parent'],
    ['a question that the post does not have', entry('  question: 2\n'), '1 response-question'],
    ['an unknown key', entry('  email: a@example.org\n'), '6 unknown-key'],
    ['an impossible day', entry('').replace('08-01', '02-30'), '4 field'],
    ['a scripted link', entry('').replace('name: A', 'name: A, url: "javascript:1"'), '3 field'],
    ['text that shows nothing', entry('').replace('text: a', 'text: "\\u200b"'), '5 field'],
    ['a name that shows nothing', entry('').replace('name: A', 'name: "\\u200b"'), '3 field'],
    ['markup for an id', entry('').replace('mail-1', '"a b"'), '1 field'],
    [
      'a list that repeats itself by an alias',
      `${entry('').replace('- id', '- &a\n  id')}- *a\n`,
      '2 yaml-alias',
    ],
    ['a name of the language itself', entry('  __proto__: { state: hidden }\n'), '6 unknown-key'],
    ['half a thousand brackets', `- id: ${'['.repeat(500)}`, '1 yaml-nested'],
    ['a second document', entry(`---\n${entry('')}`), '6 yaml'],
    [
      'text that is too long',
      entry('').replace('text: a', `text: ${'x'.repeat(70_001)}`),
      '5 field',
    ],
    ['an hour that does not exist', entry('').replace('08-01', '08-01T24:00Z'), '4 field'],
    ['broken YAML', '- id: [', '1 yaml-unclosed'],
  ])('%s is named with its line', (_, text, expected) => {
    expect(problems(text)).toContain(expected);
  });

  test('a withdrawn response may lose its words and its name', () => {
    expect(
      problems('- id: mail-1\n  source: email\n  date: 2013-08-01\n  state: withdrawn\n'),
    ).toEqual([]);
  });
});

describe('somebody of the blog who answered before there was GitHub', () => {
  const text =
    '- id: comment-1\n  source: former-blog\n  author: { name: Ana, person: ana }\n  date: 2013-08-01\n  text: a\n';
  const { responses } = readResponsesFile(text, file, 1, new Set(['ana']));

  test('is known by the id, so that their page shows it', () => {
    const people = setting.people.map((person) => ({ ...person, coordinator: true }));
    const { threads } = conversationOf(post, responses, undefined, { ...setting, people });
    expect(threads[0]?.response.author).toMatchObject({
      ...{ name: 'Ana', person: 'ana', role: 'Librarian', badge: 'coordinator' },
    });
  });

  test('must be somebody', () => {
    const { problems } = readResponsesFile(text, file, 1, new Set(['bo']));
    expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['1 response-person']);
  });
});

describe('the snapshot', () => {
  test('reads back what it wrote, in one order', () => {
    const text = snapshotText(snapshot);
    expect(snapshotText(readSnapshot(text, 'a'))).toBe(text);
    expect(text.split('\n').length).toBeGreaterThan(50);
  });

  test.each([
    ['cut off', '{"version": 1', 'is not JSON'],
    [
      'of another version',
      snapshotText(snapshot).replace('"version": 1', '"version": 2'),
      'version',
    ],
    [
      'with a scripted link',
      snapshotText(snapshot).replace('https://github.com/dee', 'javascript:1'),
      'discussions.0.comments.0.author.url',
    ],
    [
      'with an impossible moment',
      snapshotText(snapshot).replace('2013-08-06T12', '2013-08-36T12'),
      'createdAt',
    ],
    [
      'with a name of the language itself',
      snapshotText(snapshot).replace('"version"', '"__proto__": {"x": 1},\n "version"'),
      '__proto__',
    ],
    [
      'with one response twice',
      snapshotText(snapshot).replace('"id": "13"', '"id": "12"'),
      'replies.0.id: There is a second response 12',
    ],
    ['with markup for an id', snapshotText(snapshot).replace('"12"', '"<b>"'), '.id'],
  ])('one that is %s fails with file and place', (_, text, words) => {
    expect(() => readSnapshot(text, '.responses/discussions.json')).toThrow(words);
    expect(() => readSnapshot(text, '.responses/discussions.json')).toThrow(
      '.responses/discussions.json',
    );
  });

  test('publishes only what belongs to posts that a visitor may see', () => {
    expect(publicSnapshot(snapshot, new Set(['other'])).discussions).toEqual([]);
  });
});

test('reactions to a post are those of all its discussions, and of no other', () => {
  const [one] = snapshot.discussions;
  if (!one) throw new Error('There is a discussion.');
  const discussions = [
    { ...one, comments: [], reactions: { HEART: 2, ROCKET: 1 } },
    { ...one, number: 9, comments: [], reactions: { HEART: 1 } },
    { ...one, number: 10, comments: [], post: 'another', reactions: { HEART: 7 } },
  ];
  const { reactions, count } = conversationOf(post, [], { ...snapshot, discussions }, setting);
  expect({ reactions, count }).toEqual({ reactions: { HEART: 3, ROCKET: 1 }, count: 0 });
});

describe('questions', () => {
  test.each([
    ['Question 3: yes', 3],
    ['Pregunta 2. sí', 2],
    ['السؤال ٣: نعم', 3],
    ['**Question 1:** a', 1],
    ['question 5 – yes', 5],
    ['QUESTION 5 - yes', 5],
    ['Question 5\nYes', 5],
    ['Question #5: yes', 5],
    ['“Question 2:” Yes', 2],
    ['(Question 2) Yes', 2],
    ['> Question 2: Why?\nBecause.', 2],
    ['- Question 2. Yes', 2],
    ['Q5. Yes', 5],
    ['Q5', 5],
    ['q 5: yes', 5],
    ['Q5 — yes', 5],
    ['5) Yes', 5],
    ['(5) Yes', 5],
    ['5. Yes', 5],
    ['5) Yes\n6) No', 5],
    ['1) Clay, mostly', 1],
    ['pregunta 5 – sí', 5],
    ['Pregunta n.º 5: sí', 5],
    ['Pregunta nº 5: sí', 5],
    ['Pregunta número 5: sí', 5],
    ['P5. Sí', 5],
    ['السؤال رقم ٥: نعم', 5],
    ['سؤال ٥ – نعم', 5],
    ['س٥: نعم', 5],
    ['\u200fالسؤال ٥: نعم', 5],
    ['٥) نعم', 5],
    ['٥- نعم', 5],
    ['۵. بله', 5],
    ['第3題 好', 3],
    ['The question 3: is', undefined],
    ['Questions 3 are hard', undefined],
    ['Question 3 is hard', undefined],
    ['Question 3.5 is not one', undefined],
    ['Questions 2 and 3: yes', undefined],
    ['Question 2-3: yes', undefined],
    ['Question 2 – 3: yes', undefined],
    ['Question 215: yes', undefined],
    ['Q5-related work goes on', undefined],
    ['Q3 was good for us', undefined],
    ['p. 5: the author says so', undefined],
    ['p5: the author says so', undefined],
    ['5 people came', undefined],
    ['5 – 6 people came', undefined],
    ['5-6 people came', undefined],
    ['5 - that is how many came', undefined],
    ['5-year plans fail', undefined],
    ['3.5 million books', undefined],
    ['10:30 was late', undefined],
    ['2026. A good year', undefined],
    ['2026) A good year', undefined],
    ['5️⃣: yes', 5],
    ['1) Money\n2) Time', undefined],
    ['1) money, 2) time', undefined],
    ['١) المال\n٢) الوقت', undefined],
    ['سؤال جيد: ٥', undefined],
    ['Quito 5: a fine library', undefined],
    ['', undefined],
  ])('"%s" answers %s', (text, number) => expect(questionNumberIn(text)).toBe(number));

  test.each([
    ['<p dir="auto">5\\) Yes</p>', undefined],
    ['<ol start="5" dir="auto"><li>Yes</li></ol>', 5],
    ['<ol start="2"><li><p>Yes</p><p>And no</p></li></ol><p>More</p>', 2],
    ['<ol><li>Clay</li></ol>', 1],
    ['<ol><li>Money</li><li>Time</li></ol>', undefined],
    ['<p>Three things:</p><ol start="2"><li>Time</li></ol>', undefined],
    ['<h2>Question 2</h2><p>Yes</p>', 2],
    ['<p><strong>Question 2</strong><br>Yes</p>', 2],
    ['<p><strong>Question 2</strong>: yes</p>', 2],
    ['<p>Question 2<em> is hard</em></p>', undefined],
    ['<blockquote><p>Question 2: Why?</p></blockquote><p>So.</p>', 2],
    ['<ul><li>Question 2: so</li></ul>', 2],
    ['<p dir="rtl">السؤال ٢:<br>نعم</p>', 2],
  ])('on GitHub, %s answers %s', (bodyHTML, question) => {
    const [one] = snapshot.discussions;
    if (!one) throw new Error('There is a discussion.');
    const comments = [{ ...said('99', '2013-08-06T12:00:00Z', { html: bodyHTML }), replies: [] }];
    const discussions = [{ ...one, comments }];
    const { threads } = conversationOf(
      { ...post, questionCount: 6 },
      [],
      { ...snapshot, discussions },
      setting,
    );
    expect(threads[0]?.response.question).toBe(question);
  });
});

describe('giscus', () => {
  const giscus = { repository: 'o/r', repositoryId: 'R_1', category: 'Q & A', categoryId: 'DIC_1' };
  const page = { permanentId: '2013-08-reflection', lang: 'es-AR' };

  test('goes by the permanent id until the snapshot knows the number', () => {
    expect(giscusAttributes(giscus, page, undefined)).toMatchObject({
      mapping: 'specific',
      term: '2013-08-reflection',
      strict: '1',
      lang: 'es',
    });
    expect(giscusAttributes(giscus, page, 4)).toMatchObject({ mapping: 'number', term: '4' });
  });

  test.each([
    'https://giscus.example.org',
    'https://giscus.example.org/',
    'https://giscus.example.org:8443',
    'https://GISCUS.example.org',
    'https://giscus.bücher.example',
    'http://localhost:3000',
    'http://127.0.0.1:3000',
  ])('%s is a host', (host) => {
    const read = programSchema.shape.giscus.safeParse({ ...giscus, host });
    expect(read.success).toBe(true);
    expect(giscusOrigin({ host })).toMatch(/^https?:\/\/[a-z0-9.:-]+$/);
  });

  test.each([
    ...['https://*.example.org', 'https://*', 'https://a;script-src', 'https://a.org;sandbox'],
    ...["https://a'b.org", 'https://a.org,b.org', 'https://a.org/widget', 'https://a.org/?x'],
    ...['https://a.org/#x', 'https://u:p@a.org', 'http://giscus.example.org', 'giscus.example.org'],
    ...['//a.org', 'ftp://a.org', 'javascript:1', 'data:text/html,1', 'https://', 'https://[::1]'],
    ...['https://a b.org', 'https://org', 'https://-a.org', 'https://a..org', 'https://a.org.'],
  ])('%s is none', (host) => {
    expect(programSchema.shape.giscus.safeParse({ ...giscus, host }).success).toBe(false);
  });

  test('never asks for a language that giscus refuses', () => {
    expect([giscusLanguage('el'), giscusLanguage('zh-hans'), giscusLanguage('mt')]).toEqual([
      'gr',
      'zh-Hans',
      'en',
    ]);
  });

  test('the hash is that of giscus: SHA-1 of the term', async () => {
    expect(await discussionMarker('abc')).toBe(
      '<!-- sha1: a9993e364706816aba3e25717850c26c9cd0d89d -->',
    );
  });
});
