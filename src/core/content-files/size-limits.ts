import type { Root } from 'mdast';
import {
  identifierOf,
  isComponent,
  MOST_DEPTH,
  type TreeNode,
  treeNodes,
} from '../markdown/mdast.ts';
import { type Problem, problem } from './problem.ts';

/** The longest file that is read, in characters: some forty thousand words. */
const MOST_CHARACTERS = 250_000;
const MOST_LINES = 5000;
/** A paragraph of some 1,500 words. */
const MOST_IN_LINE = 10_000;
/** Parsers take long for thousands of characters that may begin something. */
const MOST_OPENINGS = 2000;
/** They compare each character of emphasis or of a link with those before it in its paragraph or list. */
const MOST_MARKS = 1500;
/** Characters of quotations and lists before the text of lines, all together. */
const MOST_STEPS = 5000;
/** Each that ends is compared with all that was read before it. */
const MOST_SET_IN = 500;
/** Of all tables: 300 rows of twenty cells are 6,000. Each row has as many cells as its head, written or not. */
const MOST_CELLS = 20_000;

/**
 * The text without the lines in which a word processor wrote out whole pictures, and these lines told.
 */
export function withoutEmbeddedImages(
  source: string,
  file: string,
): { source: string; problems: Problem[] } {
  if (!source.includes('data:image/')) return { source, problems: [] };
  const lines = source.split('\n');
  const isDrawn = (line: string) => line.length > MOST_IN_LINE && line.includes('data:image/');
  const problems = lines.flatMap((line, index) =>
    isDrawn(line) ? [problem('picture-in-text', { file, line: index + 1 }, {})] : [],
  );
  const rest = lines.map((line) => (isDrawn(line) ? '' : line));
  return { source: problems.length > 0 ? rest.join('\n') : source, problems };
}

/** Why a file is too long to be read, if it is. */
export function lengthProblem(source: string, file: string): Problem | undefined {
  const inThousands = (count: number) => `${Math.round(count / 1000)},000`;
  const tooLarge = (count: number, most: number, unit: string) =>
    problem(
      'file-too-large',
      { file },
      { size: `${inThousands(count)} ${unit}`, most: inThousands(most) },
    );
  if (source.length > MOST_CHARACTERS) {
    return tooLarge(source.length, MOST_CHARACTERS, 'characters');
  }
  const lines = source.split('\n').length;
  return lines > MOST_LINES ? tooLarge(lines, MOST_LINES, 'lines') : undefined;
}

/**
 * What no writer writes, and what parsers take for ever over: told before anything is parsed.
 *
 * @param bodyStart where in the source the body begins
 */
