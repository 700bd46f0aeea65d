import {
  hintSentence,
  type Problem,
  reportedProblems,
  shownFix,
} from '../../core/content-files/problem.ts';
import { element, fromTemplate } from './dom.ts';

/** Where the writer finds what a problem is about. */
export type Spot = { field: string } | { line: number; column: number | undefined };

/** What a writer can do about a problem. */
export interface Ways {
  /** Takes the writer to its place. */
  goTo: (spot: Spot) => void;
  /** What puts the corrected line in its place, if it can be put there. */
  applyFix: (spot: Spot, fix: string) => (() => void) | undefined;
}

/**
 * Shows problems in a list, each with the way to its place and what mends it.
 *
 * @param list has a template for an entry
 * @param source the file in which the problems are
 */
export function showProblems(
  list: HTMLElement,
  problems: readonly Problem[],
  source: string,
  { goTo, applyFix }: Ways,
): void {
  const entries = reportedProblems(problems).map((problem) => {
    const entry = fromTemplate(list.parentElement ?? list, 'template');
    entry.dataset['rule'] = problem.rule;
    entry.classList.add(problem.severity);
    element(entry, '.problem-message').textContent = problem.message;
    element(entry, '.problem-hint').textContent = hintSentence(problem);
    const spot = spotOf(problem, source);
    element(entry, '[data-go-to]').addEventListener('click', () => goTo(spot));
    const { fix } = problem;
    const does = fix === undefined ? undefined : applyFix(spot, fix);
    const button = element(entry, '[data-fix]');
    const shown = shownFix(problem);
    element(entry, '.problem-fix').textContent = does && shown ? `→ ${shown}` : '';
    button.hidden = !does;
    if (does) button.addEventListener('click', does);
    return entry;
  });
  list.replaceChildren(...entries);
}

/** The field or the line of the text that a problem is about. */
export function spotOf(problem: Problem, source: string): Spot {
  const lines = source.split('\n');
  const end = lines.indexOf('---', 1);
  const line = problem.line ?? 1;
  if (problem.rule === 'no-text') return { line: 1, column: undefined };
  if (problem.rule === 'missing-field') return { field: problem.field?.split('.')[0] ?? '' };
  if (problem.rule.startsWith('id')) return { field: 'folder' };
  // Where there is a heading that was meant, that is mended.
  if (problem.rule === 'no-questions' && !problem.fix) return { field: 'questions' };
  if (line - 1 > end) return { line: line - end - 2, column: problem.column };
  for (let number = line - 1; number > 0; number--) {
    const field = /^(\w+):/.exec(lines[number] ?? '')?.[1];
    if (field) return { field };
  }
  return problem.file.endsWith('.mdx') ? { field: 'title' } : { field: 'pictures' };
}
