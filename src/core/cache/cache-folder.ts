import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** By which backups know a cache, and we ours: https://bford.info/cachedir/ */
const TAG = 'CACHEDIR.TAG';
const TAG_TEXT = `Signature: 8a477f597d28d172789f06886806bc55
# What the program blog's builds keep for the next one. It may be deleted at any time.
`;

/** By what caches are known that were made before they had the tag. */
const SEAL = 'seal.json';

/** Why a folder can't be the cache. @returns a sentence; undefined when it can */
export function whyNotCache(folder: string): string | undefined {
  if (!existsSync(folder) || readdirSync(folder).length === 0 || existsSync(join(folder, SEAL)))
    return undefined;
  const tag = join(folder, TAG);
  if (existsSync(tag) && readFileSync(tag, 'utf8') === TAG_TEXT) return undefined;
  return `CACHE_DIR is "${folder}", which contains files that no build created. Choose an empty or new folder.`;
}

/** Marks a folder as the cache of builds. */
export function markCache(folder: string): void {
  makeFolder(folder);
  writeFileSync(join(folder, TAG), TAG_TEXT);
}
