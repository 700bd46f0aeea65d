import { expect, test } from 'vitest';
import type { PostSummary } from '../../../core/model/post-summary.ts';
import { changedAfter } from '../../../core/model/translation.ts';
import { openDiscussion } from '../../../posts/open-discussion.ts';
import { paginate } from '../../../posts/pagination.ts';
import { relatedAmong, relatedPosts } from '../../../posts/related-posts.ts';

const post = (
  id: string,
  more: Partial<PostSummary> = {},
  tags: string[] = [],
  named: { date?: string; updated?: string; follows?: string; translationOf?: string } = {},
) => ({
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
  fields: { responses: 'open' as 'open' | 'closed', ...named },
  tags: tags.map((tag) => ({ id: tag })),
  ...more,
});

test('the first page of a list stands at its own address, the others below it', () => {
  const pages = paginate([1, 2, 3, 4, 5], 2);
  expect(pages.map(({ param, items }) => [param, items])).toEqual([
    [undefined, [1, 2]],
    ['page/2', [3, 4]],
    ['page/3', [5]],
  ]);
});

test('an empty list still has a page that says so', () => {
  expect(paginate([])).toEqual([{ param: undefined, page: 1, last: 1, items: [] }]);
});

test('the open discussion is the newest whose responses are open', () => {
  const closed = { ...post('closed'), fields: { responses: 'closed' as const } };
  expect(openDiscussion({}, [post('news', { kind: 'update' }), closed, post('old')])?.id).toBe(
    'old',
  );
});

test('where no discussion is open, home leads with the newest post', () => {
  expect(openDiscussion({}, [post('news', { kind: 'update' })])?.id).toBe('news');
});

test('a translation never leads home, however new it is, but where there is nothing else', () => {
  const translation = post('versión', { lang: 'es' }, [], { translationOf: 'old' });
  expect(openDiscussion({}, [translation, post('old')])?.id).toBe('old');
  const news = post('news', { kind: 'update' });
  expect(openDiscussion({}, [translation, news])?.id).toBe('news');
  expect(openDiscussion({}, [translation])?.id).toBe('versión');
});

test('a withdrawn discussion is never the open one', () => {
  expect(openDiscussion({}, [post('gone', { withdrawn: true }), post('old')])?.id).toBe('old');
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
  expect(relatedAmong(all)(here, new Set(['b'])).map((other) => other.id)).toEqual(['c', 'a']);
});

test('of posts equally near, those of the same round stand first, then the newest', () => {
  const other = { id: 'other', label: 'Other' };
  const here = post('here', {}, ['books']);
  const all = [
    post('newer', { round: other }, ['books']),
    post('gone', { withdrawn: true }, ['books']),
    here,
    post('older', { round: other }, ['books']),
    post('same', {}, ['books']),
    post('oldest', { round: other }, ['books']),
  ];
  expect(relatedAmong(all)(here, new Set()).map(({ id }) => id)).toEqual([
    'same',
    'newer',
    'older',
  ]);
});

test.each([
  { original: {}, translation: { date: '2013-08-03' }, told: undefined },
  { original: { updated: '2013-09-01' }, translation: { date: '2013-08-03' }, told: '2013-09-01' },
  { original: { updated: '2013-08-03' }, translation: { date: '2013-08-03' }, told: undefined },
  {
    original: { updated: '2013-09-01' },
    translation: { date: '2013-08-03', updated: '2013-09-02' },
    told: undefined,
  },
  {
    original: { updated: '2013-09-01T09:00' },
    translation: { date: '2013-08-03T23:00', updated: '2013-08-31' },
    told: '2013-09-01',
  },
])('of $original, its translation $translation tells $told', ({ original, translation, told }) => {
  const all = [
    post('versión', {}, [], { ...translation, translationOf: 'topic' }),
    post('topic', {}, [], { date: '2013-07-01', ...original }),
  ];
  const [translated, itself] = relatedPosts(all).map(({ shelf }) => shelf.changedOriginal);
  expect(translated && [translated.post.id, translated.day]).toEqual(told && ['topic', told]);
  expect(itself).toBeUndefined();
});

test('a standing page that does not say when it was made is not called old', () => {
  expect(changedAfter({ updated: '2013-09-01' }, {})).toBeUndefined();
});

test('a shelf names topic, follow-ups, translations and neighbours, each once', () => {
  const all = [
    post('third', {}, ['books'], { follows: 'topic' }),
    post('versión', { lang: 'es' }, ['books'], { translationOf: 'topic' }),
    post('topic', {}, ['books']),
    post('second', {}, ['books'], { follows: 'topic' }),
    post('far', {}, ['books']),
  ];
  const shelf = relatedPosts(all).find((one) => one.post.id === 'topic')?.shelf;
  expect(shelf?.followUps.map(({ id }) => id)).toEqual(['second', 'third']);
  expect(shelf?.translations.map(({ id }) => id)).toEqual(['versión']);
  expect([shelf?.newer?.id, shelf?.older?.id]).toEqual(['versión', 'second']);
  expect(shelf?.related.map(({ id }) => id)).toEqual(['far']);
  const translated = relatedPosts(all).find((one) => one.post.id === 'versión')?.shelf;
  expect(translated?.translations.map(({ id }) => id)).toEqual(['topic']);
  expect(relatedPosts(all)[0]?.shelf.topic?.id).toBe('topic');
});

test('the way on leads past withdrawn posts', () => {
  const gone = { withdrawn: true };
  const all = [post('new'), post('a', gone), post('here'), post('b', gone), post('c', gone)];
  const shelf = relatedPosts(all).find(({ post }) => post.id === 'here')?.shelf;
  expect([shelf?.newer?.id, shelf?.older?.id]).toEqual(['new', undefined]);
});
