import { distance } from 'fastest-levenshtein';

/**
 * The known word closest to what somebody wrote, or nothing when none is close enough to be meant.
 *
 * @param written as it stands in the file
 * @param known the words to choose from
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const wanted = folded(written);
  let best: { word: string; steps: number } | undefined;
  for (const word of known) {
    const steps = distance(wanted, folded(word));
    if (!best || steps < best.steps) best = { word, steps };
  }
  const tolerance = Math.max(2, Math.floor(wanted.length / 3));
  return best && best.steps <= tolerance ? best.word : undefined;
}

/** A word without case, accents and the kind of space in it, for comparing. */
export function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** How much two texts have in common, from 0 to 1, case and accents aside. */
export function likeness(one: string, other: string): number {
  const [a, b] = [folded(one), folded(other)];
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
}
