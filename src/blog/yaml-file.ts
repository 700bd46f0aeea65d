import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { dateMeant, dayMeant, fieldMeant, languageMeant, optionMeant } from './meant-values.ts';
import { nearest } from './nearest.ts';
import { broken, type Problem } from './problem.ts';
import { lineOfNesting, syntaxProblems } from './yaml-syntax.ts';

/** What a YAML text says, or every problem that keeps it from saying anything. */
export type Reading<Value> = {
  /** What stands there, whatever the schema says to it; empty when it can't be read at all. */
  given: Readonly<Record<string, unknown>>;
} & ({ value: Value; problems: readonly [] } | { value?: undefined; problems: readonly Problem[] });

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
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const isRecord = typeof value === 'object' && !Array.isArray(value);
  const given = isRecord ? (value as Record<string, unknown>) : {};
  const result = schema.safeParse(value, { reportInput: true, error: unsaid });
  if (result.success) return { given, value: result.data, problems: [] };
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, path, lineAt) ?? firstLine;
  const { issues } = result.error;
  const isFirst = (issue: z.core.$ZodIssue, index: number) =>
    issues.findIndex((other) => other.path.join('.') === issue.path.join('.')) === index;
  const judged = { file, lineOf, schema, text, firstLine, given };
  const told = issues.filter(isFirst);
  const meant = told.flatMap((issue) => pathsMeant(issue, judged));
  // Where a name is misspelled, nothing is missing.
  const isMeant = (issue: z.core.$ZodIssue) =>
    isAbsent(issue) && meant.includes(issue.path.join('.'));
  const problems = told
    .filter((issue) => !isMeant(issue))
    .flatMap((issue) => issueProblems(issue, judged));
  return { given, problems };
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

interface Judged {
  file: string;
  lineOf: (path: readonly PropertyKey[]) => number;
  schema: z.ZodType;
  text: string;
  firstLine: number;
  given: Readonly<Record<string, unknown>>;
}

/** The part of a value to which a path leads, if that is made of fields. */
function valueAt(value: object, path: readonly PropertyKey[]): object {
  let here: unknown = value;
  for (const step of path) here = (here as Record<PropertyKey, unknown> | undefined)?.[step];
  return here && typeof here === 'object' ? here : {};
}

/** The paths that somebody meant who wrote names that are unknown. */
function pathsMeant(issue: z.core.$ZodIssue, judged: Judged): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.flatMap((key) => {
    const guess = keyMeant(key, issue.path, judged);
    return guess === undefined ? [] : [[...issue.path, guess].join('.')];
  });
}

/** The known name that is meant by an unknown one, among those at a path. */
function keyMeant(key: string, path: readonly PropertyKey[], judged: Judged): string | undefined {
  const known = keysAt(judged.schema, path);
  const here = valueAt(judged.given, path);
  const absent = known.filter((name) => !Object.hasOwn(here, name));
  return fieldMeant(key, absent) ?? nearest(key, known);
}

