import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { sentenceOf } from '../../core/cache/disk-error.ts';
import { makeFolder } from '../../core/cache/make-folder.ts';

/** Where a build puts its site, and what it needs beside it. All paths are whole, without links. */
export interface OutputFolder {
  /** The site, as a server or a host takes it. */
  site: string;
  /** The folder beside it that is ours alone. */
  own: string;
  /** In that: the next site when it is whole, and for a moment the last one. */
  next: string;
  last: string;
  /** In that: the list of what builds wrote. */
  list: string;
  /** In that: held by who changes the site. */
  lock: string;
}

/** What a build wrote into a folder. */
export interface WrittenFolder {
  /** By what the folder is known again; see {@link identityOf}. */
  identity: string;
  /** The moment that counted as now (ISO 8601). */
  moment: string;
  /** Its files, by their paths from there, with `/`. */
  files: string[];
}

/** The places of a site that a setting names. @param setting as in `OUT_DIR` */
export function outputFolder(setting: string): OutputFolder {
  const site = realPath(setting);
  const own = join(dirname(site), `.${basename(site)}-build`);
  const [next = '', last = '', list = '', lock = ''] = ['next', 'last', ...OWN_FILES].map((name) =>
    join(own, name),
  );
  return { site, own, next, last, list, lock };
}

/** The files in a folder that is a build's own: its list and its lock. */
const OWN_FILES = ['files.json', 'lock'];

/** The folders of a project that are not to be built into. */
export interface ProjectFolders {
  root: string;
  content: string;
  cache: string;
  responses: string;
}

/**
 * Why nothing may be built into a folder: since something else lives there, in it or around it.
 *
 * @param name of the setting, for the sentence
 * @returns a sentence; undefined when all is well
 */
export function whyNotPlace(
  name: string,
  setting: string,
  project: ProjectFolders,
): string | undefined {
  const folder = realPath(setting);
  const said = `${name} is "${setting}"`;
  const held = {
    'the project': project.root,
    'the content': project.content,
    'your home folder': homedir(),
  };
  for (const [what, path] of Object.entries(held)) {
    if (isWithin(realPath(path), folder))
      return `${said}, a folder that contains ${what}. Choose an empty or new folder.`;
  }
  const { root, content, cache, responses } = project;
  const ofProject = ['src', 'public', '.git', '.github', '.astro'].map((part) => join(root, part));
  const around = [content, responses, ...ofProject, ...(name === 'OUT_DIR' ? [cache] : [])];
  for (const path of around) {
    if (isWithin(folder, realPath(path)))
      return `${said}, which is inside ${path}. Choose an empty or new folder.`;
  }
  const own = ownFolderAround(folder, realPath(root));
  if (own)
    return `${said}, which lies in ${own}, where a build works. Choose an empty or new folder of its own.`;
  let found = folder;
  while (!existsSync(found) && found !== dirname(found)) found = dirname(found);
  if (!existsSync(found) || statSync(found).isDirectory()) return undefined;
  return `${said}, which ${found === folder ? 'is' : 'is inside'} a file. Choose a folder.`;
}

/** The folder that a build keeps beside a site, as this path or around it; see {@link outputFolder}. */
function ownFolderAround(path: string, root: string): string | undefined {
  if (dirname(path) === path) return undefined;
  const isNamedSo = /^\..+-build$/.test(basename(path));
  const isOfProject = path === outputFolder(join(root, 'dist')).own;
  const isOwn = isOfProject || OWN_FILES.some((name) => existsSync(join(path, name)));
  return isNamedSo && isOwn ? path : ownFolderAround(dirname(path), root);
}

/** Whether a path is a folder or lies in it. Both are whole. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The whole path without links, also of what is not there yet. */
export function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync.native(whole);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (dirname(whole) === whole || code === 'ELOOP') return whole;
    // A link to what is not there yet.
    if (code !== 'ENOTDIR' && lstatSync(whole, { throwIfNoEntry: false })?.isSymbolicLink())
      return realPath(resolve(dirname(whole), readlinkSync(whole)));
    return join(realPath(dirname(whole)), basename(whole));
  }
}

/**
 * Why a site may not be put in the place of what is there.
 *
 * @param setting as in `OUT_DIR`; undefined for the project's own `dist`, where a site of an earlier
 * version may lie; see {@link putUnlistedAside}
 * @returns a sentence; undefined when it may
 */
export function whyNotReplaced(
  output: OutputFolder,
  setting: string | undefined,
): string | undefined {
  const { site, own, lock, list } = output;
  if (!isEmpty(own) && ![lock, list].some((file) => existsSync(file)))
    return `The build needs the name ${own}, but no build created what is there. Rename it, then run again.`;
  if (isEmpty(site) || writtenIn(output, site) || (!setting && isAstroSite(site))) return undefined;
  const why = `${setting ? `OUT_DIR is "${setting}", which` : 'dist/'} contains files that no build created.`;
  return `${why} Choose an empty or new folder. Files that you add to a finished site are kept.`;
}

/**
 * Puts a site aside that Astro has built, but no list of its files was kept of.
 *
 * @returns the name of the folder in which it is now; undefined when there is none
 */
export function putUnlistedAside(output: OutputFolder): string | undefined {
  const { site } = output;
  if (writtenIn(output, site) || !isAstroSite(site)) return undefined;
  for (let n = 1; ; n++) {
    const aside = `${site}-earlier${n > 1 ? `-${n}` : ''}`;
    if (existsSync(aside)) continue;
    renameSync(site, aside);
    return basename(aside);
  }
}

function isAstroSite(site: string): boolean {
  return ['_astro', '.prerender'].some((folder) => existsSync(join(site, folder)));
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

/** Makes sure that folders can be written. @throws Error with a sentence where one can't be */
export function tryToWrite(folders: readonly string[]): void {
  for (const folder of folders) {
    const trial = join(folder, `.trial-${process.pid}`);
    try {
      makeFolder(folder);
      writeFileSync(trial, 'x');
    } catch (error) {
      throw new Error(sentenceOf(error, folder));
    } finally {
      rmSync(trial, { force: true });
    }
  }
}

/** Makes sure that a folder may be emptied and moved, if it is there. @throws Error with a sentence */
export function tryToChange(folder: string): void {
  if (!existsSync(folder)) return;
  if (statSync(folder).dev !== statSync(dirname(folder)).dev)
    throw new Error(`${folder} is a separate disk and cannot be moved. Choose a folder on it.`);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(sentenceOf(error, folder));
  }
}

/** What a build wrote into a folder, when it is known to have. */
export function writtenIn(output: OutputFolder, folder: string): WrittenFolder | undefined {
  const identity = identityOf(folder);
  return readList(output).find((one) => one.identity === identity);
}

/** Writes down what builds wrote into the folders that there are. */
export function writeList(output: OutputFolder, folders: readonly WrittenFolder[]): void {
  // On the disk before anything is moved: without it the next build would know neither site.
  writeFileSync(`${output.list}.new`, JSON.stringify(folders), { flush: true });
  renameSync(`${output.list}.new`, output.list);
}

function readList({ list }: OutputFolder): WrittenFolder[] {
  try {
    return JSON.parse(readFileSync(list, 'utf8'));
  } catch {
    return [];
  }
}

/**
 * By what a folder is known again wherever it is moved to: another one of the same name has another
 * number on the disk, or was made at another time.
 */
export function identityOf(folder: string): string {
  const found = statSync(folder, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino}-${found.birthtimeNs}` : '';
}
