import {
  type Document,
  isMap,
  isNode,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { z } from 'zod';
import { closestMatch } from '../text/closest-match.ts';
import { fixedValue } from './fix-value.ts';
import { takeHiddenScalars } from './hidden-values.ts';
import { firstOfEach, type Problem, problem } from './problem.ts';
import { descriptionAt, keysAt, schemaOf } from './schema-fields.ts';
import { suggestField } from './suggest-value.ts';
import { lineOfNesting, syntaxProblems } from './yaml-errors.ts';
import { takeAsMeant, takeCutValues } from './yaml-meant.ts';
import { withoutMessage, zodMessage } from './zod-messages.ts';

/** What a YAML text says, and what is wrong with it. */
export interface Reading<Value> {
  /** What stands there, whatever the schema says to it; empty when it can't be read at all. */
  given: Readonly<Record<string, unknown>>;
  /** The value, where the schema has nothing against it. Hidden characters are told, and are not in it. */
  value?: Value;
  problems: readonly Problem[];
}

/** The longest YAML text that is read, in characters, unless its reader says otherwise. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads YAML text against a schema. Dates stay strings (YAML 1.2 core schema), aliases are
 * refused, and every problem comes with its line.
 *
 * @param text the YAML text
 * @param schema what it must be
 * @param file the file's name, for the report
 * @param firstLine the file's line on which the text begins, from 1
 * @param most how long it may be, in characters
 * @param isKind whether numbers are taken as words, and one word as a list of one, where these belong
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  firstLine = 1,
  most = MOST_CHARACTERS,
  isKind = false,
): Reading<z.output<Schema>> {
  if (text.length > most) {
    const [size, limit] = [text.length, most].map((count) => count.toLocaleString('en'));
    const blanks = { size: size ?? '', most: limit ?? '' };
    return { given: {}, problems: [problem('yaml-too-large', { file }, blanks)] };
  }
  const nested = lineOfNesting(text);
  if (nested !== undefined) {
    return {
      given: {},
      problems: [problem('yaml-nested', { file, line: nested + firstLine }, {})],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    // Names that stand twice are told with what else is wrong: the parser compares each with all others.
    ...{ lineCounter: lines, prettyErrors: false, merge: false, uniqueKeys: false },
    // What is wrong is told here, and nowhere else.
    logLevel: 'error',
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const wrong = syntaxProblems(document, text, file, lineAt);
  if (wrong.length > 0) return { given: {}, problems: wrong };
  const hiddenCharacters = takeHiddenScalars(document, text, file, lineAt);
  const cut = takeCutValues(document, text, file, lineAt);
  if (isKind) takeAsMeant(document, schema);
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const isRecord = typeof value === 'object' && !Array.isArray(value);
  const given = isRecord ? (value as Record<string, unknown>) : {};
  const hidden = [...hiddenCharacters, ...cut];
  const result = schema.safeParse(value, { reportInput: true, error: withoutMessage });
  if (result.success && cut.length > 0) return { given, problems: hidden };
  if (result.success) return { given, value: result.data, problems: hidden };
  const placed = linesOfPaths(document, lineAt);
  const lineOf = (path: readonly PropertyKey[]) => placed(path) ?? firstLine;
  const judged = { file, lineOf, schema, lines: text.split('\n'), firstLine, value };
  const told = firstOfEach(result.error.issues, ({ path }) => path.join('.'));
  const meant = new Set(told.flatMap((issue) => pathsMeant(issue, judged)));
  // Where a name is misspelled, nothing is missing.
  const isMeant = (issue: z.core.$ZodIssue) => isAbsent(issue) && meant.has(issue.path.join('.'));
  const problems = told
    .filter((issue) => !isMeant(issue))
    .flatMap((issue) => issueProblems(issue, judged));
  return { given, problems: [...hidden, ...problems] };
}

/** Whether nothing stands in a YAML text but notes and what means nothing. */
export function saysNothing(text: string): boolean {
  return text.split(/\r\n?|\n/).every((line) => /^\s*(#.*|---|\.\.\.|null|~)?\s*$/.test(line));
}

/** Finds the line of the deepest part of a path that stands in the document. */
function linesOfPaths(document: Document, lineAt: (offset: number) => number) {
  const known = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairsOf = (map: YAMLMap) => {
    const pairs =
      known.get(map) ?? new Map(map.items.toReversed().map((pair) => [String(pair.key), pair]));
    known.set(map, pairs);
    return pairs;
  };
  return (path: readonly PropertyKey[]): number | undefined => {
    let node: unknown = document.contents;
    let line: number | undefined;
    for (const step of path) {
      const pair = isMap(node) ? pairsOf(node).get(String(step)) : undefined;
      const entry = pair?.key ?? (isSeq(node) ? node.items[Number(step)] : undefined);
      if (!isNode(entry) || !entry.range) return line;
      line = lineAt(entry.range[0]);
      node = pair ? pair.value : entry;
    }
    return line;
  };
}

/** What the problems of a file are made of. */
interface Judged {
  file: string;
  lineOf: (path: readonly PropertyKey[]) => number;
  schema: z.ZodType;
  lines: readonly string[];
  firstLine: number;
  /** What stands in the file. */
  value: unknown;
}

/** The paths that somebody meant who wrote names that are unknown. */
function pathsMeant(issue: z.core.$ZodIssue, judged: Judged): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.flatMap((key) => {
    const suggestion = keyMeant(key, issue.path, judged);
    return suggestion === undefined ? [] : [[...issue.path, suggestion].join('.')];
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
  const says = descriptionAt(schema, described) ?? wholeSays(issue, schema) ?? 'Correct the value.';
  if (isAbsent(issue)) {
    const name = String(issue.path.at(-1) ?? 'name');
    return [problem('missing-field', place, { field: named, name, says })];
  }
  const isOptional = schemaOf(schema, issue.path)?.safeParse(undefined).success === true;
  const message = zodMessage(issue, isOptional);
  const line = lineAt(judged, place.line);
  if (issue.input === null && /^\s*[\w-]+: +#/.test(line)) {
    const quoted = line.replace(/: +(#[^"\\]*)$/, ': "$1"');
    return [problem('yaml-hash', place, {}, quoted === line ? {} : { fix: quoted })];
  }
  const blanks = { field: named, message, says };
  return [problem('field', place, blanks, fixedValue(issue, line, schema))];
}

/** What a schema says of the whole file. */
function wholeSays({ path }: z.core.$ZodIssue, { description }: z.ZodType): string | undefined {
  return path.length === 0 ? description : undefined;
}

function unknownKeyProblem(key: string, path: readonly PropertyKey[], judged: Judged): Problem {
  const { file, lineOf, schema } = judged;
  const field = fieldAt([...path, key]);
  const place = { file, line: lineOf([...path, key]), field };
  const blanks = { key: field ?? key, known: keysAt(schema, path).join(', ') };
  const suggestion = keyMeant(key, path, judged);
  const line = lineAt(judged, place.line);
  const isPlain = suggestion !== undefined && line.trimStart().startsWith(`${key}:`);
  const fix = isPlain ? { fix: line.replace(key, suggestion) } : {};
  return problem('unknown-key', place, blanks, { suggestion, ...fix });
}

/** The known name that is meant by an unknown one, among those at a path. */
function keyMeant(key: string, path: readonly PropertyKey[], judged: Judged): string | undefined {
  const known = keysAt(judged.schema, path);
  const here = fieldsAt(judged.value, path);
  const absent = known.filter((name) => !Object.hasOwn(here, name));
  return suggestField(key, absent) ?? closestMatch(key, known);
}

/** A path as the name of a field; which entry of a list it is, its line says. */
function fieldAt(path: readonly PropertyKey[]): string | undefined {
  return path.filter((part) => typeof part === 'string').join('.') || undefined;
}

function lineAt({ lines, firstLine }: Judged, line: number): string {
  return lines[line - firstLine] ?? '';
}

/** The part of a value to which a path leads, where that is made of fields; else no fields. */
function fieldsAt(value: unknown, path: readonly PropertyKey[]): object {
  let here: unknown = value;
  for (const step of path) here = (here as Record<PropertyKey, unknown> | undefined)?.[step];
  return here && typeof here === 'object' ? here : {};
}
