import { nearest } from '../core/text/closest-match.ts';
import type { SearchedTag } from './record.ts';

/** The tag that somebody may have meant whose words were found nowhere, by label or synonym. */
export function nearestTag(words: string, tags: readonly SearchedTag[]): SearchedTag | undefined {
  const byName = new Map(
    tags.flatMap((tag) => [tag.label, ...tag.synonyms].map((name) => [name, tag] as const)),
  );
  const parts = words.split(/\s+/).filter((part) => part.length > 3);
  for (const tried of [words, ...parts]) {
    const name = nearest(tried, byName.keys());
    if (name) return byName.get(name);
  }
  return undefined;
}
