import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { dayMeant, languageMeant } from './meant-values.ts';
import { nearest } from './nearest.ts';
import { broken, type Problem } from './problem.ts';

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
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const errors = [...document.errors, ...aliasErrors(document)];
  if (errors.length > 0) {
    const told = errors.map((error) => syntaxProblem(error, text, file, lineAt));
    const isFirst = ({ line }: Problem, index: number) =>
      told.findIndex((other) => other.line === line) === index;
    // What follows an open bracket or the hyphen of a list is only wrong because of it.
    const cause = told.findIndex(({ rule }) => rule === 'yaml-unclosed' || rule === 'yaml-hash');
    const end = cause < 0 ? (/^- \w+:/.test(text) ? 1 : told.length) : cause + 1;
    return { given: {}, problems: told.slice(0, end).filter(isFirst) };
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const isRecord = typeof value === 'object' && !Array.isArray(value);
  const given = isRecord ? (value as Record<string, unknown>) : {};
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { given, value: result.data, problems: [] };
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, path, lineAt) ?? firstLine;
  const { issues } = result.error;
  const isFirst = (issue: z.core.$ZodIssue, index: number) =>
    issues.findIndex((other) => other.path.join('.') === issue.path.join('.')) === index;
  const judged = { file, lineOf, schema, text, firstLine };
  const problems = issues.filter(isFirst).flatMap((issue) => issueProblems(issue, judged));
  // Where a name is misspelled, nothing is missing.
  const isMeant = ({ rule, what }: Problem) =>
    rule === 'missing-field' &&
    problems.some((other) => other.what.endsWith(`Did you mean "${what.split(' ')[0]}"?`));
  return { given, problems: problems.filter((problem) => !isMeant(problem)) };
}

/** What the reader of YAML complains of. */
interface Complaint {
  code: string;
  message?: string;
  pos: readonly [number, number];
}

const MOST_NESTING = 20;

/** The index of a line in which brackets are nested so deep that reading them could not end well. */
function lineOfNesting(text: string): number | undefined {
  let depth = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const isQuoted = /^\s*(#|- *["']|[\w-]+: *["'])/.test(line);
    for (const sign of isQuoted ? '' : line) {
      if (sign === '[' || sign === '{') depth++;
      if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
      if (depth > MOST_NESTING) return index;
    }
    if (/^ {80}|^\s*(- ){20}/.test(line)) return index;
  }
  return undefined;
}

/** Anchors and aliases, which could blow a document up and which nobody means to write. */
function aliasErrors(document: Document): Complaint[] {
  const found: Complaint[] = [];
  visit(document, {
    Node: (_, node) => {
      const anchor = isAlias(node) ? node.source : node.anchor;
      const [start = 0, end = 0] = node.range ?? [];
      if (anchor !== undefined) found.push({ code: 'ALIAS', pos: [start, end] });
    },
  });
  return found;
}

