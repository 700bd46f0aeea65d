import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { Blob, Font, Face as FontFace, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

/** One font file, ready for shaping. */
export interface Face {
  font: Font;
  unitsPerEm: number;
  has: (codePoint: number) => boolean;
  /** The outline of a glyph as an SVG path, in the font's units, upwards. */
  outline: (glyph: number) => string;
}

/** A typeface as its package holds it: files by parts of Unicode. */
interface Typeface {
  package: string;
  weight: number;
}

const regular = (name: string): Typeface => ({ package: name, weight: 400 });

const LABEL: Typeface = {
  package: '@fontsource/atkinson-hyperlegible-next',
  weight: 600,
};
const TITLE = regular('@fontsource/literata');

/** Typefaces for the scripts that the site's own two do not have. */
const OTHERS = [
  ...['noto-naskh-arabic', 'noto-serif-hebrew', 'noto-serif-devanagari', 'noto-serif-bengali'],
  ...['noto-serif-gujarati', 'noto-sans-gurmukhi', 'noto-serif-tamil', 'noto-serif-telugu'],
  ...['noto-sans-kannada', 'noto-serif-malayalam', 'noto-serif-sinhala', 'noto-serif-thai'],
  ...['noto-serif-khmer', 'noto-serif-myanmar', 'noto-serif-armenian', 'noto-serif-georgian'],
  ...['noto-sans-ethiopic', 'noto-sans-symbols-2'],
].map((name) => regular(`@fontsource/${name}`));

/** A little stronger than regular, as Literata is. */
const HAN = ['sc', 'jp', 'kr'].map((of) => ({
  package: `@fontsource-variable/noto-serif-${of}`,
  weight: 500,
}));

/** The site's two roles of type. */
export type Role = 'title' | 'label';

const found = new Map<string, Promise<Face | undefined>>();

/**
 * The face that has all of some characters, the site's own typeface first; Chinese characters in
 * the forms of the text's language. Undefined if none has them.
 */
export function faceFor(characters: string, role: Role, lang: string): Promise<Face | undefined> {
  const asked = `${role} ${lang} ${characters}`;
  const face = found.get(asked) ?? search(characters, role, lang);
  found.set(asked, face);
  return face;
}

async function search(characters: string, role: Role, lang: string): Promise<Face | undefined> {
  const codePoints = [...characters]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((codePoint) => !isUndrawn(codePoint));
  for (const typeface of typefacesFor(role, lang)) {
    for (const part of await partsOf(typeface)) {
      if (!codePoints.every((codePoint) => part.covers(codePoint))) continue;
      const face = await loaded(part.file, typeface.weight);
      if (codePoints.every(face.has)) return face;
    }
  }
  return undefined;
}

function typefacesFor(role: Role, lang: string): Typeface[] {
  const first = { ja: 'jp', ko: 'kr' }[lang.split('-')[0] ?? ''] ?? 'sc';
  const han = HAN.toSorted(
    (a, b) => Number(b.package.endsWith(first)) - Number(a.package.endsWith(first)),
  );
  return [...(role === 'label' ? [LABEL] : []), TITLE, ...OTHERS, ...han];
}

/** Joiners and selectors shape what stands beside them, and are not drawn. */
function isUndrawn(codePoint: number): boolean {
  return [0x200c, 0x200d, 0x200e, 0x200f].includes(codePoint) || codePoint >> 4 === 0xfe0;
}

interface Part {
  file: string;
  covers: (codePoint: number) => boolean;
}

const parts = new Map<string, Promise<Part[]>>();

function partsOf(typeface: Typeface): Promise<Part[]> {
  const known = parts.get(typeface.package) ?? readParts(typeface);
  parts.set(typeface.package, known);
  return known;
}

/** Packages as the project finds them, in its folder or above it. */
const installed = createRequire(resolve('package.json'));

async function readParts({ package: name, weight }: Typeface): Promise<Part[]> {
  const list = installed.resolve(`${name}/unicode.json`);
  const folder = dirname(list);
  const ranges: Record<string, string> = JSON.parse(await readFile(list, 'utf8'));
  const axis = name.startsWith('@fontsource-variable/') ? 'wght' : weight;
  return Object.entries(ranges).map(([part, list]) => ({
    file: `${folder}/files/${name.split('/')[1]}-${part.replace(/[[\]]/g, '')}-${axis}-normal.woff2`,
    covers: inRanges(list),
  }));
}

/** Whether a code point is in a list like `U+0000-00FF,U+0131`. */
function inRanges(list: string): (codePoint: number) => boolean {
  const ranges = list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

const faces = new Map<string, Promise<Face>>();

function loaded(file: string, weight: number): Promise<Face> {
  const known = faces.get(file) ?? load(file, weight);
  faces.set(file, known);
  return known;
}

async function load(file: string, weight: number): Promise<Face> {
  const data = await decompress(await readFile(file));
  const face = new FontFace(new Blob(new Uint8Array(data).buffer));
  const font = new Font(face);
  if (file.includes('-wght-')) font.setVariations([new Variation('wght', weight)]);
  const known = new Set(face.collectUnicodes());
  const outlines = new Map<number, string>();
  return {
    font,
    unitsPerEm: face.upem,
    has: (codePoint) => known.has(codePoint),
    outline: (glyph) => {
      const path = outlines.get(glyph) ?? font.glyphToPath(glyph);
      outlines.set(glyph, path);
      return path;
    },
  };
}
