import { knownLanguage, wordsIn } from './languages.ts';
import type { Words as WordsOf } from './message.ts';

/** The words of the pages. */
export type Words = WordsOf<'pages'>;

/** The words of the pages in a language; English where there are none. */
export function wordsFor(language: string): Words {
  return wordsIn('pages', language);
}

/** The language of the words that {@link wordsFor} gives. */
export const wordsLanguage: (language: string) => string = knownLanguage;

/** Words that stay in one line: "3 min read". */
export function noBreak(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

const COMMAS: Readonly<Record<string, string>> = {
  ...{ ar: '، ', fa: '، ', ur: '، ' },
  ...{ zh: '，', yue: '，', ja: '、' },
};

/** What stands between the members of a list in a language's script, with its space. */
export function commaIn(language: string): string {
  return COMMAS[new Intl.Locale(language).language] ?? ', ';
}

const STOPS: Readonly<Record<string, string>> = {
  ...{
    zh: '。',
    yue: '。',
    ja: '。',
    ur: '۔',
    hi: '।',
    bn: '।',
    ne: '।',
    pa: '।',
    am: '።',
    hy: '։',
  },
};

/** What ends a sentence in a language's script. */
export function fullStopIn(language: string): string {
  return STOPS[new Intl.Locale(language).language] ?? '.';
}

/** A program's name within a sentence: English has an article before it, if the name itself has none. */
export function nameInSentence(name: string, language: string): string {
  return knownLanguage(language) === 'en' && !/^the /i.test(name) ? `the ${name}` : name;
}
