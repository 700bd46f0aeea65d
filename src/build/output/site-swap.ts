import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  identityOf,
  type OutputFolder,
  type WrittenFolder,
  writeList,
  writtenIn,
} from './output-folder.ts';

/**
 * Ends what a build that was killed in the middle of {@link swapSite} left: a site that was moved away is
 * moved back, and the rest is taken away. Whoever calls it holds the output's lock.
 */
export function settleSite(output: OutputFolder): void {
  const { site, next, last } = output;
  if (!existsSync(site) && existsSync(last)) renameSync(last, site);
  rmSync(next, { recursive: true, force: true });
  if (existsSync(last)) takeAway(output, writtenIn(output, last));
}

/**
 * Puts a new site in the place of the last one, by two renames. What others have put into the last one
 * is in the new one too, unless the new one has a file of its own there.
 *
 * @param made the folder of the new site, which is gone afterwards
 * @param moment the moment that counted as now for the new site
 * @throws when the disk refuses; then the last site is in its place
 */
export function swapSite(output: OutputFolder, made: string, moment: Date): void {
  const { site, next, last } = output;
  const files = filesIn(made);
  const before = writtenIn(output, site);
  const isThere = existsSync(site);
  try {
    moveBeside(made, next);
    if (isThere) {
      addOfOthers(site, next, withFolders(before?.files ?? []));
      chmodSync(next, statSync(site).mode & 0o7777);
    }
    const now = { identity: identityOf(next), moment: moment.toISOString(), files };
    writeList(output, before ? [now, before] : [now]);
    if (isThere) renameSync(site, last);
    renameSync(next, site);
  } catch (error) {
    settleSite(output);
    throw error;
  }
  try {
    if (isThere) takeAway(output, before);
  } catch {
    // The new site is in its place. The next build takes the rest away, or says what hinders it.
  }
}

/** The pages of the last site that a new one lacks, as addresses in the site. */
export function pagesLost(before: WrittenFolder, made: string): string[] {
  const files = new Set(filesIn(made));
  return pagesAmong(before.files.filter((file) => !files.has(file)));
}

/** Addresses in the site of those files that are pages. */
export function pagesAmong(files: readonly string[]): string[] {
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}

/** The files of a folder and of those in it, by their paths from there, with `/`. */
export function filesIn(folder: string, path = ''): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = path + entry.name;
    return entry.isDirectory() ? filesIn(folder, `${inner}/`) : [inner];
  });
}

function moveBeside(made: string, next: string): void {
  mkdirSync(dirname(next), { recursive: true });
  try {
    renameSync(made, next);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(made, next, { recursive: true, preserveTimestamps: true });
    rmSync(made, { recursive: true });
  }
}

/** Puts what others have added to a site into another: files, links and empty folders. */
function addOfOthers(site: string, to: string, ours: ReadonlySet<string>, path = ''): void {
  const entries = readdirSync(join(site, path), { withFileTypes: true });
  if (entries.length === 0 && !ours.has(path)) mkdirSync(join(to, path), { recursive: true });
  for (const entry of entries) {
    const inner = path + entry.name;
    const place = lstatSync(join(to, inner), { throwIfNoEntry: false });
    if (entry.isDirectory() && (!place || place.isDirectory()))
      addOfOthers(site, to, ours, `${inner}/`);
    else if (!entry.isDirectory() && !place && !ours.has(inner))
      addFile(join(site, inner), join(to, inner));
  }
}

/** Files, and all folders in which they are, with a slash at the end. */
function withFolders(files: readonly string[]): Set<string> {
  const folders = files.flatMap((file) =>
    [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index + 1)),
  );
  return new Set(['', ...files, ...folders]);
}

function addFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else linkSync(from, to);
  } catch {
    // Not every disk has links, and not every file may have one.
    copyFileSync(from, to);
  }
}

/** Takes away what is left of the last site. What came into it since is put into the new one. */
function takeAway({ site, last }: OutputFolder, before: WrittenFolder | undefined): void {
  if (before) addOfOthers(last, site, withFolders(before.files));
  rmSync(last, { recursive: true });
}
