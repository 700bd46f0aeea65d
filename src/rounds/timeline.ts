import type { Words } from '../core/i18n/words.ts';
import type { Round } from '../core/model/round.ts';

/** How many steps of a round stand on one page; most rounds have fewer. */
export const STEPS_OF_A_PAGE = 40;

/** A step of a round: a post, or a day of the program. */
export type TimelineStep<Post> =
  | { day: string; post: Post; what?: undefined }
  | { day: string; post?: undefined; what: string };

/**
 * A round from its first day to its last: its posts with the program's own days between them.
 *
 * @param posts the round's posts, in any order; those of one day keep theirs
 */
export function roundTimeline<Post extends { date: string }>(
  round: Round,
  posts: readonly Post[],
  words: Pick<
    Words,
    'roundBegins' | 'roundEnds' | 'applicationsOpen' | 'applicationsClose' | 'matching'
  >,
): TimelineStep<Post>[] {
  const { label } = round;
  const before = [
    { day: round.applicationsOpen, what: words.applicationsOpen({ round: label }) },
    { day: round.applicationsClose, what: words.applicationsClose({ round: label }) },
    { day: round.matchingDay, what: words.matching({ round: label }) },
    { day: round.starts, what: words.roundBegins({ round: label }) },
  ];
  const after = [{ day: round.ends, what: words.roundEnds({ round: label }) }];
  const steps = [...before, ...posts.map((post) => ({ day: post.date, post })), ...after];
  return steps
    .filter((step): step is TimelineStep<Post> => step.day !== undefined)
    .toSorted((a, b) => a.day.localeCompare(b.day));
}
