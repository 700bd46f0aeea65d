const LITERATA = '@fontsource/literata/files/literata-latin';
const ATKINSON = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin';

/** The type that a first visit loads: its files in `styles/fonts/`, and what they are cut from. */
export const SUBSET_FONTS = [
  { file: 'literata-400.woff2', from: `${LITERATA}-400-normal.woff2` },
  { file: 'literata-400-italic.woff2', from: `${LITERATA}-400-italic.woff2` },
  { file: 'atkinson-600.woff2', from: `${ATKINSON}-600-normal.woff2` },
] as const;

/**
 * The signs in it, as ranges of Unicode: English, the small letters of western Europe, and what is set
 * around words. Rarer characters are in the whole files, which a page loads if it has one of them.
 */
export const SUBSET_RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xa1],
  [0xab, 0xab],
  [0xb7, 0xb7],
  [0xbb, 0xbb],
  [0xbf, 0xbf],
  [0xe0, 0xff],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2026, 0x2026],
] as const;

/** All of them in a row. */
export const SUBSET_CHARACTERS = SUBSET_RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
).join('');
