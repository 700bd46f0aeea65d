import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { INDEX_NAME, SEARCH_FILES } from '../index-files.ts';
import type { SearchMap } from '../index-map.ts';

/** The files of a search index by their paths, as `fragment/en_1142123.pf_fragment`. */
export type IndexFiles = Map<string, Uint8Array>;

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
interface Entry {
  languages: Record<string, { hash: string; wasm: string | null }>;
}

/**
 * Puts the filters of a Pagefind index (1.5) of one language in the order of their names, and their
 * values too; Pagefind writes both in an order that is another in each run, and builds of one moment
 * would differ. What every search begins with gets a name that depends neither on the content nor on
 * the language.
 *
 * @returns the files, and what stands in which of them
 */
export function stableIndex(
  made: IndexFiles,
): { files: IndexFiles } & Omit<SearchMap, 'tags' | 'archive'> {
  const files: IndexFiles = new Map(made);
  const entry: Entry = JSON.parse(Buffer.from(taken(files, ENTRY)).toString());
  const [[code, language] = [], ...others] = Object.entries(entry.languages);
  if (!code || !language || others.length > 0)
    throw new Error('The search index should be of one language.');
  files.set(SEARCH_FILES.wasm, taken(files, `wasm.${language.wasm ?? 'unknown'}.pagefind`));
  files.delete('wasm.unknown.pagefind');
  const index = unpacked(taken(files, `pagefind.${language.hash}.pf_meta`)) as Index;
  for (const filter of index[3]) filter[1] = steadyFilter(files, filter[1]);
  index[3].sort(byName);
  files.set(SEARCH_FILES.meta, packed(contentOf(index)));
  const languages = { [code]: { ...language, hash: INDEX_NAME, wasm: INDEX_NAME } };
  files.set(ENTRY, Buffer.from(JSON.stringify({ ...entry, languages })));
  return {
    files,
    filters: index[3].map(([, file]) => file),
    words: index[2].map(([first, last, file]) => ({ first, last, file })),
  };
}

const ENTRY = 'pagefind-entry.json';

/** Takes a file away to put another in its place. */
function taken(files: IndexFiles, path: string): Uint8Array {
  const content = files.get(path);
  if (!content) throw new Error(`The search index has no ${path}.`);
  files.delete(path);
  return content;
}

/** Steadies a filter; its new name has the old one's form and follows from its content. */
function steadyFilter(files: IndexFiles, hash: string): string {
  const path = (name: string) => `filter/${name}.pf_filter`;
  const filter = unpacked(taken(files, path(hash))) as Filter;
  filter[1].sort(byName);
  const content = contentOf(filter);
  const prefix = hash.slice(0, hash.lastIndexOf('_') + 1);
  const digest = createHash('sha256').update(content).digest('hex');
  const steady = prefix + digest.slice(0, hash.length - prefix.length);
  files.set(path(steady), packed(content));
  return steady;
}

function contentOf(value: unknown): Buffer {
  return Buffer.concat([Buffer.from(SIGNATURE), encode(value)]);
}

function packed(content: Buffer): Buffer {
  return gzipSync(content, { level: 9 });
}

function unpacked(packed: Uint8Array): unknown {
  return decode(contentOfPacked(packed));
}

/** What stands in one of Pagefind's packed files that holds text. */
export function textOfPacked(packed: Uint8Array): string {
  return contentOfPacked(packed).toString();
}

function contentOfPacked(packed: Uint8Array): Buffer {
  const content = gunzipSync(packed);
  if (content.subarray(0, SIGNATURE.length).toString() !== SIGNATURE)
    throw new Error('This is not a search index of Pagefind 1.5.');
  return content.subarray(SIGNATURE.length);
}

function byName([one]: [string, ...unknown[]], [other]: [string, ...unknown[]]): number {
  return one < other ? -1 : 1;
}
