import { distance } from 'fastest-levenshtein';
import { closestMatch } from '../core/text/closest-match.ts';
import type { Dictionary } from './dictionary.ts';
import type { Spellings } from './index-map.ts';
import { findPages, type Pagefind, wordAsked } from './lookup.ts';
import type { TagRecord } from './record.ts';
import { searchTerms } from './search-terms.ts';
import { tokenize } from './tokenize.ts';

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

/**
 * What somebody may have meant whose words were found nowhere: the same with each word that is not
 * there replaced by the closest one that is. Nothing where that finds nothing either.
 *
 * @param written as it was written
 */
export async function meantWords(
  index: Pagefind<unknown>,
  written: string,
  dictionary: Dictionary,
): Promise<string | undefined> {
  let isOther = false;
  let meant = '';
  for (const { shown, word, isUnspaced } of tokenize(written)) {
    const isThere = isUnspaced || (await wordAsked(index, word, dictionary));
    const closest = isThere ? undefined : await closestIn(dictionary, word);
    if (!isThere && !closest) return undefined;
    isOther ||= closest !== undefined;
    meant += closest ? shown.replace(OUTER, `$1${closest}$2`) : shown;
  }
  if (!isOther) return undefined;
  const found = await findPages(index, searchTerms(meant), dictionary);
  return found.length > 0 ? meant : undefined;
}

/** A word, and what stands around it. */
const OUTER = /^([\p{P}\p{S}\s]*).*?([\p{P}\p{S}\s]*)$/su;

/** Most slips leave the first letters; only where none of those fits, all words are gone through. */
async function closestIn(dictionary: Dictionary, word: string): Promise<string | undefined> {
  const near = await dictionary.around(word);
  const nearest = near && closestSpelling(word, near, 1);
  if (nearest) return nearest.written;
  const others = (await dictionary.all()).map((one) => closestSpelling(word, one, 2));
  const found = others.filter((one) => one !== undefined);
  return found.toSorted((a, b) => a.slips - b.slips)[0]?.written;
}

/** A word that somebody may have meant. */
export interface Suggestion {
  /** As it is written. */
  written: string;
  slips: number;
}

/** The shortest word in which a slip is looked for, and the shortest in which two are. */
const SHORTEST = { one: 4, two: 8 };

/**
 * The word closest to one that is not there, of those that stand on most pages: one letter left
 * out, added, another one, or two that changed places; in long words two of these.
 *
 * @param most at most so many slips
 */
export function closestSpelling(
  word: string,
  { words, frequency, written }: Spellings,
  most: number,
): Suggestion | undefined {
  const allowed = word.length < SHORTEST.one ? 0 : word.length < SHORTEST.two ? 1 : 2;
  let best: { at: number; slips: number; pages: string } | undefined;
  for (const [at, other] of words.entries()) {
    if (Math.abs(other.length - word.length) > allowed || other.length < SHORTEST.one - 1) continue;
    const slips = slipsBetween(word, other);
    if (slips > Math.min(allowed, most)) continue;
    const pages = frequency[at] ?? '';
    const isBetter = !best || slips < best.slips || (slips === best.slips && pages > best.pages);
    if (isBetter) best = { at, slips, pages };
  }
  if (!best) return undefined;
  return { written: written[best.at] ?? words[best.at] ?? word, slips: best.slips };
}

/** As many letters as one has to change, two that changed places counted once. */
function slipsBetween(one: string, other: string): number {
  const steps = distance(one, other);
  if (steps !== 2 || one.length !== other.length) return steps;
  const at = one.split('').findIndex((letter, place) => letter !== other[place]);
  const swapped = one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2);
  return swapped === other ? 1 : steps;
}
