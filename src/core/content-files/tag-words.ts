import { normalize } from '../text/closest-match.ts';

/**
 * By every word for a tag (id, label, synonym, former id), without case and accents, the tag's id. The
 * first tag that has a word is meant by it.
 */
export function tagWords(
  tags: readonly { id: string; words: readonly string[]; formerly: readonly string[] }[],
): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const { id, words, formerly } of tags) {
    for (const word of [id, ...words, ...formerly].map(normalize)) {
      if (!index.has(word)) index.set(word, id);
    }
  }
  return index;
}
