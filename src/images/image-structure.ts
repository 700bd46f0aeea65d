/** What the structure of a picture file says, without decoding its pixels. */
export interface ImageStructure {
  /** Whether the file goes on to the end of the picture. What stands behind that does not matter. */
  isWhole: boolean;
  /**
   * How many pictures follow one another; 1 where nothing moves. Of an AVIF that moves, which doesn't
   * say it in one place, 2.
   */
  frames: number;
}

/**
 * Reads the structure of a picture; of whatever bytes it is, nothing is thrown and each is read once.
 *
 * @param type as `imageHeader` says it; of what isn't listed here all is taken as whole
 * @param bytes the whole file
 */
export function imageStructure(type: string | undefined, bytes: Uint8Array): ImageStructure {
  const read = type === undefined ? undefined : READERS[type];
  return read?.(new Bytes(bytes)) ?? { isWhole: true, frames: 1 };
}

const READERS: Readonly<Record<string, (file: Bytes) => ImageStructure>> = {
  jpeg,
  png,
  gif,
  webp,
  avif: boxes,
  heic: boxes,
};

/** Bytes to be read at any place: beyond the end there are zeros. */
class Bytes {
  readonly length: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.length = bytes.length;
  }

  byte(at: number): number {
    return this.#bytes[at] ?? 0;
  }

  /** A number of two bytes, the greater first. */
  short(at: number): number {
    return this.byte(at) * 0x100 + this.byte(at + 1);
  }

  /** A number of four bytes, the greatest first. */
  long(at: number): number {
    return this.short(at) * 0x1_0000 + this.short(at + 2);
  }

  longFromLeast(at: number): number {
    const [first, second, third, last] = [0, 1, 2, 3].map((place) => this.byte(at + place));
    return ((last ?? 0) * 0x1_0000 + (third ?? 0) * 0x100 + (second ?? 0)) * 0x100 + (first ?? 0);
  }

  /** A name of four letters. */
  name(at: number): string {
    return String.fromCharCode(...this.#bytes.subarray(at, at + 4));
  }

  find(byte: number, from: number): number {
    return this.#bytes.indexOf(byte, from);
  }
}

/** Segments with their lengths, then the pixels up to a mark for the end (ITU-T T.81, B.1). */
function jpeg(file: Bytes): ImageStructure {
  const [STARTS_PIXELS, ENDS] = [0xda, 0xd9];
  let at = 2;
  while (at < file.length && file.byte(at + 1) !== STARTS_PIXELS) {
    const isSegment = file.byte(at) === 0xff && file.byte(at + 1) !== 0xff;
    at += isSegment ? 2 + file.short(at + 2) : 1;
  }
  // Among pixels a byte of ones is always followed by a zero.
  do at = file.find(0xff, at + 1);
  while (at >= 0 && file.byte(at + 1) !== ENDS);
  return { isWhole: at >= 0, frames: 1 };
}

/** The check sum of IEND, which holds nothing, is always the same. */
const CRC_OF_IEND = 0xae426082;

/** Chunks up to IEND, each with 12 bytes around its data (PNG, 5.3); `acTL` says how many pictures. */
function png(file: Bytes): ImageStructure {
  let frames = 1;
  for (let at = 8; at + 12 <= file.length; at += 12 + file.long(at)) {
    const name = file.name(at + 4);
    if (name === 'acTL') frames = Math.max(1, file.long(at + 8));
    if (name === 'IEND') return { isWhole: file.long(at + 8) === CRC_OF_IEND, frames };
  }
  return { isWhole: false, frames };
}

/** The bytes with which the parts of a GIF begin (GIF89a, 20 to 27). */
const [EXTENSION, PICTURE, ENDS] = [0x21, 0x2c, 0x3b];

/** A part of a GIF: with which bytes it begins, and where it stands. */
interface GifPart {
  marker: number;
  label: number;
  from: number;
  to: number;
}

/** The parts of a GIF behind its beginning, each in blocks with their lengths, up to its end. */
function* gifParts(file: Bytes): Generator<GifPart> {
  const afterBlocks = (at: number): number => {
    let next = at;
    while (next < file.length && file.byte(next) !== 0) next += 1 + file.byte(next);
    return next + 1;
  };
  for (let from = gifBeginning(file), to = from; from < file.length; from = to) {
    const [marker, label] = [file.byte(from), file.byte(from + 1)];
    if (marker === PICTURE) to = afterBlocks(from + 11 + palette(file.byte(from + 9)));
    else to = marker === EXTENSION ? afterBlocks(from + 2) : from + 1;
    yield { marker, label, from, to };
    if (marker === ENDS) return;
  }
}

/** The length of a GIF's beginning, with its colours. */
function gifBeginning(file: Bytes): number {
  return 13 + palette(file.byte(10));
}

function palette(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function gif(file: Bytes): ImageStructure {
  let frames = 0;
  let isWhole = false;
  for (const { marker } of gifParts(file)) {
    if (marker === PICTURE) frames += 1;
    if (marker === ENDS) isWhole = frames > 0;
  }
  return { isWhole, frames: Math.max(1, frames) };
}

/**
 * A GIF with its pictures alone: without comments, and without what programs write into it of where
 * and with what it was made. That it begins again stays (the extension of Netscape).
 */
export function plainGif(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new Bytes(bytes);
  const [CONTROL, APPLICATION] = [0xf9, 0xff];
  const isShown = ({ marker, label, from }: GifPart) =>
    marker !== EXTENSION ||
    label === CONTROL ||
    (label === APPLICATION && /^(NETS|ANIM)$/.test(file.name(from + 3)));
  const parts = [...gifParts(file)].filter(isShown);
  const kept = parts.map(({ from, to }) => bytes.subarray(from, to));
  const all = [bytes.subarray(0, gifBeginning(file)), ...kept];
  const plain = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    plain.set(part, at);
    at += part.length;
  }
  return plain;
}

/** One chunk of the length that it says, and in it others; `ANMF` is a picture that moves (RFC 9649). */
function webp(file: Bytes): ImageStructure {
  const end = 8 + file.longFromLeast(4);
  let frames = 0;
  for (let at = 12; at + 8 <= Math.min(end, file.length); ) {
    if (file.name(at) === 'ANMF') frames += 1;
    const size = file.longFromLeast(at + 4);
    at += 8 + size + (size % 2);
  }
  return { isWhole: end <= file.length, frames: Math.max(1, frames) };
}

/** Boxes with their lengths (ISO/IEC 14496-12, 4.2). What moves has one for that, `moov`, or says so first. */
function boxes(file: Bytes): ImageStructure {
  const KNOWN = /^(ftyp|meta|mdat|idat|moov|moof|free|skip|uuid|wide|styp|sidx|pdin)$/;
  let frames = file.name(8) === 'avis' ? 2 : 1;
  let at = 0;
  while (at + 8 <= file.length && KNOWN.test(file.name(at + 4))) {
    if (file.name(at + 4) === 'moov') frames = 2;
    const size = file.long(at);
    if (size === 0) return { isWhole: true, frames };
    at += Math.max(8, size === 1 ? file.long(at + 8) * 2 ** 32 + file.long(at + 12) : size);
  }
  return { isWhole: at > 0 && at <= file.length, frames };
}
