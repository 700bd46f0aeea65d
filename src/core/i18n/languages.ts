import { compiled, mappedPart, type WrittenPart } from './compile-message.ts';
import { en } from './en.ts';
import { asForeign } from './foreign-words.ts';
import { spoken, type Words } from './message.ts';
import { areKin, nearestLanguages } from './nearest-languages.ts';
import { LANGUAGES } from './translations.ts';

/** A part of the interface's words. */
export type PartName = keyof typeof en;

/** What a program's own files say, by language; they stand over ours. */
let added: ReadonlyMap<string, WrittenPart> = new Map();

/**
 * Lets the program's own words be used, in the place of those that were added before.
 *
 * @param languages what each file says, as its schema has it, by its tag (BCP 47)
 */
export function addLanguages(languages: ReadonlyMap<string, WrittenPart>): void {
  added = languages;
  made.clear();
}

/** The tags of all languages in which there are words. */
export function languageTags(): string[] {
  return [...new Set([...Object.keys(LANGUAGES), ...added.keys()])];
}

/**
 * A part of the words in a language. What it lacks is said in the nearest that has it, marked as such
 * (`foreign-words.ts`).
 */
export function wordsIn<Part extends PartName>(part: Part, language: string): Words<Part> {
  const key = `${language} ${part}`;
  const known = made.get(key) ?? spokenIn(part, language);
  made.set(key, known);
  return known as Words<Part>;
}

/** Made once for each language. */
const made = new Map<string, unknown>();

function spokenIn(part: PartName, language: string): unknown {
  const layers = layersOf(language);
  return mappedPart(en[part], (_, path) => {
    const { text, tag } = textAt([part, ...path], layers);
    const said = spoken(compiled(text), tag);
    if (areKin(tag, language)) return said;
    if (typeof said === 'string') return asForeign(said, tag);
    return (values: Parameters<typeof said>[0]) => asForeign(said(values), tag);
  });
}

/** The texts of a part as they are written, each in the nearest language that has it. */
export function writtenIn<Part extends PartName>(part: Part, language: string): (typeof en)[Part] {
  const layers = layersOf(language);
  const texts = mappedPart(en[part], (_, path) => textAt([part, ...path], layers).text);
  return texts as unknown as (typeof en)[Part];
}

/**
 * The texts that a language lacks, and the language in which each is shown.
 *
 * @param written what a file of the language says
 */
export function untranslated(
  language: string,
  written: WrittenPart,
): { place: string; shownIn: string }[] {
  const own = { tag: language, words: written };
  const layers = [own, ...layersOf(language).filter(({ words }) => words !== added.get(language))];
  const missing: { place: string; shownIn: string }[] = [];
  mappedPart(en, (_, path) => {
    const { tag } = textAt(path, layers);
    if (!areKin(tag, language)) missing.push({ place: path.join('.'), shownIn: tag });
  });
  return missing;
}

/** What a question is called before its number, in the languages that were added. */
export function addedQuestionWords(): string[] {
  return [...added.values()].flatMap((words) => {
    const line = (words['responses'] as WrittenPart | undefined)?.['line'];
    const word = typeof line === 'string' && /^\s*([^{]*?)\s*\{number\}/.exec(line)?.[1];
    return word ? [word] : [];
  });
}

/** The language of the interface that stands in for a language: the nearest, else English. */
export function knownLanguage(language: string): string {
  return nearestLanguages(language, languageTags())[0] ?? 'en';
}

interface Layer {
  tag: string;
  words: WrittenPart;
}

/** Where words of a language may be found, the nearest first; the last has them all. */
function layersOf(language: string): Layer[] {
  const ours: Readonly<Record<string, WrittenPart>> = LANGUAGES;
  return nearestLanguages(language, languageTags()).flatMap((tag) =>
    [added.get(tag), ours[tag]].flatMap((words) => (words ? [{ tag, words }] : [])),
  );
}

function textAt(path: readonly string[], layers: readonly Layer[]): { text: string; tag: string } {
  for (const { tag, words } of layers) {
    let here: unknown = words;
    for (const step of path) here = (here as Record<string, unknown> | undefined)?.[step];
    if (typeof here === 'string') return { text: here, tag };
  }
  throw new Error(`There are no words at ${path.join('.')}.`);
}
