import { z } from 'zod';
import type { CheckedContent } from '../check/check.ts';
import type { ParseMdx } from '../core/content-files/post-tree.ts';
import { type Problem, reportedProblems } from '../core/content-files/problem.ts';
import { date } from '../core/model/fields.ts';
import { postIdSchema } from '../core/model/ids.ts';
import { type ChangedFile, changedThings } from './changed-content.ts';
import { changedEntries, personEntry } from './changed-entries.ts';
import { changedPost } from './changed-post.ts';
import { type ChangedPassage, changedPassageSchema } from './changed-words.ts';
import { idNow, type Judged, short } from './judged-content.ts';

/** No list in a report is longer; what is left out is counted. */
const MOST = 50;
/** How many characters of changed words a report holds in all. */
const MOST_CHARACTERS = 150_000;

const text = (most: number) => z.string().max(most);
const count = z.number().int().min(0).max(1e6);
const passages = z.array(changedPassageSchema).max(MOST);

const changedPostSchema = z.strictObject({
  /** Its id from now on; where it is deleted, the one that it had. */
  id: postIdSchema,
  title: text(300),
  isDeleted: z.boolean(),
  date: date.optional(),
  isDraft: z.boolean(),
  /** Why it is withdrawn, where it is. */
  withdrawn: text(500).optional(),
  summary: text(300),
  questions: z.array(text(300)).max(MOST),
  /** The lists that it is in, by their names for readers. */
  lists: z.array(text(100)).max(MOST),
  /** Lists that it joins and leaves. */
  joins: z.array(text(100)).max(MOST),
  leaves: z.array(text(100)).max(MOST),
  /** Whether it is the discussion that opens the home page on its day. */
  isFirst: z.boolean(),
  /** How many posts are published later than this. */
  newer: count,
  updated: date.optional(),
  correction: text(500).optional(),
  translates: z.strictObject({ title: text(300), language: text(100) }).optional(),
  /** The post to which the address of a deleted one leads. */
  leadsTo: postIdSchema.optional(),
  before: z
    .strictObject({
      id: postIdSchema,
      date: date.optional(),
      isDraft: z.boolean(),
      isWithdrawn: z.boolean(),
      updated: date.optional(),
    })
    .optional(),
  /** Whether its file is another, and not only what lies beside it. */
  isFileChanged: z.boolean(),
  /** Whether words that readers see are others. */
  isTextChanged: z.boolean(),
  pictures: z.strictObject({ new: count, changed: count, gone: count }),
  responses: z.strictObject({ new: z.array(text(300)).max(MOST), changed: count, gone: count }),
  words: passages,
});

/** Ids of tags, rounds, people and pages, and names of languages (BCP 47). */
const entryId = z
  .string()
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
  .max(80);

const changedEntrySchema = z.strictObject({
  is: z.enum(['page', 'tag', 'round', 'person', 'language', 'program']),
  id: entryId,
  title: text(300),
  change: z.enum(['new', 'changed', 'renamed', 'gone']),
  formerId: entryId.optional(),
  /** What a deleted one's address leads to. */
  leadsTo: entryId.optional(),
  /** How many posts have it. */
  posts: count,
  /** The names of the fields that differ. */
  fields: z.array(text(100)).max(MOST),
  words: passages,
});

const problemSchema = z.strictObject({
  severity: z.enum(['error', 'warning']),
  file: text(500),
  line: count.optional(),
  message: text(1000),
  hint: text(1000),
  fix: text(1000).optional(),
});

/**
 * What a pull request does to the content, as the check hands it over. It comes from code that a
 * stranger may have changed: whoever reads it believes nothing but its shape.
 */
export const pullRequestReportSchema = z.strictObject({
  problems: z.array(problemSchema).max(MOST),
  /** How many problems there are, also those that are left out; so of what follows. */
  problemCount: count,
  posts: z.array(changedPostSchema).max(MOST),
  postCount: count,
  entries: z.array(changedEntrySchema).max(MOST),
  entryCount: count,
});

export type PullRequestReport = z.output<typeof pullRequestReportSchema>;
export type ChangedPost = PullRequestReport['posts'][number];
export type ChangedEntry = PullRequestReport['entries'][number];

/**
 * Puts together what changed files do to the content: every error, and advice on what was changed.
 *
 * @param changed the files that differ from what is published
 * @param judged the content as the check sees it
 * @param parse reads posts as they were
 */
export function pullRequestReport(
  changed: readonly ChangedFile[],
  checked: Pick<CheckedContent, 'problems' | 'posts' | 'catalogue'>,
  parse: ParseMdx,
): PullRequestReport {
  const judged: Judged = { ...checked, parse };
  const things = changedThings(changed, (room, id) => idNow(judged, room, id));
  const posts = things.flatMap((thing) => changedPost(thing, judged) ?? []);
  const entries = [
    ...changedEntries(changed, things, judged),
    ...things.flatMap((thing) => personEntry(thing, judged) ?? []),
  ];
  const told = toldProblems(changed, checked.problems);
  const problems = reportedProblems(told).map(problemInReport);
  const inAll = { left: MOST_CHARACTERS };
  return {
    problems: problems.slice(0, MOST),
    problemCount: told.length,
    posts: posts.slice(0, MOST).map((post) => ({ ...post, words: within(inAll, post.words) })),
    postCount: posts.length,
    entries: entries.slice(0, MOST).map((one) => ({ ...one, words: within(inAll, one.words) })),
    entryCount: entries.length,
  };
}

/** Every error, and advice on what was changed. */
function toldProblems(changed: readonly ChangedFile[], all: readonly Problem[]): Problem[] {
  const isError = ({ severity }: Problem) => severity === 'error';
  const isChanged = ({ file }: Problem) => changed.some(({ path }) => file.endsWith(`/${path}`));
  return [
    ...all.filter(isError),
    ...all.filter((problem) => !isError(problem) && isChanged(problem)),
  ];
}

function problemInReport({ severity, file, line, message, hint, fix }: Problem) {
  return {
    severity,
    file: short(file, 500),
    ...(line === undefined ? {} : { line }),
    message: short(message, 1000),
    hint: short(hint, 1000),
    ...(fix === undefined ? {} : { fix: short(fix, 1000) }),
  };
}

/** As many passages as a report still has room for. */
function within(room: { left: number }, words: readonly ChangedPassage[]): ChangedPassage[] {
  return words.slice(0, MOST).filter(({ runs }) => {
    const size = runs.reduce((sum, run) => sum + run.text.length, 0);
    if (size > room.left) return false;
    room.left -= size;
    return true;
  });
}
