import { ar, editorAr, helpAr, responsesAr, searchAr } from './ar.ts';
import { editorEn, en, helpEn, responsesEn, searchEn } from './en.ts';
import { editorEs, es, helpEs, responsesEs, searchEs } from './es.ts';
import type { InterfaceLanguage } from './interface-languages.ts';

// The languages of the interface, each in a file of its own. A new one is its file and its name in
// these five lines and in `interface-languages.ts`; they stand apart so that a script carries only the words it shows.

/** The words of the pages. */
export const PAGES = { en, es, ar } as const satisfies Record<InterfaceLanguage, unknown>;
/** Those around what readers say. */
export const RESPONSES = {
  en: responsesEn,
  es: responsesEs,
  ar: responsesAr,
} as const satisfies Record<InterfaceLanguage, unknown>;
/** Those of the search. */
export const SEARCH = { en: searchEn, es: searchEs, ar: searchAr } as const satisfies Record<
  InterfaceLanguage,
  unknown
>;
/** Those of the editor. */
export const EDITOR = { en: editorEn, es: editorEs, ar: editorAr } as const satisfies Record<
  InterfaceLanguage,
  unknown
>;
/** Those of the help for authors. */
export const HELP = { en: helpEn, es: helpEs, ar: helpAr } as const satisfies Record<
  InterfaceLanguage,
  unknown
>;

/** What is there in a language, by the first part of its tag (`es` for `es-MX`); else in English. */
export function inLanguage<Words>(
  words: Readonly<Record<InterfaceLanguage, Words>>,
  language: string,
): Words {
  return words[knownLanguage(language)];
}

/** The language of the interface that stands in for a language. */
export function knownLanguage(language: string): InterfaceLanguage {
  const first = language.split('-')[0]?.toLowerCase() ?? '';
  return isKnown(first) ? first : 'en';
}

function isKnown(language: string): language is InterfaceLanguage {
  return Object.hasOwn(PAGES, language);
}
