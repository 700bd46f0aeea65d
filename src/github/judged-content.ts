import type { CheckedContent } from '../check/check.ts';
import { currentId } from '../check/content-index.ts';
import type { ParseMdx } from '../core/content-files/post-tree.ts';
import type { ChangedThing } from './changed-content.ts';
import { type ChangedPassage, changedWords, type WordRun } from './changed-words.ts';

/** The content as the check sees it, and what reads a post as it was. */
export type Judged = Pick<CheckedContent, 'posts' | 'catalogue'> & { parse: ParseMdx };

/** The id of today for what had another one. */
export function idNow(
  { catalogue }: Judged,
  room: ChangedThing['room'] | 'tags' | 'rounds',
  id: string,
): string | undefined {
  return currentId(catalogue[room], id);
}

/** A text, cut where it is longer. */
export function short(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 1).toWellFormed()}…` : words;
}

/**
 * The words that differ in the fields of something, field by field.
 *
 * @param label what readers call a field; nothing leaves a field out
 */
export function fieldPassages(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  label: (field: string) => string | undefined,
  language?: string,
): ChangedPassage[] {
  return changedFields(before, after).flatMap((field) => {
    const of = label(field);
    if (of === undefined) return [];
    const [was, is] = [before.get(field) ?? '', after.get(field) ?? ''];
    const found =
      isOneWord(was) && isOneWord(is) ? [wholeWords(was, is)] : changedWords(was, is, language);
    return found.map((runs) => ({ of: short(of, 100), runs }));
  });
}

/** Days, ids and addresses are one word: half of one says nothing. */
function isOneWord(value: string): boolean {
  return /^[!-~]{0,300}$/.test(value);
}

function wholeWords(was: string, is: string): WordRun[] {
  return [
    ...(was ? [{ is: 'old' as const, text: was }] : []),
    ...(is ? [{ is: 'new' as const, text: is }] : []),
  ];
}

/** The fields that have another value. */
export function changedFields(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const all = new Set([...after.keys(), ...before.keys()]);
  return [...all].filter((field) => before.get(field) !== after.get(field));
}
