import { expect, test } from 'vitest';
import { checkContent } from '../../../check/check.ts';
import type { ContentFolder } from '../../../core/content-files/folder.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { postId, postText, sampleContent, updateText } from '../../support/sample-content.ts';

const PATH = `posts/${postId}/index.mdx`;
const ASKED =
  '## Questions\n\n- What did you learn?\n- What did you never ask?\n- Who helped you most?\n';
const published = sampleContent({
  [PATH]: postText(ASKED),
  [`posts/${postId}/responses.yaml`]:
    '- { id: mail-1, source: email, author: { name: A }, date: 2013-08-05, text: A }\n',
});
const now = new Date('2013-09-01T00:00:00Z');

/** What is said when the published content becomes this: `file:line rule`, files within content/. */
function said(after: ContentFolder, before: ContentFolder = published): string[] {
  const files = new Map([...before.texts].filter(([path, text]) => after.texts.get(path) !== text));
  const { problems } = checkContent(after, parsePost, { published: files, now });
  return problems.map(({ file, line, rule }) => {
    const place = file.replace('content/', '').replace(PATH, 'POST');
    return `${line ? `${place}:${line}` : place} ${rule}`;
  });
}

const withText = (texts: Record<string, string | undefined>) => {
  const all = new Map<string, string>([...published.texts]);
  for (const [path, text] of Object.entries(texts)) {
    if (text === undefined) all.delete(path);
    else all.set(path, text);
  }
  return { ...published, texts: all };
};
const withPost = (body?: string, fields?: Record<string, string>) =>
  withText({ [PATH]: postText(body ?? ASKED, fields) });
const moved = (fields: Record<string, string>, body = ASKED) =>
  withText({
    [PATH]: undefined,
    [`posts/${postId}/responses.yaml`]: undefined,
    'posts/2013-08-looking-back/index.mdx': postText(body, fields),
    'posts/2013-08-looking-back/responses.yaml': published.texts.get(
      `posts/${postId}/responses.yaml`,
    ),
  });

test('content that is as it was has nothing to say', () => {
  expect(said(published)).toEqual([]);
});

test('a published post cannot vanish, nor be renamed without saying what it was', () => {
  expect(
    said(withText({ [PATH]: undefined, [`posts/${postId}/responses.yaml`]: undefined })),
  ).toEqual(['POST address-gone']);
  expect(said(moved({}))).toEqual(['POST address-gone']);
});

test('a post that is renamed says what it was, and its questions are still held', () => {
  const formerly = { formerly: `formerly: [${postId}]` };
  expect(said(moved(formerly))).toEqual([]);
  expect(said(moved(formerly, '## Questions\n\n- What did you learn?\n'))).toEqual([
    'posts/2013-08-looking-back/index.mdx:15 question-gone',
    'posts/2013-08-looking-back/index.mdx:15 question-gone',
  ]);
});

test('a former name stays, and the first of them stays the first', () => {
  const before = withPost(ASKED, { formerly: 'formerly: [2013-08-a, 2013-08-b]' });
  const after = (formerly: string) => withPost(ASKED, { formerly });
  expect(said(after('formerly: [2013-08-a]'), before)).toEqual(['POST:10 former-address-gone']);
  expect(said(after('formerly: [2013-08-b, 2013-08-a]'), before)).toEqual(['POST:10 permanent-id']);
  expect(said(after(''), before)).toEqual([
    'POST:1 former-address-gone',
    'POST:1 former-address-gone',
    'POST:1 permanent-id',
  ]);
});

test('a published post cannot become a draft, or be put off', () => {
  expect(said(withPost(ASKED, { draft: 'draft: true' }))).toEqual(['POST:10 unpublished']);
  expect(said(withPost(ASKED, { date: 'date: 2013-09-03' }))).toEqual(['POST:6 unpublished']);
});

test('a withdrawn post keeps its address, and need not keep its text', () => {
  expect(said(withPost('Gone.\n', { withdrawn: 'withdrawn: The author asked us to.' }))).toEqual(
    [],
  );
});

test('what is not out yet may change and go', () => {
  const before = withPost(ASKED, { date: 'date: 2013-09-10' });
  expect(
    said(withText({ [PATH]: undefined, [`posts/${postId}/responses.yaml`]: undefined }), before),
  ).toEqual([]);
  expect(
    said(withPost('## Questions\n\n- Other?\n', { date: 'date: 2013-09-10' }), before),
  ).toEqual([]);
});

