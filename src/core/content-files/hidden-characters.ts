import { HIDDEN_GAPS } from '../text/sanitize-text.ts';
import { fixMojibake, withWesternCharacters } from '../text/text-encoding.ts';
import { type Place, type Problem, problem } from './problem.ts';

/** What turns the direction of the text after it (UAX #9); LRM, RLM and ALM turn nothing else. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;

/**
 * What no eye sees and no language needs: control characters, noncharacters, halves of pairs, what is
 * left of a picture, tags (UTS #51) that belong to no flag, and variation selectors in a row, of which
 * the first may stay.
 */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u206a-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff]|(?<flag>\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u{e0000}-\u{e007f}]|(?<kept>\p{VS})\p{VS}{2,}/gu;

/** Whether a line may hold any of what is looked for here; most hold none, and patterns take time. */
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060\u2066-\u206f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\p{VS}\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}ÂÃâð]/u;

/** What is looked for, too, and has a character or a space in its place. */
const MEANT = /[\u0080-\u009f]/;

/** A text without the characters that no eye sees and that mean nothing; see `hiddenProblems`. */
export function withoutHidden(text: string): string {
  return SUSPECT.test(text) ? cleaned(text).text : text;
}

/** The text without hidden characters, and one of them that has no direction of its own. */
function cleaned(text: string): { text: string; control?: string } {
  const meant = text.match(HIDDEN_GAPS)?.[0].slice(0, 1) ?? MEANT.exec(text)?.[0];
  let control: string | undefined = meant;
  const visible = meant ? withWesternCharacters(text).split('\n').map(withSpaces).join('\n') : text;
  const rest = visible
    .replace(new RegExp(DIRECTION, 'gu'), '')
    .replace(CONTROL, (found, ...groups) => {
      const { flag, kept = '' } = groups.at(-1) as Record<'flag' | 'kept', string | undefined>;
      if (flag) return flag;
      control ??= found.slice(kept.length);
      return kept;
    });
  return { text: rest, ...(control === undefined ? {} : { control }) };
}

/** The line with a space where words are parted unseen; none at its end, where two would break it. */
function withSpaces(line: string): string {
  const parts = line.split(HIDDEN_GAPS);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return line;
  const indent = first.slice(0, first.length - first.trimStart().length);
  const end = last.trim() === '' ? '' : last.slice(last.trimEnd().length);
  const words = parts.map((part) => part.trim()).filter(Boolean);
  return indent + words.join(' ') + end;
}

/**
 * What is wrong with the characters of a line that no eye sees, or that are not what they should be: characters
 * that turn the direction, control characters, letters that were lost or read in a wrong encoding.
 * What languages and emoji need stays: joiners, marks of direction, soft hyphens, flags.
 */
export function hiddenProblems(line: string, place: Place): Problem[] {
  if (!SUSPECT.test(line)) return [];
  // Letters read in a wrong encoding look like control characters, and are told as what they are.
  const whole = fixMojibake(line);
  const { text: fix, control } = cleaned(whole);
  const help = whole === line && blockMarks(fix) === blockMarks(line) ? { fix } : {};
  const turned = DIRECTION.exec(line)?.[0];
  return [
    ...(turned ? [problem('hidden-direction', place, { character: codePoint(turned) }, help)] : []),
    ...(control
      ? [problem('hidden-character', place, { character: codePoint(control) }, help)]
      : []),
    ...(line.includes('\ufffd') ? [problem('lost-letter', place, {})] : []),
    ...otherLetters(line, place, whole),
  ];
}

/**
 * The marks with which a line begins that make it a heading, an item, a quotation or a rule. A hidden
 * character may keep them from being any: without it a paragraph would be something else.
 */
function blockMarks(line: string): string {
  const [start = ''] = BLOCK_MARKS.exec(line) ?? [];
  return start.replace(/[ \t]/g, '');
}

const BLOCK_MARKS =
  /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#+|(?:`{3}|~{3}).*|=+[ \t]*$|(?:-[ \t]*)+$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)*/;

/** A character of which only one typeface knows what it is, unless a line begins with it as a list does. */
const PRIVATE = /(?<!^\s*)[\ue000-\uf8ff]/u;
/** What parts a word that needs no parting: Thai and its neighbours end words with it. */
const PARTING = /(?<=\p{Script=Latin})[\u200b\u2060]+(?=\p{Script=Latin})/gu;

function otherLetters(line: string, place: Place, meant: string): Problem[] {
  const owned = PRIVATE.exec(line)?.[0];
  const whole = line.replace(PARTING, '');
  return [
    ...(owned ? [problem('private-character', place, { character: codePoint(owned) })] : []),
    ...(meant === line ? [] : [problem('garbled-letters', place, {}, { fix: meant })]),
    ...(whole === line ? [] : [problem('parted-word', place, {}, { fix: whole })]),
  ];
}

/** A character that no eye sees, by its number: `U+200B`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
