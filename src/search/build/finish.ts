import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SiteFiles } from '../../core/cache/site-files.ts';
import { cacheFolder } from '../../core/cache/store.ts';
import type { SearchRecords } from '../record.ts';
import { rememberedIndex, searchIndexFiles } from './pagefind-index.ts';

/** Where what the search index is made of waits, in the cache folder. */
const WAITING = 'search-records.json';

/** Where the search index stands in a site. */
const INDEX = 'pagefind';

/** A site as Astro leaves it. */
export interface AstroOutput {
  /** Its folder. */
  folder: string;
  /** The last site, if a build of ours made it. */
  last?: string | undefined;
  /** Is called with sentences on what was done. */
  say: (sentence: string) => void;
}

/** The file in the cache folder in which the search records wait for the search index. */
export function waitingRecords(): string {
  return join(cacheFolder(), WAITING);
}

/**
 * Makes the search index of what waits for it, which waits no longer. That is done when Astro's process is gone: bundler and renderer hold on to a gigabyte until then, and the search
 * index takes another for itself.
 *
 * @throws where the index can't be made
 */
export async function finishSite({ folder, last, say }: AstroOutput): Promise<void> {
  const catalogue: SearchRecords = JSON.parse(await readFile(waitingRecords(), 'utf8'));
  await rm(waitingRecords());
  const index = await searchIndexFiles(catalogue, rememberedIndex);
  const out = new SiteFiles(folder, last);
  for (const [path, content] of index) out.layOut(join(folder, INDEX, path), content);
  say(`${catalogue.records.length} pages can be searched.`);
}
