import { type Problem, problem } from '../../core/content-files/problem.ts';
import { suggestOption } from '../../core/content-files/suggest-value.ts';
import {
  dayIn,
  isDate,
  isDay,
  isMonth,
  momentOf,
  momentText,
  offsetInWords,
} from '../../core/model/dates.ts';
import { kindIds, kindNamed, kindsInWords } from '../../core/model/kinds.ts';
import { currentRound } from '../../core/model/new-post-defaults.ts';
import { DRAFT_WORDS } from '../../core/model/post-draft.ts';
import { type ContentIndex, isRead, isSurelyRead } from '../content-index.ts';
import { betterField, type Document, fieldPlace, linesOf, textField } from '../document.ts';

/** The folder's name says the month; a date so many months away from it is probably a slip. */
const MOST_MONTHS_APART = 2;

/** What a post's fields say that does not go together: with the folder, the kind, the zone. */
export function postFieldProblems(post: Document, catalogue: ContentIndex): Problem[] {
  return [
    ...kindProblems(post, catalogue),
    ...unwrittenProblems(post),
    ...folderProblems(post, catalogue.program.timeZone),
    ...zoneProblems(post, catalogue.program.timeZone),
    ...roundProblems(post, catalogue),
    ...plainProblems(post),
    ...titleProblems(post),
    ...dateProblems(post, catalogue),
  ];
}

/** A kind that the program does not have, and a month that does not go with the kind. */
function kindProblems(post: Document, catalogue: ContentIndex): Problem[] {
  const kind = textField(post, 'kind');
  if (!kind || !isRead(catalogue, 'program')) return [];
  const known = kindNamed(catalogue.program, kind);
  if (!known) {
    const place = { ...fieldPlace(post, 'kind', kind), field: 'kind' };
    const meant = suggestOption('kind', kind, kindIds(catalogue.program));
    const fix = meant === undefined ? {} : betterField(post, place, kind, meant);
    const blanks = { kind, known: kindsInWords(catalogue.program) };
    return [problem('unknown-kind', place, blanks, { suggestion: meant, ...fix })];
  }
  const isThere = Object.hasOwn(post.given, 'month');
  // What stands there and is no month is told as such.
  if (isThere ? known.hasMonth || !textField(post, 'month') : !known.hasMonth) return [];
  // Where a name is misspelled, or fields stand below their block, nothing is missing.
  if (!isThere && !isSurelyRead(post)) return [];
  const place = { ...fieldPlace(post, isThere ? 'month' : 'kind'), field: 'month' };
  return [problem(isThere ? 'month-needless' : 'month-missing', place, { kind })];
}

/** A post without a text, or with the words that a new draft has for its author. */
function unwrittenProblems(post: Document): Problem[] {
  const { file, tree } = post;
  if (!tree || post.given['draft'] === true || post.given['withdrawn']) return [];
  const isEmpty = tree.children.every(({ type }) => type === 'yaml');
  if (isEmpty) return [problem('no-text', { file }, {})];
  return linesOf(post).flatMap((line, index) => {
    const words = DRAFT_WORDS.find((one) => line.includes(one));
    return words ? [problem('draft-words', { file, line: index + 1 }, { words })] : [];
  });
}

function folderProblems(post: Document, timeZone: string): Problem[] {
  const folder = post.id.slice(0, 7);
  const month = textField(post, 'month');
  const date = textField(post, 'date');
  if (!isMonth(folder)) return yearProblems(post, timeZone);
  if (month && isMonth(month) && month !== folder) {
    return [problem('month-and-folder', fieldPlace(post, 'month', month), { month, folder })];
  }
  if (!date || !isDate(date) || date < '1990') return [];
  const apart = monthsBetween(dayIn(momentOf(date, timeZone), timeZone), folder);
  if (apart <= MOST_MONTHS_APART) return [];
  return [problem('date-and-folder', fieldPlace(post, 'date', date), { date, folder })];
}

/** The folder's name begins with another year than the date. */
function yearProblems(post: Document, timeZone: string): Problem[] {
  const folder = /^(?:19|20)\d\d(?=-|$)/.exec(post.id)?.[0];
  const date = textField(post, 'date');
  if (!folder || !date || !isDate(date) || date < '1990') return [];
  const year = Number(dayIn(momentOf(date, timeZone), timeZone).slice(0, 4));
  if (Math.abs(year - Number(folder)) < 2) return [];
  return [problem('date-and-folder', fieldPlace(post, 'date', date), { date, folder })];
}

/** A discussion belongs to a month of its round, unless no round has it. */
function roundProblems(post: Document, { rounds }: ContentIndex): Problem[] {
  const month = textField(post, 'month');
  const round = textField(post, 'round') ?? '';
  if (!month || !isMonth(month) || !Object.hasOwn(rounds, round)) return [];
  const { starts, ends } = rounds[round] ?? {};
  const isBefore = starts !== undefined && month < starts.slice(0, 7);
  const isAfter = ends !== undefined && month > ends.slice(0, 7);
  const inOrder = Object.entries(rounds).map(([id, known]) => ({ ...known, id }));
  const fitting = currentRound(inOrder, `${month}-01`)?.id;
  if (!fitting || !(isBefore || isAfter) || !isIn(month, rounds[fitting])) return [];
  const when = isBefore ? `begins on ${starts}` : `ended on ${ends}`;
  const place = fieldPlace(post, 'round', round);
  const fix = betterField(post, place, round, fitting);
  return [
    problem('month-and-round', place, { month, round, when }, { suggestion: fitting, ...fix }),
  ];
}

