import { compiled, mappedPart, type WrittenPart } from './compile-message.ts';
import type { en } from './en.ts';
import { spoken, type Words } from './message.ts';
import { nearestLanguages } from './nearest-languages.ts';
import { LANGUAGES } from './translations.ts';

/** A part of the words in a language, or in the nearest that there is (`es` for `es-MX`). */
export function wordsIn<Part extends keyof typeof en>(part: Part, language: string): Words<Part> {
  const tag = knownLanguage(language);
  const key = `${tag} ${part}`;
  const known = made.get(key) ?? spokenIn(LANGUAGES[tag][part], tag);
  made.set(key, known);
  return known as Words<Part>;
}

/** Made once for each language. */
const made = new Map<string, unknown>();

function spokenIn(part: WrittenPart, language: string): unknown {
  return mappedPart(part, (text) => spoken(compiled(text), language));
}

/** The language of the interface that stands in for a language: the nearest, else English. */
export function knownLanguage(language: string): keyof typeof LANGUAGES {
  const known = standIns.get(language) ?? nearestLanguages(language, Object.keys(LANGUAGES))[0];
  standIns.set(language, known as keyof typeof LANGUAGES);
  return known as keyof typeof LANGUAGES;
}

const standIns = new Map<string, keyof typeof LANGUAGES>();
