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
  /** The page up to the end of the article, with its style sheets and scripts: what it takes to read a post. */
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
    const all = [...styles(html), ...scripts(html)];
    const ofArticle = [...styles(articleOf(html)), ...scripts(html.replace(RESPONSES, ''))];
    const weight = (text: string, pack: (part: Buffer) => Buffer, needed: readonly string[]) =>
      [Buffer.from(text), ...needed.map((file) => readFileSync(join(folder, file)))].reduce(
        (bytes, part) => bytes + pack(part).length,
        0,
      ) / 1024;
    return {
      page,
      html: weight(html, gzipSync, []),
      toRead: weight(articleOf(html), gzipSync, ofArticle),
      gzip: weight(html, gzipSync, all),
      brotli: weight(html, brotliCompressSync, all),
    };
  });
}

/** A page up to the end of its article; all of a page that has none. */
function articleOf(html: string): string {
  const [before = html] = html.split('<section class="band responses');
  const end = before.lastIndexOf('</article>');
  return end < 0 ? html : before.slice(0, end);
}

/** What readers said below a post brings styles and a script of its own. */
const RESPONSES = /<section class="band responses.*?<\/section>/s;

/** The style sheets of a page that our own build wrote. */
function styles(html: string): string[] {
  return addresses(html, /<link\b[^>]*\bhref="(\/[^"]+\.css)"/g);
}

/** Its scripts, those that come late as well, and what they are sure to ask for. */
function scripts(html: string): string[] {
  return addresses(html, /<(?:link|script)\b[^>]*(?:\b(?:href|src)="|>)(\/[^"<]+\.js)["<]/g);
}

function addresses(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].flatMap(([, address]) => address ?? []))];
}
