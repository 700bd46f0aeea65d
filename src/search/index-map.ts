import type { TagRecord } from './record.ts';

/**
 * What stands where in the search index, so that a page can fetch what it will need all at once
 * and not one after the other.
 */
export interface SearchMap {
  filters: readonly string[];
  /** The files of words, in the order of the alphabet. */
  words: readonly { first: string; last: string; file: string }[];
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

/** The files by which choices are counted. */
export function filterFiles(map: SearchMap): string[] {
  return map.filters.map((name) => `filter/${name}.pf_filter`);
}

/** The file in which a word of the index would stand; none for what comes before all words. */
export function wordFiles(map: SearchMap, term: string): string[] {
  const words = term
    .toLowerCase()
    .split(/[\s"]+/)
    .filter(Boolean);
  const found = words.flatMap(
    (word) => map.words.find(({ last }) => word <= last) ?? map.words.at(-1) ?? [],
  );
  return [...new Set(found.map(({ file }) => `index/${file}.pf_index`))];
}
