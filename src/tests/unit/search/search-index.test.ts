import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createIndex } from 'pagefind';
import { afterAll, expect, test, vi } from 'vitest';
import { SiteFiles } from '../../../core/cache/site-files.ts';
import { cacheFolder, closeStore } from '../../../core/cache/store.ts';
import { finishSite, waitingRecords } from '../../../search/build/finish.ts';
import { searchIndex } from '../../../search/build/integration.ts';
import { rememberedIndex, searchIndexFiles } from '../../../search/build/pagefind-index.ts';
import { textOfPacked } from '../../../search/build/stable-index.ts';
import { INDEX_NAME, SEARCH_FILES } from '../../../search/index-files.ts';
import { type SearchTitles, TITLES_KNOWN } from '../../../search/index-map.ts';
import type { SearchRecord } from '../../../search/record.ts';

vi.mock('pagefind', { spy: true });

const scratch = await mkdtemp(join(tmpdir(), 'search-index-'));
const cache = join(scratch, 'cache');
vi.stubEnv('CACHE_DIR', cache);
afterAll(() => rm(scratch, { recursive: true }));

function record(id: string, further: Partial<SearchRecord> = {}): SearchRecord {
  return {
    path: `posts/${id}/`,
    title: `About ${id}`,
    summary: 'What we talk of.',
    lang: 'en',
    text: '<p>Nothing but words.</p>',
    responses: [],
    facets: {
      ...{ kind: ['story'], round: ['pilot'], tag: ['earth', 'air'], year: ['2013'] },
      ...{ person: ['ana', 'ben'], responses: [], lang: ['en'] },
    },
    kind: 'Story',
    month: 'May 2013',
    day: '2013-05-01',
    ...further,
  };
}

/** Writes an index of records into a folder of its own. */
async function indexOf(name: string, records: readonly SearchRecord[]): Promise<string> {
  const folder = join(scratch, name);
  const catalogue = { language: 'en', archive: 'archive/', tags: [], records };
  const files = new SiteFiles(folder);
  for (const [path, content] of await searchIndexFiles(catalogue))
    files.layOut(join(folder, path), content);
  return folder;
}

/** How well each page of an index answers words, by Pagefind's own script. */
async function scores(folder: string, words: string): Promise<Record<string, number>> {
  vi.stubGlobal('fetch', async (address: string) => {
    const name = address.replace('/pagefind/', '').replace(/\?.*$/, '');
    return new Response(await readFile(join(folder, name)));
  });
  const script = pathToFileURL(resolve(folder, SEARCH_FILES.script)).href;
  const { createInstance } = await import(/* @vite-ignore */ script);
  const index = createInstance({ basePath: '/pagefind/', metaCacheTag: INDEX_NAME });
  const { results } = await index.search(words);
  const found: Record<string, number> = {};
  for (const { score, data } of results as Found[]) found[(await data()).url] = score;
  vi.unstubAllGlobals();
  return found;
}

interface Found {
  score: number;
  data(): Promise<{ url: string }>;
}

const said = (html: string) => [{ anchor: 'response-1', author: 'Ana', html }];

test('a word in a response counts half of what it counts in the post', async () => {
  const padding = 'Some other words stand here, so that both are of one length. '.repeat(5);
  const folder = await indexOf('weight', [
    record('written', { text: `<p>${padding} Clover is good.</p>` }),
    record('said', { text: `<p>${padding}</p>`, responses: said('<p>Clover is good.</p>') }),
    record('said-twice', { text: `<p>${padding}</p>`, responses: said('<p>Clover, clover.</p>') }),
  ]);
  const score = await scores(folder, 'clover');
  const [written = 0, once = 0, twice = 0] = ['written', 'said', 'said-twice'].map(
    (id) => score[`/posts/${id}/`],
  );
  expect(once).toBeLessThan(0.7 * written);
  expect(Math.abs(twice / written - 1)).toBeLessThan(0.05);
});

test('the same content makes the same index, to the byte', async () => {
  const records = ['soil', 'water', 'weeds'].map((id) => record(id));
  const [one = '', other = ''] = [await indexOf('one', records), await indexOf('other', records)];
  const files = globSync('**/*.*', { cwd: one }).toSorted();
  expect(globSync('**/*.*', { cwd: other }).toSorted()).toEqual(files);
  const differs = (file: string) =>
    !readFileSync(join(one, file)).equals(readFileSync(join(other, file)));
  expect(files.filter(differs)).toEqual([]);
});

test('of a large archive, the titles that a search begins with are those of the newest', async () => {
  const day = (number: number) => `2013-01-${String(number % 28).padStart(2, '0')}`;
  const old = Array.from({ length: TITLES_KNOWN }, (_, at) =>
    record(`old-${at}`, { day: day(at) }),
  );
  const folder = await indexOf('large', [...old, record('new', { day: '2014-01-01' })]);
  const titles: SearchTitles = JSON.parse(
    await readFile(join(folder, SEARCH_FILES.titles), 'utf8'),
  );
  const urls = Object.values(titles).map(({ url }) => url);
  expect(urls).toHaveLength(TITLES_KNOWN);
  expect(urls).toContain('posts/new/');
});

