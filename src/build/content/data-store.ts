import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The module in which Astro gives the loaded content to the pages. */
export const CONTENT_MODULE = 'astro:data-layer-content';

/** The file in the cache folder in which it keeps it. */
export const CONTENT_FILE = 'data-store.json';

/**
 * Leaves the loaded content in the file in which Astro keeps it, from where it is read when pages
 * are made. Astro would write the whole of it into a module, which the bundler then takes apart and
 * puts together again: 9 MB for a thousand posts.
 */
export function dataStoreFile(): AstroIntegration {
  let file = '';
  return {
    name: 'data-store',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        const load = {
          order: 'pre',
          filter: { id: new RegExp(`^\0${CONTENT_MODULE}$`) },
          handler: () => ({ code: moduleOf(file), map: { mappings: '' } }),
        } as const;
        updateConfig({ vite: { plugins: [{ name: 'data-store', load }] } });
      },
      'astro:config:done': ({ config }) => {
        file = fileURLToPath(new URL(CONTENT_FILE, config.cacheDir));
      },
    },
  };
}

function moduleOf(file: string): string {
  return `import { readFileSync } from 'node:fs';
export default JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));`;
}
