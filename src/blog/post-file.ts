import type { Root } from 'mdast';
import type { z } from 'zod';
import { readLetters } from './letters.ts';
import { mdxMistake } from './mdx-mistake.ts';
import { bodyProblems } from './post-body.ts';
import { excessProblems, lengthProblem, withoutDrawnPictures } from './post-excess.ts';
import { broken, type Problem } from './problem.ts';
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
  const drawn = withoutDrawnPictures(source, file);
  const tooLong = lengthProblem(drawn.source, file);
  if (tooLong) return { given: {}, problems: [...drawn.problems, tooLong] };
  const fenced = withFences(drawn.source, file);
  const letters = readLetters(fenced.source, file);
  const { text } = letters;
  const problems = [...drawn.problems, ...fenced.problems, ...letters.problems];
  const match = FRONT_MATTER.exec(text);
  if (!match) return { given: {}, problems: [...problems, noFrontMatter(text, file)] };
  const split = splitFields(text.slice(match[0].length), schema);
  const fields = readYaml(match[1] ?? '', schema, file, 2);
  const parsed = parsedBody(text, match[0].length, parse, file);
  // What curly quotation marks make of a value is told already.
  const isCurly = ({ line }: Problem) =>
    problems.some((other) => other.rule === 'yaml-smart-quotes' && other.line === line);
  // What stands below the block is not missing.
  const isLost = ({ field }: Problem) =>
    field !== undefined && split.names.includes(field) && !Object.hasOwn(fields.given, field);
  const told = fields.problems.filter((problem) => !isLost(problem) && !isCurly(problem));
  problems.push(...told, ...parsed.problems);
  if (split.names.length > 0) {
    const line = text.slice(0, match[0].length).split('\n').length + split.above;
    problems.push(broken('front-matter-split', { file, line }, {}));
  }
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

/**
 * The names of fields that stand below the block of them, where somebody closed it too early, and the
 * empty lines above the first.
 */
function splitFields(body: string, schema: z.ZodType): { names: string[]; above: number } {
  const known = Object.keys((schema as { shape?: object }).shape ?? {});
  const lines = body.split('\n');
  const above = Math.max(
    lines.findIndex((line) => line.trim() !== ''),
    0,
  );
  const end = lines.findIndex((line, index) => index > above && /^---\s*$/.test(line));
  const names = lines
    .slice(above, Math.max(end, above))
    .flatMap((line) => /^([a-z]\w*):(?: |$)/i.exec(line)?.[1] ?? []);
  const isField = lines[above]?.startsWith(`${names[0]}:`) && known.includes(names[0] ?? '');
  return isField ? { names, above } : { names: [], above };
}

/**
 * The text with the lines around its fields as they are meant, so that the rest can be judged, and
 * what is wrong with them.
 */
function withFences(source: string, file: string): { source: string; problems: Problem[] } {
  const lines = source.split('\n');
  const isField = /^\s*\w+\s*[:：]/.test(lines[1] ?? '');
  if (FRONT_MATTER.test(source.replace(/^\ufeff/, '')) || !isField || !RULE.test(lines[0] ?? '')) {
    return { source, problems: [] };
  }
  const end = lines.findIndex((line, index) => index > 0 && RULE.test(line));
  if (end < 0) return { source, problems: [] };
  const isRight = (line = '') => /^\ufeff?---[ \t\r]*$/.test(line);
  const help = { better: '---' };
  const problems = [
    ...(isRight(lines[0]) ? [] : [broken('no-front-matter', { file, line: 1 }, {}, help)]),
    ...(isRight(lines[end])
      ? []
      : [broken('front-matter-open', { file, line: end + 1 }, {}, help)]),
  ];
  const meant = lines.map((line, at) =>
    (at === 0 || at === end) && !isRight(line) ? '---' : line,
  );
  return { source: meant.join('\n'), problems };
}

function noFrontMatter(text: string, file: string): Problem {
  const isOpen = /^---[ \t]*\r?\n\s*\w+:/.test(text);
  if (isOpen) return broken('front-matter-open', { file, line: 1 }, {});
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const isMeant = RULE.test(lines[first] ?? '');
  const help = isMeant && lines[first] !== '---' ? { better: '---' } : {};
  return broken('no-front-matter', { file, line: isMeant ? first + 1 : 1 }, {}, help);
}

/** What other programs make of three hyphens, or people write for them. */
const RULE = /^[\s\u200b\ufeff]*(?:[—–-]+|`{3}.*|\.{3}|[+]{3}|[*]{3}|_{3}|={3,})\s*$/;

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
      const { problem, offset } = mdxMistake(masked, file, error, source);
      problems.push(problem);
      if (offset === undefined || offset < bodyStart) return { problems };
      masked = withoutTag(masked, offset);
    }
  }
  return { problems };
}

/** The text with the sign at an offset masked, and with the end of the tag that it begins. */
function withoutTag(text: string, offset: number): string {
  const note = text.startsWith('<!--', offset) ? text.indexOf('-->', offset) : -1;
  if (note >= 0) {
    const inside = text.slice(offset, note).replace(/[<{}]/g, '_');
    return text.slice(0, offset) + inside + text.slice(note);
  }
  const name = /^<([A-Za-z][\w.]*)/.exec(text.slice(offset, offset + 100))?.[1];
  const end = name ? text.indexOf(`</${name}>`, offset) : -1;
  const masked = (at: number, all: string, count = 1) =>
    all.slice(0, at) + '_'.repeat(count) + all.slice(at + count);
  // Several braces beside each other are one slip.
  const count = /^\{+/.exec(text.slice(offset, offset + 100))?.[0].length ?? 1;
  return masked(offset, end < 0 ? text : masked(end, text), count);
}

function secondListProblems(tree: Root, headings: ReadonlySet<string>, file: string): Problem[] {
  return questionHeadingsIn(tree, headings)
    .slice(1)
    .map(({ position }) =>
      broken('second-question-list', { file, line: position?.start.line }, {}),
    );
}
