import type { Root } from 'mdast';
import { mdxError } from './mdx-errors.ts';
import type { Problem } from './problem.ts';
import { lengthProblem, partProblems, sizeProblems } from './size-limits.ts';

/** A parser of whole MDX files that leaves JSX as syntax. Throws an Error on a syntax error. */
export type ParseMdx = (source: string) => Root;

/** How many slips of syntax are told at once. */
const MOST_MISTAKES = 12;

/**
 * The tree of a text. Where there is a slip, the character at fault is masked and the rest read again, so
 * that every slip is told at once; the tree is then good for telling further problems only.
 *
 * @param source the whole file
 * @param bodyStart where in it the body begins
 */
export function parseBody(
  source: string,
  bodyStart: number,
  parse: ParseMdx,
  file: string,
): { tree?: Root; problems: Problem[] } {
  const excess = sizeProblems(source, bodyStart, file);
  if (excess.length > 0) return { problems: excess };
  const problems: Problem[] = [];
  let masked = source;
  while (problems.length < MOST_MISTAKES) {
    try {
      return { tree: parse(masked), problems };
    } catch (error) {
      const { problem, offset } = mdxError(masked, file, error, source);
      problems.push(problem);
      if (offset === undefined || offset < bodyStart) return { problems };
      masked = withoutTag(masked, offset);
    }
  }
  return { problems };
}

/** The tree of a text on its own, for showing it; nothing where it cannot be read or is endless. */
export function shownTree(body: string, parse: ParseMdx): Root | undefined {
  if (lengthProblem(body, '') || sizeProblems(body, 0, '').length > 0) return undefined;
  try {
    const tree = parse(body);
    return partProblems(tree, '').length > 0 ? undefined : tree;
  } catch {
    return undefined;
  }
}

/** The text with the character at an offset masked, and with the end of the tag that it begins. */
function withoutTag(text: string, offset: number): string {
  const note = text.startsWith('<!--', offset) ? text.indexOf('-->', offset) : -1;
  if (note >= 0) {
    const inside = text.slice(offset, note).replace(/[<{}]/g, '_');
    return text.slice(0, offset) + inside + text.slice(note);
  }
  const name = /^<([A-Za-z][\w.]*)/.exec(text.slice(offset, offset + 100))?.[1];
  const end = name ? text.indexOf(`</${name}>`, offset) : -1;
  const masked = (at: number, all: string, count = 1) =>
    all.slice(0, at) + '_'.repeat(count) + all.slice(at + count);
  // Several braces beside each other are one slip.
  const count = /^\{+/.exec(text.slice(offset, offset + 100))?.[0].length ?? 1;
  return masked(offset, end < 0 ? text : masked(end, text), count);
}
