import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../server/find-browser.ts';
import { startSlowHost } from './slow-host.ts';

/** How long readers of a slow phone wait for the first answer, in seconds: medians of all rounds. */
export interface SearchTimes {
  /** What was looked for. */
  words: string;
  /** From the key that opens our dialog to the first result. */
  ours: number;
  /** From the focus in the box of Pagefind's own interface to the first result. */
  stock: number;
  /** The same in its newer interface, made of components. */
  components: number;
}

/** A line of 1.5 Mbit/s on which each answer takes 560 ms to begin, and a processor of a quarter. */
const LINE = { bytesPerSecond: 1_500_000 / 8, latency: 560 };
const SLOWER = 4;
/** Milliseconds between two keys. */
const PACE = 100;

const STOCK: Record<'stock' | 'components', { page: string; box: string; result: string }> = {
  stock: {
    page: `<link rel="stylesheet" href="/pagefind/pagefind-ui.css">
      <div id="search"></div><script src="/pagefind/pagefind-ui.js"></script>
      <script>new PagefindUI({ element: '#search' })</script>`,
    box: '.pagefind-ui__search-input',
    result: '.pagefind-ui__result-link',
  },
  components: {
    page: `<link rel="stylesheet" href="/pagefind/pagefind-component-ui.css">
      <script src="/pagefind/pagefind-component-ui.js" type="module"></script>
      <pagefind-input></pagefind-input><pagefind-results></pagefind-results>`,
    box: 'pagefind-input input',
    result: 'pagefind-results a',
  },
};

/**
 * Measures our search beside Pagefind's ready-made interfaces over the same index, in one run, with
 * nothing in the browser's cache. Each round takes all three, one after the other.
 *
 * @param site a built site that lives at `/`; it stays as it is
 * @param scratch a folder for a copy of it, to which Pagefind's interfaces are added
 * @param post the address of a post, on which a word of its title is looked for
 */
export async function benchSearch(
  site: string,
  scratch: string,
  post: string,
  rounds = 3,
): Promise<SearchTimes> {
  await rm(scratch, { recursive: true, force: true });
  await cp(site, scratch, { recursive: true });
  await addReadyMade(scratch);
  const host = await startSlowHost(scratch, LINE);
  const browser = await chromium.launch(await findBrowser());
  try {
    const words = await wordOfTitle(browser, host.address + post.slice(1));
    const times: Record<'ours' | keyof typeof STOCK, number[]> = {
      ours: [],
      stock: [],
      components: [],
    };
    for (let round = 0; round < rounds; round++) {
      times.ours.push(await slowPhone(browser, host.address + post.slice(1), ours(words)));
      for (const name of ['stock', 'components'] as const)
        times[name].push(await slowPhone(browser, `${host.address}${name}/`, theirs(name, words)));
    }
    const { ours: own, stock, components } = times;
    return { words, ours: median(own), stock: median(stock), components: median(components) };
  } finally {
    await browser.close();
    await host.close();
  }
}

/** Puts Pagefind's interfaces beside an index that has been made without them. */
async function addReadyMade(site: string) {
  const { index } = await createIndex();
  await index?.addCustomRecord({ url: '/', content: 'nothing', language: 'en' });
  const { files } = (await index?.getFiles()) ?? { files: [] };
  for (const { path, content } of files) {
    if (/-ui\.(js|css)$|-worker\.js$/.test(path))
      await writeFile(join(site, 'pagefind', path), content);
  }
  await close();
  for (const [name, { page }] of Object.entries(STOCK)) {
    await mkdir(join(site, name), { recursive: true });
    const html = `<!doctype html><html lang="en"><title>${name}</title>${page}</html>`;
    await writeFile(join(site, name, 'index.html'), html);
  }
}

async function wordOfTitle(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(address);
  const title = await page.locator('h1').innerText();
  await page.close();
  const words = title.match(/\p{L}{5,}/gu) ?? [];
  const longest = words.toSorted((a, b) => b.length - a.length)[0];
  if (!longest) throw new Error(`The title of ${address} has no word to look for.`);
  return longest.toLowerCase();
}

/** Opens a page as a slow phone that has never been here, waits until it is quiet, and measures. */
async function slowPhone(
  browser: Browser,
  address: string,
  measure: (page: Page) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(address, { waitUntil: 'networkidle' });
  const start = performance.now();
  await measure(page);
  const seconds = (performance.now() - start) / 1000;
  await context.close();
  return seconds;
}

function ours(words: string) {
  return async (page: Page) => {
    await page.keyboard.press('/');
    await page.locator('.search-dialog input[name="q"]').waitFor();
    await page.keyboard.type(words, { delay: PACE });
    await page.locator('.search-dialog [role="option"]').first().waitFor();
  };
}

function theirs(name: keyof typeof STOCK, words: string) {
  const { box, result } = STOCK[name];
  return async (page: Page) => {
    await page.locator(box).focus();
    await page.keyboard.type(words, { delay: PACE });
    await page.locator(result).first().waitFor();
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
