import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { namedCacheFolder } from '../../environment.ts';

/** The length of the checksum (SHA-256) that stands before the content of a kept file. */
const CHECKSUM = 32;

/**
 * What is slow to make, kept between builds in the cache folder (`CACHE_DIR`, else Astro's own).
 * A file that is damaged is made anew.
 *
 * @param folder its name in the cache folder
 * @param recipe all that decides what is made
 * @param damaged is called when the kept file was damaged
 * @returns where it lies, for {@link readCached}
 */
export async function cachePath(
  folder: string,
  recipe: string,
  make: () => Promise<Uint8Array>,
  damaged: () => void,
): Promise<string> {
  const file = cached(folder, nameOf(recipe));
  const found = readInPlace(file);
  if (found && isWhole(found)) return file;
  if (found) damaged();
  await keep(file, await make());
  return file;
}

/** What is kept at a place that {@link cachePath} has named. */
export function readCached(file: string): Uint8Array {
  return readFileSync(file).subarray(CHECKSUM);
}

/**
 * Many small things that are slow to make, kept between builds in one file. Those that are no
 * longer asked for are forgotten, and a file that is damaged is made anew.
 *
 * @param name its folder in the cache folder
 * @param stamp what decides all of them
 * @param recipes what decides each
 * @param make makes the thing of a recipe by its place
 */
export async function rememberAll<Thing>(
  name: string,
  stamp: string,
  recipes: readonly string[],
  make: (place: number) => Promise<Thing>,
): Promise<Thing[]> {
  const file = cached(name, nameOf(stamp));
  const found = await readFile(file).catch(() => undefined);
  const known: Record<string, Thing> =
    found && isWhole(found) ? JSON.parse(found.toString('utf8', CHECKSUM)) : {};
  const now: Record<string, Thing> = {};
  for (const [place, recipe] of recipes.entries()) {
    const key = nameOf(recipe);
    now[key] ??= known[key] ?? (await make(place));
  }
  const text = JSON.stringify(now);
  if (text !== JSON.stringify(known)) {
    await keep(file, Buffer.from(text));
    prune([file]);
  }
  return recipes.map((recipe) => now[nameOf(recipe)] as Thing);
}

/** Results that are kept between builds in one file, by keys that nobody knows beforehand. */
export interface Results {
  /**
   * The result that a key had, else the one that is made now.
   *
   * @param key all that decides the result, apart from the stamp
   * @param isWorthIt whether a result is kept
   */
  recall<Result>(key: string, make: () => Result, isWorthIt: (made: Result) => boolean): Result;
  /** Keeps what was asked for since, and forgets everything else. */
  keep(): Promise<void>;
}

/**
 * Opens what a build kept of results. A file that is damaged is as none.
 *
 * @param name its folder in the cache folder
 * @param stamp what decides all of them
 */
export async function rememberedResults(name: string, stamp: string): Promise<Results> {
  const file = cached(name, nameOf(stamp));
  const found = await readFile(file).catch(() => undefined);
  const known: Map<string, unknown> =
    found && isWhole(found) ? deserialize(found.subarray(CHECKSUM)) : new Map();
  const asked = new Map<string, unknown>();
  return {
    recall<Result>(key: string, make: () => Result, isWorthIt: (made: Result) => boolean) {
      const place = nameOf(key);
      const result = known.has(place) ? (known.get(place) as Result) : make();
      if (known.has(place) || isWorthIt(result)) asked.set(place, result);
      return result;
    },
    async keep() {
      const isAsBefore =
        asked.size === known.size && [...asked.keys()].every((key) => known.has(key));
      if (!isAsBefore) await keep(file, serialize(asked));
      if (!isAsBefore) prune([file]);
    },
  };
}

/** Takes away what is kept beside these files, in their folders, and was not asked for. */
export function prune(files: readonly string[]): void {
  const asked = new Set(files);
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (!asked.has(file)) rmSync(file);
    }
  }
}

let glass = Buffer.alloc(0);

/**
 * The content of a file, in memory that the next glance uses again: a build looks through thousands
 * of files, and would stop again and again to tidy that away. Undefined where it can't be read.
 */
export function readInPlace(file: string): Buffer | undefined {
  let opened: number | undefined;
  try {
    opened = openSync(file, 'r');
    const { size } = fstatSync(opened);
    if (glass.length < size) glass = Buffer.allocUnsafe(2 * size);
    let end = 0;
    while (end < size) {
      const read = readSync(opened, glass, end, size - end, null);
      if (read === 0) break;
      end += read;
    }
    return glass.subarray(0, end);
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/**
 * The folder of what is kept between builds. In one that a setting names it is a folder of our own,
 * since all of it may be thrown away.
 */
export function cacheFolder(): string {
  const named = namedCacheFolder();
  return named ? join(named, 'program-blog') : 'node_modules/.astro';
}

function cached(...path: string[]): string {
  return join(cacheFolder(), ...path);
}

function nameOf(recipe: string): string {
  return sha256(recipe).toString('hex').slice(0, 40);
}

async function keep(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // Another may be at the same thing.
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, Buffer.concat([sha256(content), content]));
  await rename(unfinished, file);
}

function isWhole(found: Buffer): boolean {
  const content = found.subarray(CHECKSUM);
  return content.length > 0 && sha256(content).equals(found.subarray(0, CHECKSUM));
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
