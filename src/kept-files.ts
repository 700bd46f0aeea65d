import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The length of the checksum (SHA-256) that stands before the content of a kept file. */
const CHECKSUM = 32;

/**
 * What is slow to make, kept between builds in the cache folder (`CACHE_DIR`, else Astro's own).
 * A file that is damaged is made anew.
 *
 * @param folder its name in the cache folder
 * @param recipe all that decides what is made
 * @param damaged is called when the kept file was damaged
 */
export async function kept(
  folder: string,
  recipe: string,
  make: () => Promise<Uint8Array>,
  damaged: () => void = () => {},
): Promise<Uint8Array> {
  const file = cached(folder, nameOf(recipe));
  const found = await readFile(file).catch(() => undefined);
  if (found && isWhole(found)) return found.subarray(CHECKSUM);
  if (found) damaged();
  const content = await make();
  await keep(file, content);
  return content;
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
export async function keptTogether<Thing>(
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
  if (text !== JSON.stringify(known)) await keep(file, Buffer.from(text));
  return recipes.map((recipe) => now[nameOf(recipe)] as Thing);
}

function cached(...path: string[]): string {
  return join(process.env['CACHE_DIR'] ?? 'node_modules/.astro', ...path);
}

function nameOf(recipe: string): string {
  return sha256(recipe).toString('hex').slice(0, 40);
}

async function keep(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
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
