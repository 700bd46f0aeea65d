/** How a language runs: right to left for Arabic, Hebrew, Persian, Urdu and their kin. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const direction = directions.get(language) ?? askedDirection(language);
  directions.set(language, direction);
  return direction;
}

/** Asked of `Intl` once for each language: pages ask for every part of them. */
const directions = new Map<string, 'ltr' | 'rtl'>();

function askedDirection(language: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
]);
