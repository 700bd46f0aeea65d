import { globSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { stringify } from 'yaml';
import { type DemoSite, prepareDemo } from '../../tools/demo-site.ts';
import { type SiteServer, startSiteServer } from '../../tools/site-server.ts';
import { type StandIn, startStandIn } from '../../tools/stand-in-github.ts';
import { HOSTILE_HTML } from '../fixtures/hostile-html.ts';
import { visit } from './visit.ts';

const folder = 'node_modules/.cache/fixture-sites/responses';
const corpus = `${folder}/content/posts/2013-05-water/responses.yaml`;
let standIn: StandIn;
let demo: DemoSite;
let server: SiteServer;
let browser: Browser;

beforeAll(async () => {
  standIn = await startStandIn();
  demo = await prepareDemo(folder, 'src/tests/fixtures/site', standIn.address);
  const hostile = Object.values(HOSTILE_HTML).map((html, index) => ({
    id: `comment-${index + 1}`,
    source: 'former-blog',
    author: { name: '<img src=x onerror=window.hit=1>', role: '"><script>window.hit=1</script>' },
    date: '2013-05-07',
    html: `<p>Number ${index}.</p>${html.slice(0, 270_000)}`,
  }));
  // Written as escapes, since the check refuses hidden signs that stand in a file themselves.
  const quoted = stringify(hostile, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 });
  const escaped = quoted.replace(
    /[^\t\n\r -~]/gu,
    (sign) => `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
  await writeFile(corpus, escaped);
  // A blog may live anywhere: this one doesn't say where on GitHub it is.
  const program = `${folder}/content/program.yaml`;
  await writeFile(program, (await readFile(program, 'utf8')).replace(/^repository:.*\n/m, ''));
  await demo.build();
  const local = { host: '127.0.0.1', port: 0, base: '/', ownNameOnly: true };
  server = await startSiteServer({ folder: demo.site, ...local });
  browser = await chromium.connect(inject('browser'));
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await standIn?.close();
});

const water = () => `${server.address}posts/2013-05-water/`;
const soil = () => `${server.address}posts/2013-03-soil/`;

async function opened(
  address: string,
  look: (page: Page, context: BrowserContext) => Promise<void>,
) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => customElements.get('reply-doors'));
    await look(page, context);
  } finally {
    await context.close();
  }
}

test('nothing of the hostile corpus runs, frames, sends or loads', async () => {
  await visit(water(), {}, async (page) => {
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined();
    const inside = page.locator('#responses .e-content');
    expect(await inside.count()).toBe(Object.keys(HOSTILE_HTML).length);
    for (const name of [
      'script',
      'iframe',
      'form',
      'input',
      'img',
      'svg',
      'math',
      'style',
      'link',
      'meta',
      'video',
    ]) {
      expect(await inside.locator(name).count(), name).toBe(0);
    }
    const attributes = await inside.evaluateAll((all) => [
      ...new Set(
        all.flatMap((one) =>
          [...one.querySelectorAll('*')].flatMap((inner) => inner.getAttributeNames()),
        ),
      ),
    ]);
    expect(attributes.filter((name) => !['href', 'rel', 'dir', 'start'].includes(name))).toEqual(
      [],
    );
  });
});

test('without scripts every response can be read, and the former anchors lead to theirs', async () => {
  await visit(`${water()}#comment-9`, { javaScript: false }, async (page) => {
    expect(await page.locator('#responses article').count()).toBe(Object.keys(HOSTILE_HTML).length);
    expect(await page.locator('#comment-9').count()).toBe(1);
    expect(await page.locator('reply-doors button').isVisible()).toBe(false);
    const doors = await page.locator('reply-doors').innerText();
    expect(doors).toContain('replies@gardens.example');
    expect(doors).not.toContain('Question');
  });
  await visit(soil(), { javaScript: false }, async (page) => {
    const doors = await page.locator('reply-doors').innerText();
    expect(doors).toContain('Begin with “Question …:”');
  });
});

test('nothing is asked of giscus before the click', async () => {
  await visit(soil(), {}, async (page) => {
    expect(await page.locator('giscus-widget').count()).toBe(0);
    expect(await page.locator('reply-doors').innerText()).toContain('needs a GitHub account');
  });
});