function isIn(month: string, round: ContentIndex['rounds'][string] | undefined): boolean {
  const { starts, ends } = round ?? {};
  return (
    (starts !== undefined || ends !== undefined) &&
    (starts === undefined || month >= starts.slice(0, 7)) &&
    (ends === undefined || month <= ends.slice(0, 7))
  );
}

/** Longer titles are cut off in lists of search engines, and take half a telephone's screen. */
const MOST_IN_TITLE = 120;
/** Titles beyond this are refused. */
const MOST_TAKEN = 300;

function titleProblems(post: Document): Problem[] {
  const title = textField(post, 'title') ?? '';
  const length = [...title].length;
  if (length <= MOST_IN_TITLE || length > MOST_TAKEN) return [];
  return [problem('title-long', fieldPlace(post, 'title'), { length, most: MOST_IN_TITLE })];
}

/** How long after a round its posts may look back at it without a word, in days. */
const LOOKING_BACK = 31;

/** A date that is not in its month, or comes when the round is over. */
function dateProblems(post: Document, { rounds, program }: ContentIndex): Problem[] {
  const date = textField(post, 'date');
  if (!date || !isDate(date) || date < '1990') return [];
  const day = dayIn(momentOf(date, program.timeZone), program.timeZone);
  const place = fieldPlace(post, 'date', date);
  const month = textField(post, 'month');
  // A discussion may come out some days before its month, or late.
  const isFor = (one: string) => [-10, 0, 10].some((away) => daysAfter(day, away).startsWith(one));
  const isTold = /^\d{4}-\d{2}/.test(post.id) && folderProblems(post, program.timeZone).length > 0;
  const apart =
    month && isMonth(month) && !isFor(month) && !isTold
      ? [problem('month-and-date', place, { month, date })]
      : [];
  const round = textField(post, 'round') ?? '';
  const ends = Object.hasOwn(rounds, round) ? rounds[round]?.ends : undefined;
  const isLate = ends !== undefined && isDay(ends) && day > daysAfter(ends, LOOKING_BACK);
  // The month of a discussion says more, and is judged by itself.
  const over = isLate && !month ? [problem('round-over', place, { date, round, ends })] : [];
  return [...apart, ...over];
}

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/**
 * A new post whose day is over: it stands below newer ones, and is new to nobody. One that comes from a
 * former blog has its day and its feed id from there.
 */
export function pastDateProblems(
  post: Document,
  { program }: ContentIndex,
  now: Date | undefined,
): Problem[] {
  const date = textField(post, 'date');
  const isMoved = textField(post, 'guid') !== undefined;
  if (!now || !date || !isDate(date) || isMoved || post.given['draft'] === true) return [];
  const [day, today] = [momentOf(date, program.timeZone), now].map((one) =>
    dayIn(one, program.timeZone),
  );
  if (!day || !today || day >= today) return [];
  return [problem('date-past', fieldPlace(post, 'date', date), { date })];
}

/** Markdown and HTML in fields that are shown as plain text. */
function plainProblems(post: Document): Problem[] {
  return ['title', 'summary'].flatMap((field) => {
    const marks = MARKED.exec(textField(post, field)?.slice(0, MOST_LOOKED_AT) ?? '')?.[0];
    return marks ? [problem('plain-field', fieldPlace(post, field), { field, marks })] : [];
  });
}

/** Longer fields are refused anyway. */
const MOST_LOOKED_AT = 500;

const MARKED =
  /\*\*[^*]+\*\*|(?<![\p{L}\p{N}*])\*\p{L}[^*]*\*(?![\p{L}\p{N}*])|\[[^\]]+\]\(\S+\)|<\/?[a-z][^<>]*>|&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|[aeiou](?:acute|grave|uml|circ)|[ano]tilde|ccedil|szlig|#\d+);|`[^`]+`/iu;

function monthsBetween(one: string, other: string): number {
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return Math.abs(count(one) - count(other));
}

/** A time with another offset than the program's is a moment nobody had in mind. */
function zoneProblems(post: Document, timeZone: string): Problem[] {
  const date = textField(post, 'date');
  const offset = /T.*?(Z|[+-]\d\d:\d\d)$/.exec(date ?? '')?.[1];
  if (!date || !isDate(date) || !offset) return [];
  const right = offsetInWords(momentOf(date, timeZone), timeZone);
  if (right === offset.replace('Z', '+00:00')) return [];
  const place = fieldPlace(post, 'date', date);
  const blanks = { date, offset: right, zone: timeZone };
  return [
    problem(
      'date-zone',
      place,
      blanks,
      betterField(post, place, date, momentText(momentOf(date, timeZone), timeZone)),
    ),
  ];
}
