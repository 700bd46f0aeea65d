import { expect, test } from 'vitest';
import { checkContent, checkText } from '../../../check/check.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import {
  contentWithPost,
  postId,
  postText,
  QUESTIONS,
  sampleContent,
} from '../../support/sample-content.ts';

test('a text judged alone against the catalogue hears what it hears among the others', () => {
  const fields = { tags: 'tags: [reflexion]', follows: 'follows: 2013-07-other' };
  const source = postText(`[a](/nowhere/) <br>\n\n${QUESTIONS}`, fields);
  const { problems, catalogue } = checkContent(contentWithPost(source), parsePost);
  const file = `content/posts/${postId}/index.mdx`;
  const alone = checkText(
    { room: 'posts', id: postId, file, source, beside: new Map() },
    JSON.parse(JSON.stringify(catalogue)),
    parsePost,
  );
  expect(alone.map(({ rule }) => rule)).toEqual(['unknown-tag', 'broken-link', 'html']);
  expect(alone).toEqual(problems);
});

test('what is wrong in several fields, in the text and in other files is told in one run', () => {
  const fields = { summary: 'sumary: x', date: 'date: 2013-02-31', round: 'round: pilott' };
  const content = contentWithPost(postText('I <3 this.\n\n![](./a.jpg)\n', fields));
  const { problems } = checkContent(content, parsePost);
  expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
    '3 no-questions',
    '5 unknown-round',
    '6 field',
    '7 unknown-key',
    '12 less-than',
    '14 no-alt',
    '14 missing-picture',
  ]);
});

test("a new post may not take the id of another, today's or a former one, unless it changes that post", () => {
  const { catalogue } = checkContent(contentWithPost(postText()), parsePost);
  const said = (id: string, fields = {}) => {
    const source = postText(undefined, fields);
    const post = { room: 'posts' as const, id, file: 'new', source, beside: new Map() };
    return checkText(post, catalogue, parsePost, true).map(({ rule }) => rule);
  };
  expect(said('2013-08-new')).toEqual([]);
  expect(said(postId)).toEqual(['id-taken']);
  expect(said(postId, { updated: 'updated: 2013-08-10' })).toEqual([]);
  expect(said('2013-07-the-other')).toContain('id-taken');
  expect(said('2013-08-new', { formerly: 'formerly: [2013-07-other]' })).toEqual(['id-twice']);
});

test('a new post with a day that is over is told so, in the check and while it is written', () => {
  const content = contentWithPost(postText());
  const path = `posts/${postId}/index.mdx`;
  const rules = (at: string, source = postText()) => {
    const now = new Date(at);
    const whole = sampleContent({ [path]: source });
    const { problems, catalogue } = checkContent(whole, parsePost, { now, added: new Set([path]) });
    const file = `content/${path}`;
    const written = { room: 'posts' as const, id: '2013-08-new', file, source, beside: new Map() };
    const told = checkText(written, catalogue, parsePost, true, now);
    expect(told.map(({ rule }) => rule)).toEqual(problems.map(({ rule }) => rule));
    return problems.map(({ rule, line }) => `${line} ${rule}`);
  };
  expect(rules('2013-08-05T00:00:00Z')).toEqual(['6 date-past']);
  // In Sydney it is the fourth already.
  expect(rules('2013-08-03T20:00:00Z')).toEqual(['6 date-past']);
  expect(rules('2013-08-03T10:00:00Z')).toEqual([]);
  expect(rules('2013-08-05T00:00:00Z', postText(undefined, { draft: 'draft: true' }))).toEqual([]);
  expect(rules('2013-08-05T00:00:00Z', postText(undefined, { guid: 'guid: tag:a' }))).toEqual([]);
  expect(checkContent(content, parsePost, { now: new Date('2013-09-01') }).problems).toEqual([]);
});

test.each([
  ['words and stars', `title: "${'*a '.repeat(60_000)}"`],
  ['brackets', `title: "${'['.repeat(200_000)}"`],
  ['hidden spaces', `title: A\nkind: ${'\u00a0'.repeat(200_000)}x`],
  ['a note without its end', `<!--${' '.repeat(200_000)}x`],
  ['licences', `licence: ${'CC BY '.repeat(30_000)}`],
])('fields of nothing but %s keep nobody waiting', (_, lines) => {
  const start = performance.now();
  checkContent(contentWithPost(postText(undefined, { title: lines })), parsePost);
  expect(performance.now() - start).toBeLessThan(4000);
});
