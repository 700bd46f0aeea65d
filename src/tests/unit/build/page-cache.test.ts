import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { afterEach, expect, test, vi } from 'vitest';
import { pageCache } from '../../../build/page-cache.ts';
import { SiteFiles } from '../../../core/cache/site-files.ts';
import { closeStore } from '../../../core/cache/store.ts';
import { importsOf, sourceFiles } from '../house/source-imports.ts';

interface Page {
  key?: string;
  text: string;
  status?: number;
  /** The picture that Astro makes for it. */
  picture?: string;
  /** The author's own file that it shows. */
  file?: string;
}

/** A project of which builds can be made: what each renders is written down. */
async function project(base = '/blog') {
  const root = await mkdtemp(join(tmpdir(), 'kept-pages-'));
  vi.stubEnv('CACHE_DIR', join(root, 'cache'));
  vi.stubEnv('BUILD_COMMAND', '1');
  await mkdir(join(root, 'src'));
  await writeFile(join(root, 'src', 'page.ts'), 'first');
  await writeFile(join(root, 'astro.config.mjs'), '');
  const at = (name: string) => pathToFileURL(join(root, name, '/'));
  const build = async (pages: Record<string, Page>) => {
    const rendered: string[] = [];
    const served = new Map<string, string>();
    const usual = {
      name: 'usual',
      getStaticPaths: async () =>
        Object.entries(pages).map(([pathname, { key }]) => ({
          pathname,
          cacheKey: key,
          route: { type: 'page' },
        })),
      render: async (request: Request, options: { collectMetadata?: boolean }) => {
        const path = new URL(request.url).pathname.slice(base.length).replace(/(.)\/$/, '$1');
        rendered.push(path);
        const { text = '', status = 200, picture, file } = pages[decodeURI(path)] ?? {};
        const response = new Response(text, { status });
        if (!options.collectMetadata) return response;
        const staticImages = picture ? [imageOf(picture)] : [];
        return { response, metadata: { staticImages, referencedImages: file ? [file] : [] } };
      },
    } as unknown as AstroPrerenderer;
    const files = new SiteFiles(join(root, 'dist'));
    const hooks = pageCache(files).hooks as Record<string, (options: object) => unknown>;
    const config = {
      ...{ root: at('.'), base, site: 'x' },
      ...{ outDir: at('dist'), publicDir: at('public') },
    };
    await hooks['astro:config:done']?.({ config });
    let keeping = usual;
    await hooks['astro:build:start']?.({
      setPrerenderer: (wrap: (inner: AstroPrerenderer) => AstroPrerenderer) => {
        keeping = wrap(usual);
      },
    });
    for (const { pathname } of await keeping.getStaticPaths()) {
      const request = new Request(encodeURI(`https://example.org${base}${pathname}/`));
      const answer = await keeping.render(request, {} as Parameters<typeof keeping.render>[1]);
      served.set(pathname, await ('response' in answer ? answer.response : answer).text());
    }
    const told = [...((await keeping.collectStaticImages?.()) ?? [])];
    const pictures = told.flatMap(([original, { transforms }]) =>
      [...transforms.values()].map(({ finalPath }) => `${original} ${finalPath}`),
    );
    await keeping.teardown?.();
    closeStore();
    for (const { pathname } of files.pages)
      served.set(pathname, readFileSync(join(root, 'dist', pathname, 'index.html'), 'utf8'));
    return { rendered, served, pictures, shown: [...files.pictures.keys()] };
  };
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  };
  return { build, write };
}

afterEach(() => {
  closeStore();
  vi.unstubAllEnvs();
});

function imageOf(name: string) {
  const transform = { width: 480 };
  return { originalPath: '/cover.png', hash: name, finalPath: `/_astro/${name}`, transform };
}

test('a page is made once, and again when its key is another', async () => {
  const { build } = await project();
  await build({ '/a': { key: '1', text: 'one' }, '/é': { key: '1', text: 'two' } });
  const { rendered, served } = await build({
    '/a': { key: '1', text: 'not made' },
    '/é': { key: '2', text: 'three' },
  });
  expect(rendered).toEqual([encodeURI('/é')]);
  expect(Object.fromEntries(served)).toEqual({ '/a': 'one', '/é': 'three' });
});

