import { nextMonth } from './dates.ts';
import type { Kind } from './kinds.ts';
import type { Round } from './round.ts';

/** The first month from today on that has no discussion yet. */
export function defaultMonth({
  months,
  today,
}: {
  months: Iterable<string>;
  today: string;
}): string {
  const taken = new Set(months);
  let free = today.slice(0, 7);
  while (taken.has(free)) free = nextMonth(free);
  return free;
}

/**
 * The first round that is not over: its last day has not passed, and no later round has begun.
 * When all are over, the last one.
 *
 * @param rounds in the order in which they took place
 */
export function currentRound(rounds: readonly RoundDays[], today: string): RoundDays | undefined {
  const hasBegun = ({ starts }: RoundDays) => starts !== undefined && starts <= today;
  const isOver = ({ ends }: RoundDays, index: number) =>
    (ends !== undefined && ends < today) || rounds.slice(index + 1).some(hasBegun);
  return rounds.find((round, index) => !isOver(round, index)) ?? rounds.at(-1);
}

type RoundDays = Pick<Round, 'id' | 'starts' | 'ends'>;

/** The day when a post is likely to be published: a discussion's with its month, others' today. */
export function defaultDate(month: string | undefined, today: string): string {
  const first = month ? `${month}-01` : '';
  return first > today ? first : today;
}

/**
 * The folder's name that a post is likely to have.
 *
 * @param slug the words of its title in an address, if it has any
 */
export function defaultId(
  post: { kind: Kind | undefined; month: string | undefined; date: string },
  slug: string,
): string {
  return `${post.month ?? post.date.slice(0, 7)}-${slug || (post.kind ?? 'post')}`;
}
