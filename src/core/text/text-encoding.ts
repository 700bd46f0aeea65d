/** A text file's bytes as text, and in which way they were saved. */
export interface TextFile {
  text: string;
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/**
 * Reads bytes as text. What is neither UTF-8 nor marked as UTF-16 is taken for the old Western
 * encoding, in which all bytes are letters. A byte order mark of UTF-8 stays in the text.
 */
export function decodeText(bytes: Uint8Array): TextFile {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be');
  // Western text in UTF-16 without its mark has a zero in every other byte.
  if (bytes.length > 3 && second === 0 && bytes[3] === 0) return utf16(bytes, 'utf-16le');
  if (bytes.length > 3 && first === 0 && bytes[2] === 0) return utf16(bytes, 'utf-16be');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

function utf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): TextFile {
  return { text: new TextDecoder(label).decode(bytes), encoding: 'UTF-16' };
}

/**
 * Whether a text that was taken for the old Western encoding surely is in it. The same bytes mean
 * other letters in other encodings, so nothing may look out of place: letters of Western Europe, at
 * most two beside each other, and marks only where a mark can stand.
 */
export function isSurelyWestern(text: string): boolean {
  const foreign = text.replace(LETTERS, 'x').replace(MARKS, ' ');
  return /^\p{ASCII}*$/u.test(foreign) && !/[À-ÿŒœŸ]{3}/.test(text);
}

/**
 * The text with letters put right that were saved in UTF-8 and read as the old Western encoding:
 * `CafÃ©` becomes `Café`. What could be meant as it stands is left alone.
 */
export function fixMojibake(text: string): string {
  return text.replace(GARBLED, (characters) => {
    const bytes = Uint8Array.from(
      characters,
      (character) => WESTERN.get(character) ?? character.charCodeAt(0),
    );
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return characters;
    }
  });
}

/**
 * The text with characters of the old Western encoding in the place of the control characters of the same
 * numbers: U+0092 is an apostrophe. U+0085, which ends a line in Unicode, is left alone.
 */
export function withWesternCharacters(text: string): string {
  return text.replace(/[\u0080-\u0084\u0086-\u009f]/g, (character) =>
    new TextDecoder('windows-1252').decode(Uint8Array.of(character.charCodeAt(0))),
  );
}

/** The bytes of letters that the old Western encoding has where others have control characters. */
const WESTERN = new Map(
  Array.from({ length: 32 }, (_, index) => {
    const byte = 0x80 + index;
    return [new TextDecoder('windows-1252').decode(new Uint8Array([byte])), byte] as const;
  }),
);

/** The first letter of such a pair or triple, and what can follow it. Portuguese words end in Ã, too. */
const GARBLED =
  /Ã[\u0080-\u00aa\u00ac-\u00ba\u00bc-\u00bf]|(?<!\p{Lu})Â[\u00a0-\u00bf]|â€[\u0080-\u00bf\u0152-\u0178\u02c6-\u02dc\u2013-\u2122]|ðŸ[\u0080-\u02dc\u2013-\u2122]{2}/gu;

/** þ, ð and ý are Turkish letters more often than theirs, and õ Hungarian where no e follows. */
const LETTERS = /[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôöøùúûüÿŒœŸ]|[Õõ](?=[eE])/g;
/** Marks that open, marks that close, characters that stand alone, and an apostrophe between letters. */
const MARKS = new RegExp(
  [
    '(?<!\\p{L})[«“„‘‚¡¿©§£€]',
    '[»“”‘’…®°²³](?!\\p{L})',
    '(?<!\\p{L})[½¼¾×·](?!\\p{L})',
    '(?<!\\p{L})[\u00a0–—]|[\u00a0–—](?!\\p{L})',
    '(?<=[cdjlmnstu])’(?=\\p{L})',
  ].join('|'),
  'giu',
);
