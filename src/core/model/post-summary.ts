import type { Kind } from './kinds.ts';

/** What lists, cards and neighbours show of a post. */
export interface PostSummary {
  id: string;
  /** Whole address that never changes, where the post is cited. */
  shortAddress?: string | undefined;
  kind: Kind;
  title: string;
  summary: string;
  /** ISO day. */
  date: string;
  /** A discussion's month with a letter where two share it: `2013-08`, `2013-08b`. */
  callNumber?: string | undefined;
  /** Undefined for what belongs to none. */
  round?: { id: string; label: string } | undefined;
  authors: readonly {
    id: string;
    name: string;
    country?: string | undefined;
    team?: boolean | undefined;
    family?: string | undefined;
    orcid?: string | undefined;
  }[];
  questionCount: number;
  /** Undefined while responses are not known. */
  responseCount?: number | undefined;
  /** Reactions to the post itself, of all kinds. */
  reactionCount?: number | undefined;
  lang: string;
  withdrawn: boolean;
  /** Set in a preview only, for what visitors do not see yet. */
  unseen?: 'draft' | 'scheduled' | undefined;
}

/**
 * Posts from the newest to the oldest, the same on the site and in feeds. Those of one moment follow
 * from their permanent ids, the last of them first: a new name moves nothing, and what came first in
 * a feed's archive stays there.
 */
export function newestFirst<Post extends { published: Date; permanentId: string }>(
  posts: readonly Post[],
): Post[] {
  return posts.toSorted(
    (a, b) =>
      b.published.getTime() - a.published.getTime() || (a.permanentId < b.permanentId ? 1 : -1),
  );
}

/**
 * The catalogue numbers of discussions: the month alone, and with `a`, `b` … from the oldest on where
 * discussions share a month. A translation has its original's number, and changes no other.
 *
 * @param discussions in any order; of a translation with the permanent id of its original
 * @returns permanent id → number
 */
export function callNumbers(
  discussions: readonly {
    permanentId: string;
    month?: string | undefined;
    published: Date;
    original?: string | undefined;
  }[],
): ReadonlyMap<string, string> {
  const all = discussions.filter((post) => post.month !== undefined);
  const dated = all.filter(({ original }) => original === undefined);
  const byMonth = Map.groupBy(dated, (post) => post.month as string);
  const numbers = new Map<string, string>();
  for (const [month, posts] of byMonth) {
    const inOrder = newestFirst(posts).toReversed();
    for (const [index, post] of inOrder.entries()) {
      numbers.set(
        post.permanentId,
        posts.length > 1 ? month + String.fromCharCode(97 + index) : month,
      );
    }
  }
  for (const { permanentId, month, original = '' } of all) {
    if (!numbers.has(permanentId)) numbers.set(permanentId, numbers.get(original) ?? month ?? '');
  }
  return numbers;
}

/**
 * How long a text takes to read, in whole minutes and at least one: 230 words a minute, or 450
 * characters in scripts that are written without spaces.
 */
export function minutesToRead(text: string): number {
  const unspaced = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  );
  const words = text.match(/[\p{L}\p{N}’'-]+/gu);
  const minutes = (words?.length ?? 0) / 230 + (unspaced?.length ?? 0) / 450;
  return Math.max(1, Math.round(minutes));
}
