import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { SEARCH_FILES, type SearchMap, WASM_NAME } from '../blog/search-map.ts';
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
 * would differ. Its WebAssembly gets a name that does not depend on the language.
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
  const { name, index } = await steadyLanguage(folder, language.hash);
  const languages = { [code]: { ...language, hash: name, wasm: WASM_NAME } };
  await writeFile(entryFile, JSON.stringify({ ...entry, languages }));
  return {
    index: name,
    filters: index[3].map(([, file]) => file),
    words: index[2].map(([first, last, file]) => ({ first, last, file })),
  };
}

interface Entry {
  languages: Record<string, { hash: string; wasm: string | null }>;
}

/** Steadies the index of a language and says what its new name is. */
async function steadyLanguage(folder: string, hash: string) {
  const file = (name: string) => join(folder, `pagefind.${name}.pf_meta`);
  const index = unpacked(await readFile(file(hash))) as Index;
  for (const filter of index[3]) filter[1] = await steadyFilter(folder, filter[1]);
  index[3].sort(byName);
  return { name: await replaced(file, hash, index), index };
}

async function steadyFilter(folder: string, hash: string): Promise<string> {
  const file = (name: string) => join(folder, 'filter', `${name}.pf_filter`);
  const filter = unpacked(await readFile(file(hash))) as Filter;
  filter[1].sort(byName);
  return await replaced(file, hash, filter);
}

/** Writes a file anew, under a name of the old one's form that follows from its content. */
async function replaced(file: (name: string) => string, name: string, value: unknown) {
  const content = Buffer.concat([Buffer.from(SIGNATURE), encodeCbor(value)]);
  const prefix = name.slice(0, name.lastIndexOf('_') + 1);
  const digest = createHash('sha256').update(content).digest('hex');
  const steady = prefix + digest.slice(0, name.length - prefix.length);
  await rm(file(name));
  await writeFile(file(steady), gzipSync(content, { level: 9 }));
  return steady;
}

function unpacked(packed: Buffer): unknown {
  return decodeCbor(contentOf(packed));
}

/** What stands in one of Pagefind's packed files that holds text. */
export function textOfPacked(packed: Buffer): string {
  return contentOf(packed).toString();
}

function contentOf(packed: Buffer): Buffer {
  const content = gunzipSync(packed);
  if (content.subarray(0, SIGNATURE.length).toString() !== SIGNATURE)
    throw new Error('This is not a search index of Pagefind 1.5.');
  return content.subarray(SIGNATURE.length);
}

function byName([one]: [string, ...unknown[]], [other]: [string, ...unknown[]]): number {
  return one < other ? -1 : 1;
}
