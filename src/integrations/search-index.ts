import { createReadStream, existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { steadySearchIndex } from './steady-search-index.ts';

/** Interfaces of its own that Pagefind writes beside the index; we have ours. */
const READY_MADE = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
];

/**
 * Makes the search index (Pagefind) over what stands in `data-pagefind-body` when the site has
 * been built, and serves the last one while writing, under the site's base path.
 */
export function searchIndex(): AstroIntegration {
  let base = '/';
  let lastSite = 'dist';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `/${config.base}/`.replace(/\/+/g, '/');
        lastSite = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          const name = /\/pagefind\/([\w./-]+)$/.exec(path)?.[1];
          const file = name && resolve(lastSite, 'pagefind', name);
          const isOurs = file?.startsWith(resolve(lastSite, 'pagefind')) && path.startsWith(base);
          if (!file || !isOurs || !existsSync(file) || !statSync(file).isFile()) return next();
          const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
          response.setHeader('Content-Type', type);
          createReadStream(file).pipe(response);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { index, errors } = await createIndex({ keepIndexUrl: false });
        if (!index) throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
        const found = await index.addDirectory({ path: site });
        const written = await index.writeFiles({ outputPath: join(site, 'pagefind') });
        await close();
        const problems = [...found.errors, ...written.errors];
        if (problems.length > 0) throw new Error(`The search index failed: ${problems.join(' ')}`);
        for (const name of READY_MADE) await rm(join(site, 'pagefind', name), { force: true });
        await steadySearchIndex(join(site, 'pagefind'));
        logger.info(`${found.page_count} pages can be searched.`);
      },
    },
  };
}
