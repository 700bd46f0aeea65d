import axe, { type RunOptions } from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type Page,
} from 'playwright-core';
import { expect, inject } from 'vitest';

export interface Visitor {
  /** The width of the window in CSS pixels; the height follows. 1280 if not said. */
  width?: number;
  colorScheme?: 'light' | 'dark';
  /** The visitor's own text size; 2 is 200 %. */
  textSize?: number;
  javaScript?: boolean;
  reducedMotion?: boolean;
  /** Only looks, so that a page's scripts come in their time. */
  isIdle?: boolean;
  /**
   * Comes back in the tab of its last visit, whose code is there already, and in which nothing else
   * is left of it: no draft, no setting, no listener.
   */
  returns?: boolean;
  /** Prints instead of showing. */
  print?: boolean;
  /** The visitor's time zone, IANA name. */
  timeZone?: string;
  /**
   * Stands in for other hosts, before the page opens. What it answers for is not a complaint; name
   * those hosts' origins in `mayAsk`.
   */
  standIn?: (context: BrowserContext) => Promise<void>;
  mayAsk?: string[];
}

let connected: Promise<Browser> | undefined;

/**
 * Opens a page as a visitor of a kind and hands it to `look`. Fails when the browser had anything to
 * complain of: the console must be empty, and nothing may go to another host.
 */
export async function visit(
  address: string,
  visitor: Visitor,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const tab = await (visitor.returns ? tabOf(visitor) : newTab(visitor));
  try {
    if (visitor.returns) await forgetVisit(tab, address);
    const complaints = await open(tab, address, visitor);
    await look(tab);
    expect(complaints, `at ${address}`).toEqual([]);
  } finally {
    if (!visitor.returns) await tab.context().close();
  }
}

async function newContext(visitor: Visitor): Promise<BrowserContext> {
  connected ??= chromium.connect(inject('browser'));
  return (await connected).newContext(contextOptions(visitor));
}

async function newTab(visitor: Visitor): Promise<Page> {
  const context = await newContext(visitor);
  await visitor.standIn?.(context);
  return context.newPage();
}

const tabs = new Map<string, Promise<Page>>();

/** The tab of a visitor who was here before, by what kind of visitor it is. */
function tabOf(visitor: Visitor): Promise<Page> {
  const kind = JSON.stringify(visitor);
  const known = tabs.get(kind) ?? newTab(visitor);
  tabs.set(kind, known);
  return known;
}

/** Leaves the page, and takes away what it stored and what the last look added to it. */
async function forgetVisit(tab: Page, address: string) {
  tab.removeAllListeners();
  await tab.unrouteAll();
  await tab.goto('about:blank');
  const session = await tab.context().newCDPSession(tab);
  const { origin } = new URL(address);
  const storageTypes = 'cookies,indexeddb,local_storage';
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await session.detach();
}

/**
 * Goes through many pages as one visitor, two at a time, and hands each to `look`, which says what
 * is wrong with it. What the browser complains of is added.
 *
 * @returns the pages with problems, by path
 */
export async function walk(
  addresses: readonly string[],
  visitor: Visitor,
  look: (page: Page) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const context = await newContext(visitor);
  const found: Record<string, string[]> = {};
  const left = [...addresses];
  const walker = async () => {
    const page = await context.newPage();
    for (let address = left.shift(); address; address = left.shift()) {
      const complaints = listen(page, address, visitor);
      if (visitor.textSize) await setTextSize(page, visitor.textSize);
      await page.goto(address, { waitUntil: 'load' });
      await begin(page, visitor);
      const problems = [...(await look(page)), ...complaints];
      page.removeAllListeners();
      if (problems.length > 0) found[new URL(address).pathname] = problems;
    }
  };
  try {
    await Promise.all([walker(), walker()]);
  } finally {
    await context.close();
  }
  return found;
}

