import type { Spellings } from './index-map.ts';

/** Which words there are: the list in which a word would stand, and all lists. */
export interface Dictionary {
  around(word: string): Promise<Spellings | undefined>;
  all(): Promise<Spellings[]>;
}

/** What is known of a word that was asked for. */
export type Known =
  /** The word is there. */
  | { is: 'word' }
  /** It is the beginning of words that are there; `start` is what all those begin with. */
  | { is: 'beginning'; start: string }
  | { is: 'unknown' };

/** Whether a folded word is among those that there are. */
export function knownAs(word: string, { words }: Spellings): Known {
  const at = placeOf(word, words);
  if (words[at] === word) return { is: 'word' };
  if (!words[at]?.startsWith(word)) return { is: 'unknown' };
  // They stand in the order of the alphabet: what the first and the last have in common, all have.
  let end = at;
  while (words[end + 1]?.startsWith(word)) end += 1;
  return { is: 'beginning', start: common(words[at] ?? '', words[end] ?? '') };
}

/** The place of a word in a sorted list, or where it would stand. */
function placeOf(word: string, words: readonly string[]): number {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

function common(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
