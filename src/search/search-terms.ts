import { type Token, tokenize } from './tokenize.ts';

/** What somebody asks for, as the index knows it. */
export interface SearchTerms {
  /** All words and characters, in their order. */
  all: readonly string[];
  /** Words that may stand anywhere, also as the beginning of a longer one. */
  loose: readonly string[];
  /** Words that must stand together: what is quoted, and what is written without spaces. */
  phrases: readonly (readonly string[])[];
}

/** Words between quotation marks of any kind; those of `צה"ל` are within a word. */
const QUOTED = /(^|[\s(])["“”„«]([^"“”„«»]+)["“”»](?=$|[\s.,;:!?)])/gu;

/** Reads what somebody wrote into a search box. */
export function searchTerms(words: string): SearchTerms {
  const phrases: string[][] = [];
  const loose: string[] = [];
  const rest = words.replace(QUOTED, (_, before: string, quoted: string) => {
    phrases.push(tokenize(quoted).map(({ word }) => word));
    return `${before}\n`;
  });
  const tokens = rest.split('\n').map(tokenize);
  phrases.push(...tokens.flatMap(runsOf));
  loose.push(...tokens.flat().flatMap(({ word, isUnspaced }) => (isUnspaced ? [] : [word])));
  const whole = phrases.filter((phrase) => phrase.length > 0);
  return { all: tokenize(words).map(({ word }) => word), loose, phrases: whole };
}

/** Characters of scripts without spaces, together where nothing stands between them. */
function runsOf(tokens: readonly Token[]): string[][] {
  const runs: string[][] = [];
  let isOpen = false;
  for (const { word, isUnspaced, isGlued } of tokens) {
    if (isUnspaced && isOpen) runs.at(-1)?.push(word);
    else if (isUnspaced) runs.push([word]);
    isOpen = isUnspaced && isGlued;
  }
  return runs;
}
