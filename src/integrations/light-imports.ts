import type { ViteUserConfig } from 'astro';

type Plugin = NonNullable<ViteUserConfig['plugins']>[number];

/**
 * Leaves out Vite's helper around `import()`, which preloads the styles and parts of what is
 * imported. Ours have none, and on a post's page the helper would weigh more than our own scripts.
 */
export function lightImports(): Plugin {
  return {
    name: 'light-imports',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      return id.endsWith('vite/preload-helper.js')
        ? 'export const __vitePreload = (load) => load();'
        : undefined;
    },
    /** Takes away where Vite would note the parts, so that no list of them is written. */
    renderChunk(code) {
      const mark = /,\s*__VITE_PRELOAD__/g;
      return mark.test(code) ? { code: code.replace(mark, ''), map: null } : undefined;
    },
  };
}
