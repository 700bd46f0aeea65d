import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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
  const cache = join(process.env['CACHE_DIR'] ?? 'node_modules/.astro', folder);
  const file = join(cache, sha256(recipe).toString('hex').slice(0, 40));
  const found = await readFile(file).catch(() => undefined);
  if (found && isWhole(found)) return found.subarray(CHECKSUM);
  if (found) damaged();
  const content = await make();
  await mkdir(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, Buffer.concat([sha256(content), content]));
  await rename(unfinished, file);
  return content;
}

function isWhole(found: Buffer): boolean {
  const content = found.subarray(CHECKSUM);
  return content.length > 0 && sha256(content).equals(found.subarray(0, CHECKSUM));
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
