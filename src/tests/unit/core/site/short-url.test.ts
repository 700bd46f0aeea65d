import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duplicateCodes, shortCode } from '../../../../core/site/short-url.ts';

test('short addresses are what they were when they were first printed', () => {
  expect(shortCode('2013-08-reflection')).toBe('dc98jpk');
  expect(shortCode('2013-05-drought')).toBe('9bs7kzq');
});

test('a code has seven characters that nobody confuses and no word can be made of', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(shortCode(id)).toMatch(/^[23456789bcdfghjkmnpqrstvwxz]{7}$/);
    }),
  );
});

test('ten thousand posts have ten thousand codes', () => {
  const ids = Array.from(
    { length: 10_000 },
    (_, n) => `${2000 + (n % 40)}-${String((n % 12) + 1).padStart(2, '0')}-post-${n}`,
  );
  expect(duplicateCodes(ids)).toEqual([]);
});
