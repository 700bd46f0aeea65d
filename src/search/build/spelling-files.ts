import { createHash } from 'node:crypto';
import type { SearchMap, Spellings } from '../index-map.ts';
import type { SearchPage } from '../record.ts';

/** How many words are in one file: some 4 KB, packed. */
const WORDS_IN_FILE = 1500;

/** The files of which words there are, by their names, and the part of the map that leads to them. */
export function spellingFiles(pages: readonly Pick<SearchPage, 'words'>[]): {
  files: Map<string, string>;
  spellings: SearchMap['spellings'];
} {
  const counts = new Map<string, { pages: number; written: Map<string, number> }>();
  for (const { words } of pages) {
    for (const [word, written] of words) {
      const known = counts.get(word) ?? { pages: 0, written: new Map() };
      known.pages += 1;
      known.written.set(written, (known.written.get(written) ?? 0) + 1);
      counts.set(word, known);
    }
  }
  const sorted = [...counts.keys()].sort();
  const files = new Map<string, string>();
  const spellings: { first: string; file: string }[] = [];
  for (let from = 0; from < sorted.length; from += WORDS_IN_FILE) {
    const words = sorted.slice(from, from + WORDS_IN_FILE);
    const content: Spellings = {
      words,
      frequency: words.map((word) => powerOfTwo(counts.get(word)?.pages ?? 1)).join(''),
      written: Object.fromEntries(
        words.flatMap((word, at) => {
          const written = mostOften(counts.get(word)?.written ?? new Map());
          return written === word ? [] : [[at, written]];
        }),
      ),
    };
    const text = JSON.stringify(content);
    const name = `spelling/${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`;
    files.set(name, text);
    spellings.push({ first: words[0] ?? '', file: name });
  }
  return { files, spellings };
}

/** As one digit. */
function powerOfTwo(count: number): number {
  return Math.min(9, Math.floor(Math.log2(count)));
}

/** Without capitals where it is ever written so; else as it is written most often. */
function mostOften(written: ReadonlyMap<string, number>): string {
  const rank = ([text, count]: [string, number]) => (text === text.toLowerCase() ? 1e9 : 0) + count;
  const ranked = [...written].toSorted((a, b) => rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? '';
}
