import type { ImageTransform, LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';
import { AstroError } from 'astro/errors';
import { contentFolder } from '../../environment.ts';
import { BEHIND, opened } from '../../images/node/pixels.ts';
import { ownFileLike } from './original-images.ts';

/** The longest side of a WebP in pixels (RFC 9649, 2.7), and nearly that of an AVIF as it is made here. */
const LONGEST = 16_383;

/**
 * Makes the pictures of pages as Astro's own service does, but for three things. No picture is
 * offered longer than its format can be. What moves is made as one that moves, or of its first
 * picture, never as a strip of all. And one that can't be made stops the build: Astro's service would
 * put the author's own file in its place, with all that the camera wrote into it.
 */
const imageService: LocalImageService = {
  ...sharpService,
  validateOptions: async (...given) => {
    const options = bounded((await sharpService.validateOptions?.(...given)) ?? given[0]);
    return isJpeg(options.format) ? { ...options, background: BEHIND } : options;
  },
  getSrcSet: async (...given) => {
    const offers = (await sharpService.getSrcSet?.(...given)) ?? [];
    const byWidth = offers.map((offer) => {
      const transform = bounded(offer.transform);
      const descriptor = `${transform.width}w`;
      return [descriptor, { ...offer, transform, descriptor }] as const;
    });
    return [...new Map(byWidth).values()];
  },
  async transform(picture, { src, format, background, width, height }, { service }) {
    try {
      const made = opened(picture, format === 'webp' && isGif(picture)).resize({
        ...(width ? { width } : {}),
        ...(height ? { height } : {}),
        fit: 'cover',
        withoutEnlargement: true,
      });
      if (background) made.flatten({ background });
      const type = isJpeg(format) ? 'jpeg' : format;
      const data = await made.toFormat(type, service.config[type]).toBuffer();
      return { data: new Uint8Array(data), format };
    } catch (cause) {
      const file = ownFileLike(contentFolder(), picture) ?? src;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new AstroError(
        `${file}: the site cannot make its pictures from this file (${reason}).`,
        'Save it again, or upload it again. Until then, remove it from the post.',
      );
    }
  },
};

export default imageService;

/** A picture no longer than {@link LONGEST} in either direction, with its proportions. */
function bounded<Transform extends ImageTransform>(transform: Transform): Transform {
  const { width = 0, height = 0 } = transform as { width?: number; height?: number };
  const scale = LONGEST / Math.max(width, height);
  if (scale >= 1) return transform;
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { ...transform, width: scaled(width), height: scaled(height) };
}

function isJpeg(format: unknown): boolean {
  return format === 'jpg' || format === 'jpeg';
}

function isGif(picture: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(picture.subarray(0, 4)) === 'GIF8';
}
