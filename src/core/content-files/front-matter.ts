import { type Problem, problem } from './problem.ts';

/** The block of fields at the top of a text, with the lines around it; in brackets, the fields. */
export const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/**
 * The text with the lines around its fields as they are meant, so that the rest can be judged, and
 * what is wrong with them.
 */
export function withFences(source: string, file: string): { source: string; problems: Problem[] } {
  const lines = source.split('\n');
  const isField = /^\s*\w+\s*[:：]/.test(lines[1] ?? '');
  if (FRONT_MATTER.test(source.replace(/^\ufeff/, '')) || !isField || !RULE.test(lines[0] ?? '')) {
    return { source, problems: [] };
  }
  const end = lines.findIndex((line, index) => index > 0 && RULE.test(line));
  if (end < 0) return { source, problems: [] };
  const isRight = (line = '') => /^\ufeff?---[ \t\r]*$/.test(line);
  const help = { fix: '---' };
  const problems = [
    ...(isRight(lines[0]) ? [] : [problem('no-front-matter', { file, line: 1 }, {}, help)]),
    ...(isRight(lines[end])
      ? []
      : [problem('front-matter-open', { file, line: end + 1 }, {}, help)]),
  ];
  const meant = lines.map((line, at) =>
    (at === 0 || at === end) && !isRight(line) ? '---' : line,
  );
  return { source: meant.join('\n'), problems };
}

/** Why a text has no block of fields that could be read. */
export function noFrontMatter(text: string, file: string): Problem {
  const isOpen = /^---[ \t]*\r?\n\s*\w+:/.test(text);
  if (isOpen) return problem('front-matter-open', { file, line: 1 }, {});
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const isMeant = RULE.test(lines[first] ?? '');
  const help = isMeant && lines[first] !== '---' ? { fix: '---' } : {};
  return problem('no-front-matter', { file, line: isMeant ? first + 1 : 1 }, {}, help);
}

/** What other programs make of three hyphens, or people write for them. */
const RULE = /^[\s\u200b\ufeff]*(?:[—–-]+|`{3}.*|\.{3}|[+]{3}|[*]{3}|_{3}|={3,})\s*$/;

/**
 * The names of fields that stand below the block of them, where somebody closed it too early, and the
 * empty lines above the first.
 *
 * @param body the text below the block
 * @param known the names of all fields
 */
export function splitFields(
  body: string,
  known: readonly string[],
): { names: string[]; above: number } {
  const lines = body.split('\n');
  const above = Math.max(
    lines.findIndex((line) => line.trim() !== ''),
    0,
  );
  const end = lines.findIndex((line, index) => index > above && /^---\s*$/.test(line));
  const names = lines
    .slice(above, Math.max(end, above))
    .flatMap((line) => /^([a-z]\w*):(?: |$)/i.exec(line)?.[1] ?? []);
  const isField = lines[above]?.startsWith(`${names[0]}:`) && known.includes(names[0] ?? '');
  return isField ? { names, above } : { names: [], above };
}
