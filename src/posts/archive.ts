import type { PostSummary } from '../core/model/post-summary.ts';

/** Up to so many posts stand on the archive's own page; more, and each year is read on its own. */
export const MOST_IN_ARCHIVE = 150;

/** A year of the archive. */
export interface ArchiveYear<Post> {
  year: string;
  posts: readonly Post[];
  /** All twelve, with how many posts each has. */
  grid: readonly { month: string; count: number }[];
  /** Those that have posts, in the order of the posts. */
  months: readonly (readonly [month: string, posts: readonly Post[]])[];
}

/**
 * The archive by year and month.
 *
 * @param posts all posts, newest first
 * @returns years, the newest first
 */
export function archiveYears<Post extends Pick<PostSummary, 'date'>>(
  posts: readonly Post[],
): ArchiveYear<Post>[] {
  const byYear = Map.groupBy(posts, (post) => post.date.slice(0, 4));
  return [...byYear].map(([year, ofYear]) => {
    const months = Map.groupBy(ofYear, (post) => post.date.slice(0, 7));
    const grid = Array.from({ length: 12 }, (_, index) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      return { month, count: months.get(month)?.length ?? 0 };
    });
    return { year, posts: ofYear, grid, months: [...months] };
  });
}
