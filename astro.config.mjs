import { resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { preloadHelper } from './src/build/bundle/preload-helper.ts';
import { contentCheck, programOrEnd } from './src/build/content/check.ts';
import { dataStoreFile } from './src/build/content/data-store.ts';
import { proseProcessor } from './src/build/content/prose-processor.ts';
import { BUILD_FOLDER, onlyForBuildCommand } from './src/build/output/build-folder.ts';
import { withoutOriginalImages } from './src/build/output/original-images.ts';
import { sitemapWriter } from './src/build/output/sitemap-writer.ts';
import { staticFiles } from './src/build/output/static-files.ts';
import { pageCache } from './src/build/page-cache.ts';
import { SiteFiles } from './src/core/cache/site-files.ts';
import { cacheFolder } from './src/core/cache/store.ts';
import { contentFolder, namedBase } from './src/environment.ts';
import { searchIndex } from './src/search/build/integration.ts';

const content = contentFolder();
const program = await programOrEnd(content);
const { origin, pathname } = new URL(program.address);
const base = namedBase() ?? pathname;
const files = new SiteFiles(resolve(BUILD_FOLDER), process.env.LAST_SITE);

export default defineConfig({
  site: origin,
  base,
  outDir: BUILD_FOLDER,
  cacheDir: cacheFolder(),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  image: {
    layout: 'constrained',
    breakpoints: [480, 960],
    // Hardly larger than with more effort, in a third of the time.
    service: {
      entrypoint: './src/build/output/image-service.ts',
      config: { avif: { effort: 2 } },
    },
  },
  markdown: {
    syntaxHighlight: 'prism',
    processor: proseProcessor(program, content, base),
  },
  vite: {
    plugins: [preloadHelper()],
    resolve: { alias: { '@content': resolve(content) } },
    build: {
      assetsInlineLimit: 0,
      // The editor is the largest of the scripts, in thousands of bytes.
      chunkSizeWarningLimit: 640,
      rolldownOptions: {
        onLog(level, log, report) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
  integrations: [
    onlyForBuildCommand(),
    contentCheck(content),
    mdx(),
    dataStoreFile(),
    staticFiles(files),
    pageCache(files),
    searchIndex(program.language),
    sitemapWriter(files),
    withoutOriginalImages(content, files),
  ],
});
