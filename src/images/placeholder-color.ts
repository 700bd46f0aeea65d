/**
 * The colours that stand in a picture's place until it is there: a fixed palette, each a class
 * `tone-…` of the style sheet, since the policy allows no style of a page's own.
 */
const TONES = {
  night: [27, 38, 56],
  slate: [92, 106, 116],
  sea: [58, 110, 118],
  leaf: [88, 112, 74],
  sand: [206, 178, 138],
  brick: [158, 84, 62],
  paper: [226, 220, 208],
} as const;

export type PlaceholderColor = keyof typeof TONES;

/**
 * The tone of a picture's dominant colour: the one to which most of its pixels are nearest. (The
 * average of a night and its lamps would be neither.)
 *
 * @param pixels red, green and blue, 0 to 255, one pixel after the other
 */
export function dominantColor(pixels: Uint8Array): PlaceholderColor {
  const count = new Map<PlaceholderColor, number>();
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const tone = nearestColor([pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]);
    count.set(tone, (count.get(tone) ?? 0) + 1);
  }
  const [most] = [...count].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? 'paper';
}

/**
 * The tone nearest to a colour.
 *
 * @param colour red, green and blue, 0 to 255
 */
export function nearestColor(colour: readonly [number, number, number]): PlaceholderColor {
  const distance = (tone: PlaceholderColor) =>
    TONES[tone].reduce((sum, part, index) => sum + (part - (colour[index] ?? 0)) ** 2, 0);
  const [first = 'slate', ...others] = Object.keys(TONES) as PlaceholderColor[];
  return others.reduce((best, tone) => (distance(tone) < distance(best) ? tone : best), first);
}

/** The palette as the style sheet writes it, for comparing. */
export function placeholderColors(): ReadonlyMap<string, string> {
  const hex = (part: number) => part.toString(16).padStart(2, '0');
  return new Map(
    Object.entries(TONES).map(([tone, parts]) => [tone, `#${parts.map(hex).join('')}`]),
  );
}