test('a page without a key is made each time', async () => {
  const { build } = await project('');
  await build({ '/a': { text: 'one' } });
  expect((await build({ '/a': { text: 'two' } })).served.get('/a')).toBe('two');
});

test('code and settings belong to every key', async () => {
  const { build, write } = await project();
  const page = { '/a': { key: '1', text: 'one' } };
  await build(page);
  await write('src/page.ts', 'second');
  expect((await build(page)).rendered).toEqual(['/a']);
  await write('astro.config.mjs', 'export default {}');
  expect((await build(page)).rendered).toEqual(['/a']);
  expect((await build(page)).rendered).toEqual([]);
});

test('what another time zone made is not taken, so that tests would see a difference', async () => {
  const { build } = await project();
  const page = { '/a': { key: '1', text: 'one' } };
  vi.stubEnv('TZ', 'Pacific/Kiritimati');
  await build(page);
  vi.stubEnv('TZ', 'America/Los_Angeles');
  expect((await build(page)).rendered).toEqual(['/a']);
});

test('Astro is told which pictures the kept pages show, and whoever looks for them of all pages', async () => {
  const { build } = await project();
  const pages = {
    '/a': { key: '1', text: 'one', picture: 'small.avif' },
    '/b': { key: '1', text: 'two', picture: 'large.avif' },
    '/c': { text: 'made each time', picture: 'other.avif' },
  };
  const all = ['small.avif', 'large.avif', 'other.avif'].map((name) => `/_astro/${name}`);
  const first = await build(pages);
  expect(first.pictures).toEqual([]);
  expect(first.shown).toEqual(all);
  const { rendered, pictures, shown } = await build(pages);
  expect(shown).toEqual(all);
  expect(rendered).toEqual(['/c']);
  expect(pictures).toEqual(['/cover.png /_astro/small.avif', '/cover.png /_astro/large.avif']);
});

test("a page that shows an author's own file, and one that failed, are not kept", async () => {
  const { build } = await project();
  const pages = {
    '/a': { key: '1', text: 'one', file: '/content/cover.png' },
    '/b': { key: '1', text: 'wrong', status: 500 },
    '/c': { key: '1', text: 'three' },
  };
  await build(pages);
  expect((await build(pages)).rendered).toEqual(['/a', '/b']);
});

test('the place of a public file, and one that two pages claim, are left to Astro', async () => {
  const { build, write } = await project();
  const pages = {
    '/a': { key: '1', text: 'one' },
    '/b': { key: '1', text: 'two' },
    'b/': { key: '1', text: 'other two' },
  };
  await build(pages);
  await write('public/a/index.html', 'public');
  expect((await build(pages)).rendered).toEqual(['/a', '/b', 'b/']);
});

test('pages that are gone are forgotten', async () => {
  const { build } = await project();
  const [a, b] = [{ '/a': { key: '1', text: 'one' } }, { '/b': { key: '1', text: 'two' } }];
  await build({ ...a, ...b });
  await build(a);
  expect((await build({ ...a, ...b })).rendered).toEqual(['/b']);
});

/** What a page whose key is made of its props may ask the content for. */
const IN_EVERY_KEY = ['site', 'footerPages', 'lastModified', 'textOf', 'tags', 'rounds', 'people'];

test('pages with a key show nothing that is not in it', () => {
  const withKey = sourceFiles().filter((file) =>
    importsOf(file).some(({ specifier }) => specifier.endsWith('/_cache-keys.ts')),
  );
  expect(withKey.length).toBeGreaterThan(5);
  for (const file of withKey) {
    const text = readFileSync(file, 'utf8');
    const [, names = ''] = /import \{([^}]*)\} from '[./]+content\.ts'/.exec(text) ?? [];
    const others = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name && !/^type /.test(name) && !IN_EVERY_KEY.includes(name));
    const shown = text.slice(text.search(/satisfies GetStaticPaths/));
    for (const name of others)
      expect(shown, `${file}: ${name}`).not.toMatch(RegExp(`\\b${name}\\b\\(`));
  }
});
