import { wordsIn } from './languages.ts';
import type { Words } from './message.ts';

/** The words of the editor. */
export type EditorWords = Words<'editor'>;

/** The editor's words in a language; English where there are none. */
export function editorWords(language: string): EditorWords {
  return wordsIn('editor', language);
}

/** The same words for a program that has no rounds, without those that speak of them. */
export function withoutRounds(words: EditorWords): EditorWords {
  const { field, hint } = words;
  return { ...words, field: { ...field, round: '' }, hint: { ...hint, title: '' } };
}
