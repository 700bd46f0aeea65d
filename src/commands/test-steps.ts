/** One step of `npm test`. */
export interface TestStep {
  name: string;
  /** A command of ours or of a package, and its arguments. */
  command: [string, ...string[]];
  /** `tests`: a Vitest project, each of whose tests counts. Otherwise the step counts as one. */
  counts?: 'tests';
  /** Another step, without whose success this one can't be. */
  needs?: string;
  /** After so many minutes the step is stopped and has failed. */
  minutes: number;
}

/** Everything that `npm test` does, in order. */
export const testSteps: TestStep[] = [
  { name: 'content', command: ['npm', 'run', '--silent', 'check'], minutes: 2 },
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'], minutes: 5 },
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'], minutes: 2 },
  { name: 'unused code', command: ['knip'], minutes: 2 },
  { name: 'unit tests', ...vitest('unit', '--maxWorkers=100%'), minutes: 5 },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], minutes: 10 },
  { name: 'tests of the built site', ...vitest('build'), needs: 'build', minutes: 10 },
  {
    name: 'tests in a browser',
    ...vitest('browser'),
    needs: 'build',
    minutes: 15,
  },
];

function vitest(project: string, ...more: string[]): Pick<TestStep, 'command' | 'counts'> {
  return { command: ['vitest', 'run', '--project', project, ...more], counts: 'tests' };
}
