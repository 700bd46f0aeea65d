import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { betterValue } from './better-values.ts';
import { fieldSentence, unsaid } from './field-sentences.ts';
import { takeHiddenScalars } from './hidden-values.ts';
import { fieldMeant } from './meant-values.ts';
import { nearest } from './nearest.ts';
import { broken, type Problem } from './problem.ts';
import { descriptionAt, keysAt, schemaOf } from './schema-fields.ts';
import { lineOfNesting, syntaxProblems } from './yaml-syntax.ts';

/** What a YAML text says, and what is wrong with it. */
export interface Reading<Value> {
  /** What stands there, whatever the schema says to it; empty when it can't be read at all. */
  given: Readonly<Record<string, unknown>>;
  /** The value, where the schema has nothing against it. Hidden signs are told, and are not in it. */
  value?: Value;
  problems: readonly Problem[];
}

/**
 * Reads YAML text against a schema. Dates stay strings (YAML 1.2 core schema), aliases are
 * refused, and every problem comes with its line.
 *
 * @param text the YAML text
 * @param schema what it must be
 * @param file the file's name, for the report
 * @param firstLine the file's line on which the text begins, from 1
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  firstLine = 1,
): Reading<z.output<Schema>> {
  const nested = lineOfNesting(text);
  if (nested !== undefined) {
    return { given: {}, problems: [broken('yaml-nested', { file, line: nested + firstLine }, {})] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    ...{ lineCounter: lines, prettyErrors: false, merge: false },
    // What is wrong is told here, and nowhere else.
    logLevel: 'error',
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const wrong = syntaxProblems(document, text, file, lineAt);
  if (wrong.length > 0) return { given: {}, problems: wrong };
  const hidden = takeHiddenScalars(document, text, file, lineAt);
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const isRecord = typeof value === 'object' && !Array.isArray(value);
  const given = isRecord ? (value as Record<string, unknown>) : {};
  const result = schema.safeParse(value, { reportInput: true, error: unsaid });
  if (result.success) return { given, value: result.data, problems: hidden };
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, path, lineAt) ?? firstLine;
  const { issues } = result.error;
  const isFirst = (issue: z.core.$ZodIssue, index: number) =>
    issues.findIndex((other) => other.path.join('.') === issue.path.join('.')) === index;
  const judged = { file, lineOf, schema, text, firstLine, value };
  const told = issues.filter(isFirst);
  const meant = told.flatMap((issue) => pathsMeant(issue, judged));
  // Where a name is misspelled, nothing is missing.
  const isMeant = (issue: z.core.$ZodIssue) =>
    isAbsent(issue) && meant.includes(issue.path.join('.'));
  const problems = told
    .filter((issue) => !isMeant(issue))
    .flatMap((issue) => issueProblems(issue, judged));
  return { given, problems: [...hidden, ...problems] };
}

/** Whether nothing stands in a YAML text but notes and what means nothing. */
export function saysNothing(text: string): boolean {
  return text.split(/\r\n?|\n/).every((line) => /^\s*(#.*|---|\.\.\.|null|~)?\s*$/.test(line));
}

/** The line of the deepest part of a path that stands in the document. */
function lineOfPath(
  document: Document,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth > 1 ? document.getIn(path.slice(0, depth - 1), true) : document.contents;
    const key = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isNode(item.key) && String(item.key) === String(key),
      );
      if (pair && isNode(pair.key) && pair.key.range) return lineAt(pair.key.range[0]);
    }
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
  }
  return undefined;
}

/** What the problems of a file are made of. */
interface Judged {
  file: string;
  lineOf: (path: readonly PropertyKey[]) => number;
  schema: z.ZodType;
  text: string;
  firstLine: number;
  /** What stands in the file. */
  value: unknown;
}

/** The paths that somebody meant who wrote names that are unknown. */
function pathsMeant(issue: z.core.$ZodIssue, judged: Judged): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.flatMap((key) => {
    const guess = keyMeant(key, issue.path, judged);
    return guess === undefined ? [] : [[...issue.path, guess].join('.')];
  });
}

/** Whether nothing stands where something has to. */
function isAbsent(issue: z.core.$ZodIssue): boolean {
  return (
    (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined
  );
}

function issueProblems(issue: z.core.$ZodIssue, judged: Judged): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKeyProblem(key, issue.path, judged));
  }
  const { file, lineOf, schema } = judged;
  const field = fieldAt(issue.path);
  const named = field ?? (issue.path.length > 0 ? 'This entry' : 'The whole');
  const place = { file, line: lineOf(issue.path), field };
  // What an entry of a list is, the list's description says.
  const described = issue.path.slice(
    0,
    issue.path.findLastIndex((part) => typeof part === 'string') + 1,
  );
  const says = descriptionAt(schema, described) ?? 'Correct the value.';
  if (isAbsent(issue)) {
    const name = String(issue.path.at(-1) ?? 'name');
    return [broken('missing-field', place, { field: named, name, says })];
  }
  const isOptional = schemaOf(schema, issue.path)?.safeParse(undefined).success === true;
  const message = fieldSentence(issue, isOptional);
  const line = lineAt(judged, place.line);
  if (issue.input === null && /^\s*[\w-]+: +#/.test(line)) {
    const quoted = line.replace(/: +(#[^"\\]*)$/, ': "$1"');
    return [broken('yaml-hash', place, {}, quoted === line ? {} : { better: quoted })];
  }
  const blanks = { field: named, message, says };
  return [broken('field', place, blanks, betterValue(issue, line, schema))];
}

function unknownKeyProblem(key: string, path: readonly PropertyKey[], judged: Judged): Problem {
  const { file, lineOf, schema } = judged;
  const field = fieldAt([...path, key]);
  const place = { file, line: lineOf([...path, key]), field };
  const blanks = { key: field ?? key, known: keysAt(schema, path).join(', ') };
  const guess = keyMeant(key, path, judged);
  const line = lineAt(judged, place.line);
  const isPlain = guess !== undefined && line.trimStart().startsWith(`${key}:`);
  const better = isPlain ? { better: line.replace(key, guess) } : {};
  return broken('unknown-key', place, blanks, { guess, ...better });
}

/** The known name that is meant by an unknown one, among those at a path. */
function keyMeant(key: string, path: readonly PropertyKey[], judged: Judged): string | undefined {
  const known = keysAt(judged.schema, path);
  const here = fieldsAt(judged.value, path);
  const absent = known.filter((name) => !Object.hasOwn(here, name));
  return fieldMeant(key, absent) ?? nearest(key, known);
}

/** A path as the name of a field; which entry of a list it is, its line says. */
function fieldAt(path: readonly PropertyKey[]): string | undefined {
  return path.filter((part) => typeof part === 'string').join('.') || undefined;
}

function lineAt({ text, firstLine }: Judged, line: number): string {
  return text.split('\n')[line - firstLine] ?? '';
}

/** The part of a value to which a path leads, where that is made of fields; else no fields. */
function fieldsAt(value: unknown, path: readonly PropertyKey[]): object {
  let here: unknown = value;
  for (const step of path) here = (here as Record<PropertyKey, unknown> | undefined)?.[step];
  return here && typeof here === 'object' ? here : {};
}
