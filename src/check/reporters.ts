import {
  hintSentence,
  type Problem,
  reportedProblems,
  shownFix,
} from '../core/content-files/problem.ts';
import { onOneLine, printable, printableJson } from '../core/text/printable.ts';
import type { Scheduled } from './schedule.ts';

/** What a check found. */
export interface CheckReport {
  problems: readonly Problem[];
  /** How many posts were read. */
  postCount: number;
  /** What is published later, the next first. */
  scheduled: readonly Scheduled[];
  /** What was mended, file by file. */
  mended: readonly string[];
  /** With what the content was compared, or why it was not; nothing when nobody asked. */
  compared?: { isDone: boolean; sentence: string } | undefined;
}

/** How a check is told: to a person, to GitHub's pages, to a program. */
export type Reporter = (report: CheckReport) => string;

/** For a person at a terminal. */
export const inPlainWords: Reporter = (report) => {
  const told = reportedProblems(report.problems).map((problem) => {
    const { severity, file, line, message } = problem;
    const place = onOneLine(line === undefined ? file : `${file}:${line}`);
    const advice = severity === 'warning' ? ' (advice)' : '';
    const lines = [`${place}${advice}`, `  ${message}`, `  ${hintSentence(problem)}`];
    const fix = shownFix(problem);
    return printable([...lines, ...(fix ? [`  → ${fix}`] : [])].join('\n'));
  });
  return [...told, ...notes(report), summary(report)].join('\n\n');
};

/** As GitHub's workflow commands, which stand beside the line in a pull request. */
export const asAnnotations: Reporter = (report) =>
  [
    ...reportedProblems(report.problems).map((problem) => {
      const { severity, file, line, column, rule, message } = problem;
      const places = [
        `file=${escapeProperty(file)}`,
        line && `line=${line}`,
        column && `col=${column}`,
      ];
      const place = places.filter(Boolean).join(',');
      const fix = shownFix(problem);
      const said = `${message} ${hintSentence(problem)}${fix ? `\n${fix}` : ''}`;
      return `::${severity} ${place},title=${escapeProperty(rule)}::${escapeMessage(said)}`;
    }),
    ...(report.compared?.isDone === false
      ? [`::warning ::${escapeMessage(report.compared.sentence)}`]
      : []),
    ...notes(report),
    summary(report),
  ].join('\n');

/** As JSON, for programs; `more` counts those of a kind that are left out. */
export const asJson: Reporter = (report) =>
  printableJson(
    JSON.stringify({ ...report, problems: reportedProblems(report.problems) }, null, 2),
  );

function notes({ scheduled, mended, compared }: CheckReport): string[] {
  return [
    ...(mended.length > 0
      ? [['Fixed:', ...mended.map((one) => `  ${onOneLine(one)}`)].join('\n')]
      : []),
    ...(scheduled.length > 0
      ? [
          [
            'Scheduled:',
            ...scheduled.map(
              ({ when, title, file }) => `  ${when}: ${onOneLine(title)} (${onOneLine(file)})`,
            ),
          ].join('\n'),
        ]
      : []),
    ...(compared ? [onOneLine(compared.sentence)] : []),
  ];
}

function summary({ problems, postCount, mended }: CheckReport): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const advice = problems.length - errors;
  const posts = counted(postCount, 'post', 'posts');
  if (problems.length === 0) return `Checked ${posts}. Nothing to fix.`;
  const found = [
    ...(errors > 0 ? [counted(errors, 'problem', 'problems')] : []),
    ...(advice > 0 ? [counted(advice, 'piece of advice', 'pieces of advice')] : []),
  ].join(' and ');
  return `${found} in ${posts}.${mended.length > 0 ? '' : ' Nothing was changed.'}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function escapeMessage(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(onOneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