test('a reader answers a question, the snapshot is made, and the answer is text on the page', async () => {
  await opened(soil(), async (page) => {
    await page.locator('[data-answer="1"]').click();
    expect(await page.locator('reply-doors .line').innerText()).toContain('Question 1:');
    await page.locator('reply-doors button').click();
    const frame = page.frameLocator('giscus-widget iframe');
    await frame.locator('textarea').fill('Question 1: Clay, mostly.');
    await frame.locator('button').click();
    await frame.getByText('Saved in the stand-in.').waitFor();
    await page.getByText('There is one newer response in the live discussion.').waitFor();
  });
  // A megabyte that has been looked at; without it the next build takes half the time.
  await rm(corpus);
  expect(await demo.saveResponses()).toContain('1 discussions, 1 responses: 1 new');
  await demo.build();
  await visit(soil(), { javaScript: false }, async (page) => {
    const said = page.locator('#responses article');
    expect(await said.innerText()).toContain('Clay, mostly.');
    expect(await said.innerText()).toContain('On question 1');
    expect(await page.locator('#responses-heading').innerText()).toBe('One response');
  });
  await visit(`${server.address}responses/`, {}, async (page) => {
    expect(await page.locator('main').innerText()).toContain('Clay, mostly.');
  });
  expect(await readFile(`${demo.site}/posts/2013-03-soil/responses.xml`, 'utf8')).toContain(
    'thr:in-reply-to',
  );
  expect(await readFile(`${demo.site}/responses/snapshot.json`, 'utf8')).toContain('Clay, mostly.');
}, 240_000);

test('the form follows the colours of the page, also when they change', async () => {
  await opened(soil(), async (page) => {
    await page.locator('theme-control select').selectOption('dark');
    await page.locator('reply-doors button').click();
    const frame = page.frameLocator('giscus-widget iframe');
    await frame.locator('html[data-theme=dark]').waitFor();
    await page.locator('theme-control select').selectOption('light');
    await frame.locator('html[data-theme=light]').waitFor();
  });
});

test('coming back from signing in opens the form at once and leaves no credential in the address', async () => {
  await opened(`${soil()}?giscus=a-credential`, async (page) => {
    await page.frameLocator('giscus-widget iframe').locator('textarea').waitFor();
    expect(page.url()).not.toContain('credential');
  });
});

test('when giscus does not answer, a sentence and the plain links remain', async () => {
  await opened(soil(), async (page) => {
    await page.route(`${standIn.address}/**`, () => {});
    await page.clock.install();
    const asked = page.waitForRequest(`${standIn.address}/**`);
    await page.locator('reply-doors button').click();
    await asked;
    const sentence = page.getByText('The live discussion cannot be reached now.');
    await page.clock.runFor(9000);
    expect(await sentence.count()).toBe(0);
    await page.clock.runFor(1000);
    await sentence.waitFor();
    expect(await page.locator('giscus-widget').count()).toBe(0);
    expect(await page.locator('.doors a').first().isVisible()).toBe(true);
  });
});

test('where nobody said where on GitHub the blog is, its desks hand out files and lead nowhere', async () => {
  const visitor = { reducedMotion: true, returns: true };
  await visit(`${server.address}write/`, visitor, async (page) => {
    await page.getByText('This blog has not said where on GitHub it lives.').waitFor();
    await page.locator('.editor .cm-content').fill('Rain.');
    await page.getByText('Still to do:').waitFor();
    expect(await page.locator('main a[href*="github.com"]').count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-download]').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    expect(await page.locator('.upload').isVisible()).toBe(false);
  });
  await visit(`${server.address}write/reply/`, visitor, async (page) => {
    await page.selectOption('[name="post"]', '2013-05-water');
    await page.fill('[name="name"]', 'Ana');
    await page.fill('[name="text"]', 'Rain.');
    await page.check('[name="agreed"]');
    await page.getByText('All is well.').waitFor();
    expect(await page.locator('main a[href*="github.com"]').count()).toBe(0);
    expect(await page.inputValue('textarea.source')).toContain('- id: mail-1\n');
  });
});

test('a server that goes by another name says nothing', async () => {
  const answer = await fetch(server.address.replace('127.0.0.1', 'localhost')).catch(
    () => undefined,
  );
  expect(answer?.status ?? 421).toBe(421);
});

test('nothing of the demonstration is in the site', () => {
  const { folder: real } = inject('site');
  const texts = globSync(`${real}/**/*.{html,js,xml,json}`).map((file) =>
    readFileSync(file, 'utf8'),
  );
  expect(texts.length).toBeGreaterThan(10);
  expect(
    texts.filter((text) => /demonstration on this machine|R_demonstration|127\.0\.0\.1/.test(text)),
  ).toEqual([]);
});