test('Pagefind is asked again only when it is told another thing', async () => {
  closeStore();
  const asked = vi.mocked(createIndex).mockClear();
  const files = (title: string) => {
    const records = [record('soil', { title })];
    const catalogue = { language: 'en', archive: 'archive/', tags: [], records };
    return searchIndexFiles(catalogue, rememberedIndex);
  };
  const first = await files('Soil');
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asBytes(await files('Soil'))).toEqual(asBytes(first));
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asBytes(await files('Rain'))).not.toEqual(asBytes(first));
  expect(asked).toHaveBeenCalledTimes(2);
});

test('what was struck out is neither found nor shown, in posts and in responses', async () => {
  const struck =
    '<h2 id="plan">The <del>former</del> plan</h2><p>On <del>Monday</del> Tuesday.</p>';
  const responses = [
    { anchor: 'response-1', author: 'Ada', html: '<p>I <del>disagree</del> agree.</p>' },
  ];
  const records = [record('soil', { text: struck, responses })];
  const files = await searchIndexFiles({ language: 'en', archive: 'archive/', tags: [], records });
  const [, page = new Uint8Array()] = [...files].find(([path]) => path.includes('fragment/')) ?? [];
  const { content, anchors } = JSON.parse(textOfPacked(page));
  expect(content).toContain('On Tuesday.');
  expect(content).toContain('I agree.');
  expect(content).not.toMatch(/former|Monday|disagree/);
  expect(anchors.find(({ id }: { id: string }) => id === 'plan').text).toBe('The plan');
});

function asBytes(files: ReadonlyMap<string, Uint8Array>) {
  return [...files].map(([path, content]) => [path, Buffer.from(content).toString('base64')]);
}

test('a site is finished without Astro, with its index', async () => {
  const site = join(scratch, 'site');
  vi.stubEnv('CACHE_DIR', join(scratch, 'own-cache'));
  await Promise.all([site, cacheFolder()].map((folder) => mkdir(folder, { recursive: true })));
  const finish = async (ids: readonly string[]) => {
    const records = ids.map((id) => record(id));
    const catalogue = { language: 'en', archive: 'archive/', tags: [], records };
    await writeFile(waitingRecords(), JSON.stringify(catalogue));
    const say = vi.fn();
    await finishSite({ folder: site, say });
    expect(say.mock.calls).toEqual([[`${ids.length} pages can be searched.`]]);
    return globSync('pagefind/fragment/*', { cwd: site }).sort();
  };
  await writeFile(join(site, 'index.html'), 'a page');
  expect(await finish(['soil', 'rain'])).toHaveLength(2);
  expect(existsSync(join(site, 'index.html'))).toBe(true);
  expect(existsSync(waitingRecords())).toBe(false);
  vi.stubEnv('CACHE_DIR', cache);
});

test('while writing, the search finds the content as it is, under the base path too', async () => {
  let catalogue = { language: 'en', archive: 'archive/', tags: [], records: [record('soil')] };
  const site = createServer();
  const after: Connect[] = [];
  site.on('request', (request, response) => {
    if (request.url === '/blog/search/records.json') return response.end(JSON.stringify(catalogue));
    const missing = () => response.writeHead(404).end();
    return after[0]?.(request, response, missing);
  });
  await new Promise<void>((done) => site.listen(0, 'localhost', done));
  const { port } = site.address() as AddressInfo;
  const hooks = searchIndex('en').hooks as unknown as Record<string, (told: unknown) => void>;
  const config = { base: '/blog' };
  hooks['astro:config:done']?.({ config });
  const server = { httpServer: site, middlewares: { use: (one: Connect) => after.push(one) } };
  hooks['astro:server:setup']?.({ server, logger: console });
  const ask = (file: string) => fetch(`http://localhost:${port}/blog/pagefind/${file}`);
  const titles = async () => {
    await ask(SEARCH_FILES.map);
    const answer = (await (await ask(SEARCH_FILES.titles)).json()) as SearchTitles;
    return Object.values(answer).map(({ meta }) => meta['title']);
  };
  expect(await titles()).toEqual(['About soil']);
  catalogue = { ...catalogue, records: [record('soil', { title: 'Soil and rain' })] };
  expect(await titles()).toEqual(['Soil and rain']);
  expect((await ask(SEARCH_FILES.script)).headers.get('content-type')).toBe('text/javascript');
  expect((await ask('../../package.json')).status).toBe(404);
  expect((await ask('%2e%2e/package.json')).status).toBe(404);
  // Only a build seals what it keeps; the next one would throw away anything else, with a word.
  expect(existsSync(cache)).toBe(false);
  site.close();
});

type Connect = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
