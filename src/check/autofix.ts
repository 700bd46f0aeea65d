import type { ContentFolder } from '../core/content-files/folder.ts';
import { type Problem, shownFix } from '../core/content-files/problem.ts';
import { RULES, type Rule } from '../core/content-files/rule-messages.ts';
import { isSurelyWestern } from '../core/text/text-encoding.ts';

/** A folder's texts with what is safe to mend mended. */
export interface Autofix {
  /** Path in the folder → its text, of those that changed. */
  changed: ReadonlyMap<string, string>;
  /** What was done, a line for each: `content/tags.yaml:3 The line begins with a tab.` */
  told: readonly string[];
}

/** Mending one thing may show another behind it, but not for ever. */
const MOST_ROUNDS = 10;

/**
 * Mends what can't change the meaning of anything: each rule says whether it may.
 *
 * @param folder the content
 * @param judge what finds the problems of a folder
 */
export function autofix(
  folder: ContentFolder,
  judge: (folder: ContentFolder) => readonly Problem[],
): Autofix {
  const texts = new Map(folder.texts);
  const encodings = new Map(folder.encodings);
  const changed = new Map<string, string>();
  const told: string[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const pathOf = ({ file }: Pick<Problem, 'file'>) => file.slice(folder.name.length + 1);
    const safe = judge({ ...folder, texts, encodings }).filter((problem) =>
      problem.rule === 'encoding'
        ? isRead(texts.get(pathOf(problem)), encodings.get(pathOf(problem)))
        : isSafe(problem),
    );
    if (safe.length === 0) break;
    for (const [file, problems] of Map.groupBy(safe, (problem) => problem.file)) {
      const path = pathOf({ file });
      const before = texts.get(path) ?? '';
      const { text, done } = mendedText(before, problems);
      encodings.delete(path);
      texts.set(path, text);
      changed.set(path, text);
      told.push(...done.map(toldOf));
    }
  }
  return { changed, told };
}

/** Whether a file in another encoding was surely read as it is meant. */
function isRead(text = '', encoding = ''): boolean {
  return encoding === 'UTF-16' || isSurelyWestern(text);
}

function isSafe(problem: Problem): boolean {
  const rule: Rule = RULES[problem.rule];
  return rule.safe === true && (problem.fix !== undefined || WHOLE.has(problem.rule));
}

/** The rules that are about a file as a whole. */
const WHOLE: ReadonlySet<string> = new Set(['encoding', 'byte-order-mark', 'line-ends']);

function mendedText(text: string, problems: readonly Problem[]) {
  const whole = problems.filter(({ rule }) => WHOLE.has(rule));
  // The lines are judged anew once the file as a whole is right.
  if (whole.length > 0) {
    return { text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), done: whole };
  }
  const lines = text.split('\n');
  const done: Problem[] = [];
  for (const [line = 0, all] of Map.groupBy(problems, (problem) => problem.line)) {
    const first = all[0]?.rule;
    const alike = all.filter(({ rule }) => rule === first);
    const { text: mended, made } = mendedLine(lines[line - 1] ?? '', alike);
    if (line > 0) lines[line - 1] = mended;
    done.push(...made.map((problem) => ({ ...problem, fix: mended })));
  }
  return { text: lines.join('\n'), done };
}

/** A line with each thing mended that is wrong in it and stands apart from the others. */
function mendedLine(before: string, problems: readonly Problem[]) {
  const changes = problems.map((problem) => ({ problem, ...changeOf(before, problem.fix ?? '') }));
  const made: Problem[] = [];
  let text = '';
  let at = 0;
  for (const { problem, from, to, put } of changes.sort((a, b) => a.from - b.from)) {
    if (made.length > 0 && from <= at) continue;
    text += before.slice(at, from) + put;
    at = to;
    made.push(problem);
  }
  return { text: text + before.slice(at), made };
}

/** What one text has in the place of a part of the other. */
function changeOf(before: string, after: string): { from: number; to: number; put: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let alike = 0;
  const isAlike = () => before.at(-1 - alike) === after.at(-1 - alike);
  while (alike < most - from && isAlike()) alike++;
  return {
    from,
    to: before.length - alike,
    put: after.slice(from, after.length - alike),
  };
}

function toldOf(problem: Problem): string {
  const { file, line, message } = problem;
  const place = line === undefined ? file : `${file}:${line}`;
  const fix = shownFix(problem);
  return `${place} ${message}${fix === undefined ? '' : ` → ${fix}`}`;
}
