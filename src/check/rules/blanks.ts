import { BLANK } from '../../core/content-files/blank.ts';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { type Document, linesOf } from '../document.ts';

/** What the setup of the blog has left to be written, and still is. */
export function blankProblems(prose: Document): Problem[] {
  return linesOf(prose).flatMap((line, index) => {
    const at = line.indexOf(BLANK);
    const words = line.slice(at + BLANK.length).trim();
    return at < 0 ? [] : [problem('blank-left', { file: prose.file, line: index + 1 }, { words })];
  });
}
