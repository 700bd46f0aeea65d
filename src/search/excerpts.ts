import type { PagePart, Place, ShownPage } from './record.ts';
import type { SearchTerms } from './search-terms.ts';
import { tokenize } from './tokenize.ts';

/** A page that was found, as Pagefind hands it out. */
export interface FoundPage extends ShownPage {
  /** Which of its words match, and how much each counts. */
  weighted_locations: readonly WordMatch[];
}

interface WordMatch {
  location: number;
  balanced_score: number;
}

/** Text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** A part of a page in which something was found. */
export interface Passage {
  place: Exclude<Place, 'title'>;
  /** Leads to it; empty for the page as a whole. */
  anchor: string;
  /** The question's number, if it is one. */
  question?: number | undefined;
  /** The heading or the question itself, or who responded. */
  title: Piece[];
  excerpt: Piece[];
}

/** How much of a passage is shown, in words, or in characters of scripts without spaces. */
const EXCERPT = { words: 28, characters: 64 };

/** The title of a page that was found, with the words marked. */
export function foundTitle(page: FoundPage): Piece[] {
  const end = page.parts[1]?.start ?? wordsOf(page).length;
  const found = pieces(wordsOf(page), 0, end, matchesOf(page));
  return end > 0 ? found : [{ text: page.meta['title'] ?? '', isMatch: false }];
}

/**
 * The page without those matches that are part of nothing that was asked for: words of a phrase, or
 * characters of a word in a script without spaces, that stand elsewhere by themselves.
 */
export function withWholePhrases<Page extends FoundPage>(page: Page, terms: SearchTerms): Page {
  if (terms.phrases.length === 0) return page;
  const words = wordsOf(page);
  const known = new Map(page.weighted_locations.map(({ location }) => [location, location]));
  const formAt = (location: number) => tokenize(words[location] ?? '')[0]?.word ?? '';
  const forms = new Map([...known.keys()].map((location) => [location, formAt(location)]));
  const whole = new Set<number>();
  for (const phrase of terms.phrases) {
    for (const start of known.keys()) {
      const places = phrase.map((_, at) => start + at);
      const isHere = places.every((place, at) => isFormOf(forms.get(place), phrase[at]));
      if (isHere) for (const place of places) whole.add(place);
    }
  }
  const inPhrases = terms.phrases.flat();
  const isAlone = (location: number) =>
    !whole.has(location) &&
    inPhrases.some((word) => isFormOf(forms.get(location), word)) &&
    !terms.loose.some((word) => isFormOf(forms.get(location), word));
  const kept = page.weighted_locations.filter(({ location }) => !isAlone(location));
  return { ...page, weighted_locations: kept };
}

/** Whether a word that was found is the one that was asked for, or shares its stem. */
function isFormOf(found: string | undefined, asked: string | undefined): boolean {
  if (!found || !asked) return false;
  const stem = asked.slice(0, Math.max(3, asked.length - 3));
  return found === asked || (asked.length > 3 && found.startsWith(stem));
}

/**
 * The parts of a page in which something was found: a stretch of the page as a whole first, then
 * its sections, questions and responses, the best of them first. Its summary where the words stand
 * in its title alone, or nothing was looked for.
 *
 * @param limit at most so many sections, questions and responses
 */
export function passagesOf(page: FoundPage, limit: number): Passage[] {
  const words = wordsOf(page);
  const matches = matchesOf(page);
  const parts = partsOf(page, words.length);
  const hits = parts
    .map((part) => ({ part, score: scoreIn(part, matches) }))
    .filter(({ part, score }) => score > 0 && part.place !== 'title')
    .toSorted((a, b) => b.score - a.score)
    .map(({ part }) => part);
  const whole = hits.filter(({ place }) => place === 'page').slice(0, 1);
  const deep = hits.filter(({ place }) => place !== 'page').slice(0, limit);
  const summary = parts.find(({ place }) => place === 'page');
  const shown = hits.length > 0 ? [...whole, ...deep] : summary ? [summary] : [];
  return shown.map((part) => passage(part, words, matches));
}

