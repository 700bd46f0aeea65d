import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { cardSvg, type ShareCard } from './card.ts';

/** What decides how a card is drawn, beside the card. */
const CODE = 'src/share-pictures';
const DRAWN_BY = /font|harfbuzz|bidi|woff2|sharp/;

/** The length of the checksum (SHA-256) that stands before the picture in a kept file. */
const CHECKSUM = 32;

/**
 * The share picture of a card as a PNG. It is kept by what stands on it, and by the code and
 * typefaces that draw it, so that the next build makes only what changed. A kept file that is
 * damaged is thrown away with a word, and drawn anew.
 *
 * @param cache the folder in which pictures are kept
 * @param warn is told what a person should know
 */
export async function sharePicture(
  card: ShareCard,
  cache: string,
  warn: (sentence: string) => void,
): Promise<Buffer> {
  const file = join(cache, await keyOf(card));
  const kept = await readFile(file).catch(() => undefined);
  if (kept && isWhole(kept)) return kept.subarray(CHECKSUM);
  if (kept) warn(`The kept share picture of "${card.title}" was damaged. It is drawn anew.`);
  const { svg, missing } = await cardSvg(card);
  if (missing.length > 0) {
    const signs = [...new Set(missing)].join(' ');
    warn(
      `No typeface has these signs, which its share picture leaves out: ${signs} ("${card.title}")`,
    );
  }
  const png = await sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 4 }).toBuffer();
  await keep(file, cache, png);
  return png;
}

async function keyOf(card: ShareCard): Promise<string> {
  stamp ??= drawingStamp();
  const hash = createHash('sha256').update(await stamp);
  return hash.update(JSON.stringify(card)).digest('hex').slice(0, 40);
}

let stamp: Promise<string> | undefined;

async function drawingStamp(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(CODE)).sort()) hash.update(await readFile(join(CODE, file)));
  const { dependencies, devDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const packages = Object.entries({ ...dependencies, ...devDependencies });
  return hash
    .update(JSON.stringify(packages.filter(([name]) => DRAWN_BY.test(name)).sort()))
    .digest('hex');
}

function checksum(png: Uint8Array): Buffer {
  return createHash('sha256').update(png).digest();
}

function isWhole(kept: Buffer): boolean {
  return (
    kept.length > CHECKSUM && checksum(kept.subarray(CHECKSUM)).equals(kept.subarray(0, CHECKSUM))
  );
}

async function keep(file: string, cache: string, png: Buffer) {
  await mkdir(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, Buffer.concat([checksum(png), png]));
  await rename(unfinished, file);
}
