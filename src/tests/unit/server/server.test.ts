import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SiteServer, startSiteServer } from '../../../server/server.ts';

let parent: string;
let folder: string;
let server: SiteServer;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'site-'));
  folder = join(parent, 'dist');
  const files = {
    'dist/index.html': '<p>home',
    'dist/404.html': '<p>not here',
    'dist/about/index.html': '<p>about',
    'dist/long/index.html': `<p>${'all '.repeat(1000)}`,
    'dist/subscribe.opml': '<opml/>',
    'dist/calendar.ics': 'BEGIN:VCALENDAR',
    'dist/rss.xml': '<rss/>',
    'dist/feed.json': '{}',
    'dist/site.webmanifest': '{}',
    'dist/letter.woff2': 'w',
    'dist/cite.BIB': '@misc',
    'dist/cite.ris': 'TY',
    'dist/script.js': '1',
    'dist/picture.svg': '<svg/>',
    'dist/picture.avif': 'p',
    'dist/archive.unknown': 'a',
    'dist/no-ending': 'n',
    'dist/_headers':
      '/*\n  X-Frame-Options: DENY\n/feed.json\n  Content-Type: application/feed+json\n',
    'secret.txt': 'secret',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(parent, name)), { recursive: true });
    await writeFile(join(parent, name), text);
  }
  server = await startSiteServer({ folder, base: '/blog', host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await server.close();
  await rm(parent, { recursive: true });
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, server.address), { redirect: 'manual', ...init });

/** The status for a path sent exactly as written; `fetch` would tidy it up. */
function statusOf(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('the address is that of the front page, under the base', async () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/blog\/$/);
  expect(await (await get('')).text()).toBe('<p>home');
});

test.each([
  ['', 'text/html; charset=utf-8'],
  ['subscribe.opml', 'text/x-opml; charset=utf-8'],
  ['calendar.ics', 'text/calendar; charset=utf-8'],
  ['rss.xml', 'application/xml; charset=utf-8'],
  ['site.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['letter.woff2', 'font/woff2'],
  ['cite.BIB', 'application/x-bibtex; charset=utf-8'],
  ['cite.ris', 'application/x-research-info-systems; charset=utf-8'],
  ['script.js', 'text/javascript; charset=utf-8'],
  ['picture.svg', 'image/svg+xml; charset=utf-8'],
  ['picture.avif', 'image/avif'],
  ['archive.unknown', 'application/octet-stream'],
  ['no-ending', 'application/octet-stream'],
])('%j is served as %s', async (path, type) => {
  expect((await get(path)).headers.get('content-type')).toBe(type);
});

test('a folder without its slash leads to the folder, with the query kept', async () => {
  const response = await get('about?q=1');
  expect([response.status, response.headers.get('location')]).toEqual([301, '/blog/about/?q=1']);
});

test('the base without its slash leads to the front page', async () => {
  const response = await get('/blog');
  expect([response.status, response.headers.get('location')]).toEqual([301, '/blog/']);
});

test('what is not there gets the 404 page with status 404', async () => {
  const response = await get('nothing/');
  expect([response.status, await response.text()]).toEqual([404, '<p>not here']);
});

test('an address outside the base is not served', async () => {
  expect((await get('/about/')).status).toBe(404);
});

test.each([
  '/blog/../secret.txt',
  '/blog/..%2fsecret.txt',
  '/blog/%2e%2e/secret.txt',
  '/blog/..%5csecret.txt',
  '/blog/%00',
  '/blog/%',
  '//example.org/..',
  '/blog//example.org',
])('%j is refused', async (path) => {
  expect(await statusOf(path)).toBe(400);
});

test("the host's headers are set, and may correct a type", async () => {
  const response = await get('feed.json');
  expect(response.headers.get('x-frame-options')).toBe('DENY');
  expect(response.headers.get('content-type')).toBe('application/feed+json');
});

test('the file of host headers is not a page', async () => {
  expect((await get('_headers')).status).toBe(404);
});

test('HEAD says how long a page is and sends none of it', async () => {
  const response = await get('', { method: 'HEAD' });
  expect([response.headers.get('content-length'), await response.text()]).toEqual(['7', '']);
});

test('a long text is sent packed to whoever can unpack it, and to nobody else', async () => {
  const packed = await get('long/');
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect((await packed.text()).length).toBe(4003);
  for (const encoding of ['identity', 'br, gzip;q=0']) {
    const plain = await get('long/', { headers: { 'accept-encoding': encoding } });
    expect([plain.headers.get('content-encoding'), plain.headers.get('content-length')]).toEqual([
      null,
      '4003',
    ]);
  }
  expect((await get('letter.woff2')).headers.get('vary')).toBeNull();
});

test('a reader who has the page already gets 304', async () => {
  const etag = (await get('')).headers.get('etag') ?? '';
  expect((await get('', { headers: { 'if-none-match': `"x", ${etag}` } })).status).toBe(304);
  expect((await get('', { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
});

test('a 404 page is never taken for a page that the reader has', async () => {
  const response = await get('nothing', { headers: { 'if-none-match': '*' } });
  expect([response.status, response.headers.get('etag')]).toEqual([404, null]);
});

test('nothing can be sent to the site', async () => {
  const response = await get('', { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('a port that is taken gives way to the next free one', async () => {
  const taken = Number(new URL(server.address).port);
  const options = { folder, base: '/', host: '127.0.0.1', port: taken };
  const second = await startSiteServer({ ...options, furtherPorts: 20 });
  expect(Number(new URL(second.address).port)).toBeGreaterThan(taken);
  await second.close();
  await expect(startSiteServer(options)).rejects.toThrow('Set PORT to another one.');
});

test.each([Number('abc'), 1.5, -1, 65_536])('PORT as %d is no port', async (port) => {
  const started = startSiteServer({ folder, base: '/', host: '127.0.0.1', port, furtherPorts: 20 });
  await expect(started).rejects.toThrow('PORT is not a number from 0 to 65535.');
});

test('a folder without a site says what to do', async () => {
  await expect(
    startSiteServer({ folder: parent, base: '/', host: '127.0.0.1', port: 0 }),
  ).rejects.toThrow('Run `npm run build` first.');
});
