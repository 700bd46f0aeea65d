import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { type BuiltPage, builtPages } from '../built-pages.ts';
import {
  accessibilityProblems,
  appearanceProblems,
  enhancedContrastProblems,
  sidewaysOverflow,
  visit,
} from './visit.ts';

const site = inject('site');
const below = inject('siteBelow');
const guide = new URL('styleguide/', below.address).href;
const isDiscussion = ({ html, isRedirect }: BuiltPage) =>
  !isRedirect && html.includes('data-answer="2"') && html.includes('<reply-doors');
const discussion = builtPages(site.folder, 'posts/*/index.html').find(isDiscussion);
const post = new URL(discussion?.route.slice(1) ?? '', site.address).href;

const isCovered = ({ html, isRedirect }: BuiltPage) =>
  !isRedirect && html.includes('fetchpriority="high"');
const covered = builtPages(site.folder, 'posts/*/index.html').find(isCovered);
const withCover = new URL(covered?.route.slice(1) ?? '', site.address).href;

test('every component in every state holds AA, its text AAA, in both colours, and fits', async () => {
  await visit(guide, { reducedMotion: true }, async (page) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const look = width === 320 ? accessibilityProblems : appearanceProblems;
        expect([...(await look(page)), ...(await sidewaysOverflow(page))]).toEqual([]);
      }
      expect(await enhancedContrastProblems(page)).toEqual([]);
    }
  });
});

test('every component fits at 200 % text', async () => {
  await visit(guide, { width: 640, textSize: 2 }, async (page) => {
    expect(await sidewaysOverflow(page)).toEqual([]);
  });
});

test('the style guide is not in the public build', async () => {
  const answer = await fetch(new URL('styleguide/', site.address));
  expect(answer.status).toBe(404);
});

test('with the keyboard alone everything is reached in order, seen, and never covered', async () => {
  await visit(post, { reducedMotion: true }, async (page) => {
    const stops: Stop[] = [];
    do {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (!stop) break;
      stops.push(stop);
    } while (stops.length < 200);
    expect(stops.filter((stop) => !stop.isMarked || stop.isCovered || stop.isSmall)).toEqual([]);
    const names = stops.map(({ name }) => name);
    expect(names.slice(0, 5)).toEqual([
      'Skip to the text',
      expect.any(String),
      'Search',
      'Subscribe',
      expect.stringContaining('Colours'),
    ]);
    const places = [
      'Answer Question 1',
      'Answer Question 2',
      'Copy the address',
      'Answer by email',
    ];
    const order = places.map((place) => names.indexOf(place));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });
});

test('the skip link leads to the text, and the answer control to the ways to answer', async () => {
  await visit(post, { reducedMotion: true }, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await page.locator('[data-answer="2"]').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => !!document.activeElement?.closest('reply-doors'))).toBe(true);
    expect(await page.locator('reply-doors .line').innerText()).toContain('Question 2:');
  });
});

test.each([360, 1280])(
  'nothing moves while a page of %i px loads, late type neither',
  async (width) => {
    // What stands in for our type until it is there is matched to it, as far as a machine has it.
    let isMatched = false;
    await visit(site.address, {}, async (page) => {
      isMatched = await hasMatchedType(page);
    });
    for (const address of [site.address, post]) {
      await visit(address, { width, ...(isMatched ? { standIn: lateType } : {}) }, async (page) => {
        await page.waitForFunction(() => localStorage.getItem('type'));
        const shift = await page.evaluate(async () => {
          // On a machine that has too much to do, the type was too late for this page.
          document.documentElement.dataset['type'] = '';
          await document.fonts.ready;
          return await new Promise<number>((done) => {
            new PerformanceObserver((list) =>
              done(
                list
                  .getEntries()
                  .reduce((sum, one) => sum + (one as unknown as { value: number }).value, 0),
              ),
            ).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(0), 300);
          });
        });
        // Matched type is as wide on the whole; a line of it may still end elsewhere.
        expect(shift, address).toBeLessThan(0.05);
      });
    }
  },
);

test('nothing is asked for before a page is drawn but its pictures; then scripts and type are', async () => {
  for (const address of [site.address, post, new URL('search/', site.address).href]) {
    await visit(address, { isIdle: true }, async (page) => {
      await page.waitForFunction(() => localStorage.getItem('type'));
      const first = await loadTimes(page);
      expect(first.drawn).toBeGreaterThan(0);
      expect(first.files.filter(({ at }) => at < first.drawn)).toEqual([]);
      expect(first.files.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['js', 'woff2']));
      expect(await page.locator('theme-control').isVisible()).toBe(true);
      if (address === post) await page.getByRole('button', { name: 'Copy the address' }).waitFor();
      // What is here already is not waited for.
      await page.goto(new URL('archive/', site.address).href);
      await page.waitForFunction(() => customElements.get('search-door'));
      const later = await loadTimes(page);
      const firstOf = (kind: string) => later.files.find((file) => file.kind === kind)?.at;
      expect(firstOf('woff2')).toBeLessThan(firstOf('js') ?? 0);
    });
  }
});

