import { codePoint } from '../../core/content-files/hidden-characters.ts';
import { type Place, type Problem, problem } from '../../core/content-files/problem.ts';
import { identifierOf, type TreeNode, treeNodes } from '../../core/markdown/mdast.ts';
import { type Document, linesOf } from '../document.ts';
import { spacedEmphasis, unclosedEmphasis } from './emphasis.ts';
import { listInList, listMarkerProblems } from './list-markers.ts';
import { brokenTable, lostCells } from './tables.ts';

/** What an author meant as Markdown, and what readers would see as bare marks or as something else. */
export function markdownMistakes(prose: Document): Problem[] {
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
function unusedNotes({ file, tree }: Document): Problem[] {
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
    if (seen.has(key)) return isNote ? [problem('footnote-twice', place, { label })] : [];
    seen.add(key);
    if (isNote) return notes.has(id) ? [] : [problem('footnote-unused', place, { label })];
    return links.has(id) ? [] : [problem('link-unused', place, { label })];
  });
}

/** The fields of another post, pasted along with its text. */
function secondFields({ file }: Document, lines: readonly string[]): Problem[] {
  const end = lines.indexOf('---', 1);
  const start = lines.findIndex((line, index) => index > end && line.trim() !== '');
  if (end < 0 || lines[start] !== '---') return [];
  const isField = /^[a-z]\w*: /i.test(lines[start + 1] ?? '');
  return isField ? [problem('front-matter-twice', { file, line: start + 1 }, {})] : [];
}

/** Code between marks whose second one is missing takes the rest of the text with it. */
function openCode(node: TreeNode, { file }: Document, lines: readonly string[]): Problem[] {
  const { start, end } = node.position ?? {};
  const mark = /^[\s>]*(```+|~~~+)/.exec(lines[(start?.line ?? 0) - 1] ?? '')?.[1];
  if (!mark || !start || !end) return [];
  const last = (lines[end.line - 1] ?? '').replace(/^[\s>]+/, '');
  const isClosed =
    end.line > start.line &&
    last.startsWith(mark) &&
    last.trim() === last.trim()[0]?.repeat(last.trim().length);
  return isClosed ? [] : [problem('code-open', { file, line: start.line }, { mark })];
}

function paragraphSlips(node: TreeNode, prose: Document, lines: readonly string[]): Problem[] {
  const { start, end } = node.position ?? {};
  if (!start || !end) return [];
  const own = lines.slice(start.line - 1, end.line);
  const table = brokenTable(prose, own, start.line);
  if (table.length > 0) return table;
  const spaced = spacedEmphasis(node, prose, own, start.line);
  if (spaced.length > 0) return spaced;
  return [
    ...own.flatMap((_, index) =>
      lineSlips(own, index, { file: prose.file, line: start.line + index }),
    ),
    ...unclosedEmphasis(node, prose, own, start.line),
  ];
}

/** What was meant by the beginning of a line of a paragraph, or by a line that looks empty. */
function lineSlips(own: readonly string[], index: number, place: Place): Problem[] {
  const line = own[index] ?? '';
  const heading = /^(?:#{2,6}(?=[^ \t#])|＃{1,6}(?=\s*\S))/u.exec(line)?.[0];
  if (heading) {
    const fix = `${'#'.repeat(heading.length)} ${line.slice(heading.length).trim()}`;
    return [problem('heading-no-space', place, {}, { fix })];
  }
  const hidden = /[\u00a0\u2000-\u200b\u202f\u3000]/u.exec(line)?.[0];
  if (hidden && !/[^\s\u200b]/u.test(line)) {
    return [problem('hidden-empty-line', place, { character: codePoint(hidden) }, { fix: '' })];
  }
  return listMarkerProblems(index, place, own);
}
