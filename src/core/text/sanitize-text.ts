import { withWesternCharacters } from './text-encoding.ts';

/**
 * What ends a line or parts two words, and has no shape of its own: the line ends of Unicode (UAX #14),
 * of word processors and of old files, and what is left of a picture.
 */
export const HIDDEN_GAPS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u000b\u000c\u001c-\u001f\u0085\u2028\u2029\ufffc]+/g;

/**
 * Text from strangers as it may stand on a page: in Unicode's composed form (NFC), without control
 * characters, without the marks that turn the direction of what follows (UAX #9), without
 * invisible characters, and with a bound on marks stacked on one letter. What ends a line ends one
 * still ({@link HIDDEN_GAPS}). The joiners that Persian, Indic scripts and emoji need stay.
 */
export function sanitizeText(text: string): string {
  return withWesternCharacters(text.toWellFormed())
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(HIDDEN_GAPS, '\n')
    .replace(HIDDEN, '')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1');
}

/**
 * A name or a role from a stranger: clean, on one line, at most 80 characters.
 *
 * @returns an empty text when nothing visible is left
 */
export function sanitizeName(text: string): string {
  const visible = sanitizeText(text)
    .replace(/[\u200c-\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return BLANK.test(visible) ? '' : [...visible].slice(0, 80).join('').trim();
}

/** Nothing but letters that are drawn as nothing: Hangul fillers, an empty pattern of Braille, marks. */
const BLANK = /^[\u115f\u1160\u2800\u3164\uffa0\s\p{M}]*$/u;

/**
 * A web address from a stranger, in its normal form: http or https, with a host and without a
 * password. Addresses that take their scheme from the page (`//host`) are none.
 */
export function sanitizeUrl(address: string): string | undefined {
  const plain = address.trim();
  if (plain.length > 2000 || !/^https?:\/\/[^\s/\\]/i.test(plain) || !URL.canParse(plain)) return;
  const url = new URL(plain);
  return url.username || url.password ? undefined : url.href;
}

const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
  /[\u0000-\u0008\u000d-\u001b\u007f-\u009f\u00ad\u061c\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\u{e0000}-\u{e0fff}]/gu;
