import { expect, test } from 'vitest';
import { momentOf } from '../../../core/model/dates.ts';
import { endOf, localTimes } from '../../../rounds/local-times.ts';

const places = [
  { name: 'Sydney', timeZone: 'Australia/Sydney' },
  { name: 'London', timeZone: 'Europe/London' },
  { name: 'Kathmandu', timeZone: 'Asia/Kathmandu' },
  { name: 'New York', timeZone: 'America/New_York' },
];
const told = (moment: Date, day: string, lang = 'en') =>
  localTimes(moment, { day, places, lang }).map(({ name, hour, day }) =>
    [hour, name, ...(day ? [day] : [])].join(' '),
  );
const at = (date: string, lang?: string) => told(momentOf(date, 'Australia/Sydney'), date, lang);

test('nine in Sydney is told in other places from west to east, with the day where it is another', () => {
  expect(at('2013-07-01')).toEqual([
    '19:00 New York 30 Jun',
    '00:00 London',
    '04:45 Kathmandu',
    '09:00 Sydney',
  ]);
});

test('a last day ends on the next one where the program is at home, and this is said', () => {
  expect(told(endOf('2013-08-16', 'Australia/Sydney'), '2013-08-16')).toEqual([
    '10:00 New York',
    '15:00 London',
    '19:45 Kathmandu',
    '00:00 Sydney 17 Aug',
  ]);
});

test('clocks are where they stand on that day: summer here is winter there', () => {
  expect(at('2014-01-06')).toEqual([
    '17:00 New York 5 Jan',
    '22:00 London 5 Jan',
    '03:45 Kathmandu',
    '09:00 Sydney',
  ]);
});

test('hours are written as the language does', () => {
  expect(at('2013-07-01', 'es')[0]).toBe('19:00 New York 30 jun');
  expect(at('2013-07-01', 'ar')[0]).toMatch(/^19:00 New York 30 يونيو$|^١٩:٠٠ New York ٣٠ يونيو$/);
});

test('machines are told the moment with its offset', () => {
  const moment = momentOf('2013-07-01', 'Australia/Sydney');
  const [west] = localTimes(moment, { day: '2013-07-01', places, lang: 'ar' });
  expect(west?.datetime).toBe('2013-06-30T19:00-04:00');
  expect(new Date(west?.datetime ?? '')).toEqual(moment);
});

test('a day is over at midnight in the program’s zone, on days of 23 hours too', () => {
  expect(endOf('2013-08-16', 'Australia/Sydney').toISOString()).toBe('2013-08-16T14:00:00.000Z');
  expect(endOf('2013-10-06', 'Australia/Sydney').toISOString()).toBe('2013-10-06T13:00:00.000Z');
  expect(endOf('2013-12-31', 'UTC').toISOString()).toBe('2014-01-01T00:00:00.000Z');
});
