/** A word, or a character of a script without spaces, as it was written and as the index knows it. */
export interface Token {
  /** With all that stands around it; a text is what its tokens show, one after the other. */
  shown: string;
  /** Folded: what is asked is compared with it, letter by letter. */
  word: string;
  /**
   * What the index is given in its place. Where hyphens stand in it, it is found as a whole and by
   * each part: `inter-lib-net`.
   */
  indexed: string;
  /** Whether it is a character of a script that is written without spaces between words. */
  isUnspaced: boolean;
  /** Whether the next one follows with nothing between. */
  isGlued: boolean;
}

/** A base with its marks, in a script without spaces; ー belongs to two of them, ﾞ is a mark. */
const UNSPACED = String.raw`(?![\p{Nd}\uff9e\uff9f])(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
const CLUSTER = String.raw`${UNSPACED}[\p{M}\p{Cf}\uff9e\uff9f]*`;
const EMOJI = String.raw`(?![©®™])\p{Extended_Pictographic}[\p{M}\p{Cf}\u{1f3fb}-\u{1f3ff}]*|\p{RI}{2}`;
const LETTER = String.raw`(?:(?!${UNSPACED})[\p{L}\p{N}][\p{M}\p{Cf}]*)`;
/** French, Italian, Catalan: `l’écran`, `dell’arte`, where the next word begins with a vowel or h. */
const ELISION =
  "(?:[cdjlmnst]|qu|(?:jus|lors|puis|quoi|pres)qu|(?:[ans]|co|d[ae]?|ne|que|su)ll|un|quest|bell|sant|senz|anch|tutt)['’](?=[aeiouyhàáâäåèéêëìíîïòóôöùúûüœæ])";
const ACRONYM = String.raw`(?:(?!${UNSPACED})\p{L}\p{M}*\.){2,}(?:\p{L}\p{M}*(?![\p{L}\p{N}\p{M}.]))?`;
const NUMBER = String.raw`\p{Nd}+(?:[.,٫٬]\p{Nd}+)+(?![\p{L}\p{N}])`;
/** What may stand within a word; Hebrew has quotation marks in abbreviations. */
const JOINT = String.raw`(?:['’＇՚׳״·]|"(?=\p{sc=Hebrew}))`;
const HYPHEN = '[-‐‑]';
const WORD = String.raw`(?:\p{L}\p{M}*${HYPHEN}(?=\p{L}\p{M}*[\p{L}]))?${LETTER}+(?:${JOINT}${LETTER}+)*(?:[#+]+(?![\p{L}\p{N}]))?`;
const TOKEN = new RegExp(
  [ELISION, ACRONYM, CLUSTER, EMOJI, NUMBER, WORD].map((one) => `(${one})`).join('|'),
  'giu',
);

/** How many words with hyphens between them are also one: `state-of-the-art`. */
const LONGEST_CHAIN = 4;

/**
 * Parts a text into what is found by itself: words, and characters of scripts that have no spaces
 * between words.
 */
export function tokenize(text: string): Token[] {
  const written = text.replace(/[ \t\r\n\f]+/g, ' ').trim();
  const found = [...written.matchAll(TOKEN)].flatMap((match) => {
    const [whole, elision, , cluster, , number, word] = match;
    const parts = partsOf(elision?.slice(0, -1) ?? whole, number !== undefined);
    const folded = foldWord(parts.join(''));
    const isPlain = Boolean(elision ?? word);
    const isUnspaced = cluster !== undefined;
    const place = { start: match.index, end: match.index + whole.length };
    return folded ? [{ ...place, word: folded, parts, isUnspaced, isPlain }] : [];
  });
  const cuts = found.map(({ start }, at) =>
    at === 0 ? 0 : cutIn(written, found[at - 1]?.end ?? 0, start),
  );
  return found.map(({ word, parts, isUnspaced, end }, at): Token => {
    const chain = parts.length === 1 ? chainFrom(at) : [];
    const joined = chain.length > 1 ? chain : parts;
    const isWhole = chain.length > 1 || parts.join('') === word;
    return {
      shown: written.slice(cuts[at], cuts[at + 1]),
      word,
      indexed: isWhole ? joined.join('-') : word,
      isUnspaced,
      isGlued: found[at + 1]?.start === end,
    };
  });

  /** The words that hyphens join from a place on, if one begins there. */
  function chainFrom(at: number): string[] {
    const before = found[at - 1];
    if (before && isHyphen(written.slice(before.end, found[at]?.start))) return [];
    const chain: string[] = [];
    for (let next = at; ; next++) {
      const one = found[next];
      if (!one?.isPlain || !/^(?:\p{L}+|\p{N}+)$/u.test(one.word)) return [];
      chain.push(one.word);
      if (!isHyphen(written.slice(one.end, found[next + 1]?.start ?? one.end)))
        return chain.length > LONGEST_CHAIN || (chain[0] ?? '').length < 2 ? [] : chain;
    }
  }
}

function isHyphen(text: string): boolean {
  return /^[-‐‑_/.]$/.test(text);
}

/** Where a token's text ends and the next begins: behind the space, or before an opening bracket. */
function cutIn(text: string, end: number, start: number): number {
  const between = text.slice(end, start);
  const space = /^.*\s/su.exec(between)?.[0].length;
  if (space !== undefined) return end + space;
  return start - (/[\p{Ps}\p{Pi}]*$/u.exec(between)?.[0].length ?? 0);
}

/** The folded parts of a written word; `library’s` is `library`. */
function partsOf(written: string, isNumber: boolean): string[] {
  const stem = written.replace(/['’]s$/i, '');
  const pieces = stem.split(isNumber ? /[.,٫٬]/ : /['’＇՚׳״·"‐‑-]|\.(?=\p{L})/u);
  const isOne = /^(?:\p{L}\.)+/u.test(stem);
  const camel = pieces.flatMap((piece) => piece.match(/\p{Lu}+\P{Lu}*|\P{Lu}+/gu) ?? []);
  return isOne ? [fold(stem)] : camel.map(fold).filter(Boolean);
}

/** A folded word as the index has it: without the article that Arabic and Hebrew write with it. */
function foldWord(word: string): string {
  if (/^\p{sc=Arabic}+$/u.test(word)) return word.replace(/^(?:[وفبك]?ال|لل)(?!له$)(?=.{2})/u, '');
  return word.replace(/^ו?ה(?=\p{sc=Hebrew}{3})/u, '');
}

/** Letters that are the same to those who look for them, and that no normalization says so of. */
const SAME: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ł: 'l' },
  ...{ ŋ: 'n', ŧ: 't', ĸ: 'k', ς: 'σ', ʻ: '', ʼ: '', ʽ: '', ʾ: '', ʿ: '', ʹ: '', ʺ: '' },
  ...{ ة: 'ه', ى: 'ي', ٱ: 'ا', ک: 'ك', ی: 'ي', ہ: 'ه', ە: 'ه', ھ: 'ه', ـ: '' },
};
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');

/**
 * Marks that may be left out in writing: accents, Arabic and Hebrew points, the nukta, and what
 * chooses a variant. All others are vowels or tones, and a word with another one is another word.
 */
const ACCENTS = new RegExp(
  `[${[
    String.raw`\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed`,
    String.raw`\u0711\u0730-\u074a\u08d3-\u08ff\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u1ab0-\u1aff`,
    String.raw`\u1dc0-\u1dff\u20d0-\u20ff\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}`,
    String.raw`\u{1f3fb}-\u{1f3ff}`,
  ].join('')}]`,
  'gu',
);

/**
 * Text without what those who look for it may write otherwise: case, accents, the width of letters,
 * a hamza on its Alef, whose digits they are. Letters and digits alone are left, since the index
 * knows nothing else; so marks that matter, emoji, and the characters of `C#`, are letters of a script
 * that is not written beside theirs (Yi).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(SAME_LETTERS, (letter) => SAME[letter] ?? letter)
    .replace(ACCENTS, '')
    .replace(/\p{Nd}/gu, westernDigit)
    .replace(/[\p{M}\p{Extended_Pictographic}\p{RI}#+]/gu, asLetters)
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  // Digits of a script stand together, from 0 to 9.
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

function asLetters(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const letter = (bits: number) => String.fromCodePoint(0xa000 + (bits & 0x3ff));
  return code > 0xffff ? letter(code >> 10) + letter(code) : letter(code);
}
