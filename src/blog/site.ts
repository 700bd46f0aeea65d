import type { Program } from './program.ts';
import type { AddressBook } from './urls.ts';
import type { Words } from './words/words.ts';

/** What every page needs to know about the blog as a whole. */
export interface Site {
  program: Program;
  urls: AddressBook;
  words: Words;
  /** A preview for few eyes, which search engines should leave alone. */
  isPreview?: boolean;
  /** Whether each page has a share picture. */
  hasSharePictures?: boolean;
}

/** How a language runs: right to left for Arabic, Hebrew, Persian, Urdu and their kin. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const direction = directions.get(language) ?? askedDirection(language);
  directions.set(language, direction);
  return direction;
}

/** Asked of `Intl` once for each language: pages ask for every part of them. */
const directions = new Map<string, 'ltr' | 'rtl'>();

function askedDirection(language: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
]);
