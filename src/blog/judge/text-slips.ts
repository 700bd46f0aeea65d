import type { Text } from 'mdast';
import { codePoint } from '../letters.ts';
import { broken, type Place, type Problem } from '../problem.ts';
import { identifierOf, type TreeNode, treeNodes } from '../tree-nodes.ts';
import { linesOf, type Prose } from './prose.ts';

/** What an author meant as Markdown, and what readers would see as bare signs or as something else. */
export function textSlips(prose: Prose): Problem[] {
  if (!prose.tree) return [];
  const lines = linesOf(prose);
  return [
    ...secondFields(prose, lines),
    ...treeNodes(prose.tree).flatMap(({ node }) => {
      if (node.type === 'code') return openCode(node, prose, lines);
      if (node.type === 'listItem') return listInList(node, prose, lines);
      if (node.type === 'table') return lostCells(node, prose, lines);
      return node.type === 'paragraph' ? paragraphSlips(node, prose, lines) : [];
    }),
    ...unusedNotes(prose),
  ];
}

/** The editor, or the writer, began a line of a list that had begun already. */
function listInList(node: TreeNode, { file }: Prose, lines: readonly string[]): Problem[] {
  const number = node.position?.start.line ?? 0;
  const line = lines[number - 1] ?? '';
  const better = line.replace(/^(\s*(?:[-*+]|\d{1,9}[.)]) +)(?:[-*+] +)(?=\S)/, '$1');
  const isOuter = (node.position?.start.column ?? 0) === line.search(/\S/) + 1;
  return better === line || !isOuter
    ? []
    : [broken('list-in-list', { file, line: number }, {}, { better })];
}

/** Cells of a table's line beyond those of its head, which are not shown. */
function lostCells(node: TreeNode, { file }: Prose, lines: readonly string[]): Problem[] {
  const { start, end } = node.position ?? {};
  if (!start || !end) return [];
  const countOf = (line: string) =>
    line
      .replace(/^[\s>]*|\\\||\s+$/g, '')
      .replace(/^\||\|$/g, '')
      .split('|').length;
  const own = lines.slice(start.line - 1, end.line);
  const most = countOf(own[0] ?? '');
  return own.flatMap((line, index) => {
    const count = countOf(line);
    if (index < 2 || count <= most) return [];
    return [broken('table-cells', { file, line: start.line + index }, { count, most })];
  });
}

