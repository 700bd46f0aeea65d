import { compiledPart } from './compile-message.ts';
import type { CompiledPart } from './message.ts';
import { LANGUAGES } from './translations.ts';
import type { Words } from './words.ts';

/** The words that the preview of a post shows. */
export type PreviewWords = Pick<
  Words,
  'withdrawn' | 'withdrawnText' | 'corrected' | 'updated' | 'minutes' | 'questions' | 'ours'
>;

/** The preview's words in every language, compiled: a post may be in any. */
export function previewWords(): Record<string, CompiledPart> {
  return Object.fromEntries(
    Object.entries(LANGUAGES).map(([tag, { pages }]) => {
      const { withdrawn, withdrawnText, corrected, updated, minutes, questions, ours } = pages;
      const shown = { withdrawn, withdrawnText, corrected, updated, minutes, questions, ours };
      return [tag, compiledPart(shown)];
    }),
  );
}
