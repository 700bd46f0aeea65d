import { imageSize } from 'image-size';
import type { PictureFile } from './content-folder.ts';

/** The bytes at a picture's beginning in which its type and size are looked for. */
export const HEADER_BYTES = 512 * 1024;

/**
 * What a picture is by its first {@link HEADER_BYTES}. Of one whose size cannot be found, the type is
 * told still where it decides what to say of it.
 */
export function pictureIn(header: Uint8Array): Omit<PictureFile, 'bytes'> {
  try {
    const { type = '', width, height } = imageSize(header);
    return { type: TYPES[type] ?? type, width, height };
  } catch {
    const beginning = String.fromCharCode(...header.subarray(0, 1024));
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
