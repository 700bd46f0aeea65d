import type { Root } from 'mdast';
import { type Document, type Scalar, visit } from 'yaml';
import { isComponent, type TreeNode, treeNodes } from '../markdown/mdast.ts';
import { hiddenProblems, withoutHidden } from './hidden-characters.ts';
import type { Place, Problem } from './problem.ts';

/**
 * Hidden characters that a text writes as character references (`&#x202e;`): readers have the character itself,
 * in words, titles, alternative texts and attributes. In code they stay what they are.
 *
 * @param tree the parsed text, in which references are characters
 * @param source the file's text
 */
export function hiddenInTree(tree: Root, source: string, file: string): Problem[] {
  if (references.in(source) === source) return [];
  const lines = source.split('\n');
  const problems = treeNodes(tree).flatMap(({ node }) => {
    const { start, end } = node.position ?? {};
    if (!start || !end) return [];
    const own = lines.slice(start.line - 1, end.line);
    return textsOf(node).flatMap((text) =>
      hiddenIn(text, own, { file, line: start.line }, references),
    );
  });
  return withoutRepeated(problems);
}

/** What readers have of a node by itself: its words, title, alternative text, attributes. */
function textsOf(node: TreeNode): string[] {
  if (node.type === 'yaml') return [];
  const values = isComponent(node)
    ? node.attributes.map(({ value }) => value)
    : ['value', 'title', 'alt', 'url', 'lang', 'meta'].map(
        (name) => (node as unknown as Record<string, unknown>)[name],
      );
  return values.filter((value) => typeof value === 'string');
}

/** Hidden characters that lines of HTML write as character references. */
export function hiddenInHtml(lines: readonly string[], first: Place): Problem[] {
  return writtenOut(lines, first, references.in);
}

/**
 * Hidden characters that a YAML document writes as escapes (`"\u202e"`). They are taken out of the
 * document's values, so that the rest of these can be judged.
 *
 * @param text the document's text
 * @param lineAt the file's line of an offset in the text
 */
export function takeHiddenScalars(
  document: Document,
  text: string,
  file: string,
  lineAt: (offset: number) => number,
): Problem[] {
  if (escapes.in(text) === text) return [];
  const problems: Problem[] = [];
  const take = (scalar: Scalar) => {
    const { value, range } = scalar;
    if (typeof value !== 'string' || !range) return;
    const lines = text.slice(range[0], range[1]).split('\n');
    // The first and last line as they stand in the file, so that they can be corrected whole.
    lines[0] = text.slice(text.lastIndexOf('\n', range[0] - 1) + 1, range[0]) + lines[0];
    const end = text.indexOf('\n', range[1]);
    lines.push(`${lines.pop()}${text.slice(range[1], end < 0 ? undefined : end)}`);
    problems.push(...hiddenIn(value, lines, { file, line: lineAt(range[0]) }, escapes));
    scalar.value = withoutHidden(value);
  };
  visit(document, { Scalar: (_, node) => take(node) });
  return withoutRepeated(problems);
}

/** A way to write a character by its number. */
interface Writing {
  /** The text with the hidden characters that are written so as characters. */
  in: (text: string) => string;
  /** The same without what only looks like it: code, and characters behind a backslash. */
  meantIn: (text: string) => string;
}

/** Named ones that stand for a hidden character; those of joiners and of marks of direction are welcome. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ ZeroWidthSpace: '\u200b', NegativeVeryThinSpace: '\u200b', NegativeThinSpace: '\u200b' },
  ...{ NegativeMediumSpace: '\u200b', NegativeThickSpace: '\u200b', NoBreak: '\u2060' },
};

const REFERENCE = /&(?:#x0*([\da-f]{1,6})|#0*(\d{1,7})|([a-z]+));/giu;
const REFERENCE_MEANT = new RegExp(`\`[^\`\\n]*\`|\\\\[^\\n]|${REFERENCE.source}`, 'giu');

/** Character references of HTML, Markdown and JSX. */
const references: Writing = {
  in: (text) => (text.includes('&') ? text.replace(REFERENCE, referred) : text),
  meantIn: (text) => text.replace(REFERENCE_MEANT, referred),
};

function referred(written: string, hex?: string, decimal?: string, name?: string): string {
  const number = hex ? Number.parseInt(hex, 16) : Number(decimal ?? 'NaN');
  return ifHidden(written, name ? (NAMED[name] ?? '') : signOf(number));
}

const HEX = '[\\da-fA-F]';
/** A pair of surrogates, which is one character, or a number of two, four or eight digits, or a letter. */
const ESCAPE = new RegExp(
  `\\\\(?:u([dD][89abAB]${HEX}{2}\\\\u[dD][c-fC-F]${HEX}{2})|x(${HEX}{2})|u(${HEX}{4})|U(${HEX}{8})|([^]))`,
  'gu',
);
const LETTERS: Readonly<Record<string, number>> = {
  ...{ 0: 0, a: 7, b: 8, v: 11, f: 12, e: 27, N: 0x85, L: 0x2028, P: 0x2029 },
};

/** Escapes of YAML between double quotation marks (YAML 1.2.2, section 5.7). */
const escapes: Writing = { in: unescaped, meantIn: unescaped };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (written, pair, x, u, U, letter) => {
    if (pair !== undefined) return written;
    const number = letter === undefined ? Number.parseInt(x ?? u ?? U, 16) : LETTERS[letter];
    return number === undefined ? written : ifHidden(written, signOf(number));
  });
}

function signOf(number: number): string {
  return number <= 0x10ffff ? String.fromCodePoint(number) : '';
}

/** The character itself where it is one that is told of, else what stands for it. */
function ifHidden(written: string, character: string): string {
  return /[\u200b\u2060\ue000-\uf8ff\ufffd]/u.test(character) ||
    withoutHidden(character) !== character
    ? character
    : written;
}

/**
 * What is told of the hidden characters of a value: each in the line that writes it, or else where the
 * value begins.
 *
 * @param lines the lines in which the value stands
 */
function hiddenIn(
  value: string,
  lines: readonly string[],
  first: Place,
  { in: anywhere, meantIn }: Writing,
): Problem[] {
  const wrong = hiddenProblems(value.replace(/[\t\n\r]/g, ' '), first);
  if (wrong.length === 0) return [];
  const meant = writtenOut(lines, first, meantIn);
  if (meant.length > 0) return meant;
  const written = writtenOut(lines, first, anywhere).map(({ fix: _, ...problem }) => problem);
  // What is only advice may stand there as the character itself, which is told already.
  const alone = wrong.filter(({ severity }) => severity === 'error');
  return written.length > 0 ? written : alone.map(({ fix: _, ...problem }) => problem);
}

/** What is wrong with lines only when what they write is written out. */
function writtenOut(
  lines: readonly string[],
  first: Place,
  writeOut: (text: string) => string,
): Problem[] {
  return lines.flatMap((line, index) => {
    const whole = writeOut(line);
    if (whole === line) return [];
    const place = { ...first, line: (first.line ?? 1) + index };
    const known = hiddenProblems(line, place).map(({ rule }) => rule);
    return hiddenProblems(whole, place).filter(({ rule }) => !known.includes(rule));
  });
}

/** Several values may stand in one line. */
function withoutRepeated(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(problems.map((problem) => [`${problem.line} ${problem.rule}`, problem])).values(),
  ];
}
