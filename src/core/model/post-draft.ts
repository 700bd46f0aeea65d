import { asksQuestions, type Kind, type NamesKinds } from './kinds.ts';
import { serializePost } from './serialize-post.ts';

/** What a new post is made of. */
export interface PostDraft {
  kind: Kind;
  title: string;
  /** Discussions only. */
  month?: string | undefined;
  /** Undefined where the program has none. */
  round?: string | undefined;
  date: string;
  summary: string;
  tags: readonly string[];
  authors: readonly string[];
  /** The folder's name. */
  id: string;
}

/**
 * The file of a new post: a draft that is valid as it is, with places for what only the author
 * can write.
 *
 * @param heading the words over the list of questions, as in `program.questionHeadings`
 * @param program which kinds of posts there are
 */
export function newPostFile(
  { id: _, ...fields }: PostDraft,
  heading: string,
  program: NamesKinds,
): string {
  const hasQuestions = asksQuestions(program, fields.kind);
  return serializePost({ ...fields, draft: true }, body(hasQuestions, heading));
}

const OPENING = 'Write your text here. An empty line begins a new paragraph.';
const QUESTIONS = ['Write the first question here?', 'And the second?'];

/** What a draft says where its author has not written yet. */
export const DRAFT_WORDS: readonly string[] = [OPENING, ...QUESTIONS];

function body(hasQuestions: boolean, heading: string): string {
  if (!hasQuestions) return `${OPENING}\n`;
  const list = QUESTIONS.map((question) => `- ${question}\n`).join('');
  return `${OPENING}\n\n## ${heading}\n\n${list}`;
}
