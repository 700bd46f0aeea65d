/**
 * The search engine for readers without scripts: it keeps no profile of them, works without scripts
 * itself, and takes the site to look in as a parameter of its form.
 */
export const FALLBACK_SEARCH = {
  name: 'DuckDuckGo',
  address: 'https://duckduckgo.com/',
  origin: 'https://duckduckgo.com',
  /** The parameter for the words, and the one for the site's host. */
  words: 'q',
  site: 'sites',
} as const;
