import { strFromU8, unzlibSync } from 'fflate';

/** How many blocks of EXIF are looked at in one file, and how many entries of a list in them. */
const MOST_BLOCKS = 64;
const MOST_ENTRIES = 512;

/** What EXIF calls its parts (CIPA DC-008, 4.6): the list about the place, and what in it tells one. */
const GPS_LIST = 0x8825;
const LATITUDE = 2;
const LONGITUDE = 4;
const AREA = 28;

/**
 * Whether a picture says where it was taken, in numbers or in words: in EXIF, as cameras write it, or
 * in XMP or IPTC, as programs for pictures do. Each format keeps these as they are, in a place of its
 * own (JPEG, WebP, AVIF and HEIC all, PNG, GIF), and a file may hold several pictures; so they are looked
 * for in all of the bytes, by how they begin. In a PNG they may be packed.
 *
 * @param bytes the file; of whatever bytes they are, nothing is thrown and each is read a few times at most
 */
export function hasGps(bytes: Uint8Array): boolean {
  // Each byte becomes one character, so that places in the text are places in the file.
  const text = latin1(bytes);
  if (isPlaceIn(bytes, text)) return true;
  return packed(bytes, text).some((part) => {
    const numbers = fromNumbers(part);
    return isPlaceInXmp(part) || isPlaceIn(numbers, latin1(numbers));
  });
}

function isPlaceIn(bytes: Uint8Array, text: string): boolean {
  const blocks = text.matchAll(/II\*\0|MM\0\*/g).take(MOST_BLOCKS);
  const isInExif = blocks.some(({ index }) =>
    isPlaceInExif(new DataView(bytes.buffer, bytes.byteOffset + index, bytes.byteLength - index)),
  );
  return isInExif || isPlaceInXmp(oneByteEach(text)) || isPlaceInIptc(bytes, text);
}

/** XMP may be written with two or four bytes a character (UTF-16, UTF-32): what is looked for needs one. */
function oneByteEach(text: string): string {
  return /x\0{1,3}m\0{1,3}p\0{1,3}m\0{1,3}e\0{1,3}t\0{1,3}a/.test(text)
    ? text.replaceAll('\0', '')
    : text;
}

/**
 * How the parts of a PNG begin that may be packed (PNG, 11.3.3): name, flags, languages in one of them;
 * name and way of packing in the other. Some programs write what other formats have as numbers, under a
 * name of their own.
 */
const PACKED =
  /(?:iTXtXML:com\.adobe\.xmp\0[^\0]\0[^\0]{0,80}\0[^\0]{0,80}|zTXt(?:XML:com\.adobe\.xmp|Raw profile type \w{1,8})\0)\0/g;
const PLAIN_NUMBERS = /tEXtRaw profile type \w{1,8}\0/g;
const MOST_PACKED = 64 * 1024;

/** What is packed in a file, as far as it can be unpacked in little time and space. */
function packed(bytes: Uint8Array, text: string): string[] {
  const unpacked = [...text.matchAll(PACKED).take(2)].map(({ index, 0: beginning }) => {
    const from = index + beginning.length;
    try {
      const out = new Uint8Array(16 * MOST_PACKED);
      return strFromU8(unzlibSync(bytes.subarray(from, from + MOST_PACKED), { out }), true);
    } catch {
      return '';
    }
  });
  const plain = [...text.matchAll(PLAIN_NUMBERS).take(2)].map(({ index, 0: beginning }) =>
    text.slice(index + beginning.length, index + 4 * MOST_PACKED),
  );
  return [...unpacked, ...plain];
}

/** What is written as numbers of two digits (base 16), below its name and length. */
function fromNumbers(text: string): Uint8Array {
  const digits = /^\s*\w{1,8}\s+\d+\s+([\da-f\s]+)/i.exec(text)?.[1]?.replace(/\s+/g, '') ?? '';
  return Uint8Array.from(digits.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** Coordinates as attributes or elements, also as some flying cameras misspell them. */
const COORDINATE = /gps-?(?:latitude|longt?itude)(?:>|\s*=\s*["'])\s*[+-]?([\d.,]+)/gi;

/** A place in words, as attributes or elements, perhaps in several languages (IPTC Photo Metadata 2023). */
const PLACE_WORDS =
  /(?:photoshop:(?:City|State|Country)|Iptc4xmp(?:Core:(?:Location|CountryCode)|Ext:(?:City|Sublocation|ProvinceState|Country(?:Name|Code)|LocationName|WorldRegion)))(?:\s*=\s*["']|>(?:\s*<rdf:[^<>]{0,80}>){0,2})\s*[^\s<>"']/i;

/** Cameras that know no place write zeros. */
function isPlaceInXmp(text: string): boolean {
  return (
    PLACE_WORDS.test(text) ||
    text.matchAll(COORDINATE).some(([, number = '']) => /[1-9]/.test(number))
  );
}

/** How Photoshop marks a block of IPTC; then come a name of even length with its own, and the length. */
const IPTC = /8BIM(..)/gs;
const IPTC_NUMBER = '\x04\x04';
/** The numbers of IPTC for a place: its code and name, city, street, state, country (IIM 4.2, 6). */
const PLACE_NUMBERS: ReadonlySet<number> = new Set([26, 27, 90, 92, 95, 100, 101]);

/** A block of IPTC is a row of texts, each behind a mark, two numbers for what it is, and its length. */
function isPlaceInIptc(bytes: Uint8Array, text: string): boolean {
  const [MARK, ABOUT_THE_PICTURE] = [0x1c, 2];
  return text
    .matchAll(IPTC)
    .filter(([, number]) => number === IPTC_NUMBER)
    .take(MOST_BLOCKS)
    .some(({ index }) => {
      const name = (bytes[index + 6] ?? 0) + 1;
      let at = index + 6 + name + (name % 2) + 4;
      for (let count = 0; count < MOST_ENTRIES && bytes[at] === MARK; count++) {
        const [, record, number = 0, high = 0, low = 0] = bytes.subarray(at, at + 5);
        const length = high * 0x100 + low;
        const value = text.slice(at + 5, at + 5 + length);
        if (record === ABOUT_THE_PICTURE && PLACE_NUMBERS.has(number) && /[^\s\0]/.test(value))
          return true;
        at += 5 + length;
      }
      return false;
    });
}

/** A block of EXIF is a small TIFF file: lists of entries, each of 12 bytes, in either order of bytes. */
function isPlaceInExif(block: DataView): boolean {
  const isLittle = block.getUint8(0) === 0x49;
  try {
    const list = entryOf(GPS_LIST, block.getUint32(4, isLittle));
    const place = list && block.getUint32(list + 8, isLittle);
    if (!place) return false;
    if (hasWords(entryOf(AREA, place))) return true;
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

  /** Whether there are words behind the name of their encoding, which takes 8 bytes. */
  function hasWords(entry: number | undefined): boolean {
    if (entry === undefined) return false;
    const length = Math.min(block.getUint32(entry + 4, isLittle), 512);
    const at = block.getUint32(entry + 8, isLittle);
    for (let index = 8; index < length; index++) if (block.getUint8(at + index) > 0x20) return true;
    return false;
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
