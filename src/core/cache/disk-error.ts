import { statfsSync } from 'node:fs';

/** What the commonest refusals of a disk mean, by their names (errno of POSIX). */
const MEANINGS: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) => `You do not have permission to write ${path}. Does it belong to another user?`,
  EPERM: (path) => `You do not have permission to change ${path}. Does it belong to another user?`,
  EROFS: (path) => `${path} is on a read-only disk.`,
  ENOSPC: (path) => `The disk with ${path} is full.`,
  EDQUOT: (path) => `Your disk quota for ${path} is used up.`,
  EBUSY: (path) => `${path} cannot be moved. Is it open in another program?`,
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
