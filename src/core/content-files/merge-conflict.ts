import { type Problem, problem } from './problem.ts';

/** How git begins and ends the two versions of lines that two people changed. */
const MARK = /^(<{7}|>{7})( .*)?$/;

/**
 * The conflicts that git left in a text, by the line on which each begins. A text with one of them
 * is two texts, and judging it any further would tell what isn't so.
 */
export function conflictProblems(text: string, file: string): Problem[] {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return [];
  const lines = text.split(/\r\n?|\n/);
  let isOpen = false;
  return lines.flatMap((line, index) => {
    if (!MARK.test(line)) return [];
    const isEnd = line.startsWith('>') && isOpen;
    isOpen = line.startsWith('<');
    return isEnd ? [] : [problem('merge-conflict', { file, line: index + 1 }, {})];
  });
}
