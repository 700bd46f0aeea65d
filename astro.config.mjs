import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { questionHeadings } from './src/blog/program.ts';
import { alignedCells, questionAnchors } from './src/markdown/prose-plugins.ts';

const { BASE, CACHE_DIR, CONTENT_DIR = 'content', OUT_DIR = 'dist' } = process.env;
const program = parse(readFileSync(join(CONTENT_DIR, 'program.yaml'), 'utf8'));
const { origin, pathname } = new URL(program.address);

export default defineConfig({
  site: origin,
  base: BASE ?? pathname,
  outDir: OUT_DIR,
  cacheDir: CACHE_DIR ?? 'node_modules/.astro',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  markdown: {
    syntaxHighlight: 'prism',
    processor: satteri({
      mdastPlugins: [questionAnchors(questionHeadings(program))],
      hastPlugins: [alignedCells],
    }),
  },
  vite: {
    resolve: { alias: { '@content': resolve(CONTENT_DIR) } },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog(level, log, report) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
  integrations: [mdx()],
});
