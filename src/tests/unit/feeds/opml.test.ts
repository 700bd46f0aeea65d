import { parseOpml } from 'feedsmith';
import { expect, test } from 'vitest';
import { opml } from '../../../feeds/opml.ts';
import { oneClickCalendars, oneClickReaders } from '../../../feeds/subscribe-links.ts';

test('a reader that opens the list finds every feed with its name and address', () => {
  const feeds = [
    {
      title: 'Q & A "now"',
      label: 'Q & A',
      address: 'https://e.org/tags/q/rss.xml',
      home: 'https://e.org/tags/q/',
    },
  ];
  const read = parseOpml(opml('All feeds', [{ title: 'Tags', feeds }]));
  expect(read.head?.title).toBe('All feeds');
  expect(read.body?.outlines?.[0]).toMatchObject({ text: 'Tags' });
  expect(read.body?.outlines?.[0]?.outlines).toEqual([
    {
      type: 'rss',
      text: 'Q & A "now"',
      title: 'Q & A "now"',
      xmlUrl: 'https://e.org/tags/q/rss.xml',
      htmlUrl: 'https://e.org/tags/q/',
    },
  ]);
});

test('a heading without feeds is left out of the list', () => {
  expect(opml('All feeds', [{ title: 'People', feeds: [] }])).not.toContain('People');
});

test('a click on a reader hands it the whole address', () => {
  for (const { address } of oneClickReaders('https://e.org/blog/rss.xml?a=1&b=2')) {
    expect(address).toContain('https%3A%2F%2Fe.org%2Fblog%2Frss.xml%3Fa%3D1%26b%3D2');
  }
});

test('a click on a calendar program hands it the whole address', () => {
  const addresses = oneClickCalendars('https://e.org/blog/calendar.ics').map(
    ({ address }) => address,
  );
  expect(addresses[0]).toBe('webcal://e.org/blog/calendar.ics');
  for (const address of addresses) {
    expect(decodeURIComponent(address)).toMatch(/(webcal|https):\/\/e\.org\/blog\/calendar\.ics$/);
  }
});
