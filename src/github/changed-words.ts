import { diffArrays, diffWords } from 'diff';
import { z } from 'zod';
import { sanitizeText } from '../core/text/sanitize-text.ts';

/** A run of words that stays, goes or comes. */
export type WordRun = z.output<typeof wordRunSchema>;

const wordRunSchema = z.strictObject({ is: z.enum(['same', 'old', 'new']), text: z.string() });

/** A changed passage of something that has a name for readers, with a few words around it. */
export interface ChangedPassage {
  /** As in `Title` or `Text`. */
  of: string;
  runs: WordRun[];
}

/** The shape in which changed words travel from the check to the comment. */
export const changedPassageSchema = z.strictObject({
  of: z.string().max(100),
  runs: z.array(wordRunSchema.extend({ text: z.string().max(2000) })).max(200),
});

/** How many characters of what stays are shown before and after a change. */
const AROUND = 50;
/** The longest run of words that is shown whole. */
const MOST_IN_RUN = 600;
/** Runs that a passage may have; one of more is a new text for an old one. */
const MOST_RUNS = 100;
/** Two texts that differ in more places are not compared word by word. */
const MOST_EDITS = 2000;

/**
 * The words that differ between two texts, passage by passage, in any script. White space and characters
 * that nobody sees make no difference.
 *
 * @param language the texts' language (BCP 47), for where words end
 */
export function changedWords(before: string, after: string, language = 'und'): WordRun[][] {
  const segmenter = wordSegmenter(language);
  return pairedParagraphs(before, after).flatMap(([old, now]) =>
    passages(wordRuns(old, now, segmenter), segmenter),
  );
}

/** The runs that make up both texts, whole: those that stay with the old, and with the new. */
export function wordRuns(old: string, now: string, segmenter: Intl.Segmenter): WordRun[] {
  const replaced: WordRun[] = [
    { is: 'old' as const, text: old },
    { is: 'new' as const, text: now },
  ].filter(({ text }) => text !== '');
  if (old === '' || now === '') return replaced;
  const differences = diffWords(old, now, { intlSegmenter: segmenter, maxEditLength: MOST_EDITS });
  if (!differences) return replaced;
  const runs = differences.map(({ value, added, removed }): WordRun => {
    return { is: added ? 'new' : removed ? 'old' : 'same', text: value };
  });
  const same = runs
    .filter(({ is }) => is === 'same')
    .reduce((sum, run) => sum + run.text.length, 0);
  const isAnother = same < 0.3 * Math.min(old.length, now.length);
  return isAnother || runs.length > MOST_RUNS ? replaced : joined(runs);
}

/** Paragraphs that differ, each with what stands in its place; an empty text where nothing does. */
function pairedParagraphs(before: string, after: string): [old: string, now: string][] {
  const [were, are] = [paragraphs(before), paragraphs(after)];
  const differences = diffArrays(were, are, { maxEditLength: MOST_EDITS });
  if (!differences) return [[were.join(' '), are.join(' ')]];
  const pairs: [string, string][] = [];
  let gone: string[] = [];
  const put = (come: readonly string[]) => {
    if (gone.length === come.length) {
      pairs.push(...gone.map((old, index): [string, string] => [old, come[index] ?? '']));
    } else pairs.push([gone.join(' '), come.join(' ')]);
    gone = [];
  };
  for (const { value, added, removed } of differences) {
    if (removed) gone = value;
    else put(added ? value : []);
  }
  put([]);
  return pairs.filter(([old, now]) => old !== now);
}

function paragraphs(text: string): string[] {
  return sanitizeText(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** The runs without what stays for a character or two, which only breaks a change into splinters. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const whole: WordRun[] = [];
  let [old, now] = ['', ''];
  const put = () => {
    if (old) whole.push({ is: 'old', text: old });
    if (now) whole.push({ is: 'new', text: now });
    [old, now] = ['', ''];
  };
  for (const [index, { is, text }] of runs.entries()) {
    const isSplinter =
      is === 'same' && index > 0 && index < runs.length - 1 && !/[\p{L}\p{N}]/u.test(text);
    if (is === 'same' && !isSplinter) {
      put();
      whole.push({ is, text });
    } else {
      if (is !== 'new') old += text;
      if (is !== 'old') now += text;
    }
  }
  put();
  return whole;
}

/** The changed parts of a paragraph, each with as much around it as one needs to find it. */
function passages(runs: readonly WordRun[], segmenter: Intl.Segmenter): WordRun[][] {
  const found: WordRun[][] = [];
  let passage: WordRun[] = [];
  for (const [index, { is, text }] of runs.entries()) {
    if (is !== 'same') {
      passage.push({ is, text: beginning(text, MOST_IN_RUN, segmenter) });
      continue;
    }
    const [isFirst, isLast] = [index === 0, index === runs.length - 1];
    if (!isFirst && !isLast && text.length <= 2 * AROUND) {
      passage.push({ is, text });
      continue;
    }
    if (!isFirst) passage.push({ is, text: beginning(text, AROUND, segmenter) });
    if (passage.length > 0) found.push(passage);
    passage = isLast ? [] : [{ is, text: ending(text, AROUND, segmenter) }];
  }
  if (passage.length > 0) found.push(passage);
  return found.filter((one) => one.some(({ is }) => is !== 'same'));
}

/** Whole words from the beginning of a text, and an ellipsis where it goes on. */
function beginning(text: string, most: number, segmenter: Intl.Segmenter): string {
  if (text.length <= most) return text;
  // One word may be endless.
  const shown = [...segmenter.segment(text.slice(0, most + 1))].slice(0, -1);
  return `${shown.map(({ segment }) => segment).join('') || characters(text, most)}…`;
}

function ending(text: string, most: number, segmenter: Intl.Segmenter): string {
  if (text.length <= most) return text;
  const words = [...segmenter.segment(text.slice(-most - 1).toWellFormed())].slice(1);
  return `…${words.map(({ segment }) => segment).join('')}`;
}

function characters(text: string, most: number): string {
  return text.slice(0, most).toWellFormed();
}

/** Words of a language; of any, where it has a name that no computer knows. */
export function wordSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}
