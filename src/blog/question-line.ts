import { PAGES } from './words/languages.ts';

/**
 * The number in the first line of a response, "Question 3:", in any language of the interface
 * and a few more that readers write in. Digits of any script count.
 *
 * @param text the response as plain text
 */
export function questionNumberIn(text: string): number | undefined {
  const match = LINE.exec(text.trimStart());
  const number = Number([...(match?.[1] ?? match?.[2] ?? '')].map(digit).join(''));
  return number > 0 ? number : undefined;
}

const WORDS = Object.values(PAGES).map((words) => words.question(0).replace(/\s*0\s*/, ''));
const OTHERS = [
  'Frage',
  'Domanda',
  'Pergunta',
  'Questão',
  'Pregunta',
  'Вопрос',
  'سؤال',
  'السؤال',
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
const ANY = [...WORDS, ...OTHERS].join('|');
const LINE = new RegExp(
  `^[*_>\\s]{0,8}(?:(?:${ANY})\\s*(?:no\\.?|#|n[°º])?\\s*(\\p{Nd}{1,2})\\s*[:.)：،-]|第\\s*(\\p{Nd}{1,2})\\s*[题題問问])`,
  'iu',
);

/** The value of a decimal digit of any script; they stand in runs of ten (Unicode, Nd). */
function digit(character: string): number {
  let first = character.codePointAt(0) ?? 0;
  const start = first;
  while (start - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return start - first;
}
