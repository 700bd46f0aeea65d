/**
 * The part of CBOR (RFC 8949) that Pagefind's index is made of: whole numbers from 0 to 2³²−1,
 * texts, and lists of a known length.
 *
 * @throws RangeError for anything else
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const argument = (short: number): number => {
    if (short < 24) return short;
    const size = { 24: 1, 25: 2, 26: 4 }[short] ?? unknown(short);
    at += size;
    if (size === 1) return view.getUint8(at - 1);
    return size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4);
  };
  const item = (): unknown => {
    const first = view.getUint8(at++);
    const value = argument(first & 0x1f);
    if (first >> 5 === UNSIGNED) return value;
    if (first >> 5 === LIST) return Array.from({ length: value }, item);
    if (first >> 5 !== TEXT) return unknown(first);
    at += value;
    return new TextDecoder().decode(bytes.subarray(at - value, at));
  };
  const value = item();
  return at === bytes.length ? value : unknown(bytes[at]);
}

/** The same part of CBOR, in its shortest form. */
export function encodeCbor(value: unknown): Buffer {
  if (typeof value === 'number') return head(UNSIGNED, value);
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([head(TEXT, text.length), text]);
  }
  if (!Array.isArray(value)) return unknown(value);
  return Buffer.concat([head(LIST, value.length), ...value.map(encodeCbor)]);
}

const UNSIGNED = 0;
const TEXT = 3;
const LIST = 4;

function head(kind: number, argument: number): Buffer {
  if (!Number.isInteger(argument) || argument < 0 || argument > 0xffffffff) unknown(argument);
  const first = kind << 5;
  if (argument < 24) return Buffer.from([first | argument]);
  if (argument < 0x100) return Buffer.from([first | 24, argument]);
  const bytes = Buffer.alloc(argument < 0x10000 ? 3 : 5);
  bytes[0] = first | (bytes.length === 3 ? 25 : 26);
  bytes.writeUIntBE(argument, 1, bytes.length - 1);
  return bytes;
}

function unknown(what: unknown): never {
  throw new RangeError(`${String(what)} is not of the CBOR that a search index is made of.`);
}
