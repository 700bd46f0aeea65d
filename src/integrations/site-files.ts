import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { glance } from '../kept-files.ts';

/**
 * The files of the built site. A build writes over the last one's site, so that the thousands of
 * files that are as they were are only read: to delete and to write them anew takes several times
 * as long, and more on file systems that are slow to give away again what has just been freed.
 */
export class SiteFiles {
  /** The paths of pages that were laid out without Astro, as it names its own. */
  readonly pages: { pathname: string }[] = [];
  /** What is made of authors' pictures for pages: its path in the site → the author's own file. */
  readonly pictures = new Map<string, string>();
  private readonly made = new Set<string>();

  /** Writes a file, unless it is there just so. */
  layOut(file: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.made.add(resolve(file));
    if (glance(file)?.equals(bytes)) return;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    } catch {
      // A folder of the last site stands where a file has its place now, or the other way round.
      makeRoom(file);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }

  /** Says that files are of this build, though they were not laid out here. */
  add(files: Iterable<string>): void {
    for (const file of files) this.made.add(resolve(file));
  }

  /** Says so of all files of a folder. */
  addAll(folder: string): void {
    this.add(filesIn(folder).map((file) => join(folder, file)));
  }

  /** Takes away all other files of a folder, and the folders that are empty then. */
  forgetOthers(folder: string): void {
    takeAway(folder, (file) => !this.made.has(resolve(file)), HISTORY);
  }
}

/** The site's folder may be a working copy of its own. */
const HISTORY = '.git';

/** What Astro makes anew each time and names after its content. */
const ASSETS = '_astro';

/**
 * Takes away what earlier builds left in the site's folder, when everything else is written; must be
 * the last of the integrations. Astro would empty the folder first.
 */
export function noLeftovers(files: SiteFiles): AstroIntegration {
  let publicDir = '';
  let site = '';
  return {
    name: 'no-leftovers',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done': ({ config }) => {
        publicDir = fileURLToPath(config.publicDir);
        site = fileURLToPath(config.outDir);
      },
      'astro:build:start': () => {
        // A disk that takes Cover.jpg and cover.jpg for one would keep the old name.
        const isNameExact = !existsSync(join(site, ASSETS.toUpperCase()));
        rmSync(join(site, ASSETS), { recursive: true, force: true });
        // Nothing is to be written through a link.
        takeAway(site, (_, entry) => !isNameExact || !entry.isFile(), HISTORY);
      },
      'astro:build:done': ({ assets }) => {
        for (const made of assets.values()) files.add(made.map((url) => fileURLToPath(url)));
        files.add(filesIn(publicDir).map((file) => join(site, file)));
        files.addAll(join(site, ASSETS));
        files.forgetOthers(site);
      },
    },
  };
}

/** Makes room for a file, where a folder of the last site has its place, or a file that of a folder. */
export function makeRoom(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
  let above = dirname(file);
  while (!existsSync(above)) above = dirname(above);
  if (!statSync(above).isDirectory()) rmSync(above);
}

/**
 * Takes away the unwanted of a folder, links and the like as such, and folders that are empty then.
 *
 * @param spared what in the folder is not looked at
 * @returns whether anything is left
 */
function takeAway(
  folder: string,
  isUnwanted: (path: string, entry: Dirent) => boolean,
  spared?: string,
): boolean {
  let isLeft = false;
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.name === spared) isLeft = true;
    else if (entry.isDirectory() && takeAway(path, isUnwanted)) isLeft = true;
    else if (entry.isDirectory()) rmdirSync(path);
    else if (isUnwanted(path, entry)) rmSync(path);
    else isLeft = true;
  }
  return isLeft;
}

function entriesOf(folder: string): Dirent[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}

/** The files of a folder and of those in it, by their paths from there. */
function filesIn(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name)).map((path) => join(entry.name, path))
      : [entry.name],
  );
}
