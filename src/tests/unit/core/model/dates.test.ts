import { describe, expect, test } from 'vitest';
import {
  dateAt,
  dayIn,
  dayInWords,
  momentInZone,
  momentOf,
  momentText,
  shortDay,
} from '../../../../core/model/dates.ts';

/** East and west of Greenwich, with and without summer time, by quarters of an hour, beyond the date line. */
const zones = [
  ...[
    'Australia/Sydney',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Asia/Tokyo',
    'Pacific/Kiritimati',
  ],
  ...['Europe/London', 'Africa/Casablanca', 'UTC', 'America/New_York', 'America/Santiago'],
  ...['America/St_Johns', 'America/Sao_Paulo', 'Pacific/Honolulu', 'Pacific/Apia', 'Asia/Beirut'],
];

describe.each(zones)('in %s', (zone) => {
  test('every hour of every day of two years is the first moment that clocks show it, or the next', () => {
    for (let day = '2012-01-01'; day < '2014-01-01'; day = next(day)) {
      for (const hour of [0, 1, 2, 3, 9, 23]) {
        const moment = momentInZone(day, hour, zone);
        const wanted = `${day}T${String(hour).padStart(2, '0')}:00`;
        const shown = momentText(moment, zone).slice(0, 16);
        if (shown === wanted) {
          const before = momentText(new Date(moment.getTime() - 3_600_000), zone).slice(0, 16);
          expect(before < wanted, `${wanted} ${before}`).toBe(true);
        } else {
          const justBefore = momentText(new Date(moment.getTime() - 3_600_000), zone).slice(0, 16);
          expect(shown > wanted && justBefore < wanted, `${wanted} became ${shown}`).toBe(true);
        }
      }
    }
  });

  test('a day at nine is on that day', () => {
    for (let day = '2012-01-01'; day < '2014-01-01'; day = next(day)) {
      expect(dayIn(momentOf(day, zone), zone)).toBe(day);
    }
  });
});

function next(day: string): string {
  return new Date(Date.parse(day) + 24 * 3_600_000).toISOString().slice(0, 10);
}

test.each([
  ['America/Santiago', '2013-09-08', 0, '2013-09-08T01:00-03:00'],
  ['America/New_York', '2013-03-10', 2, '2013-03-10T03:00-04:00'],
  ['America/Sao_Paulo', '2013-10-20', 0, '2013-10-20T01:00-02:00'],
  ['Asia/Beirut', '2013-03-31', 0, '2013-03-31T01:00+03:00'],
  ['Europe/London', '2013-03-31', 1, '2013-03-31T02:00+01:00'],
  ['Australia/Lord_Howe', '2013-10-06', 2, '2013-10-06T02:30+11:00'],
  ['Pacific/Apia', '2011-12-30', 9, '2011-12-31T09:00+14:00'],
  ['America/New_York', '2013-11-03', 1, '2013-11-03T01:00-04:00'],
])('where a clock change skips an hour, the next one counts: %s, %s', (zone, day, hour, shown) => {
  expect(momentText(momentInZone(day, hour, zone), zone)).toBe(shown);
});

test.each([
  ['America/New_York', '2013-03-10', '02:30', '2013-03-10T03:30-04:00'],
  ['America/Santiago', '2013-09-08', '00:15', '2013-09-08T01:15-03:00'],
  ['America/Lima', '2013-09-08', '18:00', '2013-09-08T18:00-05:00'],
  ['Australia/Sydney', '2013-10-06', '02:30', '2013-10-06T03:30+11:00'],
])('a time that does not exist becomes the next: %s, %s %s', (zone, day, time, date) => {
  expect(dateAt(day, time, zone)).toBe(date);
});

test('the first of a month is an ordinal number where printers set it so', () => {
  const first = ['fr', 'fr-CA', 'pt', 'pt-BR', 'pt-PT', 'de', 'es', 'zh-CN'];
  expect(first.map((lang) => dayInWords('2013-08-01', lang))).toEqual([
    ...['1er août 2013', '1er août 2013', '1º de agosto de 2013', '1º de agosto de 2013'],
    ...['1 de agosto de 2013', '1. August 2013', '1 de agosto de 2013', '2013年8月1日'],
  ]);
  expect(dayInWords('2013-08-11', 'fr')).toBe('11 août 2013');
  expect(shortDay('2013-08-01', 'fr')).toBe('1er août');
  expect(shortDay('2013-08-01', 'pt')).toBe('1º ago.');
});
