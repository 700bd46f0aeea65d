/** The longest that words of a title become in an address, in characters. */
const MOST = 50;

/**
 * The words of a title as they stand in an address: small Latin letters, digits and hyphens, at most
 * 50 characters, cut between words. Empty when the title has neither letters nor digits.
 *
 * @param inLatin writes letters of every script in Latin ones; a title that is {@link isPlainLatin}
 *   comes out the same without it
 */
export function slugOf(title: string, inLatin: (text: string) => string = plainLatin): string {
  const words = inLatin(title.normalize('NFC'))
    .toLowerCase()
    .replace(/['‘’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, MOST);
    if (longer.length > MOST) break;
    slug = longer;
  }
  return slug;
}

/** Whether a title has no other letters than Latin ones, with or without accents, that all know. */
export function isPlainLatin(title: string): boolean {
  return !/[^\p{ASCII}’‘“”–—…]/u.test(plainLatin(title));
}

function plainLatin(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u0362]/g, '');
}
