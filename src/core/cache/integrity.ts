import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkStore, STORE } from './store.ts';

/** What a build left for the next one: by which packages it was made, and Astro's files → their digests. */
interface Seal {
  packages: string;
  files: Record<string, string>;
}

const SEAL = 'seal.json';

/**
 * Throws away, before a build, what is not as the last one left it, and all of it where other packages or
 * another Node made it: Astro copies a damaged picture into the site, takes stored posts as they are, and
 * notices neither.
 *
 * @param folder the cache folder
 * @returns a sentence on what was thrown away; undefined when all is well
 */
export function openCache(folder: string): string | undefined {
  const packages = packagesHash();
  const seal = readSeal(folder);
  if (seal?.packages !== packages) {
    const isEmpty = !existsSync(folder) || readdirSync(folder).length === 0;
    rmSync(folder, { recursive: true, force: true });
    writeSeal(folder, { packages, files: {} });
    if (isEmpty) return undefined;
    return 'The cache comes from other packages, or is incomplete. Discarding it and making everything again.';
  }
  const bad = [...digests(folder)].filter(([file, digest]) => seal.files?.[file] !== digest);
  const names = bad.map(([name]) => name);
  for (const name of names) rmSync(join(folder, name));
  if (!checkStore()) names.push(STORE);
  if (names.length === 0) return undefined;
  const what = names.length === 1 ? `${names[0]} is` : `${names.length} files are`;
  return `In ${folder}, ${what} not as the last build left them. Discarding them and making them again.`;
}

/** Writes down what lies in the cache when all is made. @param folder the cache folder */
export function sealCache(folder: string): void {
  writeSeal(folder, { packages: packagesHash(), files: Object.fromEntries(digests(folder)) });
}

/** By what is known which packages, and which Node, make what is kept. */
function packagesHash(): string {
  const hash = createHash('sha256').update(process.version);
  return hash.update(readFileSync('package-lock.json')).digest('hex');
}

function readSeal(folder: string): Partial<Seal> | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, SEAL), 'utf8'));
  } catch {
    return undefined;
  }
}

function writeSeal(folder: string, seal: Seal): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, SEAL), JSON.stringify(seal));
}

/** The digests of all files by their names; the store looks after itself. */
function digests(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    files
      .map((file) => [relative(folder, file).replaceAll('\\', '/'), file] as const)
      .filter(([name]) => name !== SEAL && name !== STORE)
      .map(([name, file]) => [name, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}
