import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer } from 'astro';
import { codeHash } from '../core/cache/code-hash.ts';
import type { SiteFiles } from '../core/cache/site-files.ts';
import { keep, prune, recall } from '../core/cache/store.ts';
import { postPath } from '../environment.ts';
import { contentDir } from './content/loaders.ts';

/**
 * Keeps the pages that have a key (`pages/_cache-keys.ts`) for the next build, which makes only those whose
 * key is another. All code of the site, its settings and the place of the project belong to each
 * key; what packages and Node decide, the seal of the cache watches over. Astro makes pictures with the pages
 * that show them, so that it is told which ones the kept pages show.
 */
export function pageCache(out: SiteFiles): AstroIntegration {
  let stamp = '';
  let base = '';
  let site = '';
  let isPublic: (place: string) => boolean;
  return {
    name: 'page-cache',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        base = config.base;
        stamp = stampOf(config);
        // Astro leaves to a public file the place that a page would have.
        isPublic = (place) => existsSync(join(fileURLToPath(config.publicDir), place));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const keyOf = (path: string, cacheKey: string) => [stamp, path, cacheKey].join(' ');
        setPrerenderer((usual) => keeping(usual, base, keyOf, layOut, out.pictures));
      },
    },
  };

  /** @returns whether it was laid out */
  function layOut({ pathname, route }: PathWithRoute, content: Uint8Array): boolean {
    const place = route.type === 'page' ? join(pathname, 'index.html') : pathname;
    if (isPublic(place)) return false;
    out.layOut(join(site, place), content);
    if (route.type === 'page') out.pages.push({ pathname });
    return true;
  }
}

type Rendered = Exclude<Awaited<ReturnType<AstroPrerenderer['render']>>, Response>;
type Picture = NonNullable<Rendered['metadata']>['staticImages'][number];
type StaticImages = Awaited<ReturnType<NonNullable<AstroPrerenderer['collectStaticImages']>>>;
type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** A page as it was made, and the pictures that Astro makes for it. */
interface KeptPage {
  content: Uint8Array;
  /** As JSON. */
  pictures: string;
}

/** Under which name pages are kept between builds. */
const PAGES = 'pages';

/**
 * A prerenderer that asks Astro only for the pages that were not kept, and lays the others out.
 *
 * @param keyOf all that decides a page, by its path and the key of what it shows
 * @param layOut is given each page as it was kept, and says no where it is left to Astro
 * @param shown is told which pictures all pages show
 */
function keeping(
  usual: AstroPrerenderer,
  base: string,
  keyOf: (path: string, cacheKey: string) => string,
  layOut: (path: PathWithRoute, content: Uint8Array) => boolean,
  shown: SiteFiles['pictures'],
): AstroPrerenderer {
  /** Path, with the base → the key of the page there, if it can be kept. */
  const keys = new Map<string, string>();
  const pictures: Picture[] = [];
  const show = (all: readonly Picture[]) => {
    for (const { finalPath, originalPath, originalSrcPath } of all)
      shown.set(finalPath, originalSrcPath ?? originalPath);
  };
  return {
    ...usual,
    name: 'page-cache',
    getStaticPaths: async () => {
      const paths = await usual.getStaticPaths();
      const claims = new Map<string, number>();
      for (const { pathname } of paths)
        claims.set(trimmed(pathname), (claims.get(trimmed(pathname)) ?? 0) + 1);
      return paths.filter((path) => {
        const { pathname, cacheKey } = path;
        // Of two pages with one address Astro takes one, with a word.
        const isKeepable = cacheKey && claims.get(trimmed(pathname)) === 1;
        const place = trimmed(`${base}/${pathname}`);
        const key = isKeepable ? keyOf(place, cacheKey) : undefined;
        if (key) keys.set(place, key);
        const kept = key ? recall<KeptPage>(PAGES, key) : undefined;
        if (!kept || !layOut(path, kept.content)) return true;
        const own: Picture[] = JSON.parse(kept.pictures);
        pictures.push(...own);
        show(own);
        return false;
      });
    },
    render: async (request, options) => {
      const key = keys.get(trimmed(decodeURI(new URL(request.url).pathname)));
      const made = await usual.render(request, { ...options, collectMetadata: true });
      if (made instanceof Response) return made;
      const { response, metadata } = made;
      show(metadata?.staticImages ?? []);
      if (!key) return made;
      const content = await response.bytes();
      // What shows an author's own file is made each time, since nothing can be told of that.
      const isWhole = response.status === 200 && metadata && !metadata.referencedImages?.length;
      if (isWhole) keepPage(key, content, metadata.staticImages);
      return { response: new Response(content, response) };
    },
    collectStaticImages: async () => {
      const all: StaticImages = (await usual.collectStaticImages?.()) ?? new Map();
      for (const { originalPath, originalSrcPath, hash, finalPath, transform } of pictures) {
        const one = all.get(originalPath) ?? { originalSrcPath, transforms: new Map() };
        one.transforms.set(hash, { finalPath, transform });
        all.set(originalPath, one);
      }
      return all;
    },
    teardown: async () => {
      prune(PAGES);
      await usual.teardown?.();
    },
  };
}

function keepPage(key: string, content: Uint8Array, pictures: readonly Picture[]): void {
  keep(PAGES, key, { content, pictures: JSON.stringify(pictures) } satisfies KeptPage);
}

/** A path by its parts alone, so that its slashes don't matter. */
function trimmed(path: string): string {
  return path.split('/').filter(Boolean).join('/');
}

/**
 * What decides every page, beside its key. Scripts are named after the place of the project, and
 * pictures are made of the files in the content's folder. A page should not follow from the machine's
 * zone and language, and would not hide it if it did.
 */
function stampOf(config: AstroConfig): string {
  const root = fileURLToPath(config.root);
  const machine = [root, resolve(contentDir), new Intl.DateTimeFormat().resolvedOptions()];
  const further = [machine, config.base, config.site, postPath()];
  return codeHash(['astro.config.mjs', 'src'], root) + JSON.stringify(further);
}
