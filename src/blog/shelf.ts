import type { ListedPost } from './listed-post.ts';

/** How many posts a page of a list holds. */
export const PAGE_SIZE = 20;

/**
 * The pages of a list, as Astro's `getStaticPaths` wants them under a rest parameter: the first
 * at the list's own address, the others at `page/2`, `page/3` …
 *
 * @param items the whole list; an empty one has one empty page
 */
export function pagesOf<Item>(items: readonly Item[], size = PAGE_SIZE) {
  const last = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: last }, (_, index) => ({
    param: index === 0 ? undefined : `page/${index + 1}`,
    page: index + 1,
    last,
    items: items.slice(index * size, (index + 1) * size),
  }));
}

/** The discussion that is open: the newest whose responses are, else the newest post. */
export function openPost<Post extends ListedPost & { fields: { responses: 'open' | 'closed' } }>(
  posts: readonly Post[],
): Post | undefined {
  const isOpen = (post: Post) =>
    post.kind === 'discussion' && post.fields.responses === 'open' && !post.withdrawn;
  return posts.find(isOpen) ?? posts.find((post) => !post.withdrawn);
}

/**
 * Posts that stand near one on the shelf: most shared tags first (a rare tag weighs more than a
 * common one), the same round breaking ties, then the newest.
 *
 * @param posts all posts, newest first
 * @param without ids that the page names already
 */
export function relatedPosts<Post extends ListedPost & { tags: readonly { id: string }[] }>(
  post: Post,
  posts: readonly Post[],
  without: ReadonlySet<string>,
  most = 3,
): Post[] {
  const used = new Map<string, number>();
  for (const tag of posts.flatMap((other) => other.tags)) {
    used.set(tag.id, (used.get(tag.id) ?? 0) + 1);
  }
  const own = new Set(post.tags.map((tag) => tag.id));
  const nearness = (other: Post) =>
    other.tags
      .filter((tag) => own.has(tag.id))
      .reduce((sum, tag) => sum + 1 / (used.get(tag.id) ?? 1), 0) +
    (other.round.id === post.round.id ? 0.01 : 0);
  return posts
    .filter((other) => other.id !== post.id && !without.has(other.id) && !other.withdrawn)
    .map((other) => ({ other, near: nearness(other) }))
    .filter(({ near }) => near > 0.01)
    .toSorted((a, b) => b.near - a.near)
    .slice(0, most)
    .map(({ other }) => other);
}

/**
 * What stands beside a post's title where another post has the same: its round, and its day where
 * that is the same too. Titles repeat between rounds.
 */
export function besideTitle(post: ListedPost, posts: readonly ListedPost[]): string | undefined {
  const others = posts.filter((other) => other.title === post.title && other.id !== post.id);
  if (others.length === 0) return undefined;
  const isInRound = others.some((other) => other.round.id === post.round.id);
  return isInRound ? `${post.round.label}, ${post.date}` : post.round.label;
}
