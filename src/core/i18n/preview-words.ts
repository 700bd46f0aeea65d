import { compiledPart } from './compile-message.ts';
import { languageTags, writtenIn } from './languages.ts';
import type { CompiledPart } from './message.ts';
import type { Words } from './words.ts';

/** The words that the preview of a post shows. */
export type PreviewWords = Pick<
  Words,
  'withdrawn' | 'withdrawnText' | 'corrected' | 'updated' | 'minutes' | 'questions' | 'ours'
>;

/** The preview's words in every language, compiled: a post may be in any. */
export function previewWords(): Record<string, CompiledPart> {
  return Object.fromEntries(
    languageTags().map((tag) => {
      const words = writtenIn('pages', tag);
      const { withdrawn, withdrawnText, corrected, updated, minutes, questions, ours } = words;
      const shown = { withdrawn, withdrawnText, corrected, updated, minutes, questions, ours };
      return [tag, compiledPart(shown)];
    }),
  );
}
