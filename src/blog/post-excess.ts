import { broken, type Problem } from './problem.ts';
import { MOST_DEPTH } from './tree-nodes.ts';

/** The longest file that is read, in characters: some forty thousand words. */
const MOST_CHARACTERS = 250_000;
const MOST_LINES = 5000;
/** A paragraph of some 1,500 words. */
const MOST_IN_LINE = 10_000;
/** Parsers take long for thousands of signs that may begin something. */
const MOST_SIGNS = 2000;
/** They compare each sign of emphasis or of a link with those before it in its paragraph or list. */
const MOST_MARKS = 1500;
/** Signs of quotations and lists before the text of lines, all together. */
const MOST_STEPS = 5000;

/**
 * The text without the lines in which a word processor wrote out whole pictures, and these lines told.
 */
export function withoutDrawnPictures(
  source: string,
  file: string,
): { source: string; problems: Problem[] } {
  if (!source.includes('data:image/')) return { source, problems: [] };
  const lines = source.split('\n');
  const isDrawn = (line: string) => line.length > MOST_IN_LINE && line.includes('data:image/');
  const problems = lines.flatMap((line, index) =>
    isDrawn(line) ? [broken('picture-in-text', { file, line: index + 1 }, {})] : [],
  );
  const rest = lines.map((line) => (isDrawn(line) ? '' : line));
  return { source: problems.length > 0 ? rest.join('\n') : source, problems };
}

/** Why a file is too long to be read, if it is. */
export function lengthProblem(source: string, file: string): Problem | undefined {
  const inThousands = (count: number) => `${Math.round(count / 1000)},000`;
  const tooLarge = (count: number, most: number, unit: string) =>
    broken(
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
export function excessProblems(source: string, bodyStart: number, file: string): Problem[] {
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
  const long = first((line) => line.length > MOST_IN_LINE);
  const deep = first((line) => DEEP.test(line) || FAR_IN.test(line));
  const crowded = first(isCrowded);
  const stepped = first(isOneStepTooMany);
  const signs = { signs: '<, { and &', most: MOST_SIGNS };
  const begun = { signs: '> and - at the beginning of lines', most: MOST_STEPS };
  return [
    ...(long ? [broken('line-too-long', long, { most: MOST_IN_LINE })] : []),
    ...(deep ? [broken('nested-too-deep', deep, { most: MOST_DEPTH })] : []),
    ...(countOf(/[<{&]/g, body) > MOST_SIGNS ? [broken('too-many-signs', { file }, signs)] : []),
    ...(stepped ? [broken('too-many-signs', stepped, begun)] : []),
    ...(crowded ? [broken('too-many-marks', crowded, { most: MOST_MARKS })] : []),
  ];
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** A sign of a quotation or of a list, and those at the beginning of a line. */
const STEP = />|(?:[*+-]|\d{1,9}[.)])(?=[ \t])/g;
const STEPS = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t]))+/;
/** More of them than a tree may be deep: each makes two of its levels. */
const DEEP = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){21}/;
/** A step of a list that stands further in than a tree may be deep. */
const FAR_IN = /^[ \t>]{100,}(?:[*+-]|\d{1,9}[.)])[ \t]/;
