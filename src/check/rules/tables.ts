import { type Problem, problem } from '../../core/content-files/problem.ts';
import type { TreeNode } from '../../core/markdown/mdast.ts';
import type { Document } from '../document.ts';

/**
 * Lines that were to be a table and are none.
 *
 * @param start the line in the file on which they begin
 */
export function brokenTable({ file }: Document, own: readonly string[], start: number): Problem[] {
  const place = { file, line: start };
  const isRow = (line: string) => /^\s*\|.*\|\s*$/.test(line);
  if (own.length > 1 && own.every(isRow)) {
    const count = (own[0] ?? '').split('|').length - 2;
    return [problem('table-without-head', place, { head: headLine(Math.max(count, 1)) })];
  }
  const isHeadAlone = own.length === 1 && /^\s*\|(\s*:?-+:?\s*\|)+\s*$/.test(own[0] ?? '');
  return isHeadAlone ? [problem('table-in-pieces', place, {})] : [];
}

/** The line below the head of a table with so many cells. */
export function headLine(count: number): string {
  return `|${' --- |'.repeat(count)}`;
}

/** Cells of a table's line beyond those of its head, which are not shown. */
export function lostCells(node: TreeNode, { file }: Document, lines: readonly string[]): Problem[] {
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
    return [problem('table-cells', { file, line: start.line + index }, { count, most })];
  });
}
