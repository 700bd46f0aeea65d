import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchCatalogue } from '../blog/search-record.ts';
import { digestOfPackages, sealCache } from './cache-seal.ts';
import { askOnce, searchIndexFiles } from './search-index-files.ts';
import { SiteFiles } from './site-files.ts';

/** Where what the search index is made of waits, in the cache folder. */
const WAITING = 'search-records.json';

/** Where the search index stands in a site. */
const INDEX = 'pagefind';

/** What of a build needs no Astro. */
export interface FinishedSite {
  /** The folder of the built site. */
  site: string;
  /** The cache folder. */
  cache: string;
  /** When its building began, in milliseconds. */
  began: number;
  /** Is called with sentences on what was done. */
  say: (sentence: string) => void;
  /** Is called with sentences on what was found damaged. */
  warn: (sentence: string) => void;
}

/** The file in the cache folder in which the search records wait for the search index. */
export function waitingRecords(cache: string): string {
  return join(cache, WAITING);
}

/**
 * Makes the search index of what waits for it, and seals the cache. A build of Astro's own does both
 * at its end; here they are done when its process is gone: bundler and renderer hold on to a gigabyte
 * until then, and the search index takes another for itself.
 *
 * @param root the project's folder
 * @throws where the index can't be made
 */
export async function finishSite(root: string, built: FinishedSite): Promise<void> {
  const files = new SiteFiles();
  await layOutSearchIndex(files, built);
  files.forgetOthers(join(built.site, INDEX));
  await sealCache(built.cache, digestOfPackages(root), built.began);
}

/** Lays out the search index of the records that wait, which wait no longer. */
export async function layOutSearchIndex(
  out: SiteFiles,
  { site, cache, say, warn }: Omit<FinishedSite, 'began'>,
): Promise<void> {
  const waiting = waitingRecords(cache);
  const catalogue: SearchCatalogue = JSON.parse(await readFile(waiting, 'utf8'));
  await rm(waiting);
  const word = 'The search index of the last build was damaged, and is made anew.';
  const files = await searchIndexFiles(
    catalogue,
    askOnce(() => warn(word)),
  );
  for (const [path, content] of files) out.layOut(join(site, INDEX, path), content);
  say(`${catalogue.records.length} pages can be searched.`);
}

/** Leaves the last build's index as it is for the moment. */
export function spareSearchIndex(out: SiteFiles, site: string): void {
  out.addAll(join(site, INDEX));
}
