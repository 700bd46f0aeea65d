/** What stands in the names of the one index and its WebAssembly, whatever it holds. */
export const INDEX_NAME = 'search';

/**
 * The files that every search begins with, below `pagefind/`, in the order in which they are waited
 * for. Their names never change, so that all of them can be asked for before anything is known of
 * the index; and so they are always asked for anew.
 */
export const SEARCH_FILES = {
  map: 'search-map.json',
  script: 'pagefind.js',
  worker: 'pagefind-worker.js',
  wasm: `wasm.${INDEX_NAME}.pagefind`,
  entry: `pagefind-entry.json?ts=${INDEX_NAME}`,
  meta: `pagefind.${INDEX_NAME}.pf_meta`,
  titles: 'search-titles.json',
} as const;

/** The file by which choices are counted, in the place of the titles. */
export const FACETS_FILE = 'search-facets.json';
