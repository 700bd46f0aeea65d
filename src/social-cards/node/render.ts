import sharp from 'sharp';
import { codeHash } from '../../core/cache/code-hash.ts';
import { remember } from '../../core/cache/store.ts';
import { cardSvg, type SocialCard } from './card.ts';

/** The code that decides how a card is drawn. */
const CODE = ['src/social-cards/node', 'src/core/i18n/direction.ts'];

/** Under which name share pictures are kept between builds. */
export const SOCIAL_CARDS = 'social-cards';

/**
 * The share picture of a card as a PNG. It is kept by what stands on it and by the code that draws it, so
 * that the next build makes only what changed.
 *
 * @param warn is told what a person should know
 */
export async function socialCard(
  card: SocialCard,
  warn: (sentence: string) => void,
): Promise<Uint8Array> {
  return await remember(SOCIAL_CARDS, cardKey(card), () => drawn(card, warn));
}

/** By which key the share picture of a card is kept. */
export function cardKey(card: SocialCard): string {
  code ??= codeHash(CODE);
  return code + JSON.stringify(card);
}

let code: string | undefined;

async function drawn(card: SocialCard, warn: (sentence: string) => void): Promise<Buffer> {
  const { svg, missing } = await cardSvg(card);
  if (missing.length > 0) {
    const characters = [...new Set(missing)].join(' ');
    warn(
      `The social card of "${card.title}" leaves out characters that no typeface has: ${characters}`,
    );
  }
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 4 }).toBuffer();
}
