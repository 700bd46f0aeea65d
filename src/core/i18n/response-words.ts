import { languageTags, wordsIn, writtenIn } from './languages.ts';
import type { Words } from './message.ts';
import { wordsLanguage } from './words.ts';

/** The words around what readers say. */
export type ResponseWords = Words<'responses'>;

/** The words around responses in a language; English where there are none. */
export function responseWordsFor(language: string): ResponseWords {
  return wordsIn('responses', language);
}

/** What the mail that a page begins asks its sender, as labels without their colon. */
export interface EmailLabels {
  name: string;
  place: string;
  consent: string;
}

/** What a mail from a page in a language asks; English where there is nothing else. */
export function emailLabels(language: string): EmailLabels {
  return writtenIn('responses', language).emailAsks;
}

/** What mails ask in every language that there is. */
export function allEmailLabels(): EmailLabels[] {
  return languageTags().map(emailLabels);
}

/** What says how many newer responses there are. The number is known only in the browser. */
export interface NewerResponses {
  /** The language in which it counts. */
  language: string;
  /** By plural category of the language (CLDR), with `#` for the number. */
  forms: Readonly<Record<string, string>>;
}

/** The words about newer responses for every number that there may be. */
export function newerResponses(language: string): NewerResponses {
  const { newer } = responseWordsFor(language);
  const spokenIn = wordsLanguage(language);
  const rules = new Intl.PluralRules(spokenIn);
  const number = new Intl.NumberFormat(spokenIn);
  const samples = Array.from({ length: 200 }, (_, index) => 200 - index);
  const forms = samples.map((count) => [
    rules.select(count),
    newer({ count }).replace(number.format(count), '#'),
  ]);
  return { language: spokenIn, forms: Object.fromEntries(forms) };
}

/** The signs of GitHub's reactions. */
export const REACTION_SIGNS: Readonly<Record<string, string>> = {
  THUMBS_UP: '👍',
  THUMBS_DOWN: '👎',
  LAUGH: '😄',
  HOORAY: '🎉',
  CONFUSED: '😕',
  HEART: '❤️',
  ROCKET: '🚀',
  EYES: '👀',
};
