import { momentOf } from './dates.ts';

/**
 * Whether a post is out at a moment: neither a draft nor dated later.
 *
 * @param now the build's moment
 * @param timeZone the program's zone, in which a day begins
 */
export function isPublished(
  post: { draft: boolean; date: string },
  now: Date,
  timeZone: string,
): boolean {
  return !post.draft && momentOf(post.date, timeZone) <= now;
}
