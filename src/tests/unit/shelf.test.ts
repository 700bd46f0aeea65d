import { expect, test } from 'vitest';
import type { ListedPost } from '../../blog/listed-post.ts';
import { openPost, pagesOf, relatedPosts } from '../../blog/shelf.ts';

const post = (id: string, more: Partial<ListedPost> = {}, tags: string[] = []) => ({
  id,
  kind: 'discussion' as const,
  title: id,
  summary: id,
  date: '2013-08-03',
  round: { id: 'pilot', label: 'Pilot' },
  authors: [],
  questionCount: 0,
  lang: 'en',
  withdrawn: false,
  fields: { responses: 'open' as 'open' | 'closed' },
  tags: tags.map((tag) => ({ id: tag })),
  ...more,
});

test('the first page of a list stands at its own address, the others below it', () => {
  const pages = pagesOf([1, 2, 3, 4, 5], 2);
  expect(pages.map(({ param, items }) => [param, items])).toEqual([
    [undefined, [1, 2]],
    ['page/2', [3, 4]],
    ['page/3', [5]],
  ]);
});

test('an empty list still has a page that says so', () => {
  expect(pagesOf([])).toEqual([{ param: undefined, page: 1, last: 1, items: [] }]);
});

test('the open discussion is the newest whose responses are open', () => {
  const closed = { ...post('closed'), fields: { responses: 'closed' as const } };
  expect(openPost([post('news', { kind: 'update' }), closed, post('old')])?.id).toBe('old');
});

test('where no discussion is open, home leads with the newest post', () => {
  expect(openPost([post('news', { kind: 'update' })])?.id).toBe('news');
});

test('a withdrawn discussion is never the open one', () => {
  expect(openPost([post('gone', { withdrawn: true }), post('old')])?.id).toBe('old');
});

test('a rare tag in common is nearer than a common one', () => {
  const here = post('here', {}, ['books', 'fiji']);
  const all = [
    here,
    post('a', {}, ['books']),
    post('b', {}, ['books']),
    post('c', {}, ['fiji']),
    post('d', {}, []),
  ];
  expect(relatedPosts(here, all, new Set(['b'])).map((other) => other.id)).toEqual(['c', 'a']);
});
