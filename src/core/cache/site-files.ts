import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * The files of the site that is being built, in a folder of its own. What is to the byte as in the last
 * site is not written again: it gets a second name (a hard link), since thousands of new files take
 * several times as long, and more on file systems that are slow to give away again what was freed.
 */
export class SiteFiles {
  /** The paths of pages that were laid out without Astro, as it names its own. */
  readonly pages: { pathname: string }[] = [];
  /** What is made of authors' pictures for pages: its path in the site → the author's own file. */
  readonly pictures = new Map<string, string>();
  private readonly folder: string;
  private readonly last: string | undefined;

  /**
   * @param folder the site that is being built
   * @param last the last site, if a build of ours made it
   */
  constructor(folder: string, last?: string) {
    this.folder = folder;
    this.last = last;
  }

  /** Writes a file of the site. */
  layOut(file: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    // Never into what is there: the last site may have it too.
    rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true });
    if (!this.isLinked(file, bytes)) writeFileSync(file, bytes);
  }

  private isLinked(file: string, bytes: Uint8Array): boolean {
    if (!this.last) return false;
    const known = join(this.last, relative(this.folder, file));
    try {
      const found = lstatSync(known);
      const isSame = found.isFile() && found.size === bytes.length;
      if (!isSame || !readFileSync(known).equals(bytes)) return false;
      linkSync(known, file);
      return true;
    } catch {
      // Not there, on another disk, or on one without such links.
      return false;
    }
  }
}
