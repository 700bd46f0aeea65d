import { expect, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import type { Round } from '../../../core/model/round.ts';
import { roundTimeline } from '../../../rounds/timeline.ts';
import { upcomingDates } from '../../../rounds/upcoming-dates.ts';

const en = wordsFor('en');

const round: Round = {
  id: 'round-1',
  label: 'Round 1',
  starts: '2013-09-01',
  ends: '2014-02-28',
  applicationsClose: '2013-08-20',
  matchingDay: '2013-08-30',
  formerly: [],
};

test('a round is told from its first day to its last, with its posts between', () => {
  const posts = [
    { date: '2013-11-05', title: 'Books that travel' },
    { date: '2013-09-01', title: 'Round one begins' },
  ];
  expect(roundTimeline(round, posts, en).map(({ post, what }) => post?.title ?? what)).toEqual([
    'Round 1: last day for applications',
    'Round 1: matching day',
    'Round 1 begins',
    'Round one begins',
    'Books that travel',
    'Round 1 ends',
  ]);
});

test('the days ahead are the nearest first, and a day that has begun still counts', () => {
  expect(upcomingDates([round], '2013-08-30', en)).toEqual([
    { day: '2013-08-30', what: 'Round 1: matching day' },
    { day: '2013-09-01', what: 'Round 1 begins' },
  ]);
  expect(upcomingDates([round], '2013-09-02', en)).toEqual([]);
});
