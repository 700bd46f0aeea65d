import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteFiles } from '../../core/cache/site-files.ts';
import { siteUrls } from '../../core/site/urls.ts';
import { isPreview } from '../../environment.ts';
import { sitemap, sitemapPage } from '../../metadata/sitemap.ts';

/**
 * Writes the sitemap of what has just been built: every page that names its canonical address and
 * may be indexed, with the date that the page itself says. A preview (`PREVIEW`) has none.
 */
export function sitemapWriter(out: SiteFiles): AstroIntegration {
  let urls = siteUrls('http://localhost', '/');
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        urls = siteUrls(config.site ?? 'http://localhost', config.base);
      },
      'astro:build:done': ({ dir, pages: made, logger }) => {
        if (isPreview()) return;
        const site = fileURLToPath(dir);
        const fileOf = (address: string) => join(site, address.slice(urls.root.length));
        const pages = [...made, ...out.pages].flatMap(
          ({ pathname }) => pageAt(site, pathname) ?? [],
        );
        const { parts, index } = sitemap(pages, (part) => urls.absolute(urls.sitemapPart(part)));
        for (const [n, part] of parts.entries()) {
          out.layOut(fileOf(urls.sitemapPart(n + 1)), part);
        }
        out.layOut(fileOf(urls.sitemap), index);
        logger.info(`${pages.length} pages are in the sitemap.`);
      },
    },
  };
}

/** What a page says of itself; nothing for that of errors, which is no folder. */
function pageAt(site: string, pathname: string) {
  const file = join(site, pathname, 'index.html');
  if (!existsSync(file)) return undefined;
  const page = readFileSync(file);
  // The text, nine tenths of a page, says nothing about it.
  const [text, data] = [page.indexOf('<body'), page.indexOf('<script type="application/ld+json"')];
  if (text < 0 || data < text) return sitemapPage(page.toString());
  return sitemapPage(page.toString('utf8', 0, text + '<body'.length) + page.toString('utf8', data));
}
