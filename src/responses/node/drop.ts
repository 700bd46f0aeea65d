import {
  commentsAndReplies,
  type Snapshot,
  type SnapshotComment,
  type SnapshotReply,
  snapshotText,
} from '../snapshot.ts';
import { takenAwayAmong, type WholeDiscussion } from './github-discussions.ts';
import { type GithubApi, GithubError } from './github-graphql.ts';

/** Why more than half of the responses would go. */
export interface Drop {
  /** Whether GitHub left out what is still there, or doesn't say that people took it away. */
  isAccident: boolean;
  /** How many responses people deleted or hid on GitHub. */
  takenAway: number;
  /** How many are lost for no reason that is known. */
  unexplained: number;
  /** Why GitHub could not be asked, in a sentence. */
  why?: string | undefined;
  /** The last snapshot with what is known by now: without what people took away. */
  kept: Snapshot;
}

/**
 * Tells an erasure from an accident. Of each response that would go GitHub is asked whether it is
 * still there: what people deleted or hid is no accident, however much it is. What GitHub still
 * has, and only leaves out, is one.
 *
 * @param previous the last snapshot
 * @param next the new one, with the drop
 * @param whole what GitHub listed
 */
export async function confirmedDrop(
  api: GithubApi,
  previous: Snapshot,
  next: Snapshot,
  whole: readonly WholeDiscussion[],
): Promise<Drop> {
  const before = publishedIn(previous);
  const after = new Set(publishedIn(next).map(({ id }) => id));
  const listed = listedIn(whole);
  const lost = before.filter(({ id }) => !after.has(id));
  const takenAway = new Set(lost.flatMap(({ id }) => (listed.get(id) === false ? [id] : [])));
  const unlisted = lost.filter(({ id }) => !listed.has(id));
  const nodes = unlisted.flatMap(({ node }) => node ?? []);
  let why: string | undefined;
  try {
    const gone = await takenAwayAmong(api, previous.repository, nodes);
    for (const { id, node } of unlisted) if (node && gone.has(node)) takenAway.add(id);
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    why = error.message;
  }
  const unexplained = lost.length - takenAway.size;
  return {
    isAccident: unexplained > (before.length - takenAway.size) / 2,
    takenAway: takenAway.size,
    unexplained,
    why,
    kept: withoutTakenAway(previous, next, takenAway),
  };
}

/** What stands on pages of a snapshot. */
function publishedIn(snapshot: Snapshot): SnapshotReply[] {
  return snapshot.discussions
    .filter(({ post }) => post !== undefined)
    .flatMap(commentsAndReplies)
    .filter(({ state }) => state === 'published');
}

/** What GitHub listed, by the ids of a snapshot, and whether it may be read. */
function listedIn(whole: readonly WholeDiscussion[]): ReadonlyMap<string, boolean> {
  const comments = whole.flatMap((one) => one.comments);
  const all = [...comments, ...comments.flatMap(({ replies }) => replies)];
  return new Map([
    ...whole.map(({ number }) => [`discussion-${number}`, true] as const),
    ...all.map((one) => [String(one.databaseId), !one.isMinimized && !one.deletedAt] as const),
  ]);
}

/**
 * A snapshot as it was, without what people took away since, and with the words of today where they
 * are known. If it differs, it counts as newer than what it was, so that no copy of that comes back.
 */
function withoutTakenAway(
  previous: Snapshot,
  next: Snapshot,
  takenAway: ReadonlySet<string>,
): Snapshot {
  const today = new Map(
    next.discussions.flatMap(commentsAndReplies).map((said) => [said.id, said]),
  );
  const now = (said: SnapshotReply): SnapshotReply =>
    today.get(said.id) ?? (takenAway.has(said.id) ? withoutWords(said) : said);
  const discussions = previous.discussions.map((one) => ({
    ...one,
    comments: one.comments
      .map(
        (comment): SnapshotComment => ({
          ...now(comment),
          replies: comment.replies.map(now).filter(({ state }) => state === 'published'),
        }),
      )
      .filter(({ state, replies }) => state === 'published' || replies.length > 0),
  }));
  const kept = { ...previous, discussions };
  if (snapshotText(kept) === snapshotText(previous)) return previous;
  return { ...kept, savedAt: new Date(Date.parse(previous.savedAt) + 1).toISOString() };
}

function withoutWords(said: SnapshotReply): SnapshotReply {
  const { editedAt: _, reactions: __, ...rest } = said;
  return { ...rest, author: null, html: '', state: 'deleted' };
}
