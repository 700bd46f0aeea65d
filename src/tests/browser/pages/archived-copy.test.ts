import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startSiteServer } from '../../../server/server.ts';
import { ownArchiver, wget } from '../../support/mirror.ts';

/**
 * Our own archiver, which needs nothing but Node, does to a page what wget does to it; where wget is
 * installed, it shows that this is so.
 */
const archivers = Object.entries({ ours: ownArchiver, ...(wget && { wget }) });
const copies = archivers.flatMap(([name, archiver]) =>
  [true, false].map((isConverted) => ({ name, archiver, isConverted })),
);
const site = inject('siteBelow');
const folderOf = (name: string, isConverted: boolean) =>
  resolve('node_modules/.cache/archived-copies', `${name}-${isConverted ? 'converted' : 'as-is'}`);
/** With a cover and a picture in its text, within the site. */
const PAGE = 'posts/2013-05-water/';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  for (const { name, archiver, isConverted } of copies) {
    const folder = folderOf(name, isConverted);
    rmSync(folder, { recursive: true, force: true });
    await archiver(site.address, folder, isConverted);
  }
});
afterAll(async () => {
  await browser.close();
});

test.each(copies)(
  'a copy by $name, addresses converted: $isConverted, has its style on the disk',
  async ({ name, isConverted }) => {
    const copy = join(folderOf(name, isConverted), 'blog', PAGE, 'index.html');
    const [whole] = await looked(`${site.address}${PAGE}`, looks);
    const [copied, refused] = await looked(pathToFileURL(copy).href, looks);
    expect(copied).toEqual(whole);
    expect(refused.filter((message) => /style/i.test(message))).toEqual([]);
  },
);

test.each(archivers)(
  'a copy by %s shows its pictures on the disk, and leads to its pages',
  async (name) => {
    const copy = join(folderOf(name, true), 'blog', PAGE, 'index.html');
    await looked(pathToFileURL(copy).href, async (page) => {
      expect(await pictures(page)).toEqual([true, true]);
      await page.locator('.wordmark').click();
      await page.waitForURL('**/blog/index.html');
      expect(await page.locator('h1').count()).toBe(1);
    });
  },
);

test.each(archivers)(
  'a copy by %s as it is shows its pictures where it is served',
  async (name) => {
    const folder = join(folderOf(name, false), 'blog');
    const served = await startSiteServer({ folder, base: '/blog', host: '127.0.0.1', port: 0 });
    try {
      const [shown] = await looked(`${served.address}${PAGE}`, pictures);
      expect(shown).toEqual([true, true]);
    } finally {
      await served.close();
    }
  },
);

/** Opens a page, and looks at it. The browser's words on what the policy refused come along. */
async function looked<Seen>(
  address: string,
  look: (page: Page) => Promise<Seen>,
): Promise<[Seen, string[]]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await page.goto(address, { waitUntil: 'load' });
    return [await look(page), refused];
  } finally {
    await context.close();
  }
}

/** How the parts of a page look, their typefaces apart. */
function looks(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const parts = [
      'body',
      '.page',
      '.header',
      '.tabs',
      'main',
      'h1',
      '.byline',
      '.prose',
      '.footer',
    ];
    return Object.fromEntries(
      parts.map((part) => {
        const style = getComputedStyle(document.querySelector(part) as Element);
        const { display, color, backgroundColor, fontSize, paddingTop, maxWidth } = style;
        return [part, [display, color, backgroundColor, fontSize, paddingTop, maxWidth]];
      }),
    );
  });
}

/** Which pictures of a page are there, as large as the post's author made them. */
function pictures(page: Page): Promise<boolean[]> {
  return page.evaluate(async () => {
    const shown = [];
    for (const { src } of document.querySelectorAll<HTMLImageElement>('main img')) {
      const image = [...document.images].find((one) => one.src === src) as HTMLImageElement;
      image.scrollIntoView();
      for (let tries = 0; tries < 200 && !(image.complete && image.naturalWidth); tries++)
        await new Promise(requestAnimationFrame);
      shown.push(image.naturalWidth >= Math.min(image.width, 300));
    }
    return shown;
  });
}