function syntaxProblem(
  { code, pos, message = '' }: Complaint,
  text: string,
  file: string,
  lineAt: (offset: number) => number,
): Problem {
  const isOpen = /\bend with\b|missing closing/i.test(message);
  const isBare = /implicit map key/i.test(message);
  const place = { file, line: lineAt(isOpen ? openingOf(text, pos[0]) : pos[0]) };
  const start = text.lastIndexOf('\n', pos[0] - 1) + 1;
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  const [, key, value = ''] = /^(\s*(?:- )?[\w-]+: +)(\S.*?)\s*$/.exec(line) ?? [];
  const quoted = key && !/["\\]/.test(value) ? { better: `${key}"${value}"` } : {};
  if (code === 'ALIAS' || /^[&*@`%!|>]/.test(value)) {
    return broken('yaml-alias', place, { sign: /^[&*@`%!|>]/.exec(value)?.[0] ?? '&' }, quoted);
  }
  if (/^[?-] /.test(value) || /^(\[[^\]]*\]|\{[^}]*\})\s*[^\s#]/.test(value)) {
    return broken('yaml-alias', place, { sign: value[0] ?? '' }, quoted);
  }
  if (code === 'MISSING_CHAR' && /[[,]\s*#/.test(line)) {
    return broken('yaml-hash', place, {}, { better: line.replace(/([[,]\s*)#/g, '$1') });
  }
  if (/^(["']).*\1./.test(value) && code === 'UNEXPECTED_TOKEN') {
    return broken('yaml-quotes', place, {}, { better: `${key}${requoted(value)}` });
  }
  if (code === 'MULTILINE_IMPLICIT_KEY') return broken('yaml-no-colon', place, {});
  if (isBare && code === 'MISSING_CHAR') return broken('yaml-no-colon', place, {});
  const rule = isOpen ? 'yaml-unclosed' : (SYNTAX[code] ?? 'yaml');
  return broken(rule, place, {}, rule === 'yaml-colon' ? quoted : {});
}

/** A value with one pair of quotation marks around all of it, and a comma behind them left out. */
function requoted(value: string): string {
  const [, sign = '', inner = ''] = /^(["'])(.*)\1,?$/.exec(value) ?? [];
  const text = sign && !(sign === '"' && inner.includes('"')) ? inner : value;
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Where the bracket or quotation mark stands that nobody closed: in the first line that is uneven. */
function openingOf(text: string, end: number): number {
  let start = 0;
  for (const line of text.slice(0, end).split('\n')) {
    const count = (sign: string) => line.split(sign).length - 1;
    const isEven = count('[') === count(']') && count('{') === count('}') && count('"') % 2 === 0;
    if (!isEven) return start;
    start += line.length + 1;
  }
  return end;
}

const SYNTAX: Readonly<
  Record<string, 'yaml-tab' | 'yaml-twice' | 'yaml-colon' | 'yaml-unclosed' | 'yaml-indent'>
> = {
  TAB_AS_INDENT: 'yaml-tab',
  DUPLICATE_KEY: 'yaml-twice',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  MISSING_CHAR: 'yaml-unclosed',
  BAD_INDENT: 'yaml-indent',
};

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
}

function issueProblems(issue: z.core.$ZodIssue, judged: Judged): Problem[] {
  const { file, lineOf, schema } = judged;
  // Which entry of a list it is, its line says.
  const where = issue.path.filter((part) => typeof part === 'string').join('.');
  const whole = issue.path.length > 0 ? 'This entry' : 'The whole';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = keysAt(schema, issue.path);
      const place = { file, line: lineOf([...issue.path, key]) };
      const blanks = { key: [where, key].filter(Boolean).join('.'), known: known.join(', ') };
      const guess = nearest(key, known);
      const line = lineAt(judged, place.line);
      const isPlain = guess !== undefined && line.trimStart().startsWith(`${key}:`);
      const better = isPlain ? { better: line.replace(key, guess) } : {};
      return broken('unknown-key', place, blanks, { guess, ...better });
    });
  }
  const place = { file, line: lineOf(issue.path) };
  const says = descriptionAt(schema, issue.path) ?? 'Correct the value.';
  const isAbsent =
    (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined;
  if (isAbsent) {
    const name = String(issue.path.at(-1) ?? 'name');
    return [broken('missing-field', place, { field: where || whole, name, says })];
  }
  const message = plainMessage(issue);
  const line = lineAt(judged, place.line);
  if (issue.input === null && /^\s*[\w-]+: +#/.test(line)) {
    const quoted = line.replace(/: +(#[^"\\]*)$/, ': "$1"');
    return [broken('yaml-hash', place, {}, quoted === line ? {} : { better: quoted })];
  }
  const blanks = { field: where || whole, message, says };
  return [broken('field', place, blanks, betterValue(issue, line))];
}

function lineAt({ text, firstLine }: Judged, line: number): string {
  return text.split('\n')[line - firstLine] ?? '';
}

/** What a value must be, where the schema leaves it to its library to say so. */
function plainMessage(issue: z.core.$ZodIssue): string {
  if (issue.input === null) return 'Nothing stands behind the colon.';
  if (!/^Invalid/.test(issue.message)) return issue.message;
  if (issue.code !== 'invalid_type') return 'This is not what belongs here.';
  return EXPECTED[issue.expected] ?? 'This is not what belongs here.';
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
function betterValue(issue: z.core.$ZodIssue, line: string): { better?: string } {
  const [, key, value = ''] = /^(\s*(?:- )?[\w-]+: +)([^\s#[{].*?)\s*$/.exec(line) ?? [];
  if (!key) return {};
  const plain = value.replace(/^(["'])(.*)\1$/, '$2');
  const meant = meantValue(key.trim(), plain);
  if (issue.code === 'custom') return better(key, meant === plain ? undefined : meant);
  if (issue.code === 'invalid_value') {
    return better(
      key,
      issue.values.map(String).find((one) => one === plain.toLowerCase()),
    );
  }
  if (issue.code !== 'invalid_type') return {};
  if (issue.expected === 'boolean') return better(key, asTrueOrFalse(plain));
  if (/^["']/.test(value)) return {};
  if (issue.expected === 'array') return { better: `${key}[${value}]` };
  if (issue.expected === 'string') return { better: `${key}"${value}"` };
  const isPicture = key.trim() === 'cover:' && /\.\w{3,4}$/.test(value);
  if (!isPicture) return {};
  const name = value.replace(/^\.\//, '');
  return { better: `cover: { image: ./${name}, alt: what it shows }` };
}

function better(key: string, value: string | undefined): { better?: string } {
  return value === undefined ? {} : { better: key + value };
}

function asTrueOrFalse(value: string): string | undefined {
  if (/^(yes|on|true)$/i.test(value)) return 'true';
  return /^(no|off|false)$/i.test(value) ? 'false' : undefined;
}

/** A day, a month or a language as it is written here, where somebody wrote it in words. */
function meantValue(key: string, value: string): string | undefined {
  if (key === 'month:') return dayMeant(value)?.slice(0, 7);
  return key === 'lang:' ? languageMeant(value) : dayMeant(value);
}

/** The schema that judges what stands at a path, as far as it is made of objects and lists. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let here: z.ZodType | undefined = unwrapped(schema);
  for (const step of path) {
    const def = here?.def as
      | {
          type?: string;
          shape?: Record<string, z.ZodType>;
          element?: z.ZodType;
          valueType?: z.ZodType;
        }
      | undefined;
    here = def?.shape?.[String(step)] ?? def?.element ?? def?.valueType;
    here = here && unwrapped(here);
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
