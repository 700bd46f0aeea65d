import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { cachePath, readCached } from '../../core/cache/store.ts';
import { cardSvg, type SocialCard } from './card.ts';

/** What decides how a card is drawn, beside the card. */
const CODE = 'src/social-cards/node';
const DRAWN_BY = /font|harfbuzz|bidi|woff2|sharp/;

/**
 * The share picture of a card as a PNG. It is kept by what stands on it, and by the code and
 * typefaces that draw it, so that the next build makes only what changed.
 *
 * @param warn is told what a person should know
 */
export async function socialCard(
  card: SocialCard,
  warn: (sentence: string) => void,
): Promise<Uint8Array> {
  return readCached(await socialCardPath(card, warn));
}

/** Where the share picture of a card is kept, for `readCached`. */
export async function socialCardPath(
  card: SocialCard,
  warn: (sentence: string) => void,
): Promise<string> {
  stamp ??= drawingStamp();
  const recipe = `${await stamp} ${JSON.stringify(card)}`;
  return cachePath(
    'social-cards',
    recipe,
    () => drawn(card, warn),
    () => warn(`The kept share picture of "${card.title}" was damaged. It is drawn anew.`),
  );
}

async function drawn(card: SocialCard, warn: (sentence: string) => void): Promise<Buffer> {
  const { svg, missing } = await cardSvg(card);
  if (missing.length > 0) {
    const signs = [...new Set(missing)].join(' ');
    warn(`The share picture of "${card.title}" leaves out what no typeface has: ${signs}`);
  }
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 4 }).toBuffer();
}

let stamp: Promise<string> | undefined;

async function drawingStamp(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(CODE)).sort()) hash.update(await readFile(join(CODE, file)));
  const { dependencies, devDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const packages = Object.entries({ ...dependencies, ...devDependencies });
  const drawnBy = packages.filter(([name]) => DRAWN_BY.test(name)).sort();
  return hash.update(JSON.stringify(drawnBy)).digest('hex');
}
