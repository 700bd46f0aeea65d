import type { Problem } from '../blog/problem.ts';

/** How problems are told: to a person, to GitHub's pages, to a program. */
export type Reporter = (problems: readonly Problem[], postCount: number) => string;

/** For a person at a terminal. */
export const inPlainWords: Reporter = (problems, postCount) => {
  const told = problems.map(({ severity, file, line, what, todo, better }) => {
    const place = line === undefined ? file : `${file}:${line}`;
    const advice = severity === 'warning' ? ' (advice)' : '';
    return [`${place}${advice}`, `  ${what}`, `  ${todo}`, ...(better ? [`  ${better}`] : [])].join(
      '\n',
    );
  });
  return [...told, summary(problems, postCount)].join('\n\n');
};

/** As GitHub's workflow commands, which stand beside the line in a pull request. */
export const asAnnotations: Reporter = (problems, postCount) =>
  [
    ...problems.map(({ severity, file, line, rule, what, todo }) => {
      const place = `file=${property(file)}${line === undefined ? '' : `,line=${line}`}`;
      return `::${severity} ${place},title=${property(rule)}::${message(`${what} ${todo}`)}`;
    }),
    summary(problems, postCount),
  ].join('\n');

/** As JSON, one array of problems. */
export const asJson: Reporter = (problems) => JSON.stringify(problems, null, 2);

function summary(problems: readonly Problem[], postCount: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const advice = problems.length - errors;
  const posts = counted(postCount, 'post', 'posts');
  if (problems.length === 0) return `${posts} read. Nothing to mend.`;
  const found = [
    ...(errors > 0 ? [counted(errors, 'problem', 'problems')] : []),
    ...(advice > 0 ? [counted(advice, 'piece of advice', 'pieces of advice')] : []),
  ].join(' and ');
  return `${found} in ${posts}. Nothing was changed.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
