import { type Document, isAlias, isMap, isScalar, visit, type YAMLError, type YAMLMap } from 'yaml';
import { firstOfEach, type Problem, problem } from './problem.ts';

/**
 * What keeps a YAML text from being read, each line told once, and nothing that is only wrong because
 * of what stands above it.
 *
 * @param lineAt the file's line of an offset in the text
 */
export function syntaxProblems(
  document: Document.Parsed,
  text: string,
  file: string,
  lineAt: (offset: number) => number,
): Problem[] {
  const nestings = new Set(
    document.errors.flatMap(({ code, pos }) => (code === 'BLOCK_AS_IMPLICIT_KEY' ? pos[0] : [])),
  );
  const own = ownComplaints(document);
  const all = [...document.errors.map(complaintOf), ...own.twice].toSorted(
    (a, b) => a.pos[0] - b.pos[0],
  );
  const errors = [...all, ...own.aliases].filter(
    ({ code, pos }) => code !== 'MULTILINE_IMPLICIT_KEY' || !nestings.has(pos[0]),
  );
  const told = errors
    .slice(0, MOST_COMPLAINTS)
    .map((error) => syntaxProblem(error, text, file, lineAt));
  // What follows an open bracket or the hyphen of a list is only wrong because of it; and where the
  // reader has lost its way, all that comes after.
  const cause = told.findIndex(({ rule }) => LOSES_THE_WAY.has(rule));
  const end = cause < 0 ? (/^- \w+:/.test(text) ? 1 : told.length) : cause + 1;
  return firstOfEach(told.slice(0, end), ({ line }) => line);
}

const LOSES_THE_WAY: ReadonlySet<string> = new Set([
  'yaml-unclosed',
  'yaml-hash',
  'yaml-alias',
  'yaml',
]);

/** Most of what comes after so many slips of syntax only follows from them. */
const MOST_COMPLAINTS = 100;

/** What the reader of YAML complains of. */
interface Complaint {
  code: string;
  pos: readonly [number, number];
  /** A bracket or a quotation mark has no end. */
  isOpen?: boolean;
  /** A name has no colon. */
  isBare?: boolean;
}

/** Its code says what is missing of many things: these two are read from its sentence, and only here. */
function complaintOf({ code, pos, message }: YAMLError): Complaint {
  const isOpen = /\bend with\b|missing closing/i.test(message);
  return { code, pos, isOpen, isBare: /implicit map key/i.test(message) };
}

const MOST_NESTING = 20;

/** The index of a line in which brackets are nested so deep that reading them could not end well. */
export function lineOfNesting(text: string): number | undefined {
  let depth = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const isQuoted = /^\s*(#|- *["']|[\w-]+: *["'])/.test(line);
    for (const character of isQuoted ? '' : line) {
      if (character === '[' || character === '{') depth++;
      if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
      if (depth > MOST_NESTING) return index;
    }
    if (/^ {80}|^\s*(- ){20}/.test(line)) return index;
  }
  return undefined;
}

/**
 * Names that stand twice; and anchors, aliases and types: they could blow a document up, and nobody
 * means to write them.
 */
function ownComplaints(document: Document): { twice: Complaint[]; aliases: Complaint[] } {
  const twice: Complaint[] = [];
  const aliases: Complaint[] = [];
  visit(document, {
    Node: (_, node) => {
      const anchor = isAlias(node) ? node.source : node.anchor;
      const [start = 0, end = 0] = node.range ?? [];
      const isTyped = 'tag' in node && typeof node.tag === 'string';
      if (anchor !== undefined || isTyped) aliases.push({ code: 'ALIAS', pos: [start, end] });
      if (isMap(node)) twice.push(...keysTwice(node));
    },
  });
  return { twice, aliases };
}

function keysTwice({ items }: YAMLMap): Complaint[] {
  const known = new Set<unknown>();
  return items.flatMap(({ key }): Complaint[] => {
    if (!isScalar(key)) return [];
    const isKnown = known.has(key.value);
    known.add(key.value);
    const [start = 0, end = 0] = key.range ?? [];
    return isKnown ? [{ code: 'DUPLICATE_KEY', pos: [start, end] }] : [];
  });
}

