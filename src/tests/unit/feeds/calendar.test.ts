import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import { siteUrls } from '../../../core/site/urls.ts';
import { calendar } from '../../../feeds/calendar.ts';

const en = wordsFor('en');

const program = {
  name: 'A program',
  description: 'About it.',
  timeZone: 'Australia/Sydney',
  feedAuthority: { domain: 'example.org', year: 2013 },
};
const setting = { program, urls: siteUrls('https://example.org', '/blog'), words: en };
const discussion = {
  id: '2013-12-reading',
  formerly: [],
  title: 'Reading; and, writing',
  summary: 'What we read.',
  month: '2013-12',
  date: '2013-12-02',
};
const round = {
  id: 'round-1',
  label: 'Round 1',
  starts: '2013-09-01',
  ends: '2014-02-28',
  applicationsClose: '2013-08-15',
  formerly: [],
};
const written = (title = discussion.title) =>
  calendar([{ ...discussion, title }], [round], setting);
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

test('a discussion spans its month, the last day included', () => {
  expect(unfolded(written())).toContain(
    'DTSTART;VALUE=DATE:20131201\r\nDTEND;VALUE=DATE:20140101\r\n',
  );
});

test('the first and the last day of a round are days of the calendar everywhere', () => {
  const text = unfolded(written());
  expect(text).toContain('DTSTART;VALUE=DATE:20130901\r\nDTEND;VALUE=DATE:20130902');
  expect(text).toContain('DTSTART;VALUE=DATE:20140228\r\nDTEND;VALUE=DATE:20140301');
});

test("applications close at midnight of the program's zone, wherever the reader is", () => {
  expect(unfolded(written())).toContain('DTSTART:20130814T140000Z\r\nDTEND:20130815T140000Z');
});

test('an entry keeps its UID through a rename and a new title', () => {
  const uids = (text: string) => unfolded(text).match(/^UID:.*$/gm);
  const renamed = { ...discussion, id: '2013-12-books', formerly: [discussion.id], title: 'Books' };
  expect(uids(calendar([renamed], [round], setting))).toEqual(uids(written()));
  expect(uids(written())).toContain('UID:discussion-2013-12-reading@example.org');
});

test('an entry that changed says so in the ways by which calendars take the newer one', () => {
  const edited = { ...discussion, updated: '2013-12-12' };
  const [before, after] = [written(), calendar([edited], [round], setting)].map(unfolded);
  expect(before).toContain('SEQUENCE:0\r\nDTSTAMP:20131201T220000Z');
  expect(after).toContain('SEQUENCE:10\r\nDTSTAMP:20131211T220000Z');
  expect(after).toContain('LAST-MODIFIED:20131211T220000Z');
});

test('a day of a round that was moved to an earlier one is stamped later, not earlier', () => {
  const next = { ...discussion, id: '2014-01-books', month: '2014-01', date: '2014-01-02' };
  const moved = { ...round, starts: '2013-08-01' };
  const stampOf = (text: string) =>
    /UID:round-round-1-starts@[\s\S]*?DTSTAMP:(\w+)/.exec(unfolded(text))?.[1] ?? '';
  expect(stampOf(calendar([discussion, next], [moved], setting)) > stampOf(written())).toBe(true);
});

test('the same content gives the same bytes', async () => {
  const before = written();
  await new Promise((done) => setTimeout(done, 1100));
  expect(written()).toBe(before);
});

test('every line is at most 75 bytes, ends in CR LF and is well-formed UTF-8', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', ';', '\\', 'é', 'أ', '学', '😀', ' ') });
  fc.assert(
    fc.property(text, (title) => {
      const lines = written(`T${title}`).split('\r\n');
      expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /\n/.test(line))).toEqual([]);
      expect(lines.every((line) => line.isWellFormed())).toBe(true);
      const summary = /^SUMMARY:(T.*)$/m.exec(unfolded(written(`T${title}`)))?.[1];
      expect(summary?.trimEnd().replace(/\\(.)/g, '$1')).toBe(`T${title}`.trimEnd());
    }),
  );
});
