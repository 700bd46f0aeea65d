import bidiFactory from 'bidi-js';
import { Direction, Buffer as ShapingBuffer, shape } from 'harfbuzzjs';
import { type Face, faceFor, type Role } from './fonts.ts';

/** How a text is to be set. */
export interface Setting {
  role: Role;
  lang: string;
  /** The direction of the paragraph. */
  direction: 'ltr' | 'rtl';
}

/** A line of text as outlines. Sizes are in ems; y grows upwards. */
export interface SetLine {
  width: number;
  runs: { face: Face; glyphs: { glyph: number; x: number; y: number }[] }[];
  /** Characters that no typeface has; they are left out. */
  missing: string[];
}

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Sets a line: characters in their visual order (UAX #9), each part in a face that has it, letters
 * joined and marks in their places (HarfBuzz).
 */
export async function setLine(text: string, setting: Setting): Promise<SetLine> {
  const { stretches, missing } = await stretchesOf(text.normalize('NFC'), setting);
  const line: SetLine = { width: 0, runs: [], missing };
  for (const stretch of inVisualOrder(stretches)) {
    const { glyphs, width } = shaped(stretch, setting.lang);
    const moved = glyphs.map((one) => ({ ...one, x: one.x + line.width }));
    line.runs.push({ face: stretch.face, glyphs: moved });
    line.width += width;
  }
  return line;
}

/** Characters in a row of one face and one direction. */
interface Stretch {
  text: string;
  face: Face;
  level: number;
}

async function stretchesOf(text: string, { role, lang, direction }: Setting) {
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const stretches: Stretch[] = [];
  const missing: string[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const level = levels[index] ?? 0;
    const last = stretches.at(-1);
    const face =
      last && isShared(segment) && hasAll(last.face, segment)
        ? last.face
        : await faceFor(segment, role, lang);
    if (!face) missing.push(segment);
    else if (last?.face === face && last.level === level) last.text += segment;
    else stretches.push({ text: segment, face, level });
  }
  return { stretches, missing };
}

/** Spaces, digits and marks that no script has for itself. */
function isShared(segment: string): boolean {
  return /^[\p{Script=Common}\p{Script=Inherited}]+$/u.test(segment);
}

function hasAll(face: Face, segment: string): boolean {
  return [...segment].every((character) => face.has(character.codePointAt(0) ?? 0));
}

/** Rule L2 of UAX #9: from the highest level to the lowest odd one, what is at it is reversed. */
function inVisualOrder(stretches: readonly Stretch[]): Stretch[] {
  const order = [...stretches];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end++;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}

function shaped({ text, face, level }: Stretch, lang: string) {
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.setLanguage(lang);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
  shape(face.font, buffer);
  const positions = buffer.getGlyphPositions();
  const em = face.unitsPerEm;
  let width = 0;
  const glyphs = buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const placed = { glyph: codepoint, x: width + xOffset / em, y: yOffset / em };
    width += xAdvance / em;
    return placed;
  });
  return { glyphs, width };
}
