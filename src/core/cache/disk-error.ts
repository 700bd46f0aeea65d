import { statfsSync } from 'node:fs';

/** What the commonest refusals of a disk mean, by their names (errno of POSIX). */
const MEANINGS: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) => `${path} may not be written by you. Is it another user's?`,
  EPERM: (path) => `${path} may not be changed by you. Is it another user's?`,
  EROFS: (path) => `${path} is on a disk that can only be read.`,
  ENOSPC: (path) => `The disk of ${path} is full.`,
  EDQUOT: (path) => `Your share of the disk of ${path} is used up.`,
  EBUSY: (path) => `${path} can't be moved. Is it open in another program?`,
};

/** An error of the disk as a sentence. @param place where it happened, if the error doesn't know it */
export function sentenceOf(error: unknown, place: string): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  return MEANINGS[code ?? '']?.(path ?? place) ?? error.message;
}

/** Less than a page and its pictures need, in bytes. */
const LITTLE = 256 * 1024;

/** A sentence on the first of these folders whose disk is full; undefined when none is. */
export function fullDisk(folders: readonly string[]): string | undefined {
  const full = folders.find((folder) => {
    try {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize < LITTLE;
    } catch {
      return false;
    }
  });
  return full && MEANINGS['ENOSPC']?.(full);
}
