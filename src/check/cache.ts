import type { Problem } from '../core/content-files/problem.ts';
import { type Prose, readProse } from './document.ts';
import { textAnchors } from './rules/headings.ts';

/** What was found out in an earlier judgement and need not be found out again. */
export interface Memory {
  /**
   * The result that a key had, else the one that is made now. Only what has no problem in it is kept,
   * so that every problem is found anew.
   *
   * @param key all that decides the result, as JSON has it, apart from the code
   */
  recall<Result extends { problems: readonly Problem[] }>(
    key: readonly unknown[],
    make: () => Result,
  ): Result;
  /** The same memory, of keys that have this in common: it is looked at once for all of them. */
  within(common: unknown): Memory;
}

/** Remembers nothing. */
export const noMemory: Memory = {
  recall: (_, make) => make(),
  within: () => noMemory,
};

/** Reads a file of prose as {@link readProse} does; one that is remembered is parsed when its tree is asked for. */
export function rememberedProse(
  memory: Memory,
  ...[source, parse, headings]: Parameters<typeof readProse>
): Prose {
  let read: Prose | undefined;
  const whole = () => {
    read ??= readProse(source, parse, headings);
    return read;
  };
  const { room, file, source: text } = source;
  const found = memory.recall([room, file, text, [...headings]], () => {
    const prose = whole();
    const { problems, given, questions, isSound } = prose;
    return { problems, given, questions, isSound, anchors: prose.tree && textAnchors(prose) };
  });
  return {
    ...source,
    ...found,
    get tree() {
      return whole().tree;
    },
  };
}
