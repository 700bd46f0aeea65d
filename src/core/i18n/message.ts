import format, { type CompiledMessage } from 'icu-minify/format';
import type { en } from './en.ts';

// What speaks a message that has been compiled. It runs in browsers, which get no parser; see
// `compile-message.ts`.

/** The words of the interface as another language has them: a text for each of the English ones. */
export type Translation = Translated<typeof en>;

/** What a language says in one of its parts: texts, and functions where a message takes values. */
export type Words<Part extends keyof typeof en> = Spoken<(typeof en)[Part]>;

/**
 * A message as it is said in a language.
 *
 * @param language whose plural categories and numbers it has (BCP 47)
 * @returns the text, or a function of the named values
 */
export function spoken(
  message: CompiledMessage,
  language: string,
): string | ((values: Values) => string) {
  if (typeof message === 'string') return message;
  return (values) => String(format(message, language, values, { formatters: FORMATTERS }));
}

/**
 * All messages of a part as they are said in a language.
 *
 * @param part messages by name, compiled; there are no lists in it
 */
export function spokenPart<Part extends keyof typeof en>(
  part: CompiledPart,
  language: string,
): Words<Part> {
  const entries = Object.entries(part).map(([name, one]) => [
    name,
    isMessage(one) ? spoken(one, language) : spokenPart(one, language),
  ]);
  return Object.fromEntries(entries) as Words<Part>;
}

/** Messages by name, compiled. */
export interface CompiledPart {
  readonly [name: string]: CompiledMessage | CompiledPart;
}

export type { CompiledMessage };

type Values = Readonly<Record<string, string | number>>;

function isMessage(one: CompiledMessage | CompiledPart): one is CompiledMessage {
  return typeof one === 'string' || Array.isArray(one);
}

/** Made once for each language, which is slow. */
const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

const FORMATTERS = {
  getPluralRules(language: string) {
    const known = rules.get(language) ?? new Intl.PluralRules(language);
    rules.set(language, known);
    return known;
  },
  getNumberFormat(language: string) {
    const known = numbers.get(language) ?? new Intl.NumberFormat(language);
    numbers.set(language, known);
    return known;
  },
  getDateTimeFormat: (language: string) => new Intl.DateTimeFormat(language),
} as Parameters<typeof format>[3]['formatters'];

type Translated<Text> = Text extends string
  ? string
  : { readonly [Name in keyof Text]: Translated<Text[Name]> };

type Spoken<Text> = Text extends string
  ? [Placeholders<Text>] extends [never]
    ? string
    : (values: Readonly<Record<Placeholders<Text>, string | number>>) => string
  : { readonly [Name in keyof Text]: Spoken<Text[Name]> };

/** The names in braces of a message. What a plural category says stands in braces too, but is no name. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Rest}`
  ? (Rest extends `${infer Inner}}${string}` ? Name<Inner> : never) | Placeholders<Rest>
  : never;

type Name<Inner extends string> = Inner extends `${infer One}, plural,${string}`
  ? One
  : Inner extends `${string}${' ' | '#' | '{'}${string}`
    ? never
    : Inner;
