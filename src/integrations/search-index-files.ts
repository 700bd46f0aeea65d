import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { SEARCH_FILES } from '../blog/search-files.ts';
import {
  type FoundHead,
  type SearchMap,
  type SearchTitles,
  TITLES_KNOWN,
} from '../blog/search-map.ts';
import { type SearchCatalogue, searchPage } from '../blog/search-record.ts';
import { steadySearchIndex, textOfPacked } from './steady-search-index.ts';

/**
 * Writes the search index (Pagefind) of a catalogue into a folder, and the map of it.
 *
 * All languages are in one index, so that one question finds them all: words are reduced to their
 * stems as in the site's language, and those of others are found as they are written.
 *
 * @throws with Pagefind's own words where it fails
 */
export async function writeSearchIndex(catalogue: SearchCatalogue, folder: string): Promise<void> {
  const forceLanguage = stemLanguage(catalogue.language);
  const { index, errors } = await createIndex({ forceLanguage });
  if (!index) throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
  const problems: string[] = [];
  for (const record of catalogue.records) {
    const added = await index.addHTMLFile({ url: `/${record.path}`, content: searchPage(record) });
    problems.push(...added.errors);
  }
  await rm(folder, { recursive: true, force: true });
  const written = await index.writeFiles({ outputPath: folder });
  await close();
  problems.push(...written.errors);
  if (problems.length > 0) throw new Error(`The search index failed: ${problems.join(' ')}`);
  await removeReadyMade(folder);
  const steady = await steadySearchIndex(folder);
  const map: SearchMap = { ...steady, tags: catalogue.tags, archive: catalogue.archive };
  const titles = await titlesIn(folder, newestOf(catalogue));
  await writeFile(join(folder, SEARCH_FILES.titles), JSON.stringify(titles));
  await writeFile(join(folder, SEARCH_FILES.map), JSON.stringify(map));
}

/** Takes away what Pagefind writes beside the index: interfaces of its own. */
async function removeReadyMade(folder: string) {
  const needed: string[] = [SEARCH_FILES.script, SEARCH_FILES.worker];
  for (const name of await readdir(folder)) {
    if (/\.(js|css)$/.test(name) && !needed.includes(name)) await rm(join(folder, name));
  }
}

/** The paths of those pages whose titles can be shown before their texts. */
function newestOf({ records }: SearchCatalogue): Set<string> {
  const newest = records.toSorted((a, b) => (a.day > b.day ? -1 : Number(a.day < b.day)));
  return new Set(newest.slice(0, TITLES_KNOWN).map(({ path }) => path));
}

/** What pages of an index are called. */
async function titlesIn(folder: string, paths: ReadonlySet<string>): Promise<SearchTitles> {
  const names = (await readdir(join(folder, 'fragment'))).toSorted();
  const heads = await Promise.all(
    names.map(async (name) => {
      const packed = await readFile(join(folder, 'fragment', name));
      const { url, meta }: FoundHead = JSON.parse(textOfPacked(packed));
      return [name.replace(/\.pf_fragment$/, ''), { url: url.replace(/^\//, ''), meta }] as const;
    }),
  );
  return Object.fromEntries(heads.filter(([, { url }]) => paths.has(url)));
}

/** Languages without spaces are parted by us, so that they need no stems. */
function stemLanguage(language: string): string {
  const first = language.split('-')[0] ?? '';
  return ['zh', 'ja', 'th', 'lo', 'km', 'my'].includes(first) ? 'unknown' : first;
}
