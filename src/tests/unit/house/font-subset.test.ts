import { readFileSync, statSync } from 'node:fs';
import { Blob, Face } from 'harfbuzzjs';
import { expect, test } from 'vitest';
import decompress from 'woff2-encoder/decompress';
import { SUBSET_CHARACTERS, SUBSET_FONTS, SUBSET_RANGES } from '../../../styles/node/subset.ts';

const folder = 'src/styles/fonts';
const codePoint = (range: string) => Number.parseInt(range, 16);

/** The ranges that a style sheet gives to its typefaces, face by face. */
const rangesIn = (sheet: string) =>
  [...readFileSync(sheet, 'utf8').matchAll(/unicode-range:\s*([^;]+);/g)].map(([, ranges = '']) =>
    ranges.split(',').map((range) => {
      const [first = '', last = first] = range.trim().replace('U+', '').split('-');
      return [codePoint(first), codePoint(last)] as const;
    }),
  );

test.each(SUBSET_FONTS)(
  '$file has each character that the style sheet says is in it',
  async ({ file }) => {
    const sfnt = await decompress(readFileSync(`${folder}/${file}`));
    const characters = new Set(new Face(new Blob(sfnt), 0).collectUnicodes());
    const missing = [...SUBSET_CHARACTERS].filter(
      (character) => !characters.has(character.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  },
);

test('the style sheet names just these characters for the first type, and none of them for the rest', () => {
  const first = rangesIn('src/styles/fonts.css');
  expect(first).toHaveLength(SUBSET_FONTS.length);
  for (const ranges of first) expect(ranges).toEqual(SUBSET_RANGES);
  for (const [from, to] of rangesIn('src/styles/more-fonts.css').flat()) {
    const shared = [...SUBSET_CHARACTERS].filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return from <= code && code <= to;
    });
    expect(shared).toEqual([]);
  }
});

test('all type that a first visit may need weighs at most 40 KB', () => {
  const bytes = SUBSET_FONTS.map(({ file }) => statSync(`${folder}/${file}`).size);
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(40_000);
});
