import { wordsIn } from './languages.ts';
import type { Words } from './message.ts';

/** The words of the search. */
export type SearchWords = Words<'search'>;

/** The words of the search in a language; English where there are none. */
export function searchWordsFor(language: string): SearchWords {
  return wordsIn('search', language);
}
