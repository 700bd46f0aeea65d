import { mkdirSync, writeFileSync } from 'node:fs';
import { glob, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { LaidOutFile } from '../blog/laid-out-file.ts';
import { POST_FILES } from '../blog/urls.ts';

/** Where the site lists the files; see `pages/post-files/[part].json.ts`. */
const LISTS = 'post-files';

/**
 * Lays out the files that stand beside the pages of posts. A build has some six for each post, and
 * as pages of Astro's own they would take longer than the posts themselves. While somebody writes,
 * each is made when it is asked for.
 */
export function postFiles(): AstroIntegration {
  return {
    name: 'post-files',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        for (const name of POST_FILES)
          injectRoute({ pattern: `/posts/[id]/${name}`, entrypoint: './src/pages/posts/_file.ts' });
      },
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        for await (const list of glob(`${LISTS}/*.json`, { cwd: site })) {
          const files: LaidOutFile[] = JSON.parse(await readFile(join(site, list), 'utf8'));
          for (const { path, text } of files) layOut(join(site, path), text);
        }
        await rm(join(site, LISTS), { recursive: true, force: true });
      },
    },
  };
}

function layOut(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
