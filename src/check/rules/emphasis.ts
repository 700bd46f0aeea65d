import type { Text } from 'mdast';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import type { TreeNode } from '../../core/markdown/mdast.ts';
import type { Document } from '../document.ts';

/**
 * Two stars with a space between them and the words that were to be bold, in each line of a paragraph.
 *
 * @param start the line in the file on which it begins
 */
export function spacedEmphasis(
  node: TreeNode,
  { file }: Document,
  own: readonly string[],
  start: number,
): Problem[] {
  if (!hasStars(node)) return [];
  return own.flatMap((line, index) => {
    const fix = withoutInnerSpaces(line);
    const place = { file, line: start + index };
    return fix === line ? [] : [problem('bold-space', place, {}, { fix })];
  });
}

/** Two stars in a paragraph that no other two answer. */
export function unclosedEmphasis(
  node: TreeNode,
  { file }: Document,
  own: readonly string[],
  start: number,
): Problem[] {
  const isTyped = own.some((line) => OPEN_BOLD.test(line.replace(/`[^`]*`|\\./g, '')));
  return isTyped && hasOpenBold(node) ? [problem('bold-open', { file, line: start }, {})] : [];
}

/** Two stars right before a word or a mark, or right after one. */
const OPEN_BOLD = /(?<![\p{L}\p{N}*])\*\*[^\s*]|[^\s*]\*\*(?![\p{L}\p{N}*])/u;

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
  let fix = line;
  for (let pair = marks.length - 2; pair >= 0; pair -= 2) {
    const [from = 0, to = 0] = marks.slice(pair, pair + 2);
    const inner = line.slice(from + 2, to);
    const words = inner.trim();
    if (inner === words || !/\p{L}/u.test(words)) continue;
    // What stands behind this pair may be mended already.
    const [before, after] = [line.slice(0, from).trimEnd(), fix.slice(to + 2).trimStart()];
    const gap = (isThere: boolean, outside: string) => (isThere && outside ? ' ' : '');
    const isOpen = /^\s/.test(inner) || /\s$/.test(line.slice(0, from));
    const isShut = /\s$/.test(inner) || /^\s/.test(line.slice(to + 2));
    fix = `${before}${gap(isOpen, before)}**${words}**${gap(isShut, after)}${after}`;
  }
  return fix;
}
