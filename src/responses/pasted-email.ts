import type { EmailLabels } from '../core/i18n/response-words.ts';
import { sanitizeText } from '../core/text/sanitize-text.ts';
import { questionNumberIn } from './question-prefix.ts';

/** What the reader of a pasted email knows of the blog. */
export interface PastedEmailSetting {
  /** The labels of every language in which the blog sends mails. */
  labels: readonly EmailLabels[];
  /** The questions of a post by its id; nothing where there is no such post. */
  questionsOf(id: string): readonly string[] | undefined;
  /** The questions of the post that it answers, where its subject names none. */
  questions?: readonly string[];
  /** What "Question" is called in languages that the program has added. */
  questionWords?: readonly string[];
}

/** What stands in an email that a reader sent as an answer. */
export interface PastedEmail {
  /** The answer, without what mail programs put around it. */
  text: string;
  /** As the sender wrote it on the line for it, in the mail's head or below the greeting, in this order. */
  name?: string;
  role?: string;
  /** The id of the post, as the subject says it. */
  post?: string;
  /** The number of the question. */
  question?: number;
  /** The moment at which the mail was sent, if its head says so. */
  sent?: Date;
  /** The sender's words about being published, if there are any. */
  consent?: string;
  /** Whether those words are a plain yes or a plain no; anything else is for a person to read. */
  agreed?: boolean;
  /** The lines that are no part of the answer, in their order. */
  leftOut: readonly string[];
}

/** More than this is no answer; it bounds the time that reading takes. */
const MOST_CHARACTERS = 200_000;

/**
 * Reads a whole email as it is copied from a mail program: its head, earlier messages quoted in it,
 * signature, notes of confidentiality and the lines that the page's mail asks to fill in. Nothing is
 * thrown away: what is no part of the answer comes back as lines that were left out.
 *
 * @param pasted of whatever characters it is; nothing is thrown
 */
export function readPastedEmail(pasted: string, setting: PastedEmailSetting): PastedEmail {
  const all = sanitizeText(pasted.slice(0, MOST_CHARACTERS)).replaceAll('\u00a0', ' ').split('\n');
  const mail = new Lines(all.map((line) => line.trimEnd()));
  const head = takeHead(mail, setting);
  takeQuoted(mail);
  const answers = takeAnswers(mail, setting.labels);
  const signed = takeEnd(mail);
  const questions =
    (head.post === undefined ? undefined : setting.questionsOf(head.post)) ??
    setting.questions ??
    [];
  const question = takeQuestion(mail, questions, setting.questionWords);
  const name = answers.name || head.name || signed;
  const agreed = answers.consent === undefined ? undefined : agreement(answers.consent);
  return {
    text: unwrapped(mail.left()),
    ...(name ? { name } : {}),
    ...(answers.place ? { role: answers.place } : {}),
    ...(head.post === undefined ? {} : { post: head.post }),
    ...(question === undefined ? {} : { question }),
    ...(head.sent ? { sent: head.sent } : {}),
    ...(answers.consent ? { consent: answers.consent } : {}),
    ...(agreed === undefined ? {} : { agreed }),
    leftOut: mail.out(),
  };
}

/** The lines of a mail, and which of them are left out. */
class Lines {
  readonly all: readonly string[];
  #out = new Set<number>();

  constructor(all: readonly string[]) {
    this.all = all;
  }