function contextOptions(visitor: Visitor) {
  const width = visitor.width ?? 1280;
  return {
    viewport: { width, height: width < 600 ? 640 : 900 },
    colorScheme: visitor.colorScheme ?? 'light',
    javaScriptEnabled: visitor.javaScript ?? true,
    reducedMotion: visitor.reducedMotion ? 'reduce' : 'no-preference',
    timezoneId: visitor.timeZone ?? 'UTC',
    locale: 'en-GB',
    // Some browsers without a window ask somebody who isn't there.
    permissions: ['clipboard-write'] as string[],
  } as const;
}

/** Opens a page. What the visitor will complain of is added as it happens. */
async function open(page: Page, address: string, visitor: Visitor): Promise<string[]> {
  const complaints = listen(page, address, visitor);
  if (visitor.print) await page.emulateMedia({ media: 'print' });
  if (visitor.textSize) await setTextSize(page, visitor.textSize);
  await page.goto(address, { waitUntil: 'load' });
  await begin(page, visitor);
  return complaints;
}

/** Acts, as whoever wants something of a page does: its scripts come for that at once. */
async function begin(page: Page, { javaScript = true, isIdle }: Visitor) {
  if (!javaScript) return;
  if (!isIdle) await page.evaluate(() => dispatchEvent(new Event('pointerdown')));
  await page.waitForFunction(
    () => !document.querySelector('search-link') || customElements.get('search-link'),
  );
}

/** Writes down what the browser has to complain of at an address, as it happens. */
function listen(page: Page, address: string, visitor: Visitor): string[] {
  const complaints: string[] = [];
  const known = [new URL(address).origin, ...(visitor.mayAsk ?? [])];
  const isForeign = (url: string) => /^(https?|wss?):/.test(url) && !known.includes(originOf(url));
  page.on('console', (message) => {
    // Chromium asks the host for one where what it opens is no HTML, which can't name its icon.
    if (new URL(message.location().url || address).pathname === '/favicon.ico') return;
    complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('websocket', (socket) => complaints.push(`web socket: ${socket.url()}`));
  page.on('request', (request) => {
    if (isForeign(request.url())) complaints.push(`asks another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== address)
      complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** As in the browser's settings: sizes in `rem` follow. */
export async function setTextSize(page: Page, size: number) {
  const session = await page.context().newCDPSession(page);
  const fontSizes = { standard: 16 * size, fixed: 13 * size };
  await session.send('Page.setFontSizes', { fontSizes });
}

function originOf(url: string): string {
  return new URL(url.replace(/^ws/, 'http')).origin;
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What other colours or another width can change. */
const APPEARANCE = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
];

/** What axe finds against WCAG 2.2 A and AA, one line for each element: rule, element, reason. */
export function accessibilityProblems(page: Page | Frame): Promise<string[]> {
  return problemsOf(page, { runOnly: { type: 'tag', values: WCAG } });
}

/** The part of {@link accessibilityProblems} that other colours or another width can change. */
export function appearanceProblems(page: Page): Promise<string[]> {
  return problemsOf(page, { runOnly: { type: 'rule', values: APPEARANCE } });
}

/** Text that has less contrast than WCAG's AAA asks for: 7 to 1, or 4.5 to 1 where it is large. */
export function enhancedContrastProblems(page: Page): Promise<string[]> {
  return problemsOf(page, {
    runOnly: { type: 'rule', values: ['color-contrast-enhanced'] },
    rules: { 'color-contrast-enhanced': { enabled: true } },
  });
}

async function problemsOf(page: Page | Frame, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (options) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return (await inPage.run(document, { ...options, resultTypes: ['violations'] })).violations;
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** What sticks out of the window to the side, as `tag.class`; scrolling regions of their own aside. */
export async function sidewaysOverflow(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth} px wide in ${clientWidth} px`,
      ...wide.map((one) => one.outerHTML.slice(0, 80)),
    ];
  });
}
