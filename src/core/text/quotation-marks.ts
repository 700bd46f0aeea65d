import type { ElementContent, Root } from 'hast';

/**
 * The marks in which a language quotes: outer pair and inner pair. After the Unicode CLDR's
 * delimiters, but for Arabic, whose printers set « » where the CLDR has mirrored English ones.
 */
interface Marks {
  outer: readonly [open: string, close: string];
  inner: readonly [open: string, close: string];
}

const GUILLEMETS = ['«', '»'] as const;
const SPACED = ['«\u00a0', '\u00a0»'] as const;
const ANGLES = ['‹', '›'] as const;
const HIGH = ['“', '”'] as const;
const HIGH_SINGLE = ['‘', '’'] as const;
const LOW = ['„', '“'] as const;
const LOW_SINGLE = ['‚', '‘'] as const;
const LOW_RIGHT = ['„', '”'] as const;
const RIGHT = ['”', '”'] as const;
const RIGHT_SINGLE = ['’', '’'] as const;

const pairs = (outer: Marks['outer'], inner: Marks['inner']): Marks => ({ outer, inner });
const english = pairs(HIGH, HIGH_SINGLE);
const romance = pairs(GUILLEMETS, HIGH);
const german = pairs(LOW, LOW_SINGLE);
const russian = pairs(GUILLEMETS, LOW);
const swiss = pairs(GUILLEMETS, ANGLES);
const polish = pairs(LOW_RIGHT, GUILLEMETS);
const swedish = pairs(RIGHT, RIGHT_SINGLE);
const japanese = pairs(['「', '」'], ['『', '』']);

/** By language tag, the longest that fits; English marks for those that are not here. */
const MARKS: Readonly<Record<string, Marks>> = {
  ar: romance,
  be: russian,
  bg: german,
  ca: romance,
  cs: german,
  da: english,
  de: german,
  'de-CH': swiss,
  'de-LI': swiss,
  el: romance,
  es: romance,
  et: pairs(LOW, GUILLEMETS),
  fa: swiss,
  fi: swedish,
  fr: pairs(SPACED, HIGH),
  'fr-CH': swiss,
  he: swedish,
  hr: german,
  hu: pairs(LOW_RIGHT, ['»', '«']),
  hy: romance,
  is: german,
  it: romance,
  'it-CH': swiss,
  ja: japanese,
  lt: german,
  nb: pairs(GUILLEMETS, HIGH_SINGLE),
  nn: pairs(GUILLEMETS, HIGH_SINGLE),
  no: pairs(GUILLEMETS, HIGH_SINGLE),
  pl: polish,
  'pt-PT': romance,
  ro: polish,
  ru: russian,
  sk: german,
  sl: german,
  sq: romance,
  sr: pairs(LOW_RIGHT, RIGHT_SINGLE),
  sv: swedish,
  uk: russian,
  'zh-HK': japanese,
  'zh-Hant': japanese,
  'zh-MO': japanese,
  'zh-TW': japanese,
};

function marksOf(language: string): Marks {
  const parts = language.split('-');
  for (let length = parts.length; length > 0; length--) {
    const marks = MARKS[parts.slice(0, length).join('-')];
    if (marks) return marks;
  }
  return english;
}

/**
 * A text of the front matter as it is printed: typed quotation marks and apostrophes become curved,
 * in the marks of its language.
 */
export function typeset(text: string, language: string): string {
  const [run = text] = set([smartQuotes(text)], language);
  return run;
}

