import type { FoundHead } from './index-map.ts';
import { SUMMARY_MARK, TEXT_MARK } from './record.ts';
import { isSeparate, shownWord } from './tokenize.ts';

/** A page that was found, as Pagefind hands it out. */
export interface FoundPage extends FoundHead {
  /** Its words, parted by spaces. */
  content: string;
  /** Which of its words match, and how much each counts. */
  weighted_locations: readonly { location: number; balanced_score: number }[];
  anchors: readonly { element: string; id: string; text: string; location: number }[];
}

/** Text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** A part of a page in which something was found. */
export interface Passage {
  place: 'page' | 'section' | 'question' | 'response';
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
  return heading(page.meta['title'] ?? '', wordsOf(page), 0, summaryStart(page), matchesOf(page));
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
  const summary = parts.find(
    ({ start, place }) => place === 'page' && start === summaryStart(page),
  );
  const shown = hits.length > 0 ? [...whole, ...deep] : summary ? [summary] : [];
  return shown.map((part) => passage(part, words, matches));
}

/** A stretch of a page's words, from one anchor to the next. */
interface Part {
  place: Passage['place'] | 'title';
  anchor: string;
  /** The heading as it was written. */
  heading: string;
  start: number;
  /** Where the excerpt begins: after the heading. */
  textStart: number;
  end: number;
}

type Matches = ReadonlyMap<number, number>;

function wordsOf({ content }: FoundPage): string[] {
  return content.split(/\s+/);
}

/** What matches, weighed by how rare the word is on the page: one `granted` outweighs many `for`. */
function matchesOf(page: FoundPage): Matches {
  const words = wordsOf(page);
  const form = (location: number) => (words[location] ?? '').toLowerCase().replace(/\P{L}/gu, '');
  const alike = Map.groupBy(page.weighted_locations, ({ location }) => form(location));
  return new Map(
    page.weighted_locations.map(({ location, balanced_score }) => {
      const count = alike.get(form(location))?.length ?? 1;
      return [location, balanced_score / count];
    }),
  );
}

function summaryStart({ anchors }: FoundPage): number {
  return anchors.find(({ id }) => id === SUMMARY_MARK)?.location ?? 0;
}

function partsOf(page: FoundPage, length: number): Part[] {
  const marks = page.anchors.flatMap((anchor) => {
    const place = placeOf(anchor);
    return place ? [{ ...anchor, place }] : [];
  });
  return marks.map(({ place, id, location, text }, index): Part => {
    const end = marks[index + 1]?.location ?? length;
    const isWhole = place === 'page' || place === 'title';
    const heading = isWhole ? '' : text;
    const textStart = location + heading.split(/\s+/).filter(Boolean).length;
    const anchor = isWhole ? '' : id;
    return { place, anchor, heading, start: location, textStart: Math.min(textStart, end), end };
  });
}

function placeOf({ id, element }: { id: string; element: string }): Part['place'] | undefined {
  if (element === 'h1') return 'title';
  if (id === SUMMARY_MARK || id === TEXT_MARK) return 'page';
  if (/^question-\d+$/.test(id) && element === 'li') return 'question';
  if (/^h[2-6]$/.test(element)) return 'section';
  return element === 'p' ? 'response' : undefined;
}

function scoreIn({ start, end }: Part, matches: Matches): number {
  let score = 0;
  for (const [location, weight] of matches) {
    if (location >= start && location < end) score += Math.max(weight, Number.EPSILON);
  }
  return score;
}

function passage(part: Part, words: readonly string[], matches: Matches): Passage {
  const { place, anchor, start, textStart, end } = part;
  const [from, to] = excerptIn(textStart, end, words, matches);
  const excerpt = pieces(words, from, to, matches);
  if (excerpt.length > 0 && from > textStart) excerpt.unshift({ text: '…\u00a0', isMatch: false });
  if (excerpt.length > 0 && to < end) excerpt.push({ text: '\u00a0…', isMatch: false });
  return {
    place: place === 'title' ? 'page' : place,
    anchor,
    question: place === 'question' ? Number(anchor.replace(/\D/g, '')) : undefined,
    title: heading(part.heading, words, start, textStart, matches),
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

/** A heading with the words marked, without the full stop that Pagefind puts behind it. */
function heading(
  written: string,
  words: readonly string[],
  from: number,
  to: number,
  matches: Matches,
): Piece[] {
  const last = words[to - 1] ?? '';
  const isAdded = last.endsWith('.') && !written.trimEnd().endsWith('.');
  return pieces(isAdded ? words.with(to - 1, last.slice(0, -1)) : words, from, to, matches);
}

function pieces(words: readonly string[], from: number, to: number, matches: Matches): Piece[] {
  const found: Piece[] = [];
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? '';
    const space = at + 1 < to && isSeparate(word, words[at + 1] ?? '') ? ' ' : '';
    for (const piece of wordPieces(shownWord(word), matches.has(at))) append(found, piece);
    append(found, { text: space, isMatch: false });
  }
  return found;
}

/** A word that matches, without the marks around it: `“library,”` is marked as `library`. */
function wordPieces(word: string, isMatch: boolean): Piece[] {
  if (!isMatch) return [{ text: word, isMatch }];
  const [, before = '', core = word, after = ''] =
    /^([\p{P}\p{S}]*)(.*?)([\p{P}\p{S}]*)$/u.exec(word) ?? [];
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