export function sizeProblems(source: string, bodyStart: number, file: string): Problem[] {
  const body = source.slice(bodyStart);
  const before = source.slice(0, bodyStart).split('\n').length;
  const lines = body.split('\n');
  const first = (isExcess: (line: string) => boolean) => {
    const index = lines.findIndex(isExcess);
    return index < 0 ? undefined : { file, line: before + index };
  };
  let marks = 0;
  let steps = 0;
  const isCrowded = (line: string) => {
    marks = line.trim() === '' ? 0 : marks + countOf(/[*_~[\]]/g, line);
    return marks > MOST_MARKS;
  };
  const isOneStepTooMany = (line: string) => {
    steps += countOf(STEP, STEPS.exec(line)?.[0] ?? '');
    return steps > MOST_STEPS;
  };
  const crammed = endlessTable(lines);
  const begun = beginningsOf(lines);
  const long = first((line) => line.length > MOST_IN_LINE);
  const deep = first((line) => DEEP.test(line) || FAR_IN.test(line));
  const crowded = first(isCrowded);
  const stepped = first(isOneStepTooMany);
  const characters = { characters: '<, { and &', most: MOST_OPENINGS };
  const steep = { characters: '> and - at the beginnings of lines', most: MOST_STEPS };
  return [
    ...(long ? [problem('line-too-long', long, { most: MOST_IN_LINE })] : []),
    ...(deep ? [problem('nested-too-deep', deep, { most: MOST_DEPTH })] : []),
    ...(countOf(/[<{&]/g, body) > MOST_OPENINGS
      ? [problem('too-many-characters', { file }, characters)]
      : []),
    ...(stepped ? [problem('too-many-characters', stepped, steep)] : []),
    ...(crowded ? [problem('too-many-marks', crowded, { most: MOST_MARKS })] : []),
    ...(begun[MOST_SET_IN] === undefined
      ? []
      : [
          tooMany('lists and quotations', MOST_SET_IN, { file, line: before + begun[MOST_SET_IN] }),
        ]),
    ...(crammed === undefined
      ? []
      : [tooMany('table cells', MOST_CELLS, { file, line: before + crammed })]),
  ];
}

/** The indexes of the lines that begin a list or a quotation, or one that stands further in. */
function beginningsOf(lines: readonly string[]): number[] {
  let depth = -1;
  let isAfterBlank = false;
  return lines.flatMap((line, index) => {
    const [characters = ''] = STEPS.exec(line) ?? [];
    // A list goes on behind an empty line, a quotation does not.
    const isOver =
      isAfterBlank && (characters === '' ? /^\S/.test(line) : characters.includes('>'));
    if (isOver) depth = -1;
    isAfterBlank = line.trim() === '';
    if (characters === '') return [];
    const own = line.search(/\S/) + countOf(STEP, characters);
    const isDeeper = own > depth;
    depth = own;
    return isDeeper ? [index] : [];
  });
}

/** The index of the line with which the cells of all tables become too many. */
function endlessTable(lines: readonly string[]): number | undefined {
  let cells = 0;
  let columns = 0;
  const found = lines.findIndex((line) => {
    const isBelowHead = /^[-|: \t>]*$/.test(line) && line.includes('|') && line.includes('-');
    if (isBelowHead) columns = countOf(/-+/g, line);
    if (/^[ \t>]*$/.test(line)) columns = 0;
    cells += columns;
    return cells > MOST_CELLS;
  });
  return found < 0 ? undefined : found;
}

/** How many of its parts a text may have: many times what any post had, and little enough for one page. */
const MOST_PARTS = { links: 2000, pictures: 300, headings: 500, footnotes: 1000 } as const;

/**
 * Addresses and titles that a text takes from its definitions, in characters: each link writes them out.
 * The build's parser leaves links unread from some 100,000 on.
 */
const MOST_TAKEN = 70_000;

/** That a text has more of something than a page can show. */
export function partProblems(tree: Root, file: string): Problem[] {
  const nodes = treeNodes(tree).map(({ node }) => node);
  const counts = Object.entries(MOST_PARTS).flatMap(([part, most]) => {
    const over = nodes.filter((node) => partOf(node) === part)[most];
    return over ? [tooMany(part, most, { file, line: over.position?.start.line })] : [];
  });
  const taken = takenLengths(nodes);
  let length = 0;
  const long = nodes.find((node) => {
    length += /^(?:link|image)Reference$/.test(node.type)
      ? (taken.get(identifierOf(node)) ?? 0)
      : 0;
    return length > MOST_TAKEN;
  });
  const place = { file, line: long?.position?.start.line };
  return [
    ...counts,
    ...(long ? [problem('addresses-too-long', place, { most: inWords(MOST_TAKEN) })] : []),
  ];
}

/** That there are more questions than have a number. */
export function questionExcess(
  questions: readonly { line?: number | undefined }[],
  file: string,
): Problem[] {
  const over = questions[MOST_QUESTIONS];
  return over ? [tooMany('questions', MOST_QUESTIONS, { file, line: over.line })] : [];
}

/** A response names its question with two digits. */
const MOST_QUESTIONS = 99;

function partOf(node: TreeNode): keyof typeof MOST_PARTS | undefined {
  if (isComponent(node)) return node.name === 'Figure' ? 'pictures' : undefined;
  return PART_OF[node.type];
}

const PART_OF: Readonly<Partial<Record<string, keyof typeof MOST_PARTS>>> = {
  link: 'links',
  linkReference: 'links',
  image: 'pictures',
  imageReference: 'pictures',
  heading: 'headings',
  footnoteReference: 'footnotes',
};

/** By the name of a definition, how much each link to it writes out. */
function takenLengths(nodes: readonly TreeNode[]): ReadonlyMap<string, number> {
  return new Map(
    nodes.flatMap((node): [string, number][] => {
      if (node.type !== 'definition') return [];
      const { url, title } = node as { url: string; title?: string | null };
      return [[identifierOf(node), url.length + (title?.length ?? 0)]];
    }),
  );
}

function tooMany(parts: string, most: number, place: { file: string; line: number | undefined }) {
  return problem('too-many-parts', place, { parts, most: inWords(most) });
}

function inWords(count: number): string {
  return count.toLocaleString('en');
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** A character of a quotation or of a list, and those at the beginning of a line. */
const STEP = />|(?:[*+-]|\d{1,9}[.)])(?=[ \t])/g;
const STEPS = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t]))+/;
/** More of them than a tree may be deep: each makes two of its levels. */
const DEEP = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){21}/;
/** A step of a list that stands further in than a tree may be deep. */
const FAR_IN = /^[ \t>]{100,}(?:[*+-]|\d{1,9}[.)])[ \t]/;
