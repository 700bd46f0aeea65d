import { codePoint } from '../../core/content-files/hidden-characters.ts';
import { type Place, type Problem, problem } from '../../core/content-files/problem.ts';
import type { TreeNode } from '../../core/markdown/mdast.ts';
import type { Document } from '../document.ts';

/**
 * Characters that other programs begin the lines of a list with, where lines that have one stand one below
 * the other; some of them may be mended already.
 *
 * @param at which line of its paragraph it is
 */
export function listMarkerProblems(at: number, place: Place, own: readonly string[]): Problem[] {
  const line = own[at] ?? '';
  const isMended = (other = '') => /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(other);
  const found = (pattern: RegExp, isOneEnough = false) => {
    const isOne = (other = '') => isMended(other) || pattern.test(other);
    const isRun = isOneEnough || own.length === 1 || isOne(own[at - 1]) || isOne(own[at + 1]);
    return isRun ? pattern.exec(line) : null;
  };
  const fix = (marker: RegExpExecArray, mark: string) => ({
    fix: `${marker[1]}${mark}${line.slice(marker[0].length)}`,
  });
  const bullet =
    found(BULLET, true) ??
    // One line may be something else.
    (own.length > 1 ? found(/^(\s*)([→➔➢➤►▶✓✔☐☑☒◆◇★✦])\uFE0F?\s*(?=\S)/u) : null);
  if (bullet) {
    const marker = bullet[2] ?? '';
    const isSeen = !/[\ue000-\uf8ff]/.test(marker);
    return [
      problem(
        'bullet-marker',
        place,
        { character: isSeen ? marker : codePoint(marker) },
        fix(bullet, '- '),
      ),
    ];
  }
  if (own.length < 2) return [];
  const letter = found(
    /^(\s*)(\(?\p{L}\)|[a-z]\.|\(\d{1,2}\)|\d\uFE0F?\u20E3|–|－|-(?=\p{L})|[-*+](?=\u00a0)|\*(?=\p{L}[^*]*$))\s*(?=\S)/u,
  );
  if (letter)
    return [problem('list-marker', place, { character: letter[2] ?? '' }, fix(letter, '- '))];
  const number = found(/^(\s*)(\d{1,2}[.)])\u00a0*(?=\p{L})/u);
  return number
    ? [problem('list-marker', place, { character: number[2] ?? '' }, fix(number, `${number[2]} `))]
    : [];
}

/** A character that begins the lines of lists and nothing else, if there is something behind it. */
const BULLET = /^(\s*)([•●▪·‣○◦■□▫⁃・\ue000-\uf8ff])\s*(?=\S)/u;

/** The editor, or the writer, began a line of a list that had begun already. */
export function listInList(
  node: TreeNode,
  { file }: Document,
  lines: readonly string[],
): Problem[] {
  const number = node.position?.start.line ?? 0;
  const line = lines[number - 1] ?? '';
  const fix = line.replace(/^(\s*(?:[-*+]|\d{1,9}[.)]) +)(?:[-*+] +)(?=\S)/, '$1');
  const isOuter = (node.position?.start.column ?? 0) === line.search(/\S/) + 1;
  return fix === line || !isOuter
    ? []
    : [problem('list-in-list', { file, line: number }, {}, { fix })];
}
