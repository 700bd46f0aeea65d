import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, momentOf } from '../../../core/model/dates.ts';
import { isPublished } from '../../../core/model/publication.ts';
import { recentlyPublished } from '../../../github/due-posts.ts';
import { expiryDay, isNearlyExpired } from '../../../github/workflow-expiry.ts';

const zones = [...Intl.supportedValuesOf('timeZone'), 'Pacific/Kiritimati', 'Etc/GMT+12', 'UTC'];
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

test('in every zone a post comes out on its own day, not a day early and not a day late', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, (zone, date) => {
      const moment = momentOf(date, zone);
      // A zone that moved across the date line has no such day at all.
      fc.pre(!(zone.match(/Apia|Fakaofo|Samoa/) && date === '2011-12-30'));
      expect(dayIn(moment, zone)).toBe(date);
      const post = { draft: false, date };
      expect(isPublished(post, new Date(moment.getTime() - 1), zone)).toBe(false);
      expect(isPublished(post, moment, zone)).toBe(true);
      const clock = new Intl.DateTimeFormat('en', {
        timeZone: zone,
        hour: 'numeric',
        hourCycle: 'h23',
      });
      expect(clock.format(moment)).toBe('09');
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Australia/Sydney', '2013-10-06', '2013-10-05T22:00:00.000Z'],
  ['Europe/London', '2013-03-31', '2013-03-31T08:00:00.000Z'],
  ['America/New_York', '2013-11-03', '2013-11-03T14:00:00.000Z'],
  ['Pacific/Kiritimati', '2013-01-01', '2012-12-31T19:00:00.000Z'],
])('on a day when clocks change, %s %s is at nine by the new time', (zone, date, moment) => {
  expect(momentOf(date, zone).toISOString()).toBe(moment);
});

test('an hourly timer publishes a post within the hour in which it comes out', () => {
  const posts = [
    { id: 'yesterday', date: '2013-06-09', draft: false },
    { id: 'today', date: '2013-06-10', draft: false },
    { id: 'draft', date: '2013-06-10', draft: true },
    { id: 'long-ago', date: '2012-06-10', draft: false },
  ];
  const at = (time: string) =>
    recentlyPublished(posts, new Date(time), 'Australia/Sydney').map(({ id }) => id);
  expect(at('2013-06-09T22:59:00Z')).toEqual(['yesterday']);
  expect(at('2013-06-09T23:00:00Z')).toEqual(['yesterday', 'today']);
});

test('somebody is told twelve days before timers stop, and not earlier', () => {
  const last = new Date('2013-06-01T12:00:00Z');
  expect(expiryDay(last)).toBe('2013-07-31');
  expect(isNearlyExpired(last, new Date('2013-07-19T11:59:59Z'))).toBe(false);
  expect(isNearlyExpired(last, new Date('2013-07-19T12:00:00Z'))).toBe(true);
});
