import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those that it lies in. (Node's own way to do so never comes back where the system
 * lets nobody make one and calls that missing, as Linux does under /proc.)
 *
 * @throws Error of the disk, or with a sentence where nobody can make one
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another process was as quick.
    if (code === 'EEXIST' && existsSync(folder)) return;
    if (code !== 'ENOENT') throw error;
    throw new Error(`${folder} can't be made: the system lets nobody put a folder there.`);
  }
}
