import { imageSize } from 'image-size';
import type { ImageFile } from '../core/content-files/folder.ts';
import { imageStructure } from './image-structure.ts';

/**
 * What a picture is by its bytes, without its pixels. Of one whose size cannot be found, the type is
 * told still where it decides what to say of it.
 *
 * @param bytes the whole file: telephones write megabytes in front of a picture's size
 */
export function imageHeader(bytes: Uint8Array): Omit<ImageFile, 'bytes'> {
  const header = headerOf(bytes);
  const { isWhole, frames } = imageStructure(header.type, bytes);
  if (header.type === 'avif' && frames > 1) return { ...header, type: MOVING_AVIF };
  return {
    ...header,
    ...(frames > 1 ? { frames } : {}),
    ...(isWhole ? {} : { isDamaged: true }),
  };
}

/** The type of an AVIF that moves, of which a build can't read even its first picture. */
export const MOVING_AVIF = 'moving AVIF';

function headerOf(bytes: Uint8Array): Pick<ImageFile, 'type' | 'width' | 'height'> {
  try {
    const { type = '', width, height } = imageSize(bytes);
    return { type: TYPES[type] ?? type, width, height };
  } catch {
    const beginning = String.fromCharCode(...bytes.subarray(0, 1024));
    const [type] = BEGINNINGS.find(([, begins]) => begins.test(beginning)) ?? [];
    return { type, width: undefined, height: undefined };
  }
}

/** The package's names for what goes by another here. */
const TYPES: Readonly<Record<string, string>> = { jpg: 'jpeg', heif: 'heic' };

/** How files begin, byte by byte; HEIC and AVIF by their brands in HEIF (ISO/IEC 23008-12). */
const BEGINNINGS: readonly [type: string, begins: RegExp][] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG/],
  ['gif', /^GIF8/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['avif', /^.{4}ftypavi[fs]/s],
  ['heic', /^.{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/s],
  ['svg', /^(?:\xef\xbb\xbf)?\s*<(?:svg[\s>]|(?:\?xml|!).*<svg[\s>])/is],
];
