import type { Words } from '../core/i18n/words.ts';
import type { Round } from '../core/model/round.ts';

/** A day ahead and what happens on it. */
export interface UpcomingDate {
  /** ISO day. */
  day: string;
  what: string;
  /** Whether it is over with the day, at midnight in the program's zone. */
  isLast?: true;
}

/**
 * What the program has before it, the nearest first: rounds that begin, applications that open and
 * close, matching days.
 *
 * @param today ISO day in the program's zone; a day that has begun still counts
 */
export function upcomingDates(
  rounds: readonly Round[],
  today: string,
  words: Pick<Words, 'roundBegins' | 'applicationsOpen' | 'applicationsClose' | 'matching'>,
): UpcomingDate[] {
  return rounds
    .flatMap(({ label, starts, applicationsOpen, applicationsClose, matchingDay }) => [
      { day: applicationsOpen, what: words.applicationsOpen({ round: label }) },
      {
        day: applicationsClose,
        what: words.applicationsClose({ round: label }),
        isLast: true as const,
      },
      { day: matchingDay, what: words.matching({ round: label }) },
      { day: starts, what: words.roundBegins({ round: label }) },
    ])
    .filter((one): one is UpcomingDate => one.day !== undefined && one.day >= today)
    .toSorted((a, b) => a.day.localeCompare(b.day));
}
