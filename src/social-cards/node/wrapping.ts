import { type SetLine, type Setting, setLine } from './shaping.ts';

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Lao}]/u;

/** A word longer than a line makes the text smaller down to this size, in pixels; then it is cut. */
const WHOLE_WORDS = 49;

/** The largest size at which a text fits, and its lines. */
export interface FittedText {
  size: number;
  lines: SetLine[];
}

/**
 * Sets a text as large as it fits into a box, whole, on lines of much the same length.
 *
 * @param sizes in pixels, the largest first; the last is taken if none fits
 * @param leading the distance of lines, in ems
 */
export async function fitted(
  text: string,
  setting: Setting,
  box: { width: number; height: number },
  sizes: readonly number[],
  leading: number,
): Promise<FittedText> {
  const pieces = await measured(text, setting);
  let size = sizes.at(-1) ?? 0;
  let set = pieces;
  for (const candidate of sizes) {
    const width = box.width / candidate;
    size = candidate;
    set = candidate > WHOLE_WORDS ? pieces : await brokenUp(pieces, width, setting);
    const isTooWide = set.some((piece) => piece.width > width);
    if (!isTooWide && wrapped(set, width).length * leading * candidate <= box.height) break;
  }
  const lines = balanced(set, box.width / size);
  return { size, lines: await Promise.all(lines.map((line) => setLine(line, setting))) };
}

interface Piece {
  text: string;
  /** In ems, without the space at its end. */
  width: number;
  space: number;
}

async function measured(text: string, setting: Setting): Promise<Piece[]> {
  const space = (await setLine(' ', setting)).width;
  return Promise.all(
    piecesOf(text, setting.lang).map(async (piece) => ({
      text: piece,
      width: (await setLine(piece.trimEnd(), setting)).width,
      space: /\s$/.test(piece) ? space : 0,
    })),
  );
}

/** A text cut where a line may end: after spaces and hyphens, between words of unspaced scripts. */
export function piecesOf(text: string, lang: string): string[] {
  const words = new Intl.Segmenter(lang, { granularity: 'word' });
  const pieces: string[] = [];
  for (const { segment } of words.segment(text.replace(/\s+/g, ' ').trim())) {
    const last = pieces.at(-1);
    if (last !== undefined && isHeldTogether(last, segment)) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
  }
  return pieces;
}

function isHeldTogether(before: string, after: string): boolean {
  if (/^\s/.test(after)) return true;
  if (/\s$/.test(before) || /[-\u2010\u2013\u2014/]$/.test(before)) return false;
  const isUnspaced = UNSPACED.test(before.slice(-1)) || UNSPACED.test(after.slice(0, 1));
  if (!isUnspaced && !/[\u3000-\u303f\uff00-\uff65]$/.test(before)) return true;
  return /^[\p{P}\p{M}]/u.test(after) || /[\p{Ps}\p{Pi}]$/u.test(before);
}

/** Pieces that are wider than a line, an address for instance, cut between characters. */
async function brokenUp(pieces: readonly Piece[], width: number, setting: Setting) {
  const parts = pieces.map(async (piece) => {
    if (piece.width <= width) return [piece];
    const characters = [...new Intl.Segmenter().segment(piece.text)].map(({ segment }) => segment);
    return Promise.all(
      characters.map(async (text) => ({
        text,
        width: (await setLine(text, setting)).width,
        space: 0,
      })),
    );
  });
  return (await Promise.all(parts)).flat();
}

function wrapped(pieces: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    if (used + piece.width > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(piece);
    used += piece.width + piece.space;
  }
  return lines;
}

/** As few lines as there must be, the longest as short as it can be. */
function balanced(pieces: readonly Piece[], width: number): string[] {
  const count = wrapped(pieces, width).length;
  let [narrow, wide] = [0, width];
  for (let step = 0; step < 12; step++) {
    const middle = (narrow + wide) / 2;
    const isEnough =
      pieces.every((piece) => piece.width <= middle) && wrapped(pieces, middle).length <= count;
    [narrow, wide] = isEnough ? [narrow, middle] : [middle, wide];
  }
  return wrapped(pieces, wide).map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
}
