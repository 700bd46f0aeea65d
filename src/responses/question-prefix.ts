/**
 * The question that a response says it answers: "Question 3:", "question 5 –", "Q5." in any
 * language of the interface and a few more that readers write in, or the number alone, "5)".
 * Digits of any script count. A number that goes on in a sentence ("Question 3 is hard"), in
 * another number ("3.5", "2 - 4") or in a list from 1 on says nothing.
 *
 * @param text the response as plain text, line by line
 * @param further what "Question" is called in languages that the program has added
 */
export function questionNumberIn(
  text: string,
  further: readonly string[] = [],
): number | undefined {
  const readable = text.replace(/\p{Cf}|\ufe0f|\u20e3/gu, '').trimStart();
  const [line = ''] = readable.split('\n');
  const named =
    NAMED.exec(line) ?? namedBy(further)?.exec(line) ?? CJK.exec(line) ?? SPANISH_SHORT.exec(line);
  if (named) return numberFrom(named[1]);
  const number = numberFrom(ALONE.exec(line)?.[1]);
  return number === 1 && hasSecondItem(readable) ? undefined : number;
}

/** "Question" in the languages of the interface, and in more that readers write in. */
const WORDS = [
  'Question',
  'Pregunta',
  'السؤال',
  'Frage',
  'Domanda',
  'Pergunta',
  'Questão',
  'Preg\\.',
  'Вопрос',
  'سؤال',
  'س',
  'Pertanyaan',
  'Soalan',
  'Câu hỏi',
  '问题',
  '問題',
  '質問',
  '질문',
  'प्रश्न',
  'Q',
];
/** What may stand before it: marks of emphasis, quotation, lists, brackets. */
const BEFORE = String.raw`^[*_>#\s"“„«'‘([\p{Pd}]{0,8}`;
const COUNT = String.raw`(?:no\.?|nr\.?|num\.?|número|#|n\.?[°º]\.?|رقم)?`;
const NUMBER = String.raw`(\p{Nd}{1,2})(?!\p{Nd})`;
/** What ends it: a mark, a dash with a space beside it, or the line. */
const AFTER = String.raw`["”»’'*_]*\s*(?:[:：.．。)）\]،](?!\p{Nd})|(?:(?<=\s)[\p{Pd}−]|[\p{Pd}−](?=\s|$))(?!\s*\p{Nd})|$)`;

const NAMED = withWords(WORDS.join('|'));

function withWords(words: string): RegExp {
  return new RegExp(`${BEFORE}(?:${words})\\s*${COUNT}\\s*${NUMBER}${AFTER}`, 'iu');
}

function namedBy(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  return withWords(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'));
}
const CJK = /^[*_>\s]{0,8}第\s*(\p{Nd}{1,2})\s*[题題問问]/u;
/** "P5:" for a "pregunta"; "p. 5:" is a page. */
const SPANISH_SHORT = new RegExp(`${BEFORE}P${NUMBER}${AFTER}`, 'u');
const ALONE = new RegExp(
  String.raw`^[*_>#\s"“„«'‘([]{0,8}${NUMBER}["”»’'*_]*(?:[)）\]][:.]?(?=\s|$)|[.．:：\p{Pd}](?=\s))(?!\s*\p{Nd})`,
  'u',
);

/** Whether a list goes on after its first item, so that its number counts what is said. */
function hasSecondItem(text: string): boolean {
  const items = text.matchAll(/(?:^|\s)[([]?(\p{Nd})(?:[)）\]]|[.．:：\p{Pd}])(?=\s)/gu);
  return items.some((item) => numberFrom(item[1]) === 2);
}

function numberFrom(digits: string | undefined): number | undefined {
  const number = Number([...(digits ?? '')].map(digit).join(''));
  return number > 0 ? number : undefined;
}

/** The value of a decimal digit of any script; they stand in runs of ten (Unicode, Nd). */
function digit(character: string): number {
  let first = character.codePointAt(0) ?? 0;
  const start = first;
  while (start - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return start - first;
}