function isAbsent(issue: z.core.$ZodIssue): boolean {
  return (
    (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined
  );
}

function issueProblems(issue: z.core.$ZodIssue, judged: Judged): Problem[] {
  const { file, lineOf, schema } = judged;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const field = fieldAt(path);
      const place = { file, line: lineOf(path), field };
      const blanks = { key: field ?? key, known: keysAt(schema, issue.path).join(', ') };
      const guess = keyMeant(key, issue.path, judged);
      const line = lineAt(judged, place.line);
      const isPlain = guess !== undefined && line.trimStart().startsWith(`${key}:`);
      const better = isPlain ? { better: line.replace(key, guess) } : {};
      return broken('unknown-key', place, blanks, { guess, ...better });
    });
  }
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
  const message = plainMessage(issue, isOptional);
  const line = lineAt(judged, place.line);
  if (issue.input === null && /^\s*[\w-]+: +#/.test(line)) {
    const quoted = line.replace(/: +(#[^"\\]*)$/, ': "$1"');
    return [broken('yaml-hash', place, {}, quoted === line ? {} : { better: quoted })];
  }
  const blanks = { field: named, message, says };
  return [broken('field', place, blanks, betterValue(issue, line, schema))];
}

/** A path as the name of a field; which entry of a list it is, its line says. */
function fieldAt(path: readonly PropertyKey[]): string | undefined {
  return path.filter((part) => typeof part === 'string').join('.') || undefined;
}

function lineAt({ text, firstLine }: Judged, line: number): string {
  return text.split('\n')[line - firstLine] ?? '';
}

/** What is wrong with a value: as the schema says it, unless what stands there is of another kind. */
function plainMessage(issue: z.core.$ZodIssue, isOptional: boolean): string {
  const orNone = isOptional
    ? ' Write something there, or take the line out.'
    : ' Write something there.';
  if (issue.input === null) {
    const sign = typeof issue.path.at(-1) === 'number' ? 'hyphen' : 'colon';
    return `Nothing stands behind the ${sign}.${orNone}`;
  }
  if (issue.code === 'too_small' && issue.input === '') return `${issue.message}${orNone}`;
  const isOne = issue.code === 'invalid_value' || /string/.test(expectedOf(issue));
  if (isOne && Array.isArray(issue.input)) return 'One value belongs here, not a list of them.';
  if (isOne && typeof issue.input === 'object') {
    return 'The value alone belongs here, without another name and colon.';
  }
  if (expectedOf(issue) === 'object' && Array.isArray(issue.input)) {
    return 'Fields belong here, moved in by two spaces, without hyphens before them.';
  }
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'This is no name.';
  return issue.message;
}

/** What a value must be, where its schema has no sentence for that. */
function unsaid(issue: z.core.$ZodRawIssue): string {
  const other = 'This is not what belongs here.';
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? other;
  if (issue.code === 'too_big') return TOO_BIG[issue.origin]?.(issue.maximum) ?? other;
  if (issue.code === 'too_small') return TOO_SMALL[issue.origin]?.(issue.minimum) ?? other;
  return other;
}

type Sentences = Readonly<Record<string, (limit: number | bigint) => string>>;

const TOO_BIG: Sentences = {
  array: (most) => `There are more than ${most}.`,
  int: (most) => `The number may be ${most} at most.`,
  number: (most) => `The number may be ${most} at most.`,
  string: (most) => `This is longer than ${most} characters.`,
};

const TOO_SMALL: Sentences = {
  int: (least) => `The number must be ${least} or more.`,
  number: (least) => `The number must be ${least} or more.`,
};

function expectedOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' ? issue.expected : '';
}

const EXPECTED: Readonly<Record<string, string>> = {
  array: 'This must be a list, between square brackets: [one, two].',
  boolean: 'This must be true or false.',
  number: 'This must be a number.',
  int: 'This must be a whole number.',
  object: 'Fields belong here, each on a line of its own, moved in by two spaces.',
  record: 'Fields belong here, each on a line of its own, moved in by two spaces.',
  string: 'This must be text.',
};

