import { expect, test } from 'vitest';
import { callNumbers, minutesToRead } from '../../../../core/model/post-summary.ts';

test('a discussion is numbered by its month, not by counting', () => {
  const numbers = callNumbers([{ id: '2013-08-reflection', month: '2013-08', date: '2013-08-03' }]);
  expect(numbers.get('2013-08-reflection')).toBe('2013-08');
});

test('two discussions of one month get a and b in the order of their days', () => {
  const numbers = callNumbers([
    { id: '2014-05-books', month: '2014-05', date: '2014-05-19' },
    { id: '2014-05-spaces', month: '2014-05', date: '2014-05-05' },
  ]);
  expect(numbers.get('2014-05-spaces')).toBe('2014-05a');
  expect(numbers.get('2014-05-books')).toBe('2014-05b');
});

test('an update has no catalogue number', () => {
  expect(callNumbers([{ id: '2013-05-call', date: '2013-05-14' }]).size).toBe(0);
});

test('a text takes a minute at least, and Chinese is not counted as one long word', () => {
  expect(minutesToRead('Short.')).toBe(1);
  expect(minutesToRead('word '.repeat(690))).toBe(3);
  expect(minutesToRead('图'.repeat(1350))).toBe(3);
});
