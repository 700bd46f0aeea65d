import { COMPONENTS, componentNamed } from '../model/author-components.ts';
import { closestMatch } from '../text/closest-match.ts';
import { markdownFor } from './html-alternatives.ts';
import { type Problem, problem } from './problem.ts';
import { suggestComponent } from './suggest-value.ts';

/** Why a text can't be read as MDX, in plain words. */
export interface MdxError {
  problem: Problem;
  /** The offset of the character at fault, where it was found. */
  offset?: number | undefined;
}

/**
 * Explains a syntax error by what stands at its place, whichever parser found it.
 *
 * @param source the whole file
 * @param file its name for the report
 * @param error what the parser threw; a place `LINE:COLUMN` stands in its message
 * @param written the file as it was written, where characters of the source are masked
 */
export function mdxError(source: string, file: string, error: unknown, written = source): MdxError {
  const complaint = complaintOf(error);
  const offset = signAtFault(source, complaint);
  if (offset === undefined) {
    return { problem: problem('mdx-syntax', { file, ...complaint.place }, {}) };
  }
  const before = source.slice(0, offset).split('\n');
  const start = before.at(-1)?.length ?? 0;
  const place = { file, line: before.length, column: start + 1 };
  const lineText = written.slice(offset - start).split('\n', 1)[0] ?? '';
  const explained = explainedAt(source.slice(offset, offset + MOST_READ), complaint);
  const fix = explained.instead?.(lineText.slice(start));
  const help = fix === undefined ? {} : { fix: lineText.slice(0, start) + fix };
  return { problem: explained.problem(place, help), offset };
}

const MOST_READ = 2000;

interface SourcePlace {
  line: number;
  column: number;
}

/** What a parser complains of. */
interface Complaint {
  place: SourcePlace | undefined;
  /** A character < stands where a name or a value should. */
  isSecondCharacter: boolean;
  /** It was reading what stands between braces. */
  isInBraces: boolean;
  /** It read the end of a tag that has not begun. */
  isEndAlone: boolean;
  /** A tag that begins has no end. */
  isOpen: boolean;
}

/**
 * Reads the sentence of a parser: the build's gives its errors no code. What a sentence is taken for
 * is decided here alone, and one that is unknown is explained more generally.
 */
function complaintOf(error: unknown): Complaint {
  const message = error instanceof Error ? error.message : String(error);
  const says = (words: RegExp) => words.test(message);
  const isUnexpected = /unexpected character/i.test(message.replace(/\(mdx-jsx:[^)]*\)/, ''));
  return {
    place: placeIn(error, message),
    isSecondCharacter: says(/unexpected character `<`/i),
    isInBraces: says(/brace|expression|acorn/i),
    isEndAlone: says(/closing|corresponding/i),
    isOpen: says(/clos|end tag|before the end/i) && !isUnexpected,
  };
}

function placeIn(error: unknown, message: string): SourcePlace | undefined {
  const [, line, column] = /(\d+):(\d+)/.exec(message) ?? [];
  if (line && column) return { line: Number(line), column: Number(column) };
  const place = (error as { place?: { start?: SourcePlace } & Partial<SourcePlace> } | undefined)
    ?.place;
  const { line: row, column: along } = place?.start ?? place ?? {};
  return row && along ? { line: row, column: along } : undefined;
}

function offsetOf(source: string, place: SourcePlace): number {
  const lines = source.split('\n').slice(0, place.line - 1);
  return lines.reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
}

