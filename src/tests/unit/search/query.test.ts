import { expect, test } from 'vitest';
import { queryFrom, searchOf } from '../../../search/query.ts';

test('a query survives the way into an address and back', () => {
  const chosen = { tag: ['reflection', 'language'], year: ['2013'] };
  const query = { words: 'café & كتب', chosen, isNewestFirst: true };
  expect(queryFrom(searchOf(query))).toEqual(query);
});

test('an empty query leaves the address bare', () => {
  expect(searchOf({ words: '  ', chosen: { tag: [] }, isNewestFirst: true })).toBe('');
});

test('what is not a facet is passed over, and a choice counts once', () => {
  expect(queryFrom('?q=a&colour=red&tag=&kind=story&kind=story')).toEqual({
    words: 'a',
    chosen: { kind: ['story'] },
    isNewestFirst: false,
  });
});
