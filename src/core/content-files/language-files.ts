import type { WrittenPart } from '../i18n/compile-message.ts';
import { languageSchema } from '../i18n/language-schema.ts';
import { type Reading, readYaml } from './yaml.ts';

/** The folder of the program's own words, in the content folder. */
export const LANGUAGES_FOLDER = 'languages';

/**
 * Reads a file of words, or says why it can't be read.
 *
 * @param tag the name of the file, which is that of its language (BCP 47)
 * @param file where it lies, for the report
 */
export function readLanguage(text: string, tag: string, file: string): Reading<WrittenPart> {
  return readYaml(text, languageSchema(tag), file);
}

/**
 * The words of all files that can be read. What is wrong with the others the check tells.
 *
 * @param texts by the name of each file, without its ending
 */
export function languagesFrom(texts: ReadonlyMap<string, string>): Map<string, WrittenPart> {
  return new Map(
    [...texts].flatMap(([tag, text]) => {
      const { value } = canonicalTag(tag) === tag ? readLanguage(text, tag, tag) : {};
      return value ? [[tag, value] as const] : [];
    }),
  );
}

/** A language's tag as it is written (BCP 47); nothing where it is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
