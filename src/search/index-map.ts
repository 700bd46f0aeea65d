import type { TagRecord } from './record.ts';
import { searchTerms } from './search-terms.ts';

/**
 * What stands where in the search index, so that a page can fetch what it will need all at once
 * and not one after the other.
 */
export interface SearchMap {
  /** The files of where words stand, in the order of the alphabet. */
  words: readonly { first: string; last: string; file: string }[];
  /** The files of which words there are, each with the first of them. */
  spellings: readonly { first: string; file: string }[];
  tags: readonly TagRecord[];
  /** The archive's address, below the site's root. */
  archive: string;
}

/** Of how many pages, the newest, titles are known before their texts are there. */
export const TITLES_KNOWN = 200;

/** What pages of the index are called, by its own ids of them: results stand before their texts. */
export type SearchTitles = Readonly<Record<string, FoundHead>>;

/** A page that was found, without its text. */
export interface FoundHead {
  /** Its address; in the file, below the site's root. */
  url: string;
  meta: Readonly<Record<string, string>>;
}

/** Words that there are, in the order of the alphabet. */
export interface Spellings {
  /** As they are asked for, folded. */
  words: readonly string[];
  /** On how many pages each stands, as a power of two, a digit for each. */
  frequency: string;
  /** How those are written that are not written so, by their places. */
  written: Readonly<Record<string, string>>;
}

/** What pages are filed under. */
export interface SearchFacets {
  /** The index's own ids of all pages. */
  pages: readonly string[];
  /** For each choice of a facet, the places of its pages in that list. */
  choices: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** The files in which the words of a question would stand. */
export function wordFiles(map: SearchMap, words: string): string[] {
  const { all, loose } = searchTerms(words);
  const places = all.flatMap(
    (word) => map.words.find(({ last }) => word <= last) ?? map.words.at(-1) ?? [],
  );
  const spellings = loose.flatMap((word) => spellingFile(map, word) ?? []);
  return [...new Set([...places.map(({ file }) => `index/${file}.pf_index`), ...spellings])];
}

/** The file that says whether there is such a word; none where the index has no words at all. */
export function spellingFile(map: SearchMap, word: string): string | undefined {
  return (map.spellings.findLast(({ first }) => first <= word) ?? map.spellings[0])?.file;
}