/** Typed quotation marks and apostrophes as English ones, of which a language's own are made. */
export function smartQuotes(text: string): string {
  const set = text
    .replace(/(^|[\s([{«„“‘—–-])"(?=\S)/gu, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([{«„“—–-])'(?=\S)/gu, (_, before: string) => `${before}‘`)
    .replace(/'/g, '’');
  // A lone mark at the beginning of a word leaves something out: ’tis.
  return set.includes('’') ? set : set.replaceAll('‘', '’');
}

/** A block's text with the marks of its language, and with the spaces that belong to them. */
function set(pieces: readonly string[], language: string): string[] {
  const marked = quoted(pieces, language);
  return isSpaced(language) ? marked.map((piece) => spaced(piece, language)) : marked;
}

/** Whether high marks stand apart from their word: French, but for Switzerland's. */
const isSpaced = (language: string) => marksOf(language).outer === SPACED;

/**
 * No line begins with a mark that stands apart: its space does not break, typed or not. Canada sets
 * only colons and guillemets apart. The space is the common one, which every typeface has.
 */
function spaced(text: string, language: string): string {
  const characters = /^fr-CA\b/.test(language) ? ':»' : ';:!?»';
  return (
    text
      // A run of spaces is looked at once, from its beginning.
      .replace(new RegExp(`(?<![ \\u202f])[ \\u202f]+(?=[${characters}])`, 'g'), '\u00a0')
      .replace(
        new RegExp(`(?<=[\\p{L}\\p{N})…”»])(?=[${characters}]+(?:[\\s»”)]|$))`, 'gu'),
        '\u00a0',
      )
      .replace(/«[ \u202f]*(?=[^\s\u00a0])/g, '«\u00a0')
  );
}

/** Where it stands and what it is in a run of text. */
interface Mark {
  at: number;
  character: string;
}
interface Quotation {
  open: Mark;
  close: Mark;
  /** In how many other quotations it stands. */
  depth: number;
}

/**
 * The quotation marks of one block of text in those of its language. Marks that the author set as the
 * language has them stay; English pairs, which is what typed ones have become, are changed.
 *
 * @param pieces the block's text, parted where elements begin and end
 */
function quoted(pieces: readonly string[], language: string): string[] {
  const marks = marksOf(language);
  const text = pieces.join('');
  if (marks === english || !/[“‘]/.test(text)) return [...pieces];
  const replacements = new Map<number, string>();
  for (const { open, close, depth } of quotations(text, marks)) {
    if (!'“‘'.includes(open.character)) continue;
    // Single marks that stand alone are for a word's meaning where guillemets quote.
    if (
      open.character === '‘' &&
      depth === 0 &&
      marks.inner !== LOW_SINGLE &&
      marks.inner !== ANGLES
    )
      continue;
    const pair =
      depth % 2 === 1 || (open.character === '‘' && depth === 0) ? marks.inner : marks.outer;
    replacements.set(open.at, pair[0]);
    replacements.set(close.at, pair[1]);
  }
  let start = 0;
  return pieces.map((piece) => {
    const from = start;
    start += piece.length;
    return piece.replace(
      /[“”‘’]/g,
      (character, at: number) => replacements.get(from + at) ?? character,
    );
  });
}

/** Pairs of marks, English ones and the language's own, in the order of the text. */
function quotations(text: string, { outer, inner }: Marks): Quotation[] {
  const openersOf = openersByCloser([outer, inner]);
  const open: Mark[] = [];
  /** For each character, where in `open` it stands. */
  const places = new Map<string, number[]>();
  const found: Omit<Quotation, 'depth'>[] = [];
  for (const { 0: character, index: at } of text.matchAll(/[“”‘’„‚«»‹›「」『』]/g)) {
    const isApostrophe =
      character === '’' &&
      /\p{L}/u.test(text[at - 1] ?? '') &&
      /[\p{L}\p{N}]/u.test(text[at + 1] ?? '');
    if (isApostrophe) continue;
    const lastOf = (opener: string) => places.get(opener)?.at(-1) ?? -1;
    const opener = Math.max(-1, ...(openersOf.get(character) ?? []).map(lastOf));
    const last = open[opener];
    if (last) {
      found.push({ open: last, close: { at, character } });
      for (const mark of open.splice(opener)) places.get(mark.character)?.pop();
    } else if ('“‘„‚«‹「『»'.includes(character)) {
      const known = places.get(character);
      if (known) known.push(open.length);
      else places.set(character, [open.length]);
      open.push({ at, character });
    }
  }
  return nested(found);
}

/** Which marks a mark may close: English ones, and those of the language. */
function openersByCloser(own: readonly Marks['outer'][]): ReadonlyMap<string, string[]> {
  const openers = new Map<string, string[]>();
  for (const [open, close] of [HIGH, HIGH_SINGLE, ...own]) {
    const closer = close.trim();
    openers.set(closer, [...(openers.get(closer) ?? []), open.trim()]);
  }
  return openers;
}

/** Quotations in the order of the text, each with its depth. */
function nested(found: readonly Omit<Quotation, 'depth'>[]): Quotation[] {
  const around: number[] = [];
  return found
    .toSorted((a, b) => a.open.at - b.open.at)
    .map(({ open, close }) => {
      while ((around.at(-1) ?? Number.POSITIVE_INFINITY) < open.at) around.pop();
      const depth = around.length;
      around.push(close.at);
      return { open, close, depth };
    });
}

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
const VERBATIM = /^(?:code|kbd|pre|samp|script|style|svg|textarea)$/;
const EMPTY = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Collects the text of blocks and hands each block's pieces to be set when it ends. */
class Blocks<Piece> {
  private pieces: { piece: Piece; text: string }[] = [];
  private language = '';

  private readonly write: (piece: Piece, text: string) => void;

  constructor(write: (piece: Piece, text: string) => void) {
    this.write = write;
  }

  add(piece: Piece, text: string, language: string) {
    if (language !== this.language) this.end();
    this.language = language;
    this.pieces.push({ piece, text });
  }

  end() {
    const texts = set(
      this.pieces.map(({ text }) => text),
      this.language,
    );
    for (const [index, { piece, text }] of this.pieces.entries())
      if (texts[index] !== text) this.write(piece, texts[index] ?? text);
    this.pieces = [];
  }
}

/**
 * HTML with the quotation marks of its language, parts in other languages (`lang`) with theirs. What
 * is code stays.
 *
 * @param language BCP 47, of the text around
 */
export function withQuotationMarks(html: string, language: string): string {
  const isEnglish = marksOf(language) === english && !/\slang=/.test(html);
  const mayBeSpaced = isSpaced(language) || /\slang="fr/.test(html);
  if (isEnglish || !(mayBeSpaced || /[“‘]/.test(html))) return html;
  const parts = html.split(/(<(?:[^>"']|"[^"]*"|'[^']*')*>)/);
  const blocks = new Blocks<number>((index, text) => {
    parts[index] = text;
  });
  const open: { name: string; language: string; isVerbatim: boolean }[] = [];
  for (const [index, part] of parts.entries()) {
    const around = open.at(-1) ?? { language, isVerbatim: false };
    if (index % 2 === 0) {
      if (!around.isVerbatim) blocks.add(index, part, around.language);
      continue;
    }
    const [, slash, tag = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(part) ?? [];
    const name = tag.toLowerCase();
    if (!INLINE.test(name)) blocks.end();
    if (slash) {
      const start = open.findLastIndex((one) => one.name === name);
      if (start >= 0) open.length = start;
    } else if (name && !EMPTY.test(name) && !part.endsWith('/>')) {
      const [, own] = /\slang="([^"]*)"/.exec(part) ?? [];
      const isVerbatim = around.isVerbatim || VERBATIM.test(name);
      open.push({ name, language: own ?? around.language, isVerbatim });
    }
  }
  blocks.end();
  return parts.join('');
}

/** The same for a tree of HTML, which is changed; see {@link withQuotationMarks}. */
export function setQuotationMarks(tree: Root, language: string): void {
  const blocks = new Blocks<{ value: string }>((node, text) => {
    node.value = text;
  });
  const walk = (nodes: readonly (Root['children'][number] | ElementContent)[], lang: string) => {
    for (const node of nodes) {
      if (node.type === 'text') blocks.add(node, node.value, lang);
      if (node.type !== 'element' || VERBATIM.test(node.tagName)) continue;
      if (!INLINE.test(node.tagName)) blocks.end();
      walk(node.children, String(node.properties['lang'] ?? lang));
      if (!INLINE.test(node.tagName)) blocks.end();
    }
  };
  walk(tree.children, language);
  blocks.end();
}
