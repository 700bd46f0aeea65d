import { type Problem, problem } from '../../core/content-files/problem.ts';
import { identifierOf, type TreeNode } from '../../core/markdown/mdast.ts';
import { normalize } from '../../core/text/closest-match.ts';
import { type Document, linesOf, withoutCode } from '../document.ts';

/** What was meant to be a link or a footnote, and is text. */
export function linkMistakes(nodes: readonly TreeNode[], prose: Document): Problem[] {
  const defined = new Set(
    nodes.flatMap((node) =>
      node.type === 'definition' || node.type === 'footnoteDefinition'
        ? [normalize(identifierOf(node))]
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
    if (GAP.test(plain)) return [problem('link-gap', place, {}, mended(line, GAP, '$1($2)'))];
    if (REVERSED.test(plain)) {
      return [problem('link-reversed', place, {}, mended(line, REVERSED, '[$1]($2)'))];
    }
    const note = /\[\^([^\]\s]+)\](?!:)/.exec(plain)?.[1];
    if (note && !defined.has(normalize(note))) {
      return [problem('footnote-undefined', place, { label: note })];
    }
    const label = /\[[^\][]+\]\[([^\][]+)\]/.exec(plain)?.[1];
    return label && !defined.has(normalize(label))
      ? [problem('link-undefined', place, { label })]
      : [];
  });
}

/** The line with the first place that a pattern finds, which is not in code, as it is meant. */
function mended(line: string, pattern: RegExp, meant: string): { fix?: string } {
  const [found = '', at] = first(pattern, withoutCode(line));
  const written = line.slice(at, at + found.length);
  const fix = line.slice(0, at) + written.replace(pattern, meant) + line.slice(at + found.length);
  return fix === line ? {} : { fix };
}

function first(pattern: RegExp, text: string): [found: string, at: number] {
  const match = pattern.exec(text);
  return [match?.[0] ?? '', match?.index ?? 0];
}

/** Nodes whose source is prose, where what was meant as a link may be text. */
const PROSE: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

const GAP = /(\[[^\][]+\]) +\(((?:https?:\/\/|\/|#|\.\/)[^\s)]*)\)/;
const REVERSED = /\(([^()]+)\)\[((?:https?:\/\/|\/|\.\/)[^\]\s]*)\]/;
