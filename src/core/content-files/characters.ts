import { z } from 'zod';
import { postSchema } from '../model/post.ts';
import { POST_FIELDS } from '../model/serialize-post.ts';
import { codePoint, hiddenProblems, withoutHidden } from './hidden-characters.ts';
import { type Problem, problem } from './problem.ts';
import { isList, keysAt } from './schema-fields.ts';

/** A text, and what is wrong with its characters themselves. */
export interface Characters {
  problems: Problem[];
  /** The text as it is meant, so that the rest of it can be judged: errors mended, lines the same. */
  text: string;
}

/**
 * Looks for what no eye sees: marks at the beginning, characters that turn the direction, control
 * characters, and what breaks the fields (tabs, hidden spaces, wide colons, curly quotation marks).
 *
 * @param source the whole file
 * @param file its name for the report
 */
export function readCharacters(source: string, file: string): Characters {
  const problems: Problem[] = [];
  let text = source;
  if (text.startsWith('\ufeff')) {
    problems.push(problem('byte-order-mark', { file, line: 1 }, {}));
    text = text.slice(1);
  }
  if (text.includes('\r')) {
    const line = text.slice(0, text.indexOf('\r')).split('\n').length;
    problems.push(problem('line-ends', { file, line }, {}));
  }
  const lines = text.split('\n');
  const lastField = lastFieldLine(lines, file);
  const near = surroundings(lines.slice(0, lastField + 2));
  const meant = lines.map((line, index) => {
    const place = { file, line: index + 1 };
    const hidden = hiddenProblems(line, place);
    const visible = hidden.length > 0 ? withoutHidden(line) : line;
    const field = index <= lastField ? fieldProblems(visible, place, near[index]) : [];
    problems.push(...hidden, ...field);
    return field.find(({ severity }) => severity === 'error')?.fix ?? visible;
  });
  return { problems, text: meant.join('\n') };
}

/** The last line that holds fields: of a YAML file the last, of a post that of the closing ---. */
function lastFieldLine(lines: readonly string[], file: string): number {
  if (file.endsWith('.yaml')) return lines.length;
  if (!/^---\s*$/.test(lines[0] ?? '')) return -1;
  return lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
}

/** The lines right above and below one, empty ones left out, and the field to which it belongs. */
interface Around {
  above: string;
  below: string;
  /** The nearest line above that is a field without a value; empty when another field is nearer. */
  owner: string;
}

const NOTHING_NEAR: Around = { above: '', below: '', owner: '' };

/** What stands around each line. */
function surroundings(lines: readonly string[]): Around[] {
  const isFilled = (line: string) => line.trim() !== '';
  const isField = (line: string) => /^[a-z]\w*:/i.test(line) && !COVER_LINE.test(line);
  let below = '';
  const allBelow = lines.toReversed().map((line) => {
    const next = below;
    if (isFilled(line)) below = line;
    return next;
  });
  let above = '';
  let owner = '';
  return lines.map((line, index) => {
    const around = { above, owner, below: allBelow[lines.length - 1 - index] ?? '' };
    if (isFilled(line)) above = line;
    if (isField(line)) owner = /^\w+:\s*$/.test(line) ? line.trim() : '';
    return around;
  });
}

/** What is wrong with a line of fields; the first thing, since mending it shows the next. */
function fieldProblems(
  line: string,
  place: { file: string; line: number },
  near = NOTHING_NEAR,
): Problem[] {
  if (/^ *\t/.test(line)) {
    const spaced = line.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '  '));
    const fix = (place.file.endsWith('.mdx') && inItsPlace(spaced, near)) || spaced;
    return [problem('yaml-tab', place, {}, { fix })];
  }
  const [name = ''] = /^[\s\u200b]*(?:- )?[a-z][a-zA-Z]*[\s\u200b]*:[\s\u200b]*/.exec(line) ?? [];
  const hidden = HIDDEN_SPACE.exec(name)?.[0];
  if (hidden) {
    const fix = line
      .replace(/^[\s\u200b]+/, (space) => space.replace(/[^ ]/g, ' '))
      .replace(/[\s\u200b]*:[\s\u200b]*/, ': ')
      .trimEnd();
    return [problem('yaml-hidden-space', place, { character: codePoint(hidden) }, { fix })];
  }
  const end = ENDING.test(line) ? lengthOfSeen(line) : line.length;
  const trailing = HIDDEN_SPACE.exec(line.slice(end))?.[0];
  if (trailing) {
    const fix = line.slice(0, end);
    return [problem('yaml-hidden-space', place, { character: codePoint(trailing) }, { fix })];
  }
  if (/^[a-zA-Z]+\s*：/.test(line)) {
    const fix = line.replace(/\s*：\s*/, ': ').trimEnd();
    return [problem('yaml-wide-colon', place, {}, { fix })];
  }
  const glued = /^([a-zA-Z]+):(?=[^\s:/])/.exec(line);
  if (glued) {
    const fix = line.replace(':', ': ');
    return [problem('yaml-no-space', place, {}, { fix })];
  }
  if (/^-[^\s-]/.test(line)) {
    return [problem('yaml-list-space', place, {}, { fix: line.replace('-', '- ') })];
  }
  const note = /^<!--(.*)-->$|^\/\/(.*)$/.exec(line.trim());
  if (note) {
    const fix = `# ${(note[1] ?? note[2] ?? '').trim()}`;
    return [problem('yaml-no-colon', place, {}, { fix })];
  }
  const marker = LISTS.test(near.owner) ? /^\s*([*•·●▪–—])\s*(?=\S)/u.exec(line) : null;
  if (marker) {
    const fix = `- ${line.slice(marker[0].length)}`;
    return [problem('yaml-list-marker', place, { character: marker[1] ?? '' }, { fix })];
  }
  const indented = place.file.endsWith('.mdx') ? inItsPlace(line, near) : undefined;
  if (indented !== undefined) return [problem('yaml-indent', place, {}, { fix: indented })];
  return [...smartQuoteProblems(line, place), ...hashProblems(line, place)];
}

