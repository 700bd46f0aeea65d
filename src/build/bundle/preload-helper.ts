import type { ViteUserConfig } from 'astro';

type Plugin = NonNullable<ViteUserConfig['plugins']>[number];

/**
 * Makes Vite's helper around `import()` light: it asks for the parts of what is imported together
 * with it, so that they do not wait for one another, and for nothing else. On a post's page Vite's
 * own would weigh more than our scripts.
 */
export function preloadHelper(): Plugin {
  return {
    name: 'light-imports',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      return id.endsWith('vite/preload-helper.js') ? HELPER : undefined;
    },
  };
}

const HELPER = `
const asked = new Set();
export const __vitePreload = (load, parts) => {
  for (const part of parts ?? []) {
    if (!part.endsWith('.js') || asked.has(part)) continue;
    asked.add(part);
    document.head.append(
      Object.assign(document.createElement('link'), {
        rel: 'modulepreload',
        href: import.meta.env.BASE_URL.replace(/\\/?$/, '/') + part,
      }),
    );
  }
  return load();
};
`;
