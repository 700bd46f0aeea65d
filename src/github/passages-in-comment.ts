import type { ChangedPassage } from './changed-words.ts';
import { markedWords, plainWords, some } from './plain-words.ts';

const MOST_SHOWN = 12;

/** The changed words of something, as lines of a list, each in a list of its own below. */
export function changedPassagesInComment(passages: readonly ChangedPassage[]): string[] {
  if (passages.length === 0) return [];
  const shown = passages.slice(0, MOST_SHOWN);
  const more = passages.length - shown.length;
  return [
    '- **What changes:**',
    ...shown.map(({ of, runs }) => `  - ${plainWords(of)}: ${markedWords(runs)}`),
    ...(more > 0 ? [`  - And ${some(more, 'more passage')}: see "Files changed".`] : []),
  ];
}
