import { expect, test } from 'vitest';
import { queryFrom, searchOf } from '../../blog/search.ts';

test('a query survives the way into an address and back', () => {
  const query = { words: 'café & كتب', chosen: { tag: 'Books & reading', year: '2013' } };
  expect(queryFrom(searchOf(query))).toEqual(query);
});

test('an empty query leaves the address bare', () => {
  expect(searchOf({ words: '  ', chosen: {} })).toBe('');
});

test('what is not a facet is passed over', () => {
  expect(queryFrom('?q=a&colour=red&tag=')).toEqual({ words: 'a', chosen: {} });
});
