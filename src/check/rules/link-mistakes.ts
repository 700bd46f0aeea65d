import { broken, type Problem } from '../../core/content-files/problem.ts';
import { identifierOf, type TreeNode } from '../../core/markdown/mdast.ts';
import { folded } from '../../core/text/closest-match.ts';
import { linesOf, type Prose, withoutCode } from '../document.ts';

/** What was meant to be a link or a footnote, and is text. */
export function linkSlips(nodes: readonly TreeNode[], prose: Prose): Problem[] {
  const defined = new Set(
    nodes.flatMap((node) =>
      node.type === 'definition' || node.type === 'footnoteDefinition'
        ? [folded(identifierOf(node))]
        : [],
    ),
  );
  const lines = linesOf(prose);
  const numbers = nodes.flatMap((node) => {
    const { start, end } = node.position ?? {};
    if (!PROSE.has(node.type) || !start || !end) return [];
    return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
  });
  return [...new Set(numbers)].flatMap((number): Problem[] => {
    const place = { file: prose.file, line: number };
    const line = lines[number - 1] ?? '';
    const plain = withoutCode(line);
    if (GAP.test(plain)) return [broken('link-gap', place, {}, mended(line, GAP, '$1($2)'))];
    if (REVERSED.test(plain)) {
      return [broken('link-reversed', place, {}, mended(line, REVERSED, '[$1]($2)'))];
    }
    const note = /\[\^([^\]\s]+)\](?!:)/.exec(plain)?.[1];
    if (note && !defined.has(folded(note))) {
      return [broken('footnote-undefined', place, { label: note })];
    }
    const label = /\[[^\][]+\]\[([^\][]+)\]/.exec(plain)?.[1];
    return label && !defined.has(folded(label)) ? [broken('link-undefined', place, { label })] : [];
  });
}

/** The line with the first place that a pattern finds, which is not in code, as it is meant. */
function mended(line: string, pattern: RegExp, meant: string): { better?: string } {
  const [found = '', at] = first(pattern, withoutCode(line));
  const written = line.slice(at, at + found.length);
  const better =
    line.slice(0, at) + written.replace(pattern, meant) + line.slice(at + found.length);
  return better === line ? {} : { better };
}

function first(pattern: RegExp, text: string): [found: string, at: number] {
  const match = pattern.exec(text);
  return [match?.[0] ?? '', match?.index ?? 0];
}

/** Nodes whose source is prose, where what was meant as a link may be text. */
const PROSE: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

const GAP = /(\[[^\][]+\]) +\(((?:https?:\/\/|\/|#|\.\/)[^\s)]*)\)/;
const REVERSED = /\(([^()]+)\)\[((?:https?:\/\/|\/|\.\/)[^\]\s]*)\]/;
