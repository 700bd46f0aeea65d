import type { Root } from 'mdast';
import type { z } from 'zod';
import { bodyProblems } from './post-body.ts';
import type { Problem } from './problem.ts';
import { type Question, questionHeadingsIn, questionsOf } from './questions.ts';
import { readYaml } from './yaml-file.ts';

/** A parser of whole MDX files that leaves JSX as syntax. Throws an Error on a syntax error. */
export type ParseMdx = (source: string) => Root;

export interface PostFile<Fields> {
  fields: Fields;
  /** The text after the front matter. */
  body: string;
  questions: Question[];
  tree: Root;
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/**
 * Reads a post or a standing page: front matter against its schema, body against the allowlist.
 * Nothing of it is compiled or run.
 *
 * @param source the whole file
 * @param options.file its name for the report
 * @param options.schema the schema of its front matter
 * @param options.parse an MDX parser
 * @param options.headings headings of question lists, from `questionHeadings(program)`
 * @returns the file's content, or every problem that was found
 */
export function readPostFile<Schema extends z.ZodType>(
  source: string,
  options: { file: string; schema: Schema; parse: ParseMdx; headings: ReadonlySet<string> },
): { post: PostFile<z.output<Schema>>; problems: [] } | { post?: undefined; problems: Problem[] } {
  const { file, schema, parse, headings } = options;
  const match = FRONT_MATTER.exec(source);
  if (!match) return { problems: [noFrontMatter(file)] };
  const fields = readYaml(match[1] ?? '', schema, file, 2);
  const parsed = parsedBody(source, parse, file);
  const problems = [...fields.problems, ...parsed.problems];
  const tree = parsed.tree;
  if (tree) problems.push(...bodyProblems(tree, file), ...headingProblems(tree, headings, file));
  if (problems.length > 0 || !tree) return { problems };
  const body = source.slice(match[0].length);
  const questions = questionsOf(tree, headings);
  return {
    post: { fields: fields.value as z.output<Schema>, body, questions, tree },
    problems: [],
  };
}

function noFrontMatter(file: string): Problem {
  return {
    rule: 'no-front-matter',
    severity: 'error',
    file,
    line: 1,
    what: 'The file does not begin with a block of fields between two lines of ---.',
    todo: 'Begin the file with ---, then title: and the other fields, then --- again.',
  };
}

function parsedBody(
  source: string,
  parse: ParseMdx,
  file: string,
): { tree?: Root; problems: Problem[] } {
  try {
    return { tree: parse(source), problems: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column] = /(\d+):(\d+)/.exec(message) ?? [];
    const problem: Problem = {
      rule: 'mdx-syntax',
      severity: 'error',
      file,
      line: line ? Number(line) : undefined,
      column: column ? Number(column) : undefined,
      what: 'Something here begins like a component or program code and does not end as one.',
      todo: 'To show a sign like < or {, write \\< or \\{. A component is closed with /> or with its name, </Note>.',
    };
    return { problems: [problem] };
  }
}

function headingProblems(tree: Root, headings: ReadonlySet<string>, file: string): Problem[] {
  return questionHeadingsIn(tree, headings)
    .slice(1)
    .map((heading) => ({
      rule: 'second-question-list',
      severity: 'error',
      file,
      line: heading.position?.start.line,
      what: 'This is the second heading for questions in the post.',
      todo: 'Put all questions into one list under one heading.',
    }));
}
