import { type Dictionary, knownAs } from './dictionary.ts';
import type { SearchTerms } from './search-terms.ts';

/** The part of Pagefind (1.5) that we use. */
export interface Pagefind<Page> {
  search(words: string | null, options: LookupOptions): Promise<{ results: Found<Page>[] }>;
}

export interface LookupOptions {
  sort?: Record<string, 'desc'>;
}

/** A page that was found; `data` fetches its text. */
export interface Found<Page> {
  id: string;
  score: number;
  data(): Promise<Page>;
}

/**
 * How words of a title, of tags and of kind and month count, beside those of the text; and how much
 * less `coordinador` counts for those who look for `coordinator`. Tried with `npm run bench -- --only search`.
 */
export const RANKING = { termSimilarity: 3, metaWeights: { title: 5, tags: 2, about: 1 } };

/**
 * Finds the pages in which all words stand, the closest match first, or as `options` say.
 *
 * Pagefind shortens a word that it does not know until something begins so, and knows phrases by
 * themselves alone, in no order: so it is asked for words only that are there, and once more for
 * each phrase.
 */
export async function findPages<Page>(
  index: Pagefind<Page>,
  terms: SearchTerms,
  dictionary: Dictionary,
  options: LookupOptions = {},
): Promise<Found<Page>[]> {
  if (terms.all.length === 0) return [];
  const asked = new Map(terms.all.map((word) => [word, word]));
  for (const word of new Set(terms.loose)) {
    const known = await wordAsked(index, word, dictionary);
    if (known === undefined) return [];
    asked.set(word, known);
  }
  const words = terms.all.map((word) => asked.get(word)).join(' ');
  const { results } = await index.search(words, options);
  let found = results;
  for (const phrase of terms.phrases) {
    const { results: whole } = await index.search(`"${phrase.join(' ')}"`, {});
    const ids = new Set(whole.map(({ id }) => id));
    found = found.filter(({ id }) => ids.has(id));
  }
  return found;
}

/** What Pagefind is asked for a word, if it or words that begin so are there. */
export async function wordAsked(
  index: Pagefind<unknown>,
  word: string,
  dictionary: Dictionary,
): Promise<string | undefined> {
  const spellings = await dictionary.around(word);
  const known = spellings && knownAs(word, spellings);
  if (known?.is === 'word') return word;
  if (known?.is === 'beginning') return known.start;
  // Another form of a word that is there is found by its stem.
  const { results } = await index.search(`"${word}"`, {});
  return results.length > 0 ? word : undefined;
}
