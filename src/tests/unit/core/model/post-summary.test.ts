import { expect, test } from 'vitest';
import { callNumbers, minutesToRead, newestFirst } from '../../../../core/model/post-summary.ts';

test('a discussion is numbered by its month, not by counting', () => {
  const numbers = callNumbers([
    { permanentId: '2013-08-reflection', month: '2013-08', published: new Date('2013-08-03') },
  ]);
  expect(numbers.get('2013-08-reflection')).toBe('2013-08');
});

test('two discussions of one month get a and b in the order of their days', () => {
  const numbers = callNumbers([
    { permanentId: '2014-05-books', month: '2014-05', published: new Date('2014-05-19') },
    { permanentId: '2014-05-spaces', month: '2014-05', published: new Date('2014-05-05') },
  ]);
  expect(numbers.get('2014-05-spaces')).toBe('2014-05a');
  expect(numbers.get('2014-05-books')).toBe('2014-05b');
});

test('a translation has the number of its original, and changes no other', () => {
  const march = { month: '2014-03', original: '2014-03-books' };
  const numbers = callNumbers([
    { permanentId: '2014-03-books', month: '2014-03', published: new Date('2014-03-03') },
    { permanentId: '2014-03-libros', ...march, published: new Date('2014-03-02') },
    {
      permanentId: '2014-03-livres',
      ...march,
      month: '2014-04',
      published: new Date('2014-04-02'),
    },
    { permanentId: '2014-05-a', month: '2014-05', published: new Date('2014-05-05') },
    { permanentId: '2014-05-b', month: '2014-05', published: new Date('2014-05-19') },
    {
      permanentId: '2014-05-be',
      ...march,
      original: '2014-05-b',
      published: new Date('2014-06-01'),
    },
    {
      permanentId: '2014-06-waits',
      ...march,
      original: 'not-out-yet',
      published: new Date('2014-06-01'),
    },
  ]);
  expect(Object.fromEntries(numbers)).toEqual({
    '2014-03-books': '2014-03',
    '2014-03-libros': '2014-03',
    '2014-03-livres': '2014-03',
    '2014-05-a': '2014-05a',
    '2014-05-b': '2014-05b',
    '2014-05-be': '2014-05b',
    '2014-06-waits': '2014-03',
  });
});

test('an update has no catalogue number', () => {
  expect(
    callNumbers([{ permanentId: '2013-05-call', published: new Date('2013-05-14') }]).size,
  ).toBe(0);
});

test('a text takes a minute at least, and Chinese is not counted as one long word', () => {
  expect(minutesToRead('Short.')).toBe(1);
  expect(minutesToRead('word '.repeat(690))).toBe(3);
  expect(minutesToRead('图'.repeat(1350))).toBe(3);
});

test('posts of one moment stand in one order everywhere, which a new name does not change', () => {
  const published = new Date('2013-08-03T09:00:00Z');
  const older = { permanentId: '2013-08-z', published: new Date('2013-08-02T09:00:00Z') };
  const [first, second] = ['2013-08-a', '2013-08-b'].map((permanentId) => ({
    permanentId,
    published,
  }));
  for (const posts of [
    [first, second, older],
    [older, second, first],
  ]) {
    const known = posts.filter((post) => post !== undefined);
    expect(newestFirst(known)).toEqual([second, first, older]);
  }
});
