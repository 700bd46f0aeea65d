import { z } from 'zod';
import { type Problem, problem } from '../core/content-files/problem.ts';
import { isDate } from '../core/model/dates.ts';
import { compare } from '../core/text/compare.ts';
import { sanitizeName, sanitizeUrl } from '../core/text/sanitize-text.ts';

const moment = z
  .string()
  .refine((text) => text.includes('T') && isDate(text.replace(/\.\d+/, '')), 'This is not a time.');
const address = z
  .string()
  .refine((text) => sanitizeUrl(text) !== undefined, 'This is not a web address.');
const name = z
  .string()
  .max(200)
  .refine((text) => sanitizeName(text) !== '', 'This is not a name.');

/** Longer than sanitised HTML can become of a text of GitHub's greatest length, in characters. */
const MOST_HTML = 2_000_000;

const speaker = z.strictObject({
  name,
  login: z
    .string()
    .regex(/^[A-Za-z0-9_[\]-]{1,60}$/)
    .optional(),
  url: address.optional(),
});

/** GitHub's ReactionContent → how many; none with zero. */
const reactions = z.record(z.string().regex(/^[A-Z_]{1,40}$/), z.int().min(1));

const said = {
  /** GitHub's number of the comment; of a discussion's own text, `discussion-<number>`. */
  id: z.string().regex(/^(\d{1,18}|discussion-\d{1,9})$/),
  /** GitHub's global id, by which it can be asked for alone. Older snapshots have none. */
  node: z
    .string()
    .regex(/^[\w=+/-]{1,200}$/)
    .optional(),
  url: address,
  /** Null when the account is gone. */
  author: speaker.nullable(),
  /** GitHub's CommentAuthorAssociation. */
  association: z.string().regex(/^[A-Z_]{1,40}$/),
  createdAt: moment,
  editedAt: moment.optional(),
  reactions: reactions.optional(),
  /** Sanitised. Empty unless it is published. */
  html: z.string().max(MOST_HTML),
  /** A hidden or deleted comment stands here only when it has replies. */
  state: z.enum(['published', 'hidden', 'deleted']),
};

const reply = z.strictObject(said);
const comment = z.strictObject({ ...said, replies: z.array(reply) });

const discussion = z.strictObject({
  number: z.int().min(1),
  url: address,
  title: z.string().max(400),
  /** The permanent id of the post to which it belongs; none is known for a stray discussion. */
  post: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  locked: z.boolean(),
  closed: z.boolean(),
  updatedAt: moment,
  /** Comments and replies as GitHub counts them, those that are not published too. */
  total: z.int().min(0),
  /** To the post: those to the first text, where that is giscus's and nobody's response. */
  reactions: reactions.optional(),
  comments: z.array(comment),
});

/** `.responses/discussions.json`: what was said in GitHub Discussions, sanitised, at one moment. */
export const snapshotSchema = z.strictObject({
  version: z.literal(1, 'This snapshot has a version that this program does not know.'),
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  categoryId: z.string().max(100),
  savedAt: moment,
  discussions: z.array(discussion).max(100_000).superRefine(refuseTwice),
});

/** Numbers and ids are addresses: two of one would be one place for two. */
function refuseTwice(discussions: readonly SnapshotDiscussion[], context: z.core.$RefinementCtx) {
  const known = new Set<string>();
  const take = (name: string, path: PropertyKey[], message: string) => {
    if (known.has(name)) context.addIssue({ code: 'custom', path, message });
    known.add(name);
  };
  for (const [index, { number, comments }] of discussions.entries()) {
    take(`discussion ${number}`, [index, 'number'], `There is a second discussion ${number}.`);
    for (const [place, { id, replies }] of comments.entries()) {
      take(id, [index, 'comments', place, 'id'], `There is a second response ${id}.`);
      for (const [at, { id: inner }] of replies.entries()) {
        const path = [index, 'comments', place, 'replies', at, 'id'];
        take(inner, path, `There is a second response ${inner}.`);
      }
    }
  }
}

export type Snapshot = z.output<typeof snapshotSchema>;
export type SnapshotDiscussion = z.output<typeof discussion>;
export type SnapshotComment = z.output<typeof comment>;
export type SnapshotReply = z.output<typeof reply>;

