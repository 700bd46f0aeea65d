import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { INDEX_NAME, SEARCH_FILES } from '../index-files.ts';
import type { SearchMap } from '../index-map.ts';
import type { ShownPage } from '../record.ts';

/** The files of a search index by their paths, as `fragment/en_1142123.pf_fragment`. */
export type IndexFiles = Map<string, Uint8Array>;

/** What each of Pagefind's packed files begins with. */
const SIGNATURE = 'pagefind_dcd';

type Index = [
  version: string,
  pages: [id: string, words: number][],
  words: [first: string, last: string, file: string][],
  filters: unknown[],
  sorts: unknown[],
  fields: unknown[],
];
interface Entry {
  languages: Record<string, { hash: string; wasm: string | null }>;
}
/** What Pagefind says of a page, as far as we read it. */
interface Fragment {
  url: string;
  content: string;
  word_count: number;
}

/**
 * Makes a Pagefind index (1.5) of one language one that shows pages as they were written, while it
 * finds them by folded words. What every search begins with gets a name that depends neither on the
 * content nor on the language; what is shown of a page gets a name that follows from it.
 *
 * @param shown each page, by its address, word for word as it was indexed
 * @returns the files, what stands in which of them, and the index's id of each page by its address
 */
export function stableIndex(
  made: IndexFiles,
  shown: ReadonlyMap<string, ShownPage>,
): { files: IndexFiles; words: SearchMap['words']; ids: Map<string, string> } {
  const files: IndexFiles = new Map(made);
  const entry: Entry = JSON.parse(Buffer.from(taken(files, ENTRY)).toString());
  const [[code, language] = [], ...others] = Object.entries(entry.languages);
  if (!code || !language || others.length > 0)
    throw new Error('The search index should be of one language.');
  files.set(SEARCH_FILES.wasm, taken(files, `wasm.${language.wasm ?? 'unknown'}.pagefind`));
  files.delete('wasm.unknown.pagefind');
  const index = decode(contentOfPacked(taken(files, `pagefind.${language.hash}.pf_meta`))) as Index;
  const ids = new Map<string, string>();
  for (const page of index[1]) {
    const fragment: Fragment = JSON.parse(textOfPacked(taken(files, fragmentPath(page[0]))));
    const content = JSON.stringify(shownFragment(fragment, shown.get(fragment.url)));
    page[0] = `${code}_${createHash('sha256').update(content).digest('hex').slice(0, 10)}`;
    ids.set(fragment.url, page[0]);
    files.set(fragmentPath(page[0]), packed(Buffer.from(SIGNATURE + content)));
  }
  files.set(SEARCH_FILES.meta, packed(Buffer.concat([Buffer.from(SIGNATURE), encode(index)])));
  const languages = { [code]: { ...language, hash: INDEX_NAME, wasm: INDEX_NAME } };
  files.set(ENTRY, Buffer.from(JSON.stringify({ ...entry, languages })));
  const words = index[2].map(([first, last, file]) => ({ first, last, file }));
  return { files, words, ids };
}

const ENTRY = 'pagefind-entry.json';

function fragmentPath(id: string): string {
  return `fragment/${id}.pf_fragment`;
}

/** Pagefind's own script reads `filters` and `anchors`; `parts` are for us. */
function shownFragment({ url, content, word_count }: Fragment, page: ShownPage | undefined) {
  const words = content === '' ? 0 : content.split(' ').length;
  if (!page || words !== page.content.split('\n').filter(Boolean).length)
    throw new Error(`The search index of ${url} has other words than the page.`);
  return { ...page, word_count, filters: {}, anchors: [] };
}

/** Takes a file away to put another in its place. */
function taken(files: IndexFiles, path: string): Uint8Array {
  const content = files.get(path);
  if (!content) throw new Error(`The search index has no ${path}.`);
  files.delete(path);
  return content;
}

function packed(content: Buffer): Buffer {
  return gzipSync(content, { level: 9 });
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
