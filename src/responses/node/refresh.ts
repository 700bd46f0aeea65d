import { sanitizeName, sanitizeUrl } from '../../core/text/sanitize-text.ts';
import { hashesIn, sha1 } from '../giscus.ts';
import { asSaid } from '../github-html.ts';
import { responseHtml } from '../sanitize-html.ts';
import {
  commentsAndReplies,
  type Snapshot,
  type SnapshotComment,
  type SnapshotDiscussion,
  type SnapshotReply,
  snapshotSchema,
} from '../snapshot.ts';
import type { GithubReply, WholeDiscussion } from './github-discussions.ts';
import { GithubError } from './github-graphql.ts';

/** What a run changed, and what a coordinator should look at. */
export interface RefreshReport {
  discussions: number;
  responses: number;
  new: number;
  edited: number;
  hidden: number;
  gone: number;
  /** Discussions that belong to no post. */
  unmatched: { number: number; title: string; url: string }[];
  /** Discussions known by their number whose body has lost its hash. */
  untied: { number: number; post: string }[];
  /** Whether more than half of what was published would go. */
  isDrop: boolean;
}

/**
 * The new snapshot out of all that GitHub holds, and how it differs from the last one.
 *
 * @param about.posts the permanent ids of all posts, drafts too
 * @param about.now when GitHub was read
 * @throws GithubError when GitHub gave something that no snapshot can hold
 */
export async function refreshSnapshot(
  whole: readonly WholeDiscussion[],
  previous: Snapshot | undefined,
  about: { repository: string; categoryId: string; posts: readonly string[]; now: Date },
): Promise<{ snapshot: Snapshot; report: RefreshReport }> {
  const byHash = new Map(
    await Promise.all(about.posts.map(async (id) => [await sha1(id), id] as const)),
  );
  const before = new Map(previous?.discussions.map((one) => [one.number, one]));
  const untied: RefreshReport['untied'] = [];
  const discussions = whole.map((one): SnapshotDiscussion => {
    const tied = hashesIn(one.body).flatMap((hash) => byHash.get(hash) ?? [])[0];
    const known = before.get(one.number)?.post;
    const post = tied ?? (known && about.posts.includes(known) ? known : undefined);
    if (post && !tied) untied.push({ number: one.number, post });
    return savedDiscussion(one, post);
  });
  const { repository, categoryId, now } = about;
  const savedAt = now.toISOString();
  const made = snapshotSchema.safeParse({
    version: 1,
    repository,
    categoryId,
    savedAt,
    discussions,
  });
  if (!made.success) {
    const place = made.error.issues[0]?.path.join('.');
    throw new GithubError(`GitHub's answer has an unexpected form (${place}).`);
  }
  const snapshot = made.data;
  return { snapshot, report: { ...compared(previous, snapshot, whole), untied } };
}

function savedDiscussion(one: WholeDiscussion, post: string | undefined): SnapshotDiscussion {
  const replies = one.comments.flatMap((comment) => comment.replies);
  return {
    number: one.number,
    url: one.url,
    title: one.title.slice(0, 400),
    ...(post ? { post } : {}),
    locked: one.locked,
    closed: one.closed,
    updatedAt: one.updatedAt,
    total: one.comments.length + replies.length,
    ...(isBegunByGiscus(one) ? reactionsOf(one) : {}),
    comments: [
      ...openingWords(one),
      ...one.comments
        .map(
          (comment): SnapshotComment => ({
            ...saved(comment),
            replies: comment.replies.map(saved).filter(({ state }) => state === 'published'),
          }),
        )
        .filter(({ state, replies: kept }) => state === 'published' || kept.length > 0),
    ],
  };
}

/** What somebody wrote who began a discussion by hand; what giscus writes is not a response. */
function openingWords(one: WholeDiscussion): SnapshotComment[] {
  if (isBegunByGiscus(one) || wordsOf(one) === '') return [];
  const opening = { ...one, databaseId: one.number, deletedAt: null, isMinimized: false };
  return [{ ...saved(opening), id: `discussion-${one.number}`, replies: [] }];
}

/** Whether the first text is the one that giscus writes, a title and a hash, and nobody's words. */
function isBegunByGiscus({ body }: WholeDiscussion): boolean {
  return /^# .+\n/.test(body) && hashesIn(body).length > 0;
}

function reactionsOf({ reactionGroups }: Pick<GithubReply, 'reactionGroups'>) {
  const given = (reactionGroups ?? []).flatMap(({ content, reactors }) =>
    reactors.totalCount > 0 && isConstant(content) ? [[content, reactors.totalCount] as const] : [],
  );
  return given.length > 0 ? { reactions: Object.fromEntries(given) } : {};
}

