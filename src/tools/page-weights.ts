import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** How large a built site is. */
export interface SiteSize {
  pages: number;
  files: number;
  /** MB on the disk, search index and pictures included. */
  megabytes: number;
}

export async function siteSize(folder: string): Promise<SiteSize> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return {
    pages: files.filter(({ name }) => name === 'index.html' || name === '404.html').length,
    files: files.length,
    megabytes: sizes.reduce((sum, size) => sum + size, 0) / 1e6,
  };
}

/** What a page weighs on the wire, in KB of 1,024 bytes, without pictures and fonts. */
export interface PageWeight {
  page: string;
  /** The page itself, packed with gzip. */
  html: number;
  /** The page up to the end of the article, style sheets and scripts: what it takes to read a post. */
  toRead: number;
  /** Page, style sheets and scripts, packed with gzip. */
  gzip: number;
  /** The same, packed with brotli. */
  brotli: number;
}

/**
 * Weighs pages of a built site that lives at `/`.
 *
 * @param pages name → address
 */
export function pageWeights(folder: string, pages: Readonly<Record<string, string>>): PageWeight[] {
  return Object.entries(pages).map(([page, address]) => {
    const html = readFileSync(join(folder, address, 'index.html'), 'utf8');
    const needed = neededBy(html).map((file) => readFileSync(join(folder, file)));
    const weight = (text: string, pack: (part: Buffer) => Buffer, more = needed) =>
      [Buffer.from(text), ...more].reduce((bytes, part) => bytes + pack(part).length, 0) / 1024;
    return {
      page,
      html: weight(html, gzipSync, []),
      toRead: weight(articleOf(html), gzipSync),
      gzip: weight(html, gzipSync),
      brotli: weight(html, brotliCompressSync),
    };
  });
}

/** A page up to the end of its article; all of a page that has none. */
function articleOf(html: string): string {
  const [before = html] = html.split('<section class="band responses');
  const end = before.lastIndexOf('</article>');
  return end < 0 ? html : before.slice(0, end);
}

/** Style sheets and scripts of a page that our own build wrote. */
function neededBy(html: string): string[] {
  const found = html.matchAll(/<(?:link|script)\b[^>]*\b(?:href|src)="(\/[^"]+\.(?:css|js))"/g);
  return [...new Set([...found].flatMap(([, address]) => address ?? []))];
}
