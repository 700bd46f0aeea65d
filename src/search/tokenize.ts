/** Scripts that are written without spaces between words. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*`;
const IS_UNSPACED = new RegExp(UNSPACED, 'u');
/** Full-width punctuation stands between such characters without spaces too. */
const FULL_WIDTH = String.raw`[\u3000-\u303f\uff01-\uff0f\uff1a-\uff1f]`;
const NEXT_TO_UNSPACED = `(?:${UNSPACED}|${FULL_WIDTH})`;
/** Where such a character touches something that is to be a word of its own. */
const SEAM = new RegExp(
  String.raw`(?<=${UNSPACED}|${FULL_WIDTH})(?=[\p{L}\p{N}]|${FULL_WIDTH})|(?<=[\p{L}\p{N}])(?=${NEXT_TO_UNSPACED})`,
  'gu',
);
const ENDS_UNSPACED = new RegExp(`${NEXT_TO_UNSPACED}$`, 'u');
const BEGINS_UNSPACED = new RegExp(`^${NEXT_TO_UNSPACED}`, 'u');

/** An Arabic word that begins with the article, after a one-letter word or without one. */
const ARTICLE = /(?<![\p{Script=Arabic}\p{M}])([وفبك]?ال|لل)(?=\p{Script=Arabic}{2})/gu;
/** Parts a word in the index, which knows it then as a whole and by its parts. */
const JOINT = '~';
const JOINTS = /(?<=\p{Script=Arabic})~(?=\p{Script=Arabic})/gu;

/**
 * Text as it goes into the index, which knows words by the spaces between them: characters of
 * scripts without spaces stand apart, and an Arabic article is parted from its word.
 */
export function indexedText(text: string): string {
  return text.replace(SEAM, ' ').replace(ARTICLE, `$1${JOINT}`);
}

/** The same for the text of an HTML fragment; its tags stay as they are. */
export function indexedHtml(html: string): string {
  if (!IS_UNSPACED.test(html) && !/\p{Script=Arabic}/u.test(html)) return html;
  return html.replace(/<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g, (part) =>
    part.startsWith('<') ? part : indexedText(part),
  );
}

/**
 * What the index is asked for somebody's words. Chinese and its like are asked as a phrase when
 * nothing else is, so that characters must stand together as they do in the word.
 */
export function searchTerm(words: string): string {
  const plain = words.replace(ARTICLE, '').trim();
  const spaced = indexedText(plain).replace(/\s+/g, ' ').trim();
  const isOneRun = IS_UNSPACED.test(plain) && !/\s/.test(plain) && spaced.includes(' ');
  return isOneRun ? `"${spaced}"` : spaced;
}

/** A word of the index as it was written; Pagefind puts a full stop behind what ends a block. */
export function shownWord(word: string): string {
  return word.replace(JOINTS, '').replace(/(?<=[:;,–—…])\.$/, '');
}

/** Whether a space stands between two words of the index where they are shown. */
export function isSeparate(word: string, next: string): boolean {
  return !(ENDS_UNSPACED.test(word) && BEGINS_UNSPACED.test(next));
}
