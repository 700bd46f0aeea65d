import type { Root } from 'mdast';
import type { z } from 'zod';
import { readLetters } from './letters.ts';
import { mdxMistake } from './mdx-mistake.ts';
import { bodyProblems } from './post-body.ts';
import { broken, type Problem } from './problem.ts';
import { type Question, questionHeadingsIn, questionsOf } from './questions.ts';
import { MOST_DEPTH } from './tree-nodes.ts';
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

/** A post or a standing page as far as it could be read. */
export interface PostReading<Fields> {
  /** The whole, if there is no error in it. */
  post?: PostFile<Fields> | undefined;
  problems: Problem[];
  /** The fields as they stand there, whatever the schema says to them. */
  given: Readonly<Record<string, unknown>>;
  /** The parsed text, if it could be parsed and is within bounds. */
  tree?: Root | undefined;
  questions?: Question[] | undefined;
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/** The longest file that is read, in characters: some forty thousand words. */
const MOST_CHARACTERS = 250_000;
/** A paragraph of some 1,500 words. */
const MOST_IN_LINE = 10_000;
/** Parsers take long for thousands of signs that may begin something. */
const MOST_SIGNS = 2000;
/** How many slips of syntax are told at once. */
const MOST_MISTAKES = 12;

/**
 * Reads a post or a standing page: front matter against its schema, body against the allowlist.
 * Nothing of it is compiled or run.
 *
 * @param source the whole file
 * @param options.file its name for the report
 * @param options.schema the schema of its front matter
 * @param options.parse an MDX parser
 * @param options.headings headings of question lists, from `questionHeadings(program)`
 * @returns what could be read, and every problem that was found
 */
export function readPostFile<Schema extends z.ZodType>(
  source: string,
  options: { file: string; schema: Schema; parse: ParseMdx; headings: ReadonlySet<string> },
): PostReading<z.output<Schema>> {
  const { file, schema, parse, headings } = options;
  if (source.length > MOST_CHARACTERS) return { given: {}, problems: [tooLarge(source, file)] };
  const { text, problems } = readLetters(source, file);
  const match = FRONT_MATTER.exec(text);
  if (!match) return { given: {}, problems: [...problems, noFrontMatter(text, file)] };
  const fields = readYaml(match[1] ?? '', schema, file, 2);
  const parsed = parsedBody(text, match[0].length, parse, file);
  problems.push(...fields.problems, ...parsed.problems);
  const { tree } = parsed;
  if (tree) problems.push(...bodyProblems(tree, file, text));
  const isDeep = problems.some(({ rule }) => rule === 'nested-too-deep');
  if (!tree || isDeep) return { problems, given: fields.given };
  problems.push(...secondListProblems(tree, headings, file));
  const questions = questionsOf(tree, headings);
  const reading = { problems, given: fields.given, tree, questions };
  if (problems.some(({ severity }) => severity === 'error')) return reading;
  const body = text.slice(match[0].length);
  return { ...reading, post: { fields: fields.value as z.output<Schema>, body, questions, tree } };
}

function tooLarge(source: string, file: string): Problem {
  const size = `${Math.round(source.length / 1000)},000 characters`;
  return broken('file-too-large', { file }, { size, most: `${MOST_CHARACTERS / 1000},000` });
}

function noFrontMatter(text: string, file: string): Problem {
  const isOpen = /^---[ \t]*\r?\n\s*\w+:/.test(text);
  return broken(isOpen ? 'front-matter-open' : 'no-front-matter', { file, line: 1 }, {});
}

/**
 * The tree of a text. Where there is a slip, the sign at fault is masked and the rest read again, so
 * that every slip is told at once; the tree is then good for telling further problems only.
 */
function parsedBody(
  source: string,
  bodyStart: number,
  parse: ParseMdx,
  file: string,
): { tree?: Root; problems: Problem[] } {
  const excess = excessProblems(source, bodyStart, file);
  if (excess.length > 0) return { problems: excess };
  const problems: Problem[] = [];
  let masked = source;
  while (problems.length < MOST_MISTAKES) {
    try {
      return { tree: parse(masked), problems };
    } catch (error) {
      const { problem, offset } = mdxMistake(masked, file, error);
      problems.push(problem);
      if (offset === undefined || offset < bodyStart) return { problems };
      masked = withoutTag(masked, offset);
    }
  }
  return { problems };
}

/** What no writer writes, and what parsers take for ever over. */
function excessProblems(source: string, bodyStart: number, file: string): Problem[] {
  const body = source.slice(bodyStart);
  const before = source.slice(0, bodyStart).split('\n').length;
  const lines = body.split('\n');
  const found = (rule: (line: string) => boolean) => {
    const index = lines.findIndex(rule);
    return index < 0 ? undefined : { file, line: before + index };
  };
  const long = found((line) => line.length > MOST_IN_LINE);
  const deep = found((line) => DEEP.test(line));
  const signs = body.match(/[<{&]/g)?.length ?? 0;
  return [
    ...(long ? [broken('line-too-long', long, { most: MOST_IN_LINE })] : []),
    ...(deep ? [broken('nested-too-deep', deep, { most: MOST_DEPTH })] : []),
    ...(signs > MOST_SIGNS ? [broken('too-many-signs', { file }, { most: MOST_SIGNS })] : []),
  ];
}

/** More marks of quotations and lists at the beginning of a line than a tree may be deep. */
const DEEP = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){50}/;

/** The text with the sign at an offset masked, and with the end of the tag that it begins. */
function withoutTag(text: string, offset: number): string {
  const name = /^<([A-Za-z][\w.]*)/.exec(text.slice(offset, offset + 100))?.[1];
  const end = name ? text.indexOf(`</${name}>`, offset) : -1;
  const masked = (at: number, all: string) => `${all.slice(0, at)}_${all.slice(at + 1)}`;
  return masked(offset, end < 0 ? text : masked(end, text));
}

function secondListProblems(tree: Root, headings: ReadonlySet<string>, file: string): Problem[] {
  return questionHeadingsIn(tree, headings)
    .slice(1)
    .map(({ position }) =>
      broken('second-question-list', { file, line: position?.start.line }, {}),
    );
}
