/** An address that stands in a text by itself, without brackets or words around it. */
export interface BareAddress {
  /** Where it begins and ends in the text, in UTF-16 code units. */
  start: number;
  end: number;
  kind: 'web' | 'mail';
  /** As readers see it: without the backslashes of Markdown. */
  shown: string;
  /** Where it leads: `https:`, `http:` (a bare `www.`) or `mailto:`. */
  url: string;
}

/**
 * The addresses in a text, as far as their writer meant them to go, in any script: up to a space, to
 * the punctuation of a sentence (`。`, `؟`, `।`, `)` without its other half), or to letters of another
 * script behind a host. A handle of the Fediverse, `@ana@glammr.us`, is no mail address, nor is what
 * begins with a letter that mail addresses have not.
 *
 * @param text plain text, or Markdown's source, whose escapes (`\_`, `&amp;`) are read
 */
export function bareAddresses(text: string): BareAddress[] {
  const found: BareAddress[] = [];
  BEGINNING.lastIndex = 0;
  for (let match = BEGINNING.exec(text); match; match = BEGINNING.exec(text)) {
    const { index: start } = match;
    const scheme = match[1];
    const address = scheme === undefined ? mailAt(match) : webAt(text, start, scheme.length);
    if (address) found.push(address);
    BEGINNING.lastIndex = address?.end ?? start + match[0].length;
  }
  return found;
}

/** `https://`, `www.`, or a whole mail address: as long as its parts may be (RFC 5321). */
const BEGINNING =
  /(?<![A-Za-z0-9])(https?:\/\/|www\.(?=[\p{L}\p{N}]))|(?:mailto:)?[\w.+-]{1,64}(?:\\[_+.-][\w.+-]{1,64})*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,63}(?![\w-]|\.\w|@)/giu;

/** Letters in front of a mail address that belong to it, so that what follows is only a part of it. */
const GOES_ON = /(?:[\w@!:./+=&?#%~-]|\\.|[\p{L}\p{M}\p{N}])$/u;

/** A letter of a script that sets no spaces between words, or, as Korean, none behind Latin ones. */
export const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}ー々〆〇]/u;

function mailAt(match: RegExpExecArray): BareAddress | undefined {
  const [whole] = match;
  const start = match.index;
  const before = match.input.slice(Math.max(0, start - 2), start);
  const isWithin = GOES_ON.test(before) && !UNSPACED.test(before.slice(-1));
  if (isWithin || whole.startsWith('.')) return undefined;
  const shown = whole.replaceAll('\\', '');
  const url = /^mailto:/i.test(shown) ? shown : `mailto:${shown}`;
  return { start, end: start + whole.length, kind: 'mail', shown, url };
}

function webAt(text: string, start: number, schemeLength: number): BareAddress | undefined {
  const characters = charactersFrom(text, start);
  const shownCharacters = withoutClosing(characters.slice(0, lengthOf(characters, schemeLength)));
  const shown = shownCharacters.map(({ character }) => character).join('');
  if (shown.length <= schemeLength) return undefined;
  const end = shownCharacters.at(-1)?.end ?? start;
  const url = /^www\./i.test(shown) ? `http://${shown}` : shown;
  return { start, end, kind: 'web', shown, url };
}

interface Character {
  character: string;
  /** Where it ends in the text: an escape is longer than its character. */
  end: number;
}

/** The characters that an address can have, from a place on. */
function charactersFrom(text: string, start: number): Character[] {
  const found: Character[] = [];
  const open = { ')': 0, ']': 0 };
  CHARACTER.lastIndex = start;
  for (let match = CHARACTER.exec(text); match; match = CHARACTER.exec(text)) {
    const [written] = match;
    const character = written === '&amp;' ? '&' : written.replace(/^\\(?=.)/, '');
    const isOver =
      (written.startsWith('&') && written.length > 1 && character !== '&') ||
      (written.startsWith('\\') && /[\s<>"`{}|]/.test(character)) ||
      (IN_SENTENCES.test(character) &&
        !isWithinWord(character, found, text.slice(CHARACTER.lastIndex)));
    if (isOver) break;
    if (character === '(') open[')']++;
    if (character === '[') open[']']++;
    // What closes a bracket closes one that opened before the address.
    if ((character === ')' || character === ']') && open[character]-- === 0) break;
    found.push({ character, end: CHARACTER.lastIndex });
  }
  return found;
}

/** One character of an address, with its escape; an entity other than `&amp;` is none. */
const CHARACTER = /&#?\w{1,31};|\\[!-/:-@[-`{-~]|[^\s<>"`{}|\\\p{Cc}\p{Cf}\p{Cs}]/uy;

/** Punctuation and characters beyond ASCII end an address: `。`, `）`, `”`, `।`, `؟`. */
const IN_SENTENCES = /^[^\0-\x7f]$/u;

/** But a dash, an apostrophe or a middle dot between two letters does not: `/wiki/Col·legi`. */
function isWithinWord(character: string, before: readonly Character[], rest: string): boolean {
  if (!/[\p{P}\p{S}]/u.test(character)) return true;
  return (
    /[’–·・‐‑]/u.test(character) &&
    /[\p{L}\p{M}\p{N}_]/u.test(before.at(-1)?.character ?? '') &&
    /^[\p{L}\p{N}_]/u.test(rest)
  );
}

/**
 * How many of the characters are the address: none where there is no host, scheme and host alone where
 * letters follow that are not of the host's script, and else all.
 */
function lengthOf(characters: readonly Character[], schemeLength: number): number {
  const text = characters.map(({ character }) => character);
  if (text[schemeLength] === '[') return text.length;
  const stop = text.findIndex(
    (character, at) => at >= schemeLength && !/[\p{L}\p{M}\p{N}._-]/u.test(character),
  );
  const host = text.slice(schemeLength, stop < 0 ? undefined : stop);
  const goesOn = stop < 0 || /[/?#:@]/.test(text[stop] ?? '');
  if (!/^[\p{L}\p{N}]/u.test(host[0] ?? '')) return 0;
  const dot = host.lastIndexOf('.');
  const last = host.slice(dot + 1);
  // The end of a host is of one script: .org, .中国, and never .org之后.
  const foreign = dot < 0 || !/^[a-z]/i.test(last[0] ?? '') ? -1 : last.findIndex(isBeyondAscii);
  if (foreign >= 0) return schemeLength + dot + 1 + foreign;
  return goesOn ? text.length : stop;
}

function isBeyondAscii(character: string): boolean {
  return (character.codePointAt(0) ?? 0) > 0x7f;
}

/** Without what ends a sentence, and without an opened bracket in which nothing stands. */
function withoutClosing(characters: readonly Character[]): readonly Character[] {
  const last = characters.findLastIndex(({ character }) => !/^[?!.,:;*_~'&([^]$/.test(character));
  return characters.slice(0, last + 1);
}

/**
 * Whether an address goes on with letters that may be the sentence's: those of a script without
 * spaces right behind Latin letters or digits, `https://example.org/list之后`.
 *
 * @returns the address as far as it is certain
 */
export function certainPart(shown: string): string | undefined {
  const path = /^((?:https?:\/\/|www\.)[^/?#]*[/?#].*?[A-Za-z0-9/])(?=[^\0-\x7f])/iu.exec(
    shown,
  )?.[1];
  if (!path || /\/$/.test(path)) return undefined;
  const next = [...shown.slice(path.length)][0] ?? '';
  return UNSPACED.test(next) ? path : undefined;
}