test('scripts wait for the picture that is looked at, and come for who acts before it is there', async () => {
  await visit(withCover, {}, async (page) => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route(/\.(avif|webp)$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'domcontentloaded' });
    await page.waitForTimeout(400);
    const isReady = () => page.evaluate(() => !!customElements.get('search-door'));
    expect(await isReady()).toBe(false);
    await page.keyboard.press('Tab');
    await expect.poll(isReady, { timeout: 15_000 }).toBe(true);
    expect(await page.evaluate(() => document.readyState)).toBe('interactive');
    release();
  });
});

test('type that comes when somebody reads already is left for the next page', async () => {
  const standIn = (context: BrowserContext) => lateType(context, 2100);
  await visit(post, { standIn }, async (page) => {
    await page.waitForFunction(() => localStorage.getItem('type'));
    expect(await page.locator('html[data-type]').count()).toBe(0);
    await page.reload();
    expect(await page.locator('html[data-type]').count()).toBe(1);
  });
});

test('who runs no scripts has the type all the same', async () => {
  await visit(post, { javaScript: false }, async (page) => {
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family);
    });
    expect(fonts).toEqual(expect.arrayContaining(['Literata', 'Atkinson']));
  });
});

test.each([
  { reducedMotion: false, moves: true },
  { reducedMotion: true, moves: false },
])('a title moves from the list to its post: $moves', async ({ reducedMotion, moves }) => {
  const list = new URL('discussions/', site.address).href;
  await visit(list, { reducedMotion }, async (page) => {
    await page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        document.documentElement.dataset['moved'] = String(
          !!(event as { viewTransition?: unknown }).viewTransition,
        );
      });
    });
    await page.reload();
    await page.locator('.entry-title a').first().click();
    await page.waitForURL('**/posts/**');
    await page.waitForFunction(() => document.documentElement.dataset['moved']);
    expect(await page.locator('html').getAttribute('data-moved')).toBe(String(moves));
    const name = await page.evaluate(() => {
      const heading = document.querySelector('h1');
      return heading && getComputedStyle(heading).getPropertyValue('view-transition-name');
    });
    expect(name).toMatch(/^t-/);
  });
});

test('a sheet is printed dark on white, whatever colours were chosen for the screen', async () => {
  await visit(post, { print: true }, async (page) => {
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    const [scheme, ink] = await page.evaluate(() => {
      const { colorScheme, color } = getComputedStyle(
        document.querySelector('h1') ?? document.body,
      );
      return [colorScheme, Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number))];
    });
    expect(scheme).toBe('light');
    expect(ink).toBeLessThan(90);
  });
});

/** When a page was drawn, and when it asked for its scripts and its type. */
function loadTimes(page: Page) {
  return page.evaluate(() => ({
    drawn: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    files: performance
      .getEntriesByType('resource')
      .map(({ name, startTime }) => ({ kind: name.split('.').at(-1), name, at: startTime }))
      .filter(({ kind }) => !/^(avif|webp|jpg|svg)$/.test(kind ?? '')),
  }));
}

/** Type that comes some time after the text. */
async function lateType(context: BrowserContext, wait = 500) {
  await context.route('**/*.woff2', async (route) => {
    await new Promise((done) => setTimeout(done, wait));
    await route.continue();
  });
}

/** Whether the machine has a typeface that the style sheet matches to ours. */
function hasMatchedType(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const matched = ['Georgia', 'Noto Serif', 'Liberation Serif', 'Times New Roman'];
    const sources = matched.map((name) => `local("${name}")`).join(', ');
    return new FontFace('matched', sources).load().then(
      () => true,
      () => false,
    );
  });
}

interface Stop {
  name: string;
  /** Whether one can see where one is. */
  isMarked: boolean;
  /** Whether something lies over it. */
  isCovered: boolean;
  /** Whether it is under 24 px, and not a link in a sentence. */
  isSmall: boolean;
}

/** What has the focus; nothing when it has left the page. */
function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const one = document.activeElement as HTMLElement | null;
    if (!one || one === document.body) return undefined;
    const { outlineStyle, outlineWidth, display } = getComputedStyle(one);
    const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const text = one instanceof HTMLSelectElement ? one.selectedOptions[0]?.text : one.innerText;
    return {
      name: (one.getAttribute('aria-label') ?? text ?? '').replace(/\s+/g, ' ').trim(),
      isMarked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      isCovered: !(top && (one.contains(top) || top.contains(one))),
      isSmall: display !== 'inline' && (box.height < 24 || box.width < 24),
    };
  });
}
