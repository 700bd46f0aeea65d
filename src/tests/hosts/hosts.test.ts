import { globSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeGithub, startFakeGithub } from '../../practice/fake-github.ts';
import { type PracticeSite, preparePractice } from '../../practice/site.ts';
import { findBrowser } from '../../server/find-browser.ts';
import { type HeaderRule, headerRules, headersFor } from '../../server/headers-file.ts';
import { mediaType } from '../../server/media-types.ts';
import { ENGINES, type Served, serve } from './engines.ts';

const folder = 'node_modules/.cache/fixture-sites/hosts';

let github: FakeGithub;
let practice: PracticeSite;
let browser: Browser;
let files: string[];
let rules: HeaderRule[];

beforeAll(async () => {
  github = await startFakeGithub();
  practice = await preparePractice({
    ...{ folder, content: 'src/tests/fixtures/site' },
    ...{ standIn: github.address, address: github.address },
  });
  await practice.build();
  files = globSync('**/*.*', { cwd: practice.site }).map((file) => file.replaceAll('\\', '/'));
  rules = headerRules(await readFile(join(practice.site, '_headers'), 'utf8'));
  browser = await chromium.launch(await findBrowser());
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await github?.close();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** As it came over the line. */
  bytes: Buffer;
}

/** What a server answers, unpacked by nobody. */
function ask(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, failed) => {
    request(address, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(parts),
        }),
      );
    })
      .on('error', failed)
      .end();
  });
}

/** Where a file of the site is found: an index at its folder. */
function pathOf(file: string): string {
  return `/${file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
}

/** One file for each way in which a type or a header can differ: its ending and its rules. */
function examples(): string[] {
  const kinds = new Map<string, string>();
  for (const file of files) {
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const fitting = rules.flatMap((rule, index) => (rule.path.test(path) ? [index] : []));
    const kind = `${/\.\w+$/.exec(file)?.[0]} ${fitting}`;
    if (!/^_headers$|(?:^|\/)(?!index)[^/]+\.html$/.test(file) && !kinds.has(kind))
      kinds.set(kind, file);
  }
  return [...kinds.values()];
}

/**
 * A type as it matters: JSON, XML and SVG say themselves what their characters are (RFC 8259, RFC 7303),
 * texts do not.
 */
function typed(type: string): string {
  const plain = type.toLowerCase().replace(/\s/g, '').replace('text/xml', 'application/xml');
  return /json|xml/.test(plain) ? plain.replace(/;charset=utf-8/, '') : plain;
}

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (name, engine) => {
  let served: Served;
  const at = (path: string) => new URL(path, served.address).href;

  beforeAll(async () => {
    await rm(join(folder, name), { recursive: true, force: true });
    served = await serve(engine, practice.site, join(folder, name));
  }, 120_000);
  afterAll(() => served?.close());

  test('gives each kind of file its type and the headers that the site asks for', async () => {
    const wrong: string[] = [];
    for (const file of examples()) {
      const path = pathOf(file);
      const { status, headers } = await ask(at(path));
      if (status !== 200) wrong.push(`${path}: ${status}`);
      const asked = headersFor(rules, decodeURI(path));
      const type = asked.get('content-type') ?? mediaType(file);
      if (!LOOSE.test(file) && typed(String(headers['content-type'])) !== typed(type))
        wrong.push(`${path}: ${headers['content-type']}, not ${type}`);
      for (const [header, value] of asked)
        if (header !== 'content-type' && headers[header] !== value)
          wrong.push(`${path}: ${header} is ${headers[header]}, not ${value}`);
    }
    expect(wrong).toEqual([]);
    expect(examples().length).toBeGreaterThan(20);
  });

  test('leads to the address with a slash, and says 404 with our page', async () => {
    const bare = await ask(at('/posts/2013-03-soil'));
    expect([301, 307, 308]).toContain(bare.status);
    expect(new URL(String(bare.headers['location']), served.address).pathname).toBe(
      '/posts/2013-03-soil/',
    );
    const missing = await ask(at('/posts/nothing-here/'));
    expect(missing.status).toBe(404);
    expect(missing.bytes.toString()).toBe(await readFile(join(practice.site, '404.html'), 'utf8'));
    expect((await ask(at('/_headers'))).status).toBe(404);
    expect((await ask(at('/..%2f..%2fpackage.json'))).status).not.toBe(200);
  });

  test('has a page for each address of a page, and for each former one', async () => {
    const pages = files.filter((file) => /(^|\/)index\.html$/.test(file));
    const answers = await Promise.all(pages.map((file) => ask(at(pathOf(file)))));
    expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 200));
    const forwarding = answers.filter(({ bytes }) =>
      /http-equiv="?refresh/i.test(bytes.toString()),
    );
    expect(forwarding.length).toBeGreaterThan(0);
  });

  test('packs texts, so that a post fits in the first round trip', async () => {
    const post = await ask(at('/posts/2013-03-soil/'), { 'accept-encoding': 'gzip' });
    expect(post.headers['content-encoding']).toBe('gzip');
    expect(post.bytes.length).toBeLessThan(14_336);
    for (const path of ['/rss.xml', '/feed.json', '/feed.css', '/favicon.svg'])
      expect
        .soft((await ask(at(path), { 'accept-encoding': 'gzip' })).bytes.length, path)
        .toBeLessThanOrEqual((await ask(at(path))).bytes.length);
  });

  test('answers a subscriber who has the feed already with 304', async () => {
    for (const path of ['/rss.xml', '/atom.xml', '/feed.json', '/calendar.ics', '/responses.xml']) {
      const whole = await ask(at(path));
      const etag = String(whole.headers['etag']);
      const again = await ask(at(path), { 'if-none-match': etag });
      expect.soft([path, again.status, again.bytes.length]).toEqual([path, 304, 0]);
    }
  });

  test('carries the whole site in a browser: search, an answer, an empty console', async () => {
    const page = await (await browser.newContext()).newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (!message.text().startsWith('[giscus] Discussion not found')) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(at('/search/?q=soil'));
    await page.locator('main a[href*="2013-03-soil"]').first().waitFor();
    await page.goto(at('/posts/2013-03-soil/'));
    await page.locator('reply-options .open-giscus').click();
    await page.frameLocator('giscus-widget iframe').locator('textarea').waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });
});

/** Files whose type says nothing to anybody, and hosts differ: parts of the search. */
const LOOSE = /\.(?:pagefind|pf_\w+|opml|ris|bib|ico)$/;
