import { momentOf } from '../core/model/dates.ts';
import { isPublished } from '../core/model/publication.ts';

/** How far back a post is looked for that came out unseen, in days: a timer may rest for a while. */
export const LOOK_BACK = 90;

/**
 * The posts that came out lately: those of which the site has to have a page by now.
 *
 * @param now the moment of looking
 * @param timeZone the program's zone, in which a day begins
 */
export function recentlyPublished<Post extends { draft: boolean; date: string }>(
  posts: readonly Post[],
  now: Date,
  timeZone: string,
): Post[] {
  const since = now.getTime() - LOOK_BACK * 86_400_000;
  return posts.filter(
    (post) => isPublished(post, now, timeZone) && momentOf(post.date, timeZone).getTime() >= since,
  );
}
