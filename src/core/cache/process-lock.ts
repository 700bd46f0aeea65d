import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sentenceOf } from './disk-error.ts';
import { makeFolder } from './make-folder.ts';

/** How often is asked whether a lock is free, in milliseconds. */
const AGAIN = 200;

/**
 * Takes a lock that one process at a time can have, and waits while another has it. The system itself
 * gives it back when the process ends, however that ends: it is SQLite's lock on an empty file, which
 * every system and most network disks know.
 *
 * @param file is made where it is not there
 * @param wait is called with the other process's number, once, when there is something to wait for
 * @param signal ends the waiting, with its reason
 * @returns gives the lock back
 * @throws Error with a sentence where the file can't be made
 */
export async function takeLock(
  file: string,
  wait: (holder: string) => void,
  signal?: AbortSignal,
): Promise<() => void> {
  // Not at the top: `npm run preview` needs it once in a thousand times.
  const { DatabaseSync } = await import('node:sqlite');
  const holder = `${file}.process`;
  try {
    makeFolder(dirname(file));
    writeFileSync(file, '', { flag: 'a' });
  } catch (error) {
    throw new Error(sentenceOf(error, dirname(file)));
  }
  for (let isTold = false; ; await setTimeout(AGAIN)) {
    signal?.throwIfAborted();
    const lock = new DatabaseSync(file);
    try {
      lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      held.add(lock);
      writeFileSync(holder, `${process.pid}`);
      return () => {
        held.delete(lock);
        lock.close();
      };
    } catch (error) {
      lock.close();
      if (!/locked/.test(String(error))) throw error;
      if (!isTold) wait(readHolder(holder));
      isTold = true;
    }
  }
}

/** What is forgotten is closed, and no lock any more. */
const held = new Set<unknown>();

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return 'unknown';
  }
}
