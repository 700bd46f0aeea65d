import { distance } from 'fastest-levenshtein';

/**
 * The known word closest to what somebody wrote, or nothing when none is close enough to be meant.
 *
 * @param written as it stands in the file
 * @param known the words to choose from
 */
export function closestMatch(written: string, known: Iterable<string>): string | undefined {
  const wanted = normalize(written);
  const tolerance = Math.max(2, Math.floor(wanted.length / 3));
  let best: { word: string; steps: number } | undefined;
  for (const { word, plain } of foldedWords(known)) {
    // Words of other lengths are at least so far away.
    if (Math.abs(plain.length - wanted.length) > Math.min(tolerance, best?.steps ?? tolerance))
      continue;
    const steps = distance(wanted, plain);
    if (steps <= tolerance && (!best || steps < best.steps)) best = { word, steps };
  }
  return best?.word;
}

interface FoldedWord {
  word: string;
  plain: string;
}

/** One list is asked for many words. */
const known = new WeakMap<object, readonly FoldedWord[]>();

function foldedWords(words: Iterable<string>): readonly FoldedWord[] {
  const found = known.get(words) ?? [...words].map((word) => ({ word, plain: normalize(word) }));
  known.set(words, found);
  return found;
}

/** A word without case, accents and the kind of space in it, for comparing. */
export function normalize(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** How much two texts have in common, from 0 to 1, case and accents aside. */
export function similarity(one: string, other: string): number {
  const [a, b] = [normalize(one), normalize(other)];
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
}
