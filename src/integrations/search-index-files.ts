import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { SEARCH_FILES, type SearchMap } from '../blog/search-map.ts';
import { type SearchCatalogue, searchPage } from '../blog/search-record.ts';
import { steadySearchIndex } from './steady-search-index.ts';

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
  await writeFile(join(folder, SEARCH_FILES.map), JSON.stringify(map));
}

/** Takes away what Pagefind writes beside the index: interfaces of its own, and its worker. */
async function removeReadyMade(folder: string) {
  const isNeeded = (name: string) => name === SEARCH_FILES.script;
  for (const name of await readdir(folder)) {
    if (/\.(js|css)$/.test(name) && !isNeeded(name)) await rm(join(folder, name));
  }
}

/** Languages without spaces are parted by us, so that they need no stems. */
function stemLanguage(language: string): string {
  const first = language.split('-')[0] ?? '';
  return ['zh', 'ja', 'th', 'lo', 'km', 'my'].includes(first) ? 'unknown' : first;
}
