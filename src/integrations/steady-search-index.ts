import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { INDEX_NAME, SEARCH_FILES } from '../blog/search-files.ts';
import type { SearchMap } from '../blog/search-map.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';

/** What each of Pagefind's packed files begins with. */
const SIGNATURE = 'pagefind_dcd';

type Filter = [name: string, values: [value: string, pages: number[]][]];
type Index = [
  version: string,
  pages: unknown[],
  words: [first: string, last: string, file: string][],
  filters: [name: string, file: string][],
  sorts: unknown[],
  fields: unknown[],
];

/**
 * Puts the filters of a Pagefind index (1.5) of one language in the order of their names, and their
 * values too; Pagefind writes both in an order that is another in each run, and builds of one moment
 * would differ. What every search begins with gets a name that depends neither on the content nor on
 * the language.
 *
 * @param folder where Pagefind wrote its index
 * @returns what stands in which file
 */
export async function steadySearchIndex(
  folder: string,
): Promise<Omit<SearchMap, 'tags' | 'archive'>> {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry: Entry = JSON.parse(await readFile(entryFile, 'utf8'));
  const [[code, language] = [], ...others] = Object.entries(entry.languages);
  if (!code || !language || others.length > 0)
    throw new Error('The search index should be of one language.');
  const wasm = language.wasm ?? 'unknown';
  await rename(join(folder, `wasm.${wasm}.pagefind`), join(folder, SEARCH_FILES.wasm));
  await rm(join(folder, 'wasm.unknown.pagefind'), { force: true });
  const index = await steadyLanguage(folder, language.hash);
  const languages = { [code]: { ...language, hash: INDEX_NAME, wasm: INDEX_NAME } };
  await writeFile(entryFile, JSON.stringify({ ...entry, languages }));
  return {
    filters: index[3].map(([, file]) => file),
    words: index[2].map(([first, last, file]) => ({ first, last, file })),
  };
}

interface Entry {
  languages: Record<string, { hash: string; wasm: string | null }>;
}

/** Steadies the index of a language, and gives what stands in it. */
async function steadyLanguage(folder: string, hash: string): Promise<Index> {
  const file = join(folder, `pagefind.${hash}.pf_meta`);
  const index = unpacked(await readFile(file)) as Index;
  for (const filter of index[3]) filter[1] = await steadyFilter(folder, filter[1]);
  index[3].sort(byName);
  await rm(file);
  await writeFile(join(folder, SEARCH_FILES.meta), packed(contentOf(index)));
  return index;
}

/** Writes a filter anew, under a name of the old one's form that follows from its content. */
async function steadyFilter(folder: string, hash: string): Promise<string> {
  const file = (name: string) => join(folder, 'filter', `${name}.pf_filter`);
  const filter = unpacked(await readFile(file(hash))) as Filter;
  filter[1].sort(byName);
  const content = contentOf(filter);
  const prefix = hash.slice(0, hash.lastIndexOf('_') + 1);
  const digest = createHash('sha256').update(content).digest('hex');
  const steady = prefix + digest.slice(0, hash.length - prefix.length);
  await rm(file(hash));
  await writeFile(file(steady), packed(content));
  return steady;
}

function contentOf(value: unknown): Buffer {
  return Buffer.concat([Buffer.from(SIGNATURE), encodeCbor(value)]);
}

function packed(content: Buffer): Buffer {
  return gzipSync(content, { level: 9 });
}

function unpacked(packed: Buffer): unknown {
  return decodeCbor(contentOfPacked(packed));
}

/** What stands in one of Pagefind's packed files that holds text. */
export function textOfPacked(packed: Buffer): string {
  return contentOfPacked(packed).toString();
}

function contentOfPacked(packed: Buffer): Buffer {
  const content = gunzipSync(packed);
  if (content.subarray(0, SIGNATURE.length).toString() !== SIGNATURE)
    throw new Error('This is not a search index of Pagefind 1.5.');
  return content.subarray(SIGNATURE.length);
}

function byName([one]: [string, ...unknown[]], [other]: [string, ...unknown[]]): number {
  return one < other ? -1 : 1;
}
