import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { afterAll, expect, test, vi } from 'vitest';
import { type IndexedSearch, indexedSearch, openPagefind } from '../../../bench/indexed-search.ts';
import { SiteFiles } from '../../../core/cache/site-files.ts';
import { cacheFolder, closeStore } from '../../../core/cache/store.ts';
import { finishSite, waitingRecords } from '../../../search/build/finish.ts';
import { searchIndex } from '../../../search/build/integration.ts';
import { rememberedIndex, searchIndexFiles } from '../../../search/build/pagefind-index.ts';
import { INDEX_NAME, SEARCH_FILES } from '../../../search/index-files.ts';
import { type SearchTitles, TITLES_KNOWN } from '../../../search/index-map.ts';
import type { SearchRecord, TagRecord } from '../../../search/record.ts';

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

/** Looks for words among records as the site does. */
async function searchIn(
  records: readonly SearchRecord[],
  look: (search: IndexedSearch) => Promise<void>,
  tags: readonly TagRecord[] = [],
) {
  const files = await searchIndexFiles({ language: 'en', archive: 'archive/', tags, records });
  const search = await indexedSearch(files);
  await look(search);
  await search.close();
}

const said = (html: string) => [{ anchor: 'response-1', author: 'Ana', html }];

test('a word in a response counts half of what it counts in the post', async () => {
  const padding = 'Some other words stand here, so that both are of one length. '.repeat(5);
  const records = [
    record('written', { text: `<p>${padding} Clover is good.</p>` }),
    record('said', { text: `<p>${padding}</p>`, responses: said('<p>Clover is good.</p>') }),
  ];
  const files = await searchIndexFiles({ language: 'en', archive: '', tags: [], records });
  const { index, close } = await openPagefind<{ url: string }>(files, { metaCacheTag: INDEX_NAME });
  const { results } = await index.search('clover', {});
  const [written, once] = results.map(({ score }) => score);
  const first = await results[0]?.data();
  expect(first?.url).toBe('/posts/written/');
  expect(once).toBeLessThan(0.7 * (written ?? 0));
  await close();
});

test('a word that is nowhere finds nothing, and one slip in a word asks which was meant', async () => {
  const text = '<p>A library I know has installations, elm trees and a quiet room.</p>';
  await searchIn([record('soil', { text })], async ({ addresses, meant }) => {
    for (const nowhere of ['aardvark', 'ibuprofen', 'elephant', 'C#', 'libary', 'library aardvark'])
      expect(await addresses(nowhere), nowhere).toEqual([]);
    expect(await meant('libary')).toBe('library');
    expect(await meant('“quiett roam”')).toBe('“quiet room”');
    expect(await meant('xuiet libary')).toBe('quiet library');
    expect(await meant('aardvark')).toBeUndefined();
    expect(await meant('library aardvark')).toBeUndefined();
    // While somebody writes, and in another form.
    for (const there of ['lib', 'librar', 'installa', 'installation', 'trees', 'tree'])
      expect(await addresses(there), there).toEqual(['posts/soil/']);
  });
});

test('a phrase is found where a word of it has a twin with other accents', async () => {
  const text =
    '<p>¿Quién hace qué? Lo hace quien coordina; esta es la respuesta que está aquí.</p>';
  await searchIn([record('uno', { text }), record('dos')], async ({ addresses, find }) => {
    for (const phrase of ['"hace quien coordina"', '"esta es la"', '“la respuesta que”'])
      expect(await addresses(phrase), phrase).toEqual(['posts/uno/']);
    expect(await addresses('"quien coordina hace"')).toEqual([]);
    expect(await addresses('"hace quien" aquí')).toEqual(['posts/uno/']);
    const [page] = await find('"hace quien"');
    expect(page?.weighted_locations).toHaveLength(2);
  });
});

test('who looks for another name of a tag finds what is filed under it, after what says so itself', async () => {
  const tags = [{ id: 'earth', label: 'Soil', synonyms: ['ground'], path: 'tags/soil/' }];
  const records = [
    record('filed'),
    record('named', { title: 'The ground' }),
    record('other', { facets: { ...record('x').facets, tag: [] } }),
  ];
  const look = async ({ addresses }: IndexedSearch) =>
    expect(await addresses('ground')).toEqual(['posts/named/', 'posts/filed/']);
  await searchIn(records, look, tags);
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
  await searchIn(records, async ({ addresses, find }) => {
    for (const word of ['former', 'Monday', 'disagree']) expect(await addresses(word)).toEqual([]);
    const [page] = await find('Tuesday');
    const written = page?.content.replaceAll('\n', '') ?? '';
    expect(written).toContain('The plan On Tuesday. Ada I agree.');
  });
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