function saved(said: GithubReply): SnapshotReply {
  const state = said.deletedAt ? 'deleted' : said.isMinimized ? 'hidden' : 'published';
  const isShown = state === 'published';
  return {
    id: numberOf(said),
    ...(/^[\w=+/-]{1,200}$/.test(said.id) ? { node: said.id } : {}),
    url: said.url,
    author: isShown ? speaker(said.author) : null,
    association: isConstant(said.authorAssociation) ? said.authorAssociation : 'NONE',
    createdAt: said.createdAt,
    ...(said.lastEditedAt && isShown ? { editedAt: said.lastEditedAt } : {}),
    ...(isShown ? reactionsOf(said) : {}),
    html: isShown ? wordsOf(said) : '',
    state,
  };
}

/** What somebody said, as it may stand on a page. */
function wordsOf({ bodyHTML, body }: Pick<GithubReply, 'bodyHTML' | 'body'>): string {
  return responseHtml(bodyHTML, (tree) => asSaid(tree, body));
}

/** Whether a word is a name as GitHub's enumerations have them. */
function isConstant(word: string): boolean {
  return /^[A-Z_]{1,40}$/.test(word);
}

/** GitHub's number of a comment, which its address ends with too. */
function numberOf({ databaseId, url }: GithubReply): string {
  const number = databaseId ?? /#discussioncomment-(\d+)$/.exec(url)?.[1];
  if (number === undefined)
    throw new GithubError(`GitHub gave no number for ${sanitizeName(url)}.`);
  return String(number);
}

function speaker(author: GithubReply['author']): SnapshotReply['author'] {
  if (!author) return null;
  const url = sanitizeUrl(author.url);
  const login = /^[A-Za-z0-9_[\]-]{1,60}$/.test(author.login) ? author.login : undefined;
  const name = sanitizeName(author.name ?? '') || sanitizeName(author.login);
  if (name === '') return null;
  return {
    name,
    ...(login ? { login } : {}),
    ...(url ? { url } : {}),
  };
}

function compared(
  previous: Snapshot | undefined,
  next: Snapshot,
  whole: readonly WholeDiscussion[],
): Omit<RefreshReport, 'untied'> {
  const before = published(previous);
  const after = published(next);
  const lost = [...before.keys()].filter((id) => !after.has(id));
  const minimized = new Set(
    whole
      .flatMap(({ comments }) => comments.flatMap((comment) => [comment, ...comment.replies]))
      .filter(({ isMinimized, deletedAt }) => isMinimized && !deletedAt)
      .map(({ databaseId }) => String(databaseId)),
  );
  const hidden = lost.filter((id) => minimized.has(id)).length;
  return {
    discussions: next.discussions.length,
    responses: after.size,
    new: [...after.keys()].filter((id) => !before.has(id)).length,
    edited: [...after].filter(([id, html]) => before.has(id) && before.get(id) !== html).length,
    hidden,
    gone: lost.length - hidden,
    unmatched: next.discussions
      .filter(({ post }) => post === undefined)
      .map(({ number, title, url }) => ({ number, title: sanitizeName(title), url })),
    isDrop: after.size < before.size / 2,
  };
}

/** What stands on pages: the responses of discussions that belong to a post, by their ids. */
function published(snapshot: Snapshot | undefined): Map<string, string> {
  const tied = (snapshot?.discussions ?? []).filter(({ post }) => post !== undefined);
  const said = tied.flatMap(commentsAndReplies);
  return new Map(
    said.filter(({ state }) => state === 'published').map(({ id, html }) => [id, html]),
  );
}

/** The report in lines for a terminal. */
export function reportLines(report: RefreshReport): string[] {
  const { discussions, responses, unmatched, untied } = report;
  const { new: added, edited, hidden, gone } = report;
  const changes =
    added + edited + hidden + gone === 0
      ? 'nothing has changed.'
      : `${added} new, ${edited} edited, ${hidden} hidden, ${gone} gone.`;
  return [
    `${discussions} discussions, ${responses} responses: ${changes}`,
    ...untied.map(
      ({ number, post }) =>
        `Discussion ${number} has lost the line that links it to ${post}. It was recognised by its number. Put the line back into the first text of the discussion.`,
    ),
    ...(unmatched.length > 0 ? ['These discussions belong to no post:'] : []),
    ...unmatched.map(({ number, title, url }) => `  ${number} ${title} (${url})`),
  ];
}
