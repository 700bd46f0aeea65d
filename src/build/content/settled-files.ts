import { type Stats, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoaderContext } from 'astro/loaders';

type Watcher = NonNullable<LoaderContext['watcher']>;

/** How long a file must stay the same to count as written, in milliseconds. */
const REST = 60;
/** How often that is looked at before a file is taken as it is. */
const MOST_LOOKS = 20;
/** How often a file must be missing to be gone: some editors take it away before they put the new one there. */
const LOOKS_WITHOUT = 5;

/**
 * A watcher that tells of a change when the file is written. Editors empty a file first, write it in
 * pieces, or put another in its place; whoever reads in between tells of a slip that nobody made, and
 * may never be told of the text.
 *
 * @param pause waits between two looks at a file
 */
export function settledFiles(
  watcher: Watcher,
  pause: () => Promise<unknown> = () => sleep(REST),
): Watcher {
  const on = (event: string, tell: (path: string) => unknown) => {
    const waiting = new Set<string>();
    watcher.on(event as 'change', async (path: string) => {
      if (waiting.has(path)) return;
      waiting.add(path);
      const isThere = await isThereAtLast(path, pause);
      // A further change from here on is told anew.
      waiting.delete(path);
      if (isThere !== (event === 'unlink')) await tell(path);
    });
    return watcher;
  };
  return new Proxy(watcher, {
    get: (of, name) => (name === 'on' ? on : Reflect.get(of, name, of)),
  });
}

/** Waits until a file is written, or surely gone, and says whether it is there. */
async function isThereAtLast(path: string, pause: () => Promise<unknown>): Promise<boolean> {
  let before: Stats | undefined;
  let looksWithout = 0;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await pause();
    const now = statSync(path, { throwIfNoEntry: false });
    looksWithout = now ? 0 : looksWithout + 1;
    if (looksWithout === LOOKS_WITHOUT) return false;
    const isSame = now && before && now.size === before.size && now.mtimeMs === before.mtimeMs;
    if (isSame && now.size > 0) return true;
    before = now;
  }
  return before !== undefined;
}
