import type { Nodes } from 'mdast';
import type { Place } from '../../core/content-files/problem.ts';
import type { JsxNode, TreeNode } from '../../core/markdown/mdast.ts';
import { type Document, linesOf } from '../document.ts';

/** Where an address stands in a text: words that are like it may stand before it. */
export interface AddressPlace {
  place: Place;
  /** From which mark of its line on. */
  start: number;
}

/** Where the address of a link, a picture or a definition stands. */
export function addressPlace(node: Nodes, address: string, prose: Document): AddressPlace {
  const { start, end } = node.position ?? {};
  const lines = linesOf(prose);
  const number = start?.line ?? 0;
  const first = (lines[number - 1] ?? '').slice((start?.column ?? 1) - 1);
  if (!start || !end || !/^!?\[/.test(first)) return placeFrom(prose, start);
  const mark = node.type === 'definition' ? ']:' : '](';
  const inside = behindWords(node) ?? start;
  for (let line = inside.line; line <= end.line; line++) {
    const from = line === inside.line ? inside.column - 1 : 0;
    const at = (lines[line - 1] ?? '').indexOf(mark, from);
    // A long address may stand on the line below its words.
    const isHere = at >= 0 && (lines[line - 1] ?? '').includes(address, at);
    if (at >= 0) return placeFrom(prose, { line, column: isHere ? at + 3 : at + 1 });
  }
  return placeFrom(prose, start);
}

/** Where the value of a component's attribute stands. */
export function attributePlace(node: JsxNode, label: string, prose: Document): AddressPlace {
  const { start, end } = node.position ?? {};
  const lines = linesOf(prose);
  const attribute = new RegExp(`(?<=\\s|^)${label}\\s*=\\s*["']`, 'g');
  for (let line = start?.line ?? 1; line <= (end?.line ?? 0); line++) {
    attribute.lastIndex = line === start?.line ? start.column - 1 : 0;
    const found = attribute.exec(lines[line - 1] ?? '');
    if (found) return placeFrom(prose, { line, column: found.index + found[0].length + 1 });
  }
  return placeFrom(prose, start);
}

/** Whether the address of a link is all that was written of it. */
export function isBareAddress(node: TreeNode, prose: Document): boolean {
  const { start } = node.position ?? {};
  const line = linesOf(prose)[(start?.line ?? 0) - 1] ?? '';
  return node.type === 'link' && !line.startsWith('[', (start?.column ?? 1) - 1);
}

/** The place behind the words of a link or a picture. */
function behindWords(node: Nodes): { line: number; column: number } | undefined {
  if ('children' in node) return node.children.at(-1)?.position?.end;
  const { start } = node.position ?? {};
  if (!start || node.type !== 'image' || node.alt?.includes('\n')) return start;
  return { line: start.line, column: start.column + 2 + (node.alt?.length ?? 0) };
}

function placeFrom(
  { file }: Document,
  point: { line: number; column: number } | undefined,
): AddressPlace {
  return { place: { file, line: point?.line }, start: (point?.column ?? 1) - 1 };
}
