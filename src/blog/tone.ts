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

export type Tone = keyof typeof TONES;

/**
 * The tone nearest to a colour.
 *
 * @param colour red, green and blue, 0 to 255
 */
export function nearestTone(colour: readonly [number, number, number]): Tone {
  const distance = (tone: Tone) =>
    TONES[tone].reduce((sum, part, index) => sum + (part - (colour[index] ?? 0)) ** 2, 0);
  const [first = 'slate', ...others] = Object.keys(TONES) as Tone[];
  return others.reduce((best, tone) => (distance(tone) < distance(best) ? tone : best), first);
}

/** The palette as the style sheet writes it, for comparing. */
export function toneColours(): ReadonlyMap<string, string> {
  const hex = (part: number) => part.toString(16).padStart(2, '0');
  return new Map(
    Object.entries(TONES).map(([tone, parts]) => [tone, `#${parts.map(hex).join('')}`]),
  );
}
