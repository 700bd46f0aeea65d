import { z } from 'zod';
import type { ContentIndex } from '../check/content-index.ts';
import { type Document, listField, textField } from '../check/document.ts';
import { type Problem, reportedProblems } from '../core/content-files/problem.ts';
import { date } from '../core/model/fields.ts';
import { idSchema, postIdSchema } from '../core/model/ids.ts';
import { asksQuestions, kindNamed } from '../core/model/kinds.ts';

/** No list in a report is longer; what is left out is counted. */
const MOST = 50;

const text = (most: number) => z.string().max(most);
const count = z.number().int().min(0).max(1e6);

const changedPostSchema = z.strictObject({
  id: postIdSchema,
  change: z.enum(['new', 'changed', 'gone']),
  title: text(300),
  kind: idSchema.optional(),
  date: date.optional(),
  summary: text(300),
  tags: z.array(text(80)).max(MOST),
  questions: z.array(text(1000)).max(MOST),
  isDraft: z.boolean(),
  /** Whether it is the discussion that opens the home page on its day. */
  isFirst: z.boolean(),
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
  /** How many problems there are, also those that are left out. */
  problemCount: count,
  posts: z.array(changedPostSchema).max(MOST),
  /** Pictures in the folders of the changed posts. */
  pictures: count,
});

export type PullRequestReport = z.output<typeof pullRequestReportSchema>;

/** A file of the content that differs from the main branch, its path from the content folder. */
export interface ChangedFile {
  path: string;
  change: 'new' | 'changed' | 'gone';
}

/**
 * Puts together what changed files do to the content: every error, and advice on what was changed.
 */
export function pullRequestReport(
  changed: readonly ChangedFile[],
  judged: { problems: readonly Problem[]; posts: readonly Document[]; catalogue: ContentIndex },
): PullRequestReport {
  const ids = new Set(changed.flatMap(({ path }) => postOf(path) ?? []));
  const posts = [...ids].flatMap((id) => changedPost(id, changed, judged) ?? []);
  const isError = ({ severity }: Problem) => severity === 'error';
  const isChanged = ({ file }: Problem) => changed.some(({ path }) => file.endsWith(`/${path}`));
  const told = [
    ...judged.problems.filter(isError),
    ...judged.problems.filter((problem) => !isError(problem) && isChanged(problem)),
  ];
  const problems = reportedProblems(told).map(({ severity, file, line, message, hint, fix }) => ({
    severity,
    file: cut(file, 500),
    ...(line === undefined ? {} : { line }),
    message: cut(message, 1000),
    hint: cut(hint, 1000),
    ...(fix === undefined ? {} : { fix: cut(fix, 1000) }),
  }));
  return {
    problems: problems.slice(0, MOST),
    problemCount: told.length,
    posts: posts.slice(0, MOST),
    pictures: changed.filter(({ path }) => postOf(path) && !/\.(mdx|yaml)$/.test(path)).length,
  };
}

function postOf(path: string): string | undefined {
  return /^posts\/([^/]+)\//.exec(path)?.[1];
}

function changedPost(
  id: string,
  changed: readonly ChangedFile[],
  { posts, catalogue }: { posts: readonly Document[]; catalogue: ContentIndex },
): PullRequestReport['posts'][number] | undefined {
  if (!postIdSchema.safeParse(id).success) return undefined;
  const change = changed.find(({ path }) => path === `posts/${id}/index.mdx`)?.change ?? 'changed';
  const post = posts.find((one) => one.id === id);
  const written = post && textField(post, 'kind');
  const kind = kindNamed(catalogue.program, written) && written;
  const day = date.safeParse(post && textField(post, 'date'));
  return {
    id,
    change,
    title: cut((post && textField(post, 'title')) ?? id, 300),
    ...(kind ? { kind } : {}),
    ...(day.success ? { date: day.data } : {}),
    summary: cut((post && textField(post, 'summary')) ?? '', 300),
    tags: (post ? listField(post, 'tags') : []).slice(0, MOST).map((tag) => cut(tag, 80)),
    // Where something cannot be read, characters of the text are masked.
    questions: (post?.isSound ? (post.questions ?? []) : [])
      .slice(0, MOST)
      .map((question) => cut(question.text, 1000)),
    isDraft: post?.given['draft'] === true,
    isFirst: post !== undefined && opensHome(post, posts, catalogue),
  };
}

/** Whether no newer discussion whose responses are open is published with it or later. */
function opensHome(post: Document, posts: readonly Document[], catalogue: ContentIndex): boolean {
  const isOpen = (one: Document) =>
    asksQuestions(catalogue.program, one.given['kind']) && one.given['responses'] !== 'closed';
  const from = (one: Document) => Date.parse(catalogue.posts[one.id]?.from ?? '');
  return isOpen(post) && !posts.some((one) => isOpen(one) && from(one) > from(post));
}

function cut(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}
