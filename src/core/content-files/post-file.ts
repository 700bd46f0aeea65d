import type { Root } from 'mdast';
import type { z } from 'zod';
import { type Question, questionHeadingsIn, questionsOf } from '../model/questions.ts';
import { readCharacters } from './characters.ts';
import { FRONT_MATTER, noFrontMatter, splitFields, withFences } from './front-matter.ts';
import { hiddenInTree } from './hidden-values.ts';
import { conflictProblems } from './merge-conflict.ts';
import { bodyProblems } from './post-body.ts';
import { type ParseMdx, parseBody } from './post-tree.ts';
import { type Problem, problem } from './problem.ts';
import { keysAt } from './schema-fields.ts';
import {
  lengthProblem,
  partProblems,
  questionExcess,
  withoutEmbeddedImages,
} from './size-limits.ts';
import { readYaml } from './yaml.ts';

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
  const conflicts = conflictProblems(source, file);
  if (conflicts.length > 0) return { given: {}, problems: conflicts };
  const drawn = withoutEmbeddedImages(source, file);
  const tooLong = lengthProblem(drawn.source, file);
  if (tooLong) return { given: {}, problems: [...drawn.problems, tooLong] };
  const fenced = withFences(drawn.source, file);
  const letters = readCharacters(fenced.source, file);
  const { text } = letters;
  const problems = [...drawn.problems, ...fenced.problems, ...letters.problems];
  const match = FRONT_MATTER.exec(text);
  if (!match) return { given: {}, problems: [...problems, noFrontMatter(text, file)] };
  const split = splitFields(text.slice(match[0].length), keysAt(schema, []));
  const fields = readYaml(match[1] ?? '', schema, file, 2, undefined, true);
  const parsed = parseBody(text, match[0].length, parse, file);
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
    problems.push(problem('front-matter-split', { file, line }, {}));
  }
  const { tree } = parsed;
  const parts = tree ? partProblems(tree, file) : [];
  if (parts.length > 0) return { problems: [...problems, ...parts], given: fields.given };
  if (tree) problems.push(...hiddenInTree(tree, text, file), ...bodyProblems(tree, file, text));
  const isDeep = problems.some(({ rule }) => rule === 'nested-too-deep');
  if (!tree || isDeep) return { problems, given: fields.given };
  problems.push(...secondListProblems(tree, headings, file));
  const questions = questionsOf(tree, headings);
  const excess = questionExcess(questions, file);
  if (excess.length > 0) return { problems: [...problems, ...excess], given: fields.given };
  const reading = { problems, given: fields.given, tree, questions };
  if (problems.some(({ severity }) => severity === 'error')) return reading;
  const body = text.slice(match[0].length);
  return { ...reading, post: { fields: fields.value as z.output<Schema>, body, questions, tree } };
}

function secondListProblems(tree: Root, headings: ReadonlySet<string>, file: string): Problem[] {
  return questionHeadingsIn(tree, headings)
    .slice(1)
    .map(({ position }) =>
      problem('second-question-list', { file, line: position?.start.line }, {}),
    );
}
