import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readInPlace } from './store.ts';

/** What a build kept for the next one: file → digest, and the packages that made it. */
interface Seal {
  packages: string;
  files: Record<string, string>;
}

const SEAL = 'seal.json';

/**
 * Throws away before a build what the last one kept (rendered posts, pictures) and is not as it was
 * sealed. Astro copies a damaged picture into the site, takes stored
 * posts as they are, and notices new code of its own alone, not of the packages that render.
 * It is sealed when all is made; see {@link sealCache}.
 */
export function cacheIntegrity(): AstroIntegration {
  return {
    name: 'cache-integrity',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build') return;
        const folder = fileURLToPath(config.cacheDir);
        const packages = packagesHash(fileURLToPath(config.root));
        const word = await emptyDamagedCache(folder, packages);
        if (word) logger.warn(word);
      },
    },
  };
}

/** By which packages what is made with them is known. @param root the project's folder */
export function packagesHash(root: string): string {
  return digestOf(join(root, 'package-lock.json'));
}

/**
 * Writes down what lies in the cache.
 *
 * @param lookedThrough when all that lay there then was as it was sealed, in milliseconds: what was
 * written earlier is not read again
 */
export async function sealCache(
  folder: string,
  packages: string,
  lookedThrough = 0,
): Promise<void> {
  const known: Partial<Seal> = lookedThrough > 0 ? ((await sealOf(folder)) ?? {}) : {};
  const isKnown = (path: string) => statSync(path).mtimeMs < lookedThrough - CLOCKS_DIFFER;
  const found = await digests(folder, (name, path) =>
    isKnown(path) ? known.files?.[name] : undefined,
  );
  const seal: Seal = { packages, files: Object.fromEntries(found) };
  await writeFile(join(folder, SEAL), JSON.stringify(seal));
}

/** By how many milliseconds the clock of a disk may be behind. */
const CLOCKS_DIFFER = 2000;

/**
 * Takes away what is not as it was sealed; all of it, where other packages made it or nothing says
 * which did.
 *
 * @returns a sentence on what was thrown away; undefined when all is well
 */
export async function emptyDamagedCache(
  folder: string,
  packages: string,
): Promise<string | undefined> {
  const kept = await digests(folder);
  if (kept.size === 0) return undefined;
  const seal = await sealOf(folder);
  const isOfOthers = seal?.packages !== packages;
  const bad = [...kept].filter(([file, digest]) => isOfOthers || seal.files?.[file] !== digest);
  for (const [file] of bad) await rm(join(folder, file));
  if (bad.length === 0) return undefined;
  const what = bad.length === 1 ? `${bad[0]?.[0]} is` : `${bad.length} files are`;
  return isOfOthers
    ? `What the last build kept is of other packages, or unsealed. It is thrown away, and all is made anew.`
    : `${what} not as the last build left them in ${folder}. Thrown away, and made anew.`;
}

async function sealOf(folder: string): Promise<Partial<Seal> | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, SEAL), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The digests of all files by their names, read where they are not known. */
async function digests(
  folder: string,
  known: (name: string, path: string) => string | undefined = () => undefined,
): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = new Map<string, string>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll('\\', '/');
    if (entry.isFile() && name !== SEAL) found.set(name, known(name, path) ?? digestOf(path));
  }
  return found;
}

/** Nothing for a file that is not there. */
function digestOf(file: string): string {
  const content = readInPlace(file);
  return content ? createHash('sha256').update(content).digest('hex') : '';
}
