import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteFiles } from '../../core/cache/site-files.ts';
import { prune, recall } from '../../core/cache/store.ts';
import { POST_FILES } from '../../core/site/urls.ts';
import type { StaticFile } from './static-file.ts';

/** Where the site lists the files; see `pages/static-files/[part].json.ts`. */
const LISTS = 'static-files';

/**
 * Lays out the files that stand beside the pages of posts, and share pictures. A build has some
 * seven for each post, and as pages of Astro's own they would take longer than the posts
 * themselves. While somebody writes, each is made when it is asked for.
 */
export function staticFiles(out: SiteFiles): AstroIntegration {
  return {
    name: 'static-files',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        for (const name of POST_FILES)
          injectRoute({
            pattern: `/posts/[id]/${name}`,
            entrypoint: './src/pages/posts/_static-file.ts',
          });
        injectRoute({ pattern: '/[...page]/share.png', entrypoint: './src/pages/_social-card.ts' });
      },
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const namespaces = new Set<string>();
        for await (const list of glob(`${LISTS}/*.json`, { cwd: site })) {
          const files: StaticFile[] = JSON.parse(await readFile(join(site, list), 'utf8'));
          for (const file of files) {
            out.layOut(join(site, file.path), contentOf(file));
            if ('kept' in file) namespaces.add(file.kept.namespace);
          }
        }
        for (const namespace of namespaces) prune(namespace);
        await rm(join(site, LISTS), { recursive: true, force: true });
      },
    },
  };
}

function contentOf(file: StaticFile): string | Uint8Array {
  if ('text' in file) return file.text;
  const content = recall<Uint8Array>(file.kept.namespace, file.kept.key);
  if (!content) throw new Error(`${file.path} was made, and is not in the cache. Build again.`);
  return content;
}
