import { dayIn, isDate, isMonth, momentOf, momentText, offsetInWords } from '../dates.ts';
import { idSchema, postIdSchema, RESERVED_IDS } from '../ids.ts';
import { folded, nearest } from '../nearest.ts';
import { broken, type Problem } from '../problem.ts';
import { foldedHeading, questionHeadings } from '../program.ts';
import { plainText, questionHeadingsIn } from '../questions.ts';
import type { Catalogue } from './catalogue.ts';
import { betterLine, fieldPlace, type Prose, textField } from './prose.ts';

/** The folder's name says the month; a date so many months away from it is probably a slip. */
const MOST_MONTHS_APART = 2;

/** What a post's fields say that does not go together: with the folder, the kind, the zone. */
export function postFieldProblems(post: Prose, catalogue: Catalogue): Problem[] {
  return [
    ...questionProblems(post, catalogue),
    ...folderProblems(post, catalogue.program.timeZone),
    ...zoneProblems(post, catalogue.program.timeZone),
  ];
}

/** Whether a file's or folder's name can be an address. */
export function idProblems(prose: Pick<Prose, 'id' | 'file' | 'room'>): Problem[] {
  const { id, file } = prose;
  if (RESERVED_IDS.has(id)) return [broken('id-reserved', { file }, { id })];
  const result = (prose.room === 'posts' ? postIdSchema : idSchema).safeParse(id);
  const reason = result.error?.issues[0]?.message;
  if (!reason) return [];
  const guess = asId(id);
  return [broken('id', { file }, { id, reason }, guess === id ? {} : { guess })];
}

/** A name as it could be an address. */
function asId(name: string): string | undefined {
  const id = folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id || undefined;
}

function questionProblems(post: Prose, catalogue: Catalogue): Problem[] {
  const isAsking = post.given['kind'] === 'discussion' && !post.given['withdrawn'];
  if (!isAsking || post.questions === undefined || post.questions.length > 0) return [];
  const { language, questionHeadings: words } = catalogue.program;
  const lang = textField(post, 'lang') ?? language;
  const heading = (words[lang] ?? Object.values(words)[0])?.[0] ?? 'Questions';
  const known = questionHeadings(catalogue.program);
  const [right] = post.tree ? questionHeadingsIn(post.tree, known) : [];
  const { file } = post;
  if (right) {
    return [broken('questions-not-listed', { file, line: right.position?.start.line }, {})];
  }
  const near = nearHeading(post, known);
  if (!near) return [broken('no-questions', fieldPlace(post, 'kind'), { heading })];
  return [broken('no-questions', { file, line: near }, { heading }, { better: `## ${heading}` })];
}

/** The line of what was probably meant as the heading of the questions. */
function nearHeading({ tree }: Prose, known: ReadonlySet<string>): number | undefined {
  const found = tree?.children.find((node) => {
    if (node.type !== 'heading' && node.type !== 'paragraph') return false;
    const said = foldedHeading(plainText(node).replace(/^#+/, ''));
    if (said.length >= 40) return false;
    const isNear = node.type === 'heading' && nearest(said, known) !== undefined;
    return isNear || [...known].some((words) => said.includes(words));
  });
  return found?.position?.start.line;
}

function folderProblems(post: Prose, timeZone: string): Problem[] {
  const folder = post.id.slice(0, 7);
  const month = textField(post, 'month');
  const date = textField(post, 'date');
  if (!isMonth(folder)) return [];
  if (month && isMonth(month) && month !== folder) {
    return [broken('month-and-folder', fieldPlace(post, 'month', month), { month, folder })];
  }
  if (!date || !isDate(date)) return [];
  const apart = monthsBetween(dayIn(momentOf(date, timeZone), timeZone), folder);
  if (apart <= MOST_MONTHS_APART) return [];
  return [broken('date-and-folder', fieldPlace(post, 'date', date), { date, folder })];
}

function monthsBetween(one: string, other: string): number {
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return Math.abs(count(one) - count(other));
}

/** A time with another offset than the program's is a moment nobody had in mind. */
function zoneProblems(post: Prose, timeZone: string): Problem[] {
  const date = textField(post, 'date');
  const offset = /T.*?(Z|[+-]\d\d:\d\d)$/.exec(date ?? '')?.[1];
  if (!date || !isDate(date) || !offset) return [];
  const right = offsetInWords(momentOf(date, timeZone), timeZone);
  if (right === offset.replace('Z', '+00:00')) return [];
  const place = fieldPlace(post, 'date', date);
  const blanks = { date, offset: right, zone: timeZone };
  return [
    broken(
      'date-zone',
      place,
      blanks,
      betterLine(post, place, date, momentText(momentOf(date, timeZone), timeZone)),
    ),
  ];
}
