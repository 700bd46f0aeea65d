import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packagesHash, sealCache } from '../../core/cache/integrity.ts';
import { SiteFiles } from '../../core/cache/site-files.ts';
import { cacheFolder } from '../../core/cache/store.ts';
import type { SearchRecords } from '../record.ts';
import { cachedIndex, searchIndexFiles } from './pagefind-index.ts';

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
  /** Is called with sentences on what was found damaged. */
  warn: (sentence: string) => void;
}

/** The file in the cache folder in which the search records wait for the search index. */
export function waitingRecords(): string {
  return join(cacheFolder(), WAITING);
}

/**
 * Makes the search index of what waits for it, which waits no longer, and seals the cache. That is done
 * when Astro's process is gone: bundler and renderer hold on to a gigabyte until then, and the search
 * index takes another for itself.
 *
 * @param began when the build began, in milliseconds
 * @throws where the index can't be made
 */
export async function finishSite(
  { folder, last, say, warn }: AstroOutput,
  began: number,
): Promise<void> {
  const catalogue: SearchRecords = JSON.parse(await readFile(waitingRecords(), 'utf8'));
  await rm(waitingRecords());
  const word = 'The search index of the last build was damaged, and is made anew.';
  const index = await searchIndexFiles(
    catalogue,
    cachedIndex(() => warn(word)),
  );
  const out = new SiteFiles(folder, last);
  for (const [path, content] of index) out.layOut(join(folder, INDEX, path), content);
  say(`${catalogue.records.length} pages can be searched.`);
  await sealCache(cacheFolder(), packagesHash('.'), began);
}
