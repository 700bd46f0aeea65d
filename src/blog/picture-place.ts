import { strFromU8, unzlibSync } from 'fflate';

/** How many blocks of EXIF are looked at in one file, and how many entries of a list in them. */
const MOST_BLOCKS = 64;
const MOST_ENTRIES = 512;

/** What EXIF calls its parts (CIPA DC-008, 4.6): the list about the place, and the two coordinates in it. */
const GPS_LIST = 0x8825;
const LATITUDE = 2;
const LONGITUDE = 4;

/**
 * Whether a picture says where it was taken: in EXIF, as cameras write it, or in XMP, as programs for
 * pictures do. Each format keeps these two as they are, in a place of its own (JPEG, WebP, AVIF and HEIC
 * both, PNG, GIF), and a file may hold several pictures; so they are looked for in all of the bytes, by
 * how they begin. XMP alone may be packed, in a PNG.
 *
 * @param bytes the file; of whatever bytes they are, nothing is thrown and each is read a few times at most
 */
export function saysWhereTaken(bytes: Uint8Array): boolean {
  // Each byte becomes one sign, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(bytes);
  const blocks = text.matchAll(/II\*\0|MM\0\*/g).take(MOST_BLOCKS);
  const isIn = blocks.some(({ index }) =>
    isPlaceInExif(new DataView(bytes.buffer, bytes.byteOffset + index, bytes.byteLength - index)),
  );
  return isIn || isPlaceInXmp(text) || packedXmp(bytes, text).some(isPlaceInXmp);
}

/**
 * How the parts of a PNG begin that may have packed XMP (PNG, 11.3.3): name, flags, languages in one of
 * them; name and way of packing in the other.
 */
const PACKED =
  /(?:iTXtXML:com\.adobe\.xmp\0[^\0]\0[^\0]{0,80}\0[^\0]{0,80}|zTXtXML:com\.adobe\.xmp\0)\0/g;
const MOST_PACKED = 64 * 1024;

/** The packed XMP of a file, as far as it can be unpacked in little time and space. */
function packedXmp(bytes: Uint8Array, text: string): string[] {
  return [...text.matchAll(PACKED).take(2)].map(({ index, 0: beginning }) => {
    const from = index + beginning.length;
    try {
      const out = new Uint8Array(16 * MOST_PACKED);
      return strFromU8(unzlibSync(bytes.subarray(from, from + MOST_PACKED), { out }), true);
    } catch {
      return '';
    }
  });
}

/** Coordinates as attributes or elements, also as some flying cameras misspell them. */
const COORDINATE = /gps-?(?:latitude|longt?itude)(?:>|\s*=\s*["'])\s*[+-]?([\d.,]+)/gi;

/** Cameras that know no place write zeros. */
function isPlaceInXmp(text: string): boolean {
  return text.matchAll(COORDINATE).some(([, number = '']) => /[1-9]/.test(number));
}

/** A block of EXIF is a small TIFF file: lists of entries, each of 12 bytes, in either order of bytes. */
function isPlaceInExif(block: DataView): boolean {
  const isLittle = block.getUint8(0) === 0x49;
  try {
    const list = entryOf(GPS_LIST, block.getUint32(4, isLittle));
    const place = list && block.getUint32(list + 8, isLittle);
    if (!place) return false;
    const latitude = degrees(entryOf(LATITUDE, place));
    const longitude = degrees(entryOf(LONGITUDE, place));
    const isReal = latitude !== undefined && longitude !== undefined && latitude + longitude > 0;
    return isReal && latitude <= 90 && longitude <= 180;
  } catch {
    // It leads out of the file.
    return false;
  }

  function entryOf(tag: number, list: number): number | undefined {
    const count = Math.min(block.getUint16(list, isLittle), MOST_ENTRIES);
    for (let index = 0; index < count; index++) {
      const entry = list + 2 + index * 12;
      if (block.getUint16(entry, isLittle) === tag) return entry;
    }
    return undefined;
  }

  /** Degrees, minutes and seconds, each a fraction; nothing where the degrees are no number. */
  function degrees(entry: number | undefined): number | undefined {
    if (entry === undefined) return undefined;
    const at = block.getUint32(entry + 8, isLittle);
    const part = (index: number) =>
      block.getUint32(at + index * 8, isLittle) / block.getUint32(at + index * 8 + 4, isLittle);
    const whole = part(0) + (part(1) || 0) / 60 + (part(2) || 0) / 3600;
    return Number.isFinite(whole) ? whole : undefined;
  }
}
