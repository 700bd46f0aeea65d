import { resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { SiteFiles } from '../core/cache/site-files.ts';
import { lastSite } from '../environment.ts';
import { searchIndex } from '../search/build/integration.ts';
import { contentCheck } from './content/check.ts';
import { dataStoreFile } from './content/data-store.ts';
import { BUILD_FOLDER, onlyForBuildCommand } from './output/build-folder.ts';
import { withoutOriginalImages } from './output/original-images.ts';
import { sitemapWriter } from './output/sitemap-writer.ts';
import { staticFiles } from './output/static-files.ts';
import { pageCache } from './page-cache.ts';

/**
 * What a build does beside Astro's own part, in the order in which it happens.
 *
 * @param content the content folder
 * @param language the program's language
 */
export function integrations(content: string, language: string): AstroIntegration[] {
  const files = new SiteFiles(resolve(BUILD_FOLDER), lastSite());
  return [
    onlyForBuildCommand(),
    contentCheck(content),
    mdx(),
    dataStoreFile(),
    // When the pages are made: those that are kept are laid out.
    pageCache(files),
    // When they are there: what stands beside them, and what is made of them.
    staticFiles(files),
    searchIndex(language),
    sitemapWriter(files),
    withoutOriginalImages(content, files),
  ];
}
