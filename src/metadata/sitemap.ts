import type { Element } from 'xast';
import { x } from 'xastscript';
import { textElement, xmlDocument } from '../core/text/xml.ts';

/** A page that search engines should know. */
export interface SitemapPage {
  /** Whole address. */
  address: string;
  /** The day or moment of its last change, ISO 8601. */
  modified?: string | undefined;
}

/** How many pages one file may name; the protocol allows 50,000 and 50 MB. */
const MOST_PAGES = 10_000;

/**
 * What a built page says about itself: its canonical address, and its `dateModified`, so that the
 * sitemap cannot say anything else. Undefined for one that is not to be indexed.
 */
export function sitemapPage(html: string): SitemapPage | undefined {
  const head = html.slice(0, html.indexOf('<body'));
  const address = /<link rel="canonical" href="([^"]+)"/
    .exec(head)?.[1]
    ?.replace(/&(?:amp|#38);/g, '&');
  if (!address || /<meta name="robots" content="[^"]*noindex/.test(head)) return undefined;
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  const graph: { '@id'?: string; dateModified?: string }[] = json ? JSON.parse(json)['@graph'] : [];
  const modified = graph.find((node) => node['@id'] === address)?.dateModified;
  // A string of its own: what was found by a pattern keeps the whole page in memory.
  return { address: new URL(address).href, modified };
}

/**
 * The files of a sitemap (sitemaps.org 0.9), addresses in order.
 *
 * @param addressOf the whole address of a part, from 1
 * @returns the parts from 1, and the index that names them
 */
export function sitemap(
  pages: readonly SitemapPage[],
  addressOf: (part: number) => string,
): { parts: string[]; index: string } {
  const sorted = pages.toSorted((a, b) => (a.address < b.address ? -1 : 1));
  const parts = Array.from({ length: Math.max(1, Math.ceil(sorted.length / MOST_PAGES)) }, (_, n) =>
    sorted.slice(n * MOST_PAGES, (n + 1) * MOST_PAGES),
  );
  const named = parts.map((part, n) => ({
    address: addressOf(n + 1),
    modified: part
      .flatMap(({ modified }) => modified ?? [])
      .toSorted()
      .at(-1),
  }));
  return {
    parts: parts.map((part) => xmlDocument(root('urlset', 'url', part))),
    index: xmlDocument(root('sitemapindex', 'sitemap', named)),
  };
}

function root(name: string, child: string, pages: readonly SitemapPage[]): Element {
  return x(
    name,
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    pages.map(({ address, modified }) =>
      x(child, [
        textElement('loc', address),
        ...(modified ? [textElement('lastmod', modified)] : []),
      ]),
    ),
  );
}

/**
 * What robots may read (RFC 9309): all of it, or nothing of a preview.
 *
 * @param sitemap whole address of the sitemap
 */
export function robotsFile(sitemap: string, isPreview = false): string {
  return isPreview
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *\nDisallow:\n\nSitemap: ${sitemap}\n`;
}
