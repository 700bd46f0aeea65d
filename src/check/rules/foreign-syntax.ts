import type { Text } from 'mdast';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { type TreeNode, treeNodes } from '../../core/markdown/mdast.ts';
import { plainText } from '../../core/model/questions.ts';
import { type Document, linesOf, withoutCode } from '../document.ts';
import { headLine } from './tables.ts';

/**
 * What means something in other programs (word processors, spreadsheets, chats, other blogs), and
 * here something else: readers would see bare marks, or a heading that nobody meant.
 */
export function foreignSyntaxProblems(prose: Document): Problem[] {
  if (!prose.tree) return [];
  const lines = linesOf(prose);
  const tell = (node: TreeNode): Problem[] => {
    switch (node.type) {
      case 'heading':
        return underlined(node, prose, lines);
      case 'paragraph':
        return [...tabbedTable(node, prose, lines), ...instructions(node, prose, lines)];
      case 'text':
        return [...unreadLinks(node as Text, prose, lines), ...emojiNames(node as Text, prose)];
      default:
        return [];
    }
  };
  return treeNodes(prose.tree).flatMap(({ node }) => tell(node));
}

/** A line of hyphens right below a text makes a heading of it: a signature, or a rule across. */
function underlined(node: TreeNode, { file }: Document, lines: readonly string[]): Problem[] {
  const { start, end } = node.position ?? {};
  const mark = (lines[(end?.line ?? 0) - 1] ?? '').trim();
  if (!start || !end || start.line === end.line || !/^-+$/.test(mark)) return [];
  // Fields of another post are told as such.
  if (/^[a-z]\w*: /i.test(lines[start.line - 1] ?? '')) return [];
  const text = plainText(node as Parameters<typeof plainText>[0]).trim();
  const isProse = end.line - start.line > 1 || /[.!?,;:…]$/u.test(text);
  if (!isProse && mark.length > 3) return [];
  return [problem('heading-underlined', { file, line: end.line }, {})];
}

/** Cells that a spreadsheet divides by tabs. */
function tabbedTable(node: TreeNode, { file }: Document, lines: readonly string[]): Problem[] {
  const { start, end } = node.position ?? {};
  if (!start || !end || start.line === end.line) return [];
  const counts = lines
    .slice(start.line - 1, end.line)
    // A word processor writes a tab behind the dot of a list, too.
    .map((line) => (/^\s*[^\p{L}\p{N}\s]\t/u.test(line) ? 1 : line.trim().split('\t').length));
  const first = counts.findIndex((count, at) => count > 1 && counts[at + 1] === count);
  const count = counts[first];
  if (count === undefined) return [];
  const place = { file, line: start.line + first };
  return [problem('table-of-tabs', place, { head: headLine(count) })];
}

const UNREAD = /\[[^\][\n]*\]\(|!\[\[[^\][\n]+\]\]/g;
const PICTURE = String.raw`\.(?:jpe?g|png|webp|avif|gif)`;

/** What was written as a link or a picture, and can be read as neither. */
function unreadLinks(node: Text, { file }: Document, lines: readonly string[]): Problem[] {
  const lineAt = linesWithin(node);
  return [...node.value.matchAll(UNREAD)].flatMap(({ index }) => {
    const number = lineAt(index);
    const line = lines[number - 1] ?? '';
    const isMeant = UNREAD_SOURCE.test(line.replace(/`[^`]*`|\\./g, ''));
    return isMeant ? [problem('link-unread', { file, line: number }, {}, readable(line))] : [];
  });
}

const UNREAD_SOURCE = /\]\(|!\[\[/;

/** The line with spaces in the address of its link or picture made readable. */
function readable(line: string): { fix?: string } {
  const fix = line
    .replace(new RegExp(String.raw`!\[\[([^\][|]+${PICTURE})\]\]`, 'i'), '![what it shows](<./$1>)')
    .replace(new RegExp(String.raw`\]\((\.?/?[^()<>:]* [^()<>:]*${PICTURE})\)`, 'i'), '](<$1>)')
    .replace(/\]\((https?:\/\/[^()<>"“”]* [^()<>"“”]*)\)/i, (_, address: string) => {
      return `](${address.trim().replaceAll(' ', '%20')})`;
    })
    .replace(/\]\(mailto: +/i, '](mailto:')
    .replace(/\]\(([^\s()]+) [“”„]([^“”„"()]*)[“”]\)/u, ']($1 "$2")');
  return fix === line ? {} : { fix };
}

const INSTRUCTION =
  /\[(?:\/[a-z]+\]|![A-Z]+\]|[a-z_]+(?:=| [a-z_]+=)[^\]\n]*\]|(?:youtube|vimeo|embed|tweet|soundcloud|instagram)\](?![([:])|(?:youtube|vimeo|embed|tweet|twitter|audio|video|soundcloud|instagram) (?=https?:))|(?<!!)\[\[[^\][\n]+\]\](?!\()|^:{3,}(?= *[\w{]|$)|\[TOC\](?!\()|^h[1-6]\.(?= )|^={2,4}(?= \S)|'''(?=\S)|(?<![\p{L}\p{N}])==(?=[\p{L}\p{N}])[^=\n]+==(?![\p{L}\p{N}])|\|\|(?=[\p{L}\p{N}])[^|\n]+\|\|/gu;
const EMOJI = /(?<!\S):[a-z][a-z0-9_+-]+:(?![^\s.,!?)])/g;

/** Instructions of other blogs and forums. */
function instructions(node: TreeNode, { file }: Document, lines: readonly string[]): Problem[] {
  const { start, end } = node.position ?? {};
  if (!start || !end) return [];
  return lines.slice(start.line - 1, end.line).flatMap((line, index) => {
    const plain = withoutCode(line);
    const instructions = [...plain.matchAll(INSTRUCTION)].map(([instruction]) =>
      instruction.endsWith(' ') ? `${instruction}…]` : instruction,
    );
    const place = { file, line: start.line + index };
    return [...new Set(instructions)].map((instruction) =>
      problem('other-instruction', place, { instruction }),
    );
  });
}

/** The names that chats have for emoji. */
function emojiNames(node: Text, { file }: Document): Problem[] {
  const lineAt = linesWithin(node);
  return [...node.value.matchAll(EMOJI)].map(({ 0: name, index }) =>
    problem('emoji-name', { file, line: lineAt(index) }, { name }),
  );
}

/** Finds the lines of places in a text, each place behind the one before. */
function linesWithin({ position, value }: Text): (index: number) => number {
  let line = position?.start.line ?? 0;
  let from = 0;
  return (index) => {
    line += value.slice(from, index).split('\n').length - 1;
    from = index;
    return line;
  };
}
