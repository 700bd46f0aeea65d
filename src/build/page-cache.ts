import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer } from 'astro';
import { codeHash } from '../core/cache/code-hash.ts';
import { PageStore, trimmed } from '../core/cache/page-store.ts';
import type { SiteFiles } from '../core/cache/site-files.ts';
import { postPath } from '../environment.ts';
import { contentDir } from './content/loaders.ts';

/**
 * Keeps the pages that have a key (`pages/_cache-keys.ts`) for the next build, which makes only those whose
 * key is another. All code of the site, its settings and the place of the project belong to each
 * key; what packages decide, the seal of the cache watches over. Astro makes pictures with the pages
 * that show them, so that it is told which ones the kept pages show.
 */
export function pageCache(out: SiteFiles): AstroIntegration {
  let open: () => PageStore<Picture>;
  let site = '';
  let isPublic: (place: string) => boolean;
  return {
    name: 'page-cache',
    hooks: {
      'astro:config:done': ({ config }) => {
        const folder = join(fileURLToPath(config.cacheDir), 'pages');
        site = fileURLToPath(config.outDir);
        // Astro leaves to a public file the place that a page would have.
        isPublic = (place) => existsSync(join(fileURLToPath(config.publicDir), place));
        open = () => new PageStore(folder, stampOf(config), config.base);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => keeping(usual, open(), layOut, out.pictures));
      },
    },
  };

  /** @returns whether it was laid out */
  function layOut({ pathname, route }: PathWithRoute, content: Uint8Array | undefined): boolean {
    const place = route.type === 'page' ? join(pathname, 'index.html') : pathname;
    if (!content || isPublic(place)) return false;
    out.layOut(join(site, place), content);
    if (route.type === 'page') out.pages.push({ pathname });
    return true;
  }
}

type Rendered = Exclude<Awaited<ReturnType<AstroPrerenderer['render']>>, Response>;
type Picture = NonNullable<Rendered['metadata']>['staticImages'][number];
type StaticImages = Awaited<ReturnType<NonNullable<AstroPrerenderer['collectStaticImages']>>>;
type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * A prerenderer that asks Astro only for the pages that were not kept, and lays the others out.
 *
 * @param layOut is given each page as it was kept, if it was, and says no where it is left to Astro
 * @param shown is told which pictures all pages show
 */
function keeping(
  usual: AstroPrerenderer,
  store: PageStore<Picture>,
  layOut: (path: PathWithRoute, content: Uint8Array | undefined) => boolean,
  shown: SiteFiles['pictures'],
): AstroPrerenderer {
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
        const kept = isKeepable ? store.read(store.expect(pathname, cacheKey)) : undefined;
        if (!layOut(path, kept?.content)) return true;
        pictures.push(...(kept?.pictures ?? []));
        show(kept?.pictures ?? []);
        return false;
      });
    },
    render: async (request, options) => {
      const page = store.expected(decodeURI(new URL(request.url).pathname));
      const made = await usual.render(request, { ...options, collectMetadata: true });
      if (made instanceof Response) return made;
      const { response, metadata } = made;
      show(metadata?.staticImages ?? []);
      if (!page) return made;
      const content = await response.bytes();
      // What shows an author's own file is made each time, since nothing can be told of that.
      const isWhole = response.status === 200 && metadata && !metadata.referencedImages?.length;
      if (isWhole) store.keep(page, { content, pictures: metadata.staticImages });
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
      store.forgetOthers();
      await usual.teardown?.();
    },
  };
}

/**
 * What decides every page, beside its key. The words of dates come with Node, scripts are named after
 * the place of the project, and pictures are made of the files in the content's folder. A page should not follow from the machine's zone and language, and
 * would not hide it if it did.
 */
function stampOf(config: AstroConfig): string {
  const folder = fileURLToPath(config.srcDir);
  const machine = [
    folder,
    resolve(contentDir),
    process.version,
    new Intl.DateTimeFormat().resolvedOptions(),
  ];
  return codeHash(config, [machine, config.base, config.site, postPath()]);
}
