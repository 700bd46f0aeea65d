import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeCbor, encodeCbor } from './cbor.ts';

/** What each of Pagefind's packed files begins with. */
const SIGNATURE = 'pagefind_dcd';

type Filter = [name: string, values: [value: string, pages: number[]][]];
type Index = [
  version: string,
  pages: unknown[],
  words: unknown[],
  filters: [name: string, file: string][],
  sorts: unknown[],
  fields: unknown[],
];

/**
 * Puts the filters of a Pagefind index (1.5) in the order of their names, and their values too.
 * Pagefind writes both in an order that is another in each run; builds of one moment would differ.
 *
 * @param folder where Pagefind wrote its index
 */
export async function steadySearchIndex(folder: string): Promise<void> {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry: { languages: Record<string, { hash: string }> } = JSON.parse(
    await readFile(entryFile, 'utf8'),
  );
  for (const language of Object.values(entry.languages))
    language.hash = await steadyLanguage(folder, language.hash);
  const languages = Object.entries(entry.languages).sort(byName);
  await writeFile(
    entryFile,
    JSON.stringify({ ...entry, languages: Object.fromEntries(languages) }),
  );
}

/** Steadies the index of one language and says what its new name is. */
async function steadyLanguage(folder: string, hash: string): Promise<string> {
  const file = (name: string) => join(folder, `pagefind.${name}.pf_meta`);
  const index = unpacked(await readFile(file(hash))) as Index;
  for (const filter of index[3]) filter[1] = await steadyFilter(folder, filter[1]);
  index[3].sort(byName);
  return await replaced(file, hash, index);
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
  const content = gunzipSync(packed);
  if (content.subarray(0, SIGNATURE.length).toString() !== SIGNATURE)
    throw new Error('This is not a search index of Pagefind 1.5.');
  return decodeCbor(content.subarray(SIGNATURE.length));
}

function byName([one]: [string, ...unknown[]], [other]: [string, ...unknown[]]): number {
  return one < other ? -1 : 1;
}