/** The offset of the character at fault: parsers name it, or where they lost patience after it. */
function signAtFault(source: string, complaint: Complaint): number | undefined {
  if (!complaint.place) return undefined;
  const offset = offsetOf(source, complaint.place);
  // A character < that stands where a name or a value should is not the one at fault.
  const isSecond = source[offset] === '<' && complaint.isSecondCharacter;
  const first = isSecond ? source.lastIndexOf('<', offset - 1) : -1;
  if (first >= 0) return first;
  if (/[<{]/.test(source[offset] ?? '')) return offset;
  const characters = complaint.isInBraces ? '{' : '<';
  const found = source.lastIndexOf(characters, offset);
  const other = source.lastIndexOf(characters === '<' ? '{' : '<', offset);
  const best = found >= 0 ? found : other;
  if (best < 0) return undefined;
  return source[best] === '{' ? outermostBrace(source, best) : best;
}

/** The brace that begins what another stands in: what is wrong inside is wrong with the whole. */
function outermostBrace(source: string, inner: number): number {
  let outermost = inner;
  let closed = 0;
  for (let at = inner - 1; at >= 0 && source.slice(at, at + 2) !== '\n\n'; at--) {
    const isShown = source[at - 1] === '\\';
    if (source[at] === '}' && !isShown) closed++;
    if (source[at] !== '{' || isShown) continue;
    if (closed > 0) closed--;
    else outermost = at;
  }
  return outermost;
}

interface Explained {
  problem: (
    place: { file: string; line: number; column: number },
    help: { fix?: string },
  ) => Problem;
  /** The rest of the line from the character on, corrected. */
  instead?: (rest: string) => string;
}

function explainedAt(text: string, complaint: Complaint): Explained {
  if (text.startsWith('{')) {
    return {
      problem: (place, help) => problem('braces', place, {}, help),
      instead: (rest) => rest.replace(/\\?[{}]/g, (character) => `\\${character.at(-1)}`),
    };
  }
  if (text.startsWith('<!--')) return { problem: (place) => problem('comment', place, {}) };
  const declared = /^<([!?]\[?[A-Za-z]+)/.exec(text)?.[1];
  if (declared) return html(declared);
  const address = /^<((?:https?:\/\/|mailto:)[^\s<>]+|[^\s<>@/]+@[^\s<>]+)>/.exec(text)?.[1];
  if (address) {
    const shown = address.replace(/^mailto:/, '');
    const target = address.includes(':') ? address : `mailto:${address}`;
    return {
      problem: (place, help) => problem('angle-address', place, {}, help),
      instead: (rest) => `[${shown}](${target})${rest.slice(address.length + 2)}`,
    };
  }
  return explainedTag(text, complaint);
}

function explainedTag(text: string, complaint: Complaint): Explained {
  const [, slash, name = ''] = /^<(\/?)\s*([A-Za-z][\w.:-]*)/.exec(text) ?? [];
  const escaped = { instead: (rest: string) => `\\${rest}` };
  const known = componentNamed(name);
  if (/^[a-z]+:[a-z][\w.-]*$/i.test(name) && !/^[a-z]+:\/\//i.test(text.slice(1)))
    return html(name);
  const isHtml =
    /^[a-z][a-z0-9]*$/.test(name) && (ELEMENTS.has(name) || markdownFor(name) !== markdownFor(''));
  if (slash && (known || isHtml || complaint.isEndAlone)) {
    if (isHtml) return html(name);
    return { problem: (place) => problem('component-end-alone', place, { name }) };
  }
  if (known) {
    const blanks = { name, example: known.example.replace(/\n+/g, ' ') };
    const how =
      known.holds === 'none'
        ? 'It contains nothing, so end it with />'
        : 'Put its beginning and its end on lines of their own, with an empty line after the first and before the last';
    return {
      problem: (place) =>
        complaint.isOpen
          ? problem('component-open', place, { ...blanks, how })
          : problem('component-unreadable', place, blanks),
    };
  }
  if (isHtml) return html(name);
  if (/^[A-Z]\w*$/.test(name) && /^<\w+[^<]*>/.test(text)) {
    const names = Object.keys(COMPONENTS);
    const suggestion = closestMatch(name, names) ?? suggestComponent(name);
    return {
      problem: (place) =>
        problem('unknown-component', place, { name, known: names.join(', ') }, { suggestion }),
    };
  }
  return { problem: (place, help) => problem('less-than', place, {}, help), ...escaped };
}

function html(name: string): Explained {
  return { problem: (place) => problem('html', place, { name, instead: markdownFor(name) }) };
}

/** HTML elements that are not in the list of what to write instead, and yet are no slips. */
const ELEMENTS: ReadonlySet<string> = new Set(
  'abbr address article aside body button cite details figcaption figure footer head header html input kbd label link main mark nav math meta noscript pre q section small source sub summary sup tbody template textarea tfoot thead time title var wbr'.split(
    ' ',
  ),
);
