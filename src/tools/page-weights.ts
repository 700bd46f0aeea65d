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
    const html = readFileSync(join(folder, address, 'index.html'));
    const parts = [
      html,
      ...neededBy(html.toString()).map((file) => readFileSync(join(folder, file))),
    ];
    const sum = (pack: (part: Buffer) => Buffer) =>
      parts.reduce((bytes, part) => bytes + pack(part).length, 0) / 1024;
    return {
      page,
      html: gzipSync(html).length / 1024,
      gzip: sum(gzipSync),
      brotli: sum(brotliCompressSync),
    };
  });
}

/** Style sheets and scripts of a page that our own build wrote. */
function neededBy(html: string): string[] {
  const found = html.matchAll(/<(?:link|script)\b[^>]*\b(?:href|src)="(\/[^"]+\.(?:css|js))"/g);
  return [...new Set([...found].flatMap(([, address]) => address ?? []))];
}
