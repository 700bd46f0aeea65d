import type { PostSummary } from '../core/model/post-summary.ts';
import { changedAfter } from '../core/model/translation.ts';

/** A post as its shelf knows it. */
type RelatablePost = PostSummary & {
  tags: readonly { id: string }[];
  fields: {
    date?: string;
    updated?: string | undefined;
    follows?: string | undefined;
    translationOf?: string | undefined;
  };
};

/** What stands around a post. */
export interface RelatedPosts<Post> {
  /** The discussion that it follows up. */
  topic: Post | undefined;
  /** Posts that follow it up, the oldest first. */
  followUps: readonly Post[];
  translations: readonly Post[];
  /** What it translates, if that was changed afterwards, and on which day. */
  changedOriginal: { post: Post; day: string } | undefined;
  /** The next newer and older post that can still be read. */
  newer: Post | undefined;
  older: Post | undefined;
  /** Posts that are near by their tags, without those that are named already. */
  related: readonly Post[];
  /** What tells it from another post of the same title; see {@link besideTitle}. */
  within: string | undefined;
}

/**
 * What stands around each post. The time this takes grows with the posts, not with their square,
 * as far as tags are not all shared.
 *
 * @param posts all posts, newest first
 */
export function relatedPosts<Post extends RelatablePost>(
  posts: readonly Post[],
): { post: Post; shelf: RelatedPosts<Post> }[] {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const byTopic = Map.groupBy(posts, (post) => post.fields.follows);
  const byOriginal = Map.groupBy(posts, originalOf);
  const byTitle = Map.groupBy(posts, (post) => post.title);
  const relatedTo = relatedAmong(posts);
  const shownFrom = (place: number, step: 1 | -1) => {
    let next = place + step;
    while (posts[next]?.withdrawn) next += step;
    return posts[next];
  };
  return posts.map((post, index) => {
    const topic = byId.get(post.fields.follows ?? '');
    const followUps = (byTopic.get(post.id) ?? []).toReversed();
    const translations = (byOriginal.get(originalOf(post)) ?? []).filter((other) => other !== post);
    const [newer, older] = [shownFrom(index, -1), shownFrom(index, 1)];
    const named = [topic, ...followUps, ...translations, newer, older];
    const without = new Set(named.flatMap((other) => other?.id ?? []));
    const related = relatedTo(post, without);
    const within = besideTitle(post, byTitle.get(post.title) ?? []);
    const original = byId.get(post.fields.translationOf ?? '');
    const day = original && changedAfter(original.fields, post.fields);
    const changedOriginal = original && day ? { post: original, day } : undefined;
    const around = { topic, followUps, translations, changedOriginal, newer, older };
    return { post, shelf: { ...around, related, within } };
  });
}

/** The post of which a post is a translation; itself if it is none. */
function originalOf({ id, fields }: RelatablePost): string {
  return fields.translationOf ?? id;
}

/**
 * Finds the posts that stand near one: most shared tags first (a rare tag weighs more than a
 * common one), the same round breaking ties, then the newest.
 *
 * @param posts all posts, newest first
 * @returns a function of a post, and of ids that its page names already
 */
export function relatedAmong<Post extends PostSummary & { tags: readonly { id: string }[] }>(
  posts: readonly Post[],
): (post: Post, without: ReadonlySet<string>, most?: number) => Post[] {
  const places = new Map<string, number[]>();
  for (const [place, { tags }] of posts.entries()) {
    for (const { id } of tags) {
      const tagged = places.get(id);
      if (tagged) tagged.push(place);
      else places.set(id, [place]);
    }
  }
  const nearness = new Float64Array(posts.length);
  return (post, without, most = 3) => {
    nearness.fill(0);
    for (const { id } of post.tags) {
      const tagged = places.get(id) ?? [];
      for (const place of tagged) nearness[place] = (nearness[place] ?? 0) + 1 / tagged.length;
    }
    const nearest: { other: Post; near: number }[] = [];
    // Without an iterator: of ten thousand posts it is a hundred million steps.
    for (let place = 0; place < nearness.length; place++) {
      const shared = nearness[place] ?? 0;
      const other = posts[place];
      if (shared === 0 || !other || other === post || other.withdrawn) continue;
      const near = shared + (other.round?.id === post.round?.id ? 0.01 : 0);
      if (nearest.length === most && near <= (nearest.at(-1)?.near ?? 0)) continue;
      if (without.has(other.id)) continue;
      const rank = nearest.findIndex((one) => one.near < near);
      nearest.splice(rank < 0 ? nearest.length : rank, 0, { other, near });
      nearest.length = Math.min(nearest.length, most);
    }
    return nearest.map(({ other }) => other);
  };
}

/**
 * What stands beside a post's title where another post has the same: its round, and its day where
 * that is the same too. Titles repeat between rounds.
 */
export function besideTitle(post: PostSummary, posts: readonly PostSummary[]): string | undefined {
  const others = posts.filter((other) => other.title === post.title && other.id !== post.id);
  if (others.length === 0) return undefined;
  const isInRound = others.some((other) => other.round?.id === post.round?.id);
  if (!post.round) return post.date;
  return isInRound ? `${post.round.label}, ${post.date}` : post.round.label;
}