/** Notes and addresses that stand at the end of a text, and that nothing in it leads to. */
function unusedNotes({ file, tree }: Prose): Problem[] {
  const nodes = (tree ? treeNodes(tree) : []).map(({ node }) => node);
  const used = (types: RegExp) =>
    new Set(nodes.filter(({ type }) => types.test(type)).map(identifierOf));
  const [notes, links] = [used(/^footnoteReference$/), used(/^(link|image)Reference$/)];
  const seen = new Set<string>();
  return nodes.flatMap((node): Problem[] => {
    const isNote = node.type === 'footnoteDefinition';
    if (!isNote && node.type !== 'definition') return [];
    const id = identifierOf(node);
    const label = (node as { label?: string | null }).label ?? id;
    const place = { file, line: node.position?.start.line };
    const key = `${node.type} ${id}`;
    if (seen.has(key)) return isNote ? [broken('footnote-twice', place, { label })] : [];
    seen.add(key);
    if (isNote) return notes.has(id) ? [] : [broken('footnote-unused', place, { label })];
    return links.has(id) ? [] : [broken('link-unused', place, { label })];
  });
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
  if (own.length === 1 && /^\s*\|(\s*:?-+:?\s*\|)+\s*$/.test(own[0] ?? '')) {
    return [broken('table-in-pieces', { file, line: start.line }, {})];
  }
  const spaced = own.flatMap((line, index) => {
    const better = hasStars(node) ? withoutInnerSpaces(line) : line;
    return better === line
      ? []
      : [broken('bold-space', { file, line: start.line + index }, {}, { better })];
  });
  if (spaced.length > 0) return spaced;
  const isTyped = own.some((line) => OPEN_BOLD.test(line.replace(/`[^`]*`|\\./g, '')));
  const bold =
    isTyped && hasOpenBold(node) ? [broken('bold-open', { file, line: start.line }, {})] : [];
  return [
    ...own.flatMap((line, index) => {
      const place = { file, line: start.line + index };
      const heading = /^(?:#{2,6}(?=[^ \t#])|＃{1,6}(?=\s*\S))/u.exec(line)?.[0];
      if (heading) {
        const better = `${'#'.repeat(heading.length)} ${line.slice(heading.length).trim()}`;
        return [broken('heading-no-space', place, {}, { better })];
      }
      const hidden = /[\u00a0\u2000-\u200b\u202f\u3000]/u.exec(line)?.[0];
      if (hidden && !/[^\s\u200b]/u.test(line)) {
        return [broken('hidden-empty-line', place, { sign: codePoint(hidden) }, { better: '' })];
      }
      return listSigns(index, place, own);
    }),
    ...bold,
  ];
}

/**
 * Signs that other programs begin the lines of a list with, where lines that have one stand one below
 * the other; some of them may be mended already.
 *
 * @param at which line of its paragraph it is
 */
function listSigns(at: number, place: Place, own: readonly string[]): Problem[] {
  const line = own[at] ?? '';
  const isMended = (other = '') => /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(other);
  const found = (pattern: RegExp, isOneEnough = false) => {
    const isOne = (other = '') => isMended(other) || pattern.test(other);
    const isRun = isOneEnough || own.length === 1 || isOne(own[at - 1]) || isOne(own[at + 1]);
    return isRun ? pattern.exec(line) : null;
  };
  const better = (sign: RegExpExecArray, mark: string) => ({
    better: `${sign[1]}${mark}${line.slice(sign[0].length)}`,
  });
  const bullet =
    found(BULLET, true) ??
    // One line may be something else.
    (own.length > 1 ? found(/^(\s*)([→➔➢➤►▶✓✔☐☑☒◆◇★✦])\uFE0F?\s*(?=\S)/u) : null);
  if (bullet) {
    const sign = bullet[2] ?? '';
    const isSeen = !/[\ue000-\uf8ff]/.test(sign);
    return [
      broken('bullet-sign', place, { sign: isSeen ? sign : codePoint(sign) }, better(bullet, '- ')),
    ];
  }
  if (own.length < 2) return [];
  const letter = found(
    /^(\s*)(\(?\p{L}\)|[a-z]\.|\(\d{1,2}\)|\d\uFE0F?\u20E3|–|-(?=\p{L})|[-*+](?=\u00a0)|\*(?=\p{L}[^*]*$))\s*(?=\S)/u,
  );
  if (letter) return [broken('list-sign', place, { sign: letter[2] ?? '' }, better(letter, '- '))];
  const number = found(/^(\s*)(\d{1,2}[.)])\u00a0*(?=\p{L})/u);
  return number
    ? [broken('list-sign', place, { sign: number[2] ?? '' }, better(number, `${number[2]} `))]
    : [];
}

/** A sign that begins the lines of lists and nothing else, if there is something behind it. */
const BULLET = /^(\s*)([•●▪·‣○◦■□▫⁃・\ue000-\uf8ff])\s*(?=\S)/u;

/** Two stars right before a word, or right behind one. */
const OPEN_BOLD = /(?<![\p{L}\p{N}*])\*\*[\p{L}\p{N}]|[\p{L}\p{N}]\*\*(?![\p{L}\p{N}*])/u;

/** Two stars that no other two answer stay in the text as they are; pairs of them are meant so. */
function hasOpenBold(node: TreeNode): boolean {
  if (node.type === 'text') {
    return OPEN_BOLD.test((node as Text).value.replace(/\*\*[^*]+\*\*/g, ''));
  }
  return 'children' in node && (node.children as TreeNode[]).some(hasOpenBold);
}

/** Whether two stars stand in what readers see of a node. */
function hasStars(node: TreeNode): boolean {
  if (node.type === 'text') return (node as Text).value.includes('**');
  return 'children' in node && (node.children as TreeNode[]).some(hasStars);
}

/** The line with the spaces between stars and the words inside them put outside. */
function withoutInnerSpaces(line: string): string {
  const plain = line.replace(/`[^`]*`|\\./g, (code) => '_'.repeat(code.length));
  const marks = [...plain.matchAll(/(?<!\*)\*\*(?!\*)/g)].map(({ index }) => index);
  if (marks.length % 2 === 1) return line;
  let better = line;
  for (let pair = marks.length - 2; pair >= 0; pair -= 2) {
    const [from = 0, to = 0] = marks.slice(pair, pair + 2);
    const inner = line.slice(from + 2, to);
    const words = inner.trim();
    if (inner === words || !/\p{L}/u.test(words)) continue;
    const [before, after] = [line.slice(0, from).trimEnd(), line.slice(to + 2).trimStart()];
    const gap = (isThere: boolean, outside: string) => (isThere && outside ? ' ' : '');
    const isOpen = /^\s/.test(inner) || /\s$/.test(line.slice(0, from));
    const isShut = /\s$/.test(inner) || /^\s/.test(line.slice(to + 2));
    better = `${before}${gap(isOpen, before)}**${words}**${gap(isShut, after)}${after}`;
  }
  return better;
}
