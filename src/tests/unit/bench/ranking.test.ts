import { expect, test } from 'vitest';
import { scoreOf } from '../../../bench/ranking.ts';

test('a search is scored by where the first right answer stands among ten', () => {
  const nowhere = Number.POSITIVE_INFINITY;
  expect(scoreOf([1, 2, 4, 11, nowhere])).toEqual({
    queries: 5,
    first: 0.2,
    firstThree: 0.4,
    reciprocal: (1 + 1 / 2 + 1 / 4) / 5,
  });
  expect(scoreOf([]).first).toBe(0);
});
