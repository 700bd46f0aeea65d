import type { Text } from 'mdast';
import { broken, type Place, type Problem } from '../problem.ts';
import { type TreeNode, treeNodes } from '../tree-nodes.ts';
import { linesOf, type Prose } from './prose.ts';

/** What an author meant as Markdown, and what readers would see as bare signs or as something else. */
export function textSlips(prose: Prose): Problem[] {
  if (!prose.tree) return [];
  const lines = linesOf(prose);
  return [
    ...secondFields(prose, lines),
    ...treeNodes(prose.tree).flatMap(({ node }) => {
      if (node.type === 'code') return openCode(node, prose, lines);
      return node.type === 'paragraph' ? paragraphSlips(node, prose, lines) : [];
    }),
  ];
}

/** The fields of another post, pasted along with its text. */
function secondFields({ file }: Prose, lines: readonly string[]): Problem[] {
  const end = lines.indexOf('---', 1);
  const start = lines.findIndex((line, index) => index > end && line.trim() !== '');
  if (end < 0 || lines[start] !== '---') return [];
  const isField = /^[a-z]\w*: /i.test(lines[start + 1] ?? '');
  return isField ? [broken('front-matter-twice', { file, line: start + 1 }, {})] : [];
}

/** Code between marks whose second one is missing takes the rest of the text with it. */
function openCode(node: TreeNode, { file }: Prose, lines: readonly string[]): Problem[] {
  const { start, end } = node.position ?? {};
  const mark = /^[\s>]*(```+|~~~+)/.exec(lines[(start?.line ?? 0) - 1] ?? '')?.[1];
  if (!mark || !start || !end) return [];
  const last = (lines[end.line - 1] ?? '').replace(/^[\s>]+/, '');
  const isClosed =
    end.line > start.line &&
    last.startsWith(mark) &&
    last.trim() === last.trim()[0]?.repeat(last.trim().length);
  return isClosed ? [] : [broken('code-open', { file, line: start.line }, { mark })];
}

function paragraphSlips(node: TreeNode, { file }: Prose, lines: readonly string[]): Problem[] {
  const { start, end } = node.position ?? {};
  if (!start || !end) return [];
  const own = lines.slice(start.line - 1, end.line);
  const isRow = (line: string) => /^\s*\|.*\|\s*$/.test(line);
  if (own.length > 1 && own.every(isRow)) {
    const count = (own[0] ?? '').split('|').length - 2;
    const head = `|${' --- |'.repeat(Math.max(count, 1))}`;
    return [broken('table-without-head', { file, line: start.line }, { head })];
  }
  const isTyped = own.some((line) => OPEN_BOLD.test(line.replace(/`[^`]*`|\\./g, '')));
  const bold =
    isTyped && hasOpenBold(node) ? [broken('bold-open', { file, line: start.line }, {})] : [];
  return [
    ...own.flatMap((line, index) => {
      const place = { file, line: start.line + index };
      if (/^#{2,6}[^\s#]/.test(line)) {
        return [broken('heading-no-space', place, {}, { better: line.replace(/^#+/, '$& ') })];
      }
      return listSigns(line, place, own);
    }),
    ...bold,
  ];
}

/**
 * Signs that other programs begin the lines of a list with, when all lines have one but those that
 * are mended already.
 */
function listSigns(line: string, place: Place, own: readonly string[]): Problem[] {
  const isMended = (other: string) => /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(other);
  const found = (pattern: RegExp) =>
    own.every((other) => isMended(other) || pattern.test(other)) ? pattern.exec(line) : null;
  const bullet = found(/^(\s*)([•●▪·‣])\s+(?=\S)/u);
  const better = (sign: RegExpExecArray, mark: string) => ({
    better: `${sign[1]}${mark}${line.slice(sign[0].length)}`,
  });
  if (bullet) {
    return [broken('bullet-sign', place, { sign: bullet[2] ?? '' }, better(bullet, '- '))];
  }
  if (own.length < 2) return [];
  const letter = found(
    /^(\s*)(\(?\p{L}\)|[a-z]\.|\(\d{1,2}\)|\d\uFE0F?\u20E3|–|-(?=\p{L}))\s*(?=\S)/u,
  );
  if (letter) return [broken('list-sign', place, { sign: letter[2] ?? '' }, better(letter, '- '))];
  const number = found(/^(\s*)(\d{1,2}[.)])(?=\p{L})/u);
  return number
    ? [broken('list-sign', place, { sign: number[2] ?? '' }, better(number, `${number[2]} `))]
    : [];
}

/** Two stars right before a word, or right behind one. */
const OPEN_BOLD = /(?<![\p{L}\p{N}*])\*\*[\p{L}\p{N}]|[\p{L}\p{N}]\*\*(?![\p{L}\p{N}*])/u;

/** Two stars that no other two answer stay in the text as they are; pairs of them are meant so. */
function hasOpenBold(node: TreeNode): boolean {
  if (node.type === 'text') {
    return OPEN_BOLD.test((node as Text).value.replace(/\*\*[^*]+\*\*/g, ''));
  }
  return 'children' in node && (node.children as TreeNode[]).some(hasOpenBold);
}
