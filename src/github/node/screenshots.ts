import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../server/find-browser.ts';
import { startSiteServer } from '../../server/server.ts';

/** A picture that was taken of a page, its file by name. */
export interface Screenshot {
  path: string;
  file: string;
  shows: string;
}

/** On what a page is looked at. Pictures of the phone are twice as fine, as its screen is. */
const SCREENS: readonly { name: string; options: BrowserContextOptions }[] = [
  { name: 'desktop', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'phone', options: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 } },
];

/**
 * Takes pictures of whole pages of a built site that has no base path.
 *
 * @param pages a name for each picture's file, and the page's address
 * @param folder where the pictures are put
 * @throws with one line on what to do when there is no browser
 */
export async function takeScreenshots(
  site: string,
  pages: readonly { name: string; path: string }[],
  folder: string,
): Promise<Screenshot[]> {
  const browser = await chromium.launch(await findBrowser());
  const server = await startSiteServer({ folder: site, base: '/', host: '127.0.0.1', port: 0 });
  const pictures: Screenshot[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const screen of SCREENS) {
      const context = await browser.newContext({ ...screen.options, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const { name, path } of pages) {
        const file = `${name}-${screen.name}.png`;
        await page.goto(new URL(path, server.address).href);
        await allPictures(page);
        await page.screenshot({ path: join(folder, file), fullPage: true });
        pictures.push({ path, file, shows: `on a ${screen.name}` });
      }
    }
    return pictures;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Waits also for the pictures that are far down, which a browser fetches when somebody comes there. */
async function allPictures(page: Page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})));
  });
}