/** A stretch of a page's words, up to where the next begins. */
interface Part extends PagePart {
  end: number;
}

type Matches = ReadonlyMap<number, number>;

function wordsOf({ content }: FoundPage): string[] {
  return content.split('\n');
}

/** What matches, weighed by how rare the word is on the page: one `granted` outweighs many `for`. */
function matchesOf(page: FoundPage): Matches {
  const words = wordsOf(page);
  const form = (location: number) => (words[location] ?? '').toLowerCase().replace(/\P{L}/gu, '');
  const alike = new Map<string, number>();
  for (const { location } of page.weighted_locations) {
    alike.set(form(location), (alike.get(form(location)) ?? 0) + 1);
  }
  return new Map(
    page.weighted_locations.map(({ location, balanced_score }) => {
      const count = alike.get(form(location)) ?? 1;
      return [location, balanced_score / count];
    }),
  );
}

function partsOf({ parts }: FoundPage, length: number): Part[] {
  return parts.map((part, at) => ({ ...part, end: parts[at + 1]?.start ?? length }));
}

function scoreIn({ start, end }: Part, matches: Matches): number {
  let score = 0;
  for (const [location, weight] of matches) {
    if (location >= start && location < end) score += Math.max(weight, Number.EPSILON);
  }
  return score;
}

function passage(part: Part, words: readonly string[], matches: Matches): Passage {
  const { place, anchor, start, text, end } = part;
  const [from, to] = excerptIn(text, end, words, matches);
  const excerpt = pieces(words, from, to, matches);
  if (excerpt.length > 0 && from > text) excerpt.unshift({ text: '…\u00a0', isMatch: false });
  if (excerpt.length > 0 && to < end) excerpt.push({ text: '\u00a0…', isMatch: false });
  return {
    place: place === 'title' ? 'page' : place,
    anchor,
    question: place === 'question' ? Number(anchor.replace(/\D/g, '')) : undefined,
    title: pieces(words, start, text, matches),
    excerpt,
  };
}

/** The stretch with the most of what was looked for, a few words before the first of it. */
function excerptIn(
  start: number,
  end: number,
  words: readonly string[],
  matches: Matches,
): [from: number, to: number] {
  const characters = words.slice(start, end).join('').length;
  const length = characters < 2.5 * (end - start) ? EXCERPT.characters : EXCERPT.words;
  const inside = [...matches.keys()].filter((location) => location >= start && location < end);
  const isNear = (from: number) => (to: number) => to >= from && to < from + length * 0.75;
  const counts = inside.map((from) => inside.filter(isNear(from)).length);
  const best = inside[counts.indexOf(Math.max(...counts))] ?? start;
  const from = Math.max(start, Math.min(best - Math.floor(length / 4), end - length));
  return [from, Math.min(from + length, end)];
}

/** A stretch of words as it was written, without the space at its end. */
function pieces(words: readonly string[], from: number, to: number, matches: Matches): Piece[] {
  const found: Piece[] = [];
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? '';
    const shown = at + 1 < to ? word : word.trimEnd();
    for (const piece of wordPieces(shown, matches.has(at))) append(found, piece);
  }
  return found;
}

/** A word that matches, without the marks around it: `“library,”` is marked as `library`. */
function wordPieces(word: string, isMatch: boolean): Piece[] {
  if (!isMatch) return [{ text: word, isMatch }];
  const [, before = '', core = word, after = ''] =
    /^([\p{P}\p{S}\s]*)(.*?)([\p{P}\p{S}\s]*)$/u.exec(word) ?? [];
  if (core === '') return [{ text: word, isMatch }];
  return [
    { text: before, isMatch: false },
    { text: core, isMatch: true },
    { text: after, isMatch: false },
  ];
}

function append(found: Piece[], piece: Piece) {
  if (piece.text === '') return;
  const last = found.at(-1);
  if (last && last.isMatch === piece.isMatch) last.text += piece.text;
  else found.push({ ...piece });
}
