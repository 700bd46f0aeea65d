import { readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { questionHeadings } from './src/blog/program.ts';
import { alignedCells, questionAnchors } from './src/markdown/prose-plugins.ts';

const program = parse(readFileSync('content/program.yaml', 'utf8'));
const { origin, pathname } = new URL(program.address);

export default defineConfig({
  site: origin,
  base: process.env.BASE ?? pathname,
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
