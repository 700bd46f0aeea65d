import type { Facet } from '../model/facets.ts';
import { inLanguage, SEARCH } from './languages.ts';

/** The words of the search, which scripts need too. A language that lacks one does not type-check. */
export interface SearchWords {
  search: string;
  searchFor: string;
  /** The kind of what is not a post. */
  page: string;
  pages: string;
  facet: Readonly<Record<Facet, string>>;
  narrow: string;
  clear: string;
  hasResponses: string;
  sort: string;
  byRelevance: string;
  byNewest: string;
  none: string;
  noneOf: (words: string) => string;
  found: (n: number) => string;
  meant: string;
  archive: string;
  more: string;
  all: string;
  start: string;
  failed: string;
  loading: string;
  browse: string;
  question: (n: number) => string;
  inResponse: (name: string) => string;
  close: string;
  hint: string;
  slash: string;
  results: string;
  without: string;
  elsewhere: (engine: string, host: string) => string;
  searchAt: (engine: string) => string;
}

/** The words in a language, by the first part of its tag; English where there are none. */
export function searchWordsFor(language: string): SearchWords {
  return inLanguage(SEARCH, language);
}
