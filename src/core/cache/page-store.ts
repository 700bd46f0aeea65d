import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page as it was made, in UTF-8, and the pictures that Astro makes for it. */
interface Kept<Picture> {
  content: Uint8Array;
  pictures: Picture[];
}

/** A page that can be kept: where, and by which key. */
interface Keepable {
  file: string;
  key: string;
}

/**
 * The pages that are kept between builds: a file each, its key in the first line, its pictures in
 * the second, as they can be written in JSON.
 */
export class PageStore<Picture> {
  private readonly pages = new Map<string, Keepable>();

  private readonly folder: string;
  private readonly stamp: string;
  private readonly base: string;

  /**
   * @param stamp what decides every page, beside its key
   * @param base the base path of the site
   */
  constructor(folder: string, stamp: string, base: string) {
    this.folder = folder;
    this.stamp = stamp;
    this.base = base;
    mkdirSync(folder, { recursive: true });
  }

  /** Says that a page will be asked for; its path is without the base. */
  expect(pathname: string, key: string): Keepable {
    const path = trimmed(`${this.base}/${pathname}`);
    const name = `${createHash('sha256').update(path).digest('hex').slice(0, 40)}.txt`;
    const page = { file: join(this.folder, name), key: `${this.stamp} ${key}` };
    this.pages.set(path, page);
    return page;
  }

  /** The page at a path, with the base, if it can be kept. */
  expected(path: string): Keepable | undefined {
    return this.pages.get(trimmed(path));
  }

  /** What was kept of a page under this key. */
  read({ file, key }: Keepable): Kept<Picture> | undefined {
    if (!existsSync(file)) return undefined;
    const found = readFileSync(file);
    const start = Buffer.byteLength(key);
    const end = found.indexOf('\n', start + 1);
    if (found.toString('utf8', 0, start + 1) !== `${key}\n` || end < 0) return undefined;
    const pictures = JSON.parse(found.toString('utf8', start + 1, end));
    return { content: found.subarray(end + 1), pictures };
  }

  /** Keeps a page for the next build. */
  keep({ file, key }: Keepable, { content, pictures }: Kept<Picture>): void {
    writeFileSync(
      file,
      Buffer.concat([Buffer.from(`${key}\n${JSON.stringify(pictures)}\n`), content]),
    );
  }

  /** Takes away the pages that this build has not. */
  forgetOthers(): void {
    const files = new Set([...this.pages.values()].map(({ file }) => file));
    for (const name of readdirSync(this.folder)) {
      const file = join(this.folder, name);
      if (!files.has(file)) rmSync(file);
    }
  }
}

/** A path by its parts alone, so that its slashes don't matter. */
export function trimmed(path: string): string {
  return path.split('/').filter(Boolean).join('/');
}
