import { expect, test } from 'vitest';
import { archiveYears } from '../../../posts/archive.ts';

const posts = ['2014-02-01', '2013-12-24', '2013-12-01', '2013-03-04'].map((date) => ({ date }));

test('the archive has its years from the newest, and their months as the posts come', () => {
  const years = archiveYears(posts);
  expect(years.map(({ year, posts }) => [year, posts.length])).toEqual([
    ['2014', 1],
    ['2013', 3],
  ]);
  expect(years[1]?.months.map(([month, ofMonth]) => [month, ofMonth.length])).toEqual([
    ['2013-12', 2],
    ['2013-03', 1],
  ]);
});

test('a year shows all its months, the empty ones too', () => {
  const [year] = archiveYears(posts);
  expect(year?.grid).toHaveLength(12);
  expect(year?.grid.filter(({ count }) => count > 0)).toEqual([{ month: '2014-02', count: 1 }]);
});
