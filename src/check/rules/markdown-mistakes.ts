import { codePoint } from '../../core/content-files/hidden-characters.ts';
import { broken, type Place, type Problem } from '../../core/content-files/problem.ts';
import { identifierOf, type TreeNode, treeNodes } from '../../core/markdown/mdast.ts';
import { linesOf, type Prose } from '../document.ts';
import { openStars, spacedStars } from './emphasis.ts';
import { listInList, listSigns } from './list-markers.ts';
import { lostCells, unreadTable } from './tables.ts';

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

function paragraphSlips(node: TreeNode, prose: Prose, lines: readonly string[]): Problem[] {
  const { start, end } = node.position ?? {};
  if (!start || !end) return [];
  const own = lines.slice(start.line - 1, end.line);
  const table = unreadTable(prose, own, start.line);
  if (table.length > 0) return table;
  const spaced = spacedStars(node, prose, own, start.line);
  if (spaced.length > 0) return spaced;
  return [
    ...own.flatMap((_, index) =>
      lineSlips(own, index, { file: prose.file, line: start.line + index }),
    ),
    ...openStars(node, prose, own, start.line),
  ];
}

/** What was meant by the beginning of a line of a paragraph, or by a line that looks empty. */
function lineSlips(own: readonly string[], index: number, place: Place): Problem[] {
  const line = own[index] ?? '';
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
}