function syntaxProblem(
  { code, pos, isOpen, isBare }: Complaint,
  text: string,
  file: string,
  lineAt: (offset: number) => number,
): Problem {
  const offset = isOpen ? openingOf(text, pos[0]) : pos[0];
  const place = { file, line: lineAt(offset) };
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  const [, key, value = ''] = /^(\s*(?:- )?[\w-]+: +)(\S.*?)\s*$/.exec(line) ?? [];
  const quoted = key && !/["\\]/.test(value) ? { fix: `${key}"${value}"` } : {};
  if (code === 'ALIAS' || /^[&*@`%!|>\]},]/.test(value)) {
    return problem(
      'yaml-alias',
      place,
      { character: /^[&*@`%!|>\]},]/.exec(value)?.[0] ?? '&' },
      quoted,
    );
  }
  if (/^[?-]( |$)/.test(value) || /^(\[[^\]]*\]|\{[^}]*\})\s*[^\s#]/.test(value)) {
    return problem('yaml-alias', place, { character: value[0] ?? '' }, quoted);
  }
  if (code === 'BAD_DQ_ESCAPE') {
    const inner = /^"([^"']*)"$/.exec(value)?.[1];
    return problem('yaml-backslash', place, {}, inner ? { fix: `${key}'${inner}'` } : {});
  }
  const reserved = /[[,]\s*([@`%])/.exec(line)?.[1];
  if (reserved && code !== 'MULTILINE_IMPLICIT_KEY') {
    const fix = line.replace(/([[,]\s*)[@`%]/g, '$1');
    return problem('yaml-alias', place, { character: reserved }, { fix });
  }
  if (code === 'MISSING_CHAR' && /[[,]\s*#/.test(line)) {
    return problem('yaml-hash', place, {}, { fix: line.replace(/([[,]\s*)#/g, '$1') });
  }
  if (/^(["']).*\1./.test(value) && code === 'UNEXPECTED_TOKEN') {
    return problem('yaml-quotes', place, {}, { fix: `${key}${requoted(value)}` });
  }
  if (code === 'MULTILINE_IMPLICIT_KEY') return problem('yaml-no-colon', place, {});
  if (isBare && code === 'MISSING_CHAR') return problem('yaml-no-colon', place, {});
  const other = /^\s*\p{L}[^:{}[\]"']*$/u.test(line) ? 'yaml-no-colon' : 'yaml';
  const rule = isOpen ? 'yaml-unclosed' : (SYNTAX[code] ?? other);
  if (rule === 'yaml-unclosed') return problem(rule, place, {}, closed(key, value));
  if (rule === 'yaml-twice') {
    const name = /^[\w-]+/.exec(text.slice(offset))?.[0] ?? 'This field';
    return problem(rule, place, { name });
  }
  if (rule !== 'yaml-colon') return problem(rule, place, {});
  if (/: |:$/.test(value)) return problem(rule, place, {}, quoted);
  // The value goes on below, and there stands the colon.
  const next = text.slice(start + line.length + 1).split('\n', 1)[0] ?? '';
  const isCover = /^ +(image|alt|caption|credit|licence|source): /.test(next);
  return isCover
    ? problem('yaml-value-and-lines', place, {})
    : problem(rule, { file, line: place.line + 1 }, {});
}

/** A value with the end of its quotation or list, where nothing else can be meant. */
function closed(key: string | undefined, value: string): { fix?: string } {
  if (!key) return {};
  if (/^"[^"\\]*$/.test(value)) return { fix: `${key}${value}"` };
  // Such words are short for others, and begin with an apostrophe.
  if (/^'(tis|twas|em|til|cause|n|\d0s)\b[^'"\\]*$/i.test(value))
    return { fix: `${key}"${value}"` };
  if (/^'[^']*$/.test(value)) return { fix: `${key}${value}'` };
  return /^\[[^[\]{}"'#:]+$/.test(value) ? { fix: `${key}${value.replace(/,$/, '')}]` } : {};
}

/** A value with one pair of quotation marks around all of it, and a comma behind them left out. */
function requoted(value: string): string {
  const [, quote = '', inner = ''] = /^(["'])(.*)\1,?$/.exec(value) ?? [];
  const text = quote && !(quote === '"' && inner.includes('"')) ? inner : value;
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Where the bracket or quotation mark stands that nobody closed: in the first line that is uneven. */
function openingOf(text: string, end: number): number {
  let start = 0;
  for (const line of text.slice(0, end).split('\n')) {
    const count = (character: string) => line.split(character).length - 1;
    const isSingle = /^\s*(- )?[\w-]+: +'/.test(line);
    const isEven =
      count('[') === count(']') &&
      count('{') === count('}') &&
      count('"') % 2 === 0 &&
      !(isSingle && count("'") % 2 === 1);
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
