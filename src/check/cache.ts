import type { Problem } from '../core/content-files/problem.ts';
import { type Document, readDocument } from './document.ts';
import { textAnchors } from './rules/headings.ts';

/** What was found out in an earlier judgement and need not be found out again. */
export interface CheckCache {
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
  within(common: unknown): CheckCache;
  /** Is told of each file of prose that had to be read. */
  onRead?(read: Document): void;
}

/** Remembers nothing. */
export const noCache: CheckCache = {
  recall: (_, make) => make(),
  within: () => noCache,
};

/** Reads a file of prose as {@link readDocument} does; one that is remembered is parsed when its tree is asked for. */
export function cachedDocument(
  memory: CheckCache,
  ...[source, parse, headings]: Parameters<typeof readDocument>
): Document {
  let read: Document | undefined;
  const whole = () => {
    read ??= readDocument(source, parse, headings);
    return read;
  };
  const { room, file, source: text, takenAnchors } = source;
  const found = memory.recall([room, file, text, [...headings], takenAnchors], () => {
    const prose = whole();
    memory.onRead?.(prose);
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