  /** The places of the lines that are left. */
  places(): number[] {
    return this.all.flatMap((_, place) => (this.#out.has(place) ? [] : [place]));
  }

  isLeft(place: number): boolean {
    return place < this.all.length && !this.#out.has(place);
  }

  take(places: Iterable<number>): void {
    for (const place of places) this.#out.add(place);
  }

  /** Takes a line and all that follow. */
  takeFrom(place: number): void {
    for (let at = place; at < this.all.length; at++) this.#out.add(at);
  }

  line(place: number): string {
    return this.all[place] ?? '';
  }

  left(): string[] {
    return this.places().map((place) => this.line(place));
  }

  out(): string[] {
    return this.all.filter((line, place) => this.#out.has(place) && line.trim() !== '');
  }
}

/** "From: …", as mail programs show a mail's head in any language. */
const FIELD = /^\s*\*?([\p{L}\p{M}][\p{L}\p{M} '’-]{0,24})\*?\s?[:：]\*?\s*(\S.{0,998})?$/u;
/** "---- Forwarded message ----", "Begin forwarded message:" above a head. */
const FORWARDED = /^\s*(?:[-_=]{2,}\s*[\p{L}\p{M} '’.]{3,40}\s*[-_=]{2,}|[\p{L} ]{6,40}:)\s*$/u;
const ADDRESS = /[^\s@<>]{1,64}@[^\s@<>]{1,190}/u;
/** The post's id in the subject, as the page's mail writes it. */
const SUBJECT_ID = /\[([\p{L}\p{N}][\p{L}\p{N}._-]{0,120})\]/u;

interface Head {
  name?: string;
  post?: string;
  sent?: Date;
}

function takeHead(mail: Lines, setting: PastedEmailSetting): Head {
  let at = 0;
  const isOurs = (line: string) => setting.labels.some((labels) => labelled(line, labels));
  while (at < mail.all.length && (mail.line(at) === '' || FORWARDED.test(mail.line(at)))) at++;
  const fields: { label: string; value: string }[] = [];
  const start = at;
  for (; at < mail.all.length && fields.length < 30; at++) {
    const line = mail.line(at);
    const field = isOurs(line) ? null : FIELD.exec(line);
    if (field) fields.push({ label: field[1] ?? '', value: field[2]?.trim() ?? '' });
    else if (/^\s+\S/.test(line) && fields.length > 0) continue;
    else break;
  }
  const postOf = (text: string) => {
    const id = SUBJECT_ID.exec(text)?.[1];
    return id !== undefined && setting.questionsOf(id) ? id : undefined;
  };
  const isHead =
    fields.some(({ value }) => postOf(value) !== undefined) ||
    (fields.length > 1 && fields.some(({ value }) => ADDRESS.test(value)));
  if (!isHead) {
    // Some programs copy the subject as a line by itself.
    const post = postOf(mail.line(start));
    if (post !== undefined) mail.take([start]);
    return post === undefined ? {} : { post };
  }
  mail.take(Array.from({ length: at }, (_, place) => place));
  const post = fields.map(({ value }) => postOf(value)).find((id) => id !== undefined);
  const from =
    fields.find(({ label }) => SENDER.test(label)) ??
    fields.find(({ value }) => ADDRESS.test(value));
  const name = from && displayName(from.value);
  const sent = fields
    .filter(({ value }) => /\d{4}/.test(value) && /\d[:.]\d\d/.test(value))
    .map(({ value }) => new Date(value))
    .find((date) => !Number.isNaN(date.getTime()) && date.getUTCFullYear() > 1990);
  return {
    ...(name ? { name } : {}),
    ...(post === undefined ? {} : { post }),
    ...(sent ? { sent } : {}),
  };
}

/** "From" in the languages of mail programs. */
const SENDER =
  /^(?:from|de|von|da|van|från|fra|lähettäjä|od|от|від|από|kimden|من|מאת|از|发件人|寄件者|寄件人|差出人|送信者|보낸\s?사람|từ|dari|प्रेषक|จาก)$/iu;

/** The name in `"Ana Pereira" <ana@example.org>`; nothing where there is an address alone. */
function displayName(value: string): string | undefined {
  const name = value
    .replace(/[<([]?(?:mailto:)?[^\s@<>()[\]]{1,64}@[^\s@<>()[\]]{1,190}[>)\]]?/gu, '')
    .replace(/["“”„«»]|\s*;.*$/gu, '')
    .trim();
  return name === '' || name.includes('@') ? undefined : name;
}

/** "wrote" in the languages of mail programs, as it ends the line above a quoted mail. */
const WROTE =
  /(?<![\p{L}\p{M}])(?:wrote|writes|escribi[oó]|a écrit|écrit|schrieb|schreef|escreveu|ha scritto|scritto|skrev|kirjoitti|napisał(?:\(a\)|a)?|pisze|napsala?|написала?(?:\(а\))?|пишет|написав|έγραψε|yazdı|şunu yazdı|menulis|đã viết|a scris|írta)(?![\p{L}\p{M}])|كتب|كتبت|נכתב|כתב|نوشت|写道|寫道|のメッセージ|は書きました|작성|님이 작성|ने लिखा|เขียนว่า/iu;

/** A rule with words in it, "-----Original Message-----", or a long line above a head. */
const PARTED = /^\s*(?:[-_]{2,}\s*[\p{L}\p{M}][\p{L}\p{M} '’]{2,40}\s*[-_]{2,}|_{16,})\s*$/u;

/** Leaves out earlier messages; what the sender wrote between or below their lines stays. */
function takeQuoted(mail: Lines): void {
  for (let at = 0; at < mail.all.length; at++) {
    if (mail.line(at).trimStart().startsWith('>')) mail.take([at]);
    const length = introduction(mail, at);
    const isHead = length > 0 || PARTED.test(mail.line(at)) || isHeadOfMail(mail, at);
    if (!isHead || !mail.isLeft(at)) continue;
    let below = at + Math.max(1, length);
    while (mail.line(below) === '' && below < mail.all.length) below++;
    const isMarked = length > 0 && mail.line(below).trimStart().startsWith('>');
    if (isMarked) mail.take(range(at, below));
    // Where nothing marks the quoted lines, they go to the end, unless nothing would be left.
    else if (mail.places().some((place) => place < at && mail.line(place) !== '')) {
      mail.takeFrom(at);
      return;
    } else if (length > 0) mail.take(range(at, below));
  }
}

/** How many lines "On Monday, Ana <ana@example.org> wrote:" takes; 0 where there is none. */
function introduction(mail: Lines, at: number): number {
  let said = '';
  for (let length = 1; length <= 3; length++) {
    const line = mail.line(at + length - 1).trim();
    if (line === '' || line.startsWith('>')) return 0;
    said += ` ${line}`;
    if (said.length > 400) return 0;
    if (!/[:：]$/.test(line)) continue;
    const isDated =
      /\p{Nd}/u.test(said) && (WROTE.test(said) || /<[^<>\s]+@[^<>\s]+>\s*[:：]$/.test(said));
    return isDated || (WROTE.test(said) && ADDRESS.test(said)) ? length : 0;
  }
  return 0;
}

/** Whether the head of another mail begins here: three fields in a row, one of them with an address. */
function isHeadOfMail(mail: Lines, at: number): boolean {
  const fields = [0, 1, 2].map((further) => FIELD.exec(mail.line(at + further)));
  return (
    fields.every((field) => field?.[2]) &&
    SENDER.test(fields[0]?.[1] ?? '') &&
    fields.some((field) => ADDRESS.test(field?.[2] ?? '') || /\p{Nd}{4}/u.test(field?.[2] ?? ''))
  );
}

/** The sender's words behind the labels of the page's mail. */
function takeAnswers(mail: Lines, all: readonly EmailLabels[]): Partial<EmailLabels> {
  const said: Partial<EmailLabels> = {};
  for (const place of mail.places()) {
    const found = all.map((labels) => labelled(mail.line(place), labels)).find(Boolean);
    if (!found) continue;
    mail.take([place]);
    const next = place + 1;
    const below = mail.line(next).trim();
    const isBelow = found.said === '' && below !== '' && below.length <= 100;
    const isLabel = all.some((labels) => labelled(mail.line(next), labels));
    const value = isBelow && !isLabel && mail.isLeft(next) ? below : found.said;
    if (value !== found.said) mail.take([next]);
    if (value) said[found.part] ??= value;
    const above = place - 1;
    if (/^[\s—–_-]+$/.test(mail.line(above))) mail.take([above]);
  }
  return said;
}

/** A line that one of the labels begins, with what is said behind it. */
function labelled(line: string, labels: EmailLabels) {
  const plain = bare(line);
  for (const part of ['name', 'place', 'consent'] as const) {
    const label = bare(labels[part]);
    if (label === '' || !plain.toLowerCase().startsWith(label.toLowerCase())) continue;
    const rest = plain.slice(label.length);
    const value = /^\s*[:：]\s*(.*)$/su.exec(rest)?.[1];
    if (value !== undefined) return { part, said: value.replace(/[*_]+$/, '').trim() };
  }
  return undefined;
}

function bare(line: string): string {
  return line.replace(/\*/g, '').replace(/\s+/g, ' ').trim();
}

/** A plain yes or no in the languages that readers write in. */
const YES =
  /^(?:yes|yep|yeah|y|ok|okay|sure|of course|certainly|i agree|agreed|sí|si|claro|de acuerdo|estoy de acuerdo|oui|d'accord|ja|jawohl|einverstanden|sim|concordo|certo|d'accordo|tak|ano|да|согласен|согласна|так|evet|نعم|أوافق|موافق|موافقة|بله|כן|是|是的|好|好的|可以|同意|はい|同意します|네|예|हाँ|हां|ya|vâng|có|đồng ý|ndiyo)$/iu;
const NO =
  /^(?:no|nope|n|non|nein|nee|não|nie|ne|nei|nej|нет|ні|hayır|لا|نه|לא|不|否|不可以|不同意|いいえ|아니요|아니오|नहीं|tidak|không|hapana)$/iu;

function agreement(said: string): boolean | undefined {
  const plain = said
    .replace(/’/g, "'")
    .replace(/(?:[\s\p{P}\p{S}]|\ufe0f)+$/u, '')
    .replace(
      /(?:[\s,،]+(?:please|thanks|thank you|por favor|gracias|merci|bitte|danke|obrigad[oa]|شكرا|谢谢))+$/iu,
      '',
    )
    .trim();
  if (YES.test(plain)) return true;
  return NO.test(plain) ? false : undefined;
}

/** What telephones and programs put below a mail, and what organisations do. */
const SENT_FROM =
  /^\s*(?:(?:sent|get|enviado|envoyé|gesendet|von meinem|inviato|verzonden|skickat|sendt|wysłane|отправлено|wysłano|gönderildi|dikirim|được gửi)(?![\p{L}\p{M}])(?=.*(?:phone|fone|ipad|tablet|device|dispositivo|appareil|gerät|android|outlook|samsung|galaxy|huawei|xiaomi|mobile|móvil|celular|handy|smartphone|telefon|telefonu|telefono|téléphone|yahoo|mail|gmx|proton)).{0,120}|(?:أُ?رسلت? من|发自|發自|寄自|從我的|iPhoneから送信|나의 .{1,20}에서 보냄|.{0,30}telefonumdan gönderildi|मेरे .{1,20} से भेजा).{0,120})$/iu;
const DISCLAIMER =
  /^\s*[*_]*(?:(?:this|the information in this|the contents of this) (?:e-?mail|message|communication)|confidential(?:ity)?(?:\s+notice)?\b|disclaimer\b|important notice|please (?:consider|think of) the environment|virus-free|este (?:mensaje|correo|e-?mail)|esta (?:mensagem|comunicación)|aviso (?:legal|de confidencial)|antes de imprimir|esta mensagem|ce (?:message|courriel|mail)|avis de confidentialité|pensez à l'environnement|diese (?:e-?mail|nachricht)|vertraulich|questo messaggio|questa e-?mail|le informazioni contenute|deze e-?mail|dit bericht|niniejsza wiadomość|данное (?:сообщение|письмо)|bu e-?posta|هذه الرسالة|تحتوي هذه|此邮件|本邮件|本電子郵件|このメール|本メール)/iu;
/** A closing on a line by itself, below which names and offices stand. */
const CLOSING =
  /^\s*(?:(?:with )?(?:best|kind|warm|many|all good)(?:est)?(?: regards| wishes| thanks)?|regards|yours(?: sincerely| truly| faithfully)?|sincerely(?: yours)?|cheers|thanks(?: again)?|thank you|(?:un |muchos )?saludos?(?: cordial(?:es)?)?|un abrazo|atentamente|cordialmente|(?:bien )?cordialement|bien à vous|amicalement|salutations|(?:mit )?(?:freundlichen|besten|herzlichen|liebe[nr]?|viele|beste|herzliche|freundliche) grü(?:ß|ss)en?|lg|vg|mfg|(?:com os )?(?:melhores )?cumprimentos|atenciosamente|(?:um )?abraços?|cordiali saluti|distinti saluti|un saluto|met vriendelijke groet(?:en)?|pozdrawiam|z poważaniem|с уважением|saygılarımla|مع (?:أطيب |خالص )?(?:التحيات|تحياتي|التحية|التقدير)|تحياتي|此致|敬礼|祝好|顺祝商祺|よろしくお願いします|よろしくお願いいたします|敬具|감사합니다|salam|trân trọng)\s*[,.!،，。!]*\s*$/iu;

/**
 * Leaves out the signature and what programs and organisations put below a mail.
 *
 * @returns the name below the closing words, if there is one
 */
function takeEnd(mail: Lines): string | undefined {
  const cut = mail
    .places()
    .find(
      (place) =>
        /^--\s*$/.test(mail.line(place)) ||
        SENT_FROM.test(mail.line(place)) ||
        DISCLAIMER.test(mail.line(place)),
    );
  const firstWords = mail.places().find((place) => mail.line(place) !== '');
  if (cut !== undefined && firstWords !== undefined && cut > firstWords) mail.takeFrom(cut);
  const places = mail.places().filter((place) => mail.line(place) !== '');
  const closing = places
    .slice(-12)
    .findLast((place) => CLOSING.test(mail.line(place).slice(0, 80)) && place !== places[0]);
  if (closing === undefined) return undefined;
  const below = places.filter((place) => place > closing);
  if (below.some((place) => mail.line(place).length > 90)) return undefined;
  mail.takeFrom(closing);
  const name = below.length > 0 ? mail.line(below[0] ?? 0).trim() : '';
  return /^[\p{L}\p{M}][\p{L}\p{M} .'’-]{1,60}$/u.test(name) ? name : undefined;
}

/** The question that the answer begins with, without the words of the question itself. */
function takeQuestion(
  mail: Lines,
  questions: readonly string[],
  further: readonly string[] | undefined,
): number | undefined {
  const words = mail.places().filter((place) => mail.line(place) !== '');
  const first = words[0];
  if (first === undefined) return undefined;
  const number = questionNumberIn(mail.line(first), further);
  if (number === undefined || (questions.length > 0 && number > questions.length)) return undefined;
  const asked = letters(questions[number - 1] ?? '');
  let said = '';
  for (const [index, place] of words.slice(0, 8).entries()) {
    said += letters(mail.line(place));
    if (asked !== '' && said.endsWith(asked) && said.length - asked.length < 24) {
      mail.take(words.slice(0, index + 1));
      break;
    }
  }
  if (asked === '' || !said.includes(asked))
    if (/^\P{Nd}{0,20}\p{Nd}{1,2}\s*[:：.)）]?\s*$/u.test(mail.line(first))) mail.take([first]);
  return number;
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Paragraphs that a mail program broke into lines become one line again (RFC 3676). */
function unwrapped(lines: readonly string[]): string {
  const paragraphs = lines
    .join('\n')
    .trim()
    .split(/\n{2,}/);
  return paragraphs.map((paragraph) => joined(paragraph.split('\n'))).join('\n\n');
}

function joined(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const isBroken =
    lines.length > 1 &&
    width >= 60 &&
    width <= 80 &&
    lines.every((line, index) => {
      const next = lines[index + 1];
      if (/^\s*(?:[-*•·]|\p{Nd}{1,2}[.)])\s/u.test(line) && index > 0) return false;
      if (next === undefined) return true;
      return line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) > width;
    });
  return lines.join(isBroken ? ' ' : '\n');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
