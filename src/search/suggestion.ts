import { closestMatch } from '../core/text/closest-match.ts';
import type { TagRecord } from './record.ts';

/** The tag that somebody may have meant whose words were found nowhere, by label or synonym. */
export function closestTag(words: string, tags: readonly TagRecord[]): TagRecord | undefined {
  const byName = new Map(
    tags.flatMap((tag) => [tag.label, ...tag.synonyms].map((name) => [name, tag] as const)),
  );
  const parts = words.split(/\s+/).filter((part) => part.length > 3);
  for (const tried of [words, ...parts]) {
    const name = closestMatch(tried, byName.keys());
    if (name) return byName.get(name);
  }
  return undefined;
}
