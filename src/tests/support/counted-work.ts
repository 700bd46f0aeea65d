import { Session } from 'node:inspector/promises';

/**
 * Counts the work that code does, on any machine the same: how often a block of it runs, and how many
 * characters its methods of strings go through (twenty of them for a step). Only what is imported
 * afterwards is counted whole.
 *
 * @returns a function that counts the steps of a call
 */
export async function countedWork(): Promise<(run: () => unknown) => Promise<number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const blocks = async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => !url.startsWith('node:'))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  };
  return async (run) => {
    const strings = countedStrings();
    await blocks();
    try {
      run();
    } finally {
      strings.restore();
    }
    return (await blocks()) + strings.characters() / 20;
  };
}

/** Methods that go through a whole string. */
const WHOLE = ['split', 'replace', 'replaceAll', 'match', 'normalize', 'toLowerCase'] as const;

function countedStrings() {
  const methods = String.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
  const before = WHOLE.map((name) => [name, methods[name]] as const);
  let characters = 0;
  for (const [name, method] of before) {
    methods[name] = function (this: string, ...given) {
      characters += this.length;
      return method?.apply(this, given);
    };
  }
  return {
    characters: () => characters,
    restore: () => {
      for (const [name, method] of before) if (method) methods[name] = method;
    },
  };
}