/** Fields of words, of posts and of the other files. */
const WORD_FIELDS: readonly string[] = [
  ...['title', 'summary', 'correction', 'withdrawn', 'alt', 'caption', 'credit'],
  ...['name', 'label', 'description', 'tagline', 'notice', 'role'],
];

const post = postSchema(() => z.string());

/** Lines that begin with one of some fields. */
function fieldsPattern(before: string, names: readonly string[], behind: string): RegExp {
  return new RegExp(`${before}(?:${names.join('|')})${behind}`);
}

const HIDDEN_SPACE = /[\u00a0\u2000-\u200b\u202f\u3000]/;
/** A field whose value is one of a few words or a date. */
const ENDING = fieldsPattern(
  '^',
  POST_FIELDS.filter((name) => !WORD_FIELDS.includes(name) && name !== 'cover' && name !== 'guid'),
  ': ',
);

/** How long a line is without the spaces at its end, hidden ones too. */
function lengthOfSeen(line: string): number {
  let end = line.length;
  while (end > 0 && /[\s\u200b]/.test(line[end - 1] ?? '')) end--;
  return end;
}

const LISTS = fieldsPattern(
  '^',
  POST_FIELDS.filter((name) => isList(post, name)),
  ':$',
);
/** A line of a cover that stands as far to the left as the fields. */
const COVER_LINE = fieldsPattern('^', keysAt(post, ['cover']), ':(?: |$)');

/** The line as far in as it belongs: fields at the left, those of a cover two spaces in. */
function inItsPlace(line: string, { above, below, owner }: Around): string | undefined {
  if (owner === 'cover:' && COVER_LINE.test(line)) return `  ${line}`;
  const field = /^ +([a-z]\w*):(?: |$)/i.exec(line)?.[1] ?? '';
  if (!POST_FIELDS.includes(field) || field === 'licence') return undefined;
  // A value that ends in its line has nothing further in below it; nor has the line of ---.
  const isAlone = /^[a-z]\w*: +[^\s|>[{"'#&!]/i.test(above);
  const isFirst = /^---\s*$/.test(above) && /^[a-z]\w*:/i.test(below);
  return isAlone || isFirst ? line.trimStart() : undefined;
}

/** A field of words, without quotation marks, in which a space and a # begin a note. */
const NOTED = fieldsPattern(
  '^( *(?:- )?',
  WORD_FIELDS,
  `: +)([^"'#>|[{&*!\\s](?:[^"]*\\S)? +#.*?)\\s*$`,
);

function hashProblems(line: string, place: { file: string; line: number }): Problem[] {
  const [, key, value] = NOTED.exec(line) ?? [];
  return key ? [problem('yaml-hash', place, {}, { fix: `${key}"${value}"` })] : [];
}

function smartQuoteProblems(line: string, place: { file: string; line: number }): Problem[] {
  const match =
    /^( *(?:- )?[\w-]+: +)[“”„«]([^"“”„«»\\]*)[”“»]\s*$/u.exec(line) ??
    /^( *(?:- )?[\w-]+: +)(?:‘([^"‘’\\]*)’)\s*$/u.exec(line) ??
    /^( *(?:- )?[\w-]+: +)[“”„]([^"“”„\\]*)"\s*$/u.exec(line);
  if (!match) return [];
  return [problem('yaml-smart-quotes', place, {}, { fix: `${match[1]}"${match[2]}"` })];
}