/** The line with its value in the form that is expected, where that is only a matter of form. */
function betterValue(
  issue: z.core.$ZodIssue,
  line: string,
  schema: z.ZodType,
): { better?: string } {
  const [, key, value = ''] = /^(\s*(?:- )?[\w-]+: +)(\S.*?)\s*$/.exec(line) ?? [];
  const name = key?.replace(/^\s*(?:- )?|:\s*$/g, '');
  if (!key || name === undefined) return {};
  const isOne = issue.code === 'invalid_value' || expectedOf(issue) === 'string';
  const only = /^\[\s*([^\][{},"':#]+?)\s*,?\s*\]$/.exec(value)?.[1];
  if (isOne && Array.isArray(issue.input)) return better(key, only);
  if (isOne && issue.input && typeof issue.input === 'object') {
    return /^\s*- /.test(key) ? { better: line.replace(/(- )[\w-]+: +/, '$1') } : {};
  }
  // In a list between brackets the value at fault is one of several.
  if (issue.path.at(-1) !== name) return {};
  if (expectedOf(issue) === 'array') {
    const bare = /^"([^"]*)"$/.exec(value)?.[1] ?? value;
    const inner = /^[({[](.*)[)}\]]$/.exec(bare)?.[1] ?? bare;
    return { better: `${key}[${inner.replaceAll(';', ',')}]` };
  }
  if (/^[#[{]/.test(value)) return {};
  const bare = value.replace(/\s+#.*$/, '');
  const plain = bare.replace(/^(["'])(.*)\1$/, '$2');
  if (issue.code === 'invalid_value') {
    return better(key, optionMeant(name, plain, issue.values.map(String)));
  }
  const meant = meantValue(name, plain);
  if (issue.code === 'custom') return better(key, meant === plain ? undefined : meant);
  if (issue.code !== 'invalid_type') return {};
  if (issue.expected === 'boolean') return better(key, asTrueOrFalse(plain));
  if (/^(number|int)$/.test(issue.expected)) {
    const isGrouped = /^\d{1,3}([,. ]\d{3})+$/.test(plain);
    return better(key, isGrouped || /^\d+$/.test(plain) ? plain.replace(/\D/g, '') : undefined);
  }
  if (/^["']/.test(value)) return {};
  if (issue.expected === 'string') {
    const isFine = name !== 'round' && schemaOf(schema, issue.path)?.safeParse(bare).success;
    return isFine ? { better: `${key}"${bare}"` } : better(key, meant);
  }
  const isPicture = name === 'cover' && /\.\w{3,4}$/.test(value);
  if (!isPicture) return {};
  const file = value.replace(/^\.\//, '');
  return { better: `cover: { image: ./${file}, alt: what it shows }` };
}

function better(key: string, value: string | undefined): { better?: string } {
  return value === undefined ? {} : { better: key + value };
}

function asTrueOrFalse(value: string): string | undefined {
  if (/^(yes|on|true)$/i.test(value)) return 'true';
  return /^(no|off|false)$/i.test(value) ? 'false' : undefined;
}

/** A day, a month or a language as it is written here, where somebody wrote it in words. */
function meantValue(name: string, written: string): string | undefined {
  const value = written.replace(/^[“”„‘’"]+|[“”‘’"]+$/gu, '');
  if (name === 'source' || name === 'url' || name === 'address') {
    return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(value) ? `https://${value}` : undefined;
  }
  if (name === 'month') return dayMeant(value)?.slice(0, 7);
  return name === 'lang' || name === 'language' ? languageMeant(value) : dateMeant(value);
}

/** The schema that judges what stands at a path, as far as it is made of objects and lists. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const here = schemaOf(schema, path);
  return here && unwrapped(here);
}

/** The same, with what says whether anything has to stand there at all. */
function schemaOf(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema;
  for (const step of path) {
    here = here && unwrapped(here);
    const def = here?.def as
      | {
          type?: string;
          shape?: Record<string, z.ZodType>;
          element?: z.ZodType;
          valueType?: z.ZodType;
        }
      | undefined;
    here = def?.shape?.[String(step)] ?? def?.element ?? def?.valueType;
  }
  return here;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType, type, out } = schema.def as {
    innerType?: z.ZodType;
    type?: string;
    out?: z.ZodType;
  };
  const inner = type === 'pipe' ? out : innerType;
  return inner ? unwrapped(inner) : schema;
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const def = schemaAt(schema, path)?.def as { shape?: Record<string, unknown> } | undefined;
  return Object.keys(def?.shape ?? {});
}

function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const parent = schemaAt(schema, path.slice(0, -1));
  const shape = (parent?.def as { shape?: Record<string, z.ZodType> } | undefined)?.shape;
  return shape?.[String(path.at(-1))]?.description;
}
