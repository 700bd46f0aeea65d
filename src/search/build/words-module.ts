import type { Plugin } from 'vite';
import { compiledPart } from '../../core/i18n/compile-message.ts';
import { knownLanguage, writtenIn } from '../../core/i18n/languages.ts';

const NAME = 'virtual:search-words';

/**
 * The words of the search as a module for browsers: in the site's language alone, and compiled, so
 * that no reader gets a parser of messages.
 *
 * @param siteLanguage the program's
 */
export function searchWordsModule(siteLanguage: string): Plugin {
  const language = knownLanguage(siteLanguage);
  return {
    name: 'search-words',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => {
      if (id !== `\0${NAME}`) return undefined;
      const messages = compiledPart(writtenIn('search', language));
      return `export const language = ${JSON.stringify(language)};\nexport const messages = ${JSON.stringify(messages)};\n`;
    },
  };
}
