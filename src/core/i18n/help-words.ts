import { wordsIn } from './languages.ts';
import type { Words } from './message.ts';

/** The help's words in a language; English where there are none. */
export function helpWords(language: string): Words<'help'> {
  return wordsIn('help', language);
}