test('questions may be corrected and added at the end', () => {
  expect(said(withPost(ASKED.replace('did you learn', 'have you learned')))).toEqual([]);
  expect(said(withPost(`${ASKED}- What is next?\n`))).toEqual([]);
});

test('a published question cannot go, be another, or get another number', () => {
  expect(said(withPost(ASKED.replace('- Who helped you most?\n', '')))).toEqual([
    'POST:15 question-gone',
  ]);
  expect(
    said(withPost(ASKED.replace('What did you never ask?', 'Is tea better than coffee?'))),
  ).toEqual(['POST:15 question-gone']);
  expect(said(withPost(ASKED.replace('- What', '- How are you?\n- What')))).toEqual([
    'POST:15 question-moved',
  ]);
});

test('the day of a published post is better left, and a corrected time of the same day no matter', () => {
  expect(said(withPost(ASKED, { date: 'date: 2013-08-04' }))).toEqual(['POST:6 date-changed']);
  expect(said(withPost(ASKED, { date: 'date: 2013-08-03T09:00+10:00' }))).toEqual([]);
});

test('the feed id of an imported post stays', () => {
  const before = withPost(ASKED, { guid: 'guid: http://former.example/?p=12' });
  expect(said(withPost(ASKED), before)).toEqual(['POST:1 guid-changed']);
});

test('a response that was filed stays', () => {
  expect(said(withText({ [`posts/${postId}/responses.yaml`]: undefined }))).toEqual([
    `posts/${postId}/responses.yaml response-gone`,
  ]);
});

test('tags, rounds, people and pages leave a former name behind', () => {
  const tags = published.texts.get('tags.yaml') ?? '';
  const renamed = tags.replace('culture:\n', 'cultures:\n');
  expect(said(withText({ 'tags.yaml': renamed }))).toEqual(['tags.yaml address-gone']);
  expect(said(withText({ 'tags.yaml': `${renamed}  formerly: [culture]\n` }))).toEqual([]);
  expect(said(withText({ 'tags.yaml': tags.replace('  formerly: [retrospect]\n', '') }))).toEqual([
    'tags.yaml former-address-gone',
  ]);
  expect(said(withText({ 'rounds.yaml': 'pilot: { label: Pilot }\n' }))).toEqual([
    'rounds.yaml address-gone',
  ]);
  expect(
    said(
      withText({
        'people/team.yaml': undefined,
        'people/all.yaml': 'name: All\nformerly: [coordinators, team]\n',
      }),
    ).filter((one) => !one.includes('former-id')),
  ).toEqual([]);
  expect(said(withText({ 'pages/about.mdx': undefined }))).toEqual([
    'pages/about.mdx address-gone',
  ]);
});

test("the feeds' authority never changes", () => {
  const program = published.texts.get('program.yaml') ?? '';
  expect(said(withText({ 'program.yaml': program.replace('year: 2013', 'year: 2014') }))).toEqual([
    'program.yaml:9 feed-authority',
  ]);
  expect(said(withText({ 'program.yaml': program.replace('A line', 'Another') }))).toEqual([]);
});

test('the list of a kind keeps its address and the id of its feed', () => {
  const program = published.texts.get('program.yaml') ?? '';
  const withKinds = (lines: string) => withText({ 'program.yaml': `${program}kinds:\n${lines}` });
  const webinar = (path: string) =>
    `  webinar: { path: ${path}, labels: { en: { one: Webinar, many: Webinars } } }\n`;
  const ours = '  discussion:\n  update:\n  story:\n';
  expect(said(withKinds(ours))).toEqual([]);
  expect(said(withKinds(`${ours}${webinar('webinars')}`))).toEqual([]);
  expect(said(withKinds(`  discussion:\n  update:\n${webinar('webinars')}`))).toEqual([
    'program.yaml:12 kind-gone',
  ]);
  expect(said(withKinds(`  discussion:\n  update:\n  story: { path: postcards }\n`))).toEqual([
    'program.yaml:12 kind-gone',
  ]);
  expect(said(withKinds(`  discussion:\n  update:\n${webinar('stories')}`))).toEqual([
    'program.yaml:12 kind-renamed',
  ]);
});

test('the sentences say what is lost and how to keep it', () => {
  const files = new Map([[PATH, postText(ASKED)]]);
  const { problems } = checkContent(withText({ [PATH]: updateText('Prose.') }), parsePost, {
    published: files,
    now,
  });
  expect(problems.map(({ message, hint }) => `${message} ${hint}`)[0]).toBe(
    'Question 1 is published and would disappear: "What did you learn?" Put it back in its place. Its number is part of an address, and answers refer to it.',
  );
});