/** Whose snapshot it must be. */
export interface SnapshotSource {
  repository: string;
  categoryId: string;
}

/** Why a text is no snapshot that can be used, in a sentence, and on which line, where that is known. */
export class SnapshotError extends Error {
  readonly why: string;
  readonly line: number | undefined;

  constructor(file: string, why: string, line?: number) {
    super(`${file}: ${why}`);
    this.why = why;
    this.line = line;
  }
}

/**
 * Reads a snapshot from the text of its file.
 *
 * @param text JSON
 * @param file its name for the error
 * @param source the repository and category of which it must be
 * @param now the moment after which it can't have been made, where it comes from outside
 * @throws SnapshotError when it is not a snapshot of this version, whole, and of that source
 */
export function readSnapshot(
  text: string,
  file: string,
  source?: SnapshotSource,
  now?: Date,
): Snapshot {
  const json = jsonIn(text, file);
  const version = (json as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version !== 1)
    throw new SnapshotError(file, `It has version ${version}, which this program does not know.`);
  const result = snapshotSchema.safeParse(json);
  if (!result.success) {
    const issue = result.error.issues[0];
    const place = issue?.path.join('.') || 'the whole';
    // What the schema's own words don't say is said in a library's, which help nobody here.
    const ours = issue && !/^Invalid|^Too /.test(issue.message) ? `: ${issue.message}` : '';
    throw new SnapshotError(file, `It is damaged or was changed (${place}${ours}).`);
  }
  const { repository, categoryId, savedAt } = result.data;
  if (source && repository.toLowerCase() !== source.repository.toLowerCase())
    throw new SnapshotError(file, `It is from ${repository}, not from ${source.repository}.`);
  if (source && categoryId !== source.categoryId)
    throw new SnapshotError(
      file,
      `It is from the category ${categoryId}, not from ${source.categoryId}.`,
    );
  // A day's grace for clocks that are wrong.
  if (now && Date.parse(savedAt) > now.getTime() + 86_400_000)
    throw new SnapshotError(file, `It is dated ${savedAt}, which is in the future.`);
  return result.data;
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = /\(line (\d+) column/.exec((error as Error).message)?.[1];
    throw new SnapshotError(
      file,
      'It is not JSON, or it is cut off.',
      line ? Number(line) : undefined,
    );
  }
}

/**
 * Why a saved snapshot would stop the build.
 *
 * @param saved the file's name and its text
 * @param source the repository and category of the discussions, where there are any
 */
export function snapshotProblems(
  { file, text }: { file: string; text: string },
  source: SnapshotSource | undefined,
): Problem[] {
  try {
    readSnapshot(text, file, source);
    return [];
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    return [problem('snapshot', { file, line: error.line }, { why: error.why })];
  }
}

/** The snapshot as text that differs only where something was said: sorted, one field a line. */
export function snapshotText(snapshot: Snapshot): string {
  const byTime = (a: SnapshotReply, b: SnapshotReply) =>
    compare(a.createdAt, b.createdAt) || compare(a.id.padStart(20), b.id.padStart(20));
  const known = snapshotSchema.parse(snapshot);
  const discussions = known.discussions
    .toSorted((a, b) => a.number - b.number)
    .map((one) => ({
      ...one,
      comments: one.comments
        .toSorted(byTime)
        .map((comment) => ({ ...comment, replies: comment.replies.toSorted(byTime) })),
    }));
  return `${JSON.stringify({ ...known, discussions }, null, 1)}\n`;
}

/** Every comment and reply of a discussion. */
export function commentsAndReplies(discussion: SnapshotDiscussion): SnapshotReply[] {
  return discussion.comments.flatMap((comment) => [comment, ...comment.replies]);
}

/** What is published of a snapshot: the discussions of posts that a visitor may see. */
export function publicSnapshot(snapshot: Snapshot, permanentIds: ReadonlySet<string>): Snapshot {
  const isPublic = ({ post }: SnapshotDiscussion) => post !== undefined && permanentIds.has(post);
  return { ...snapshot, discussions: snapshot.discussions.filter(isPublic) };
}
