import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { type BuiltPage, builtPages } from '../../support/built-pages.ts';
import {
  accessibilityProblems,
  appearanceProblems,
  enhancedContrastProblems,
  sidewaysOverflow,
  visit,
} from '../visit.ts';

const site = inject('site');
const below = inject('siteBelow');
const guide = new URL('styleguide/', below.address).href;
const isDiscussion = ({ html, isRedirect }: BuiltPage) =>
  !isRedirect && html.includes('data-answer="2"') && html.includes('<reply-options');
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
    expect(await page.evaluate(() => !!document.activeElement?.closest('reply-options'))).toBe(
      true,
    );
    expect(await page.locator('reply-options .prefix').innerText()).toContain('Question 2:');
  });
});

const machines = [360, 1280].flatMap((width) =>
  ([true, false] as const).map((isMatched) => ({ width, isMatched })),
);

test.each(machines)(
  'nothing moves while a page of $width px loads, late type neither; matched type: $isMatched',
  async ({ width, isMatched }) => {
    const standIn = machineWith(isMatched);
    for (const address of [site.address, post]) {
      await visit(address, { width, standIn }, async (page) => {
        await page.waitForFunction(() => localStorage.getItem('type'));
        expect(await page.locator('html[data-type]').count()).toBe(isMatched ? 1 : 0);
        const shift = await page.evaluate(async () => {
          await document.fonts.ready;
          return await new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const one of list.getEntries()) sum += (one as unknown as Shift).value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 300);
          });
        });
        // Stand-ins that a test brings are not there as soon as those of a machine.
        expect(shift, address).toBeLessThan(isMatched ? 0.05 : 0.02);
        await page.reload();
        expect(await page.locator('html[data-type]').count()).toBe(1);
      });
    }
  },
);

test.each(machines)(
  'an address with a fragment stays where it was reached, at $width px; matched type: $isMatched',
  async ({ width, isMatched }) => {
    const standIn = machineWith(isMatched);
    const ids = [...(discussion?.html ?? '').matchAll(/ id="((?:question|comment)-[^"]+)"/g)];
    const fragments = [0, ids.length >> 1, ids.length - 1].map((index) => ids[index]?.[1]);
    for (const fragment of fragments)
      await visit(`${post}#${fragment}`, { width, standIn }, async (tab) => {
        await expectToBeThere(tab);
        await tab.waitForFunction(() => localStorage.getItem('type'));
        await expectToBeThere(tab);
        // With the typefaces from the beginning, as late as they come.
        await tab.goto('about:blank');
        await tab.goto(`${post}#${fragment}`);
        await expectToBeThere(tab);
      });
    // Gone to from the page itself, just before the typefaces are here.
    await visit(post, { width, standIn, reducedMotion: true }, async (tab) => {
      await tab.evaluate((id) => {
        location.hash = `#${id}`;
      }, fragments[1]);
      await tab.waitForFunction(() => localStorage.getItem('type'));
      await expectToBeThere(tab);
    });
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
      expect(await page.locator('theme-toggle').isVisible()).toBe(true);
      if (address === post) await page.getByRole('button', { name: 'Copy the address' }).waitFor();
      // What is here already is not waited for.
      await page.goto(new URL('archive/', site.address).href);
      await page.waitForFunction(() => customElements.get('search-link'));
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
    const isReady = () => page.evaluate(() => !!customElements.get('search-link'));
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

/** What the browser reports of a shift (Layout Instability). */
interface Shift {
  value: number;
}

/** Type that comes some time after the text. */
async function lateType(context: BrowserContext, wait = 500) {
  await context.route('**/*.woff2', async (route) => {
    await new Promise((done) => setTimeout(done, wait));
    await route.continue();
  });
}

/**
 * A quick machine on which late type finds that the reader has typefaces that are matched to ours (here
 * they are ours under other names) or none of them, whatever the machine has on which the test runs.
 */
function machineWith(isMatched: boolean) {
  const files = {
    italic: 'literata-400-italic',
    Literata: 'literata-400',
    Atkinson: 'atkinson-600',
  };
  const dataOf = (face: string) => {
    const kind = (['italic', 'Atkinson', 'Literata'] as const).find((word) => face.includes(word));
    const data = readFileSync(`src/styles/fonts/${files[kind ?? 'Literata']}.woff2`, 'base64');
    return `url(data:font/woff2;base64,${data})`;
  };
  const standInOf = (face: string) => {
    const [family = '', style = ''] = [/font-family:[^;}]+/, /font-style:[^;}]+/].map(
      (part) => part.exec(face)?.[0],
    );
    const source = isMatched ? dataOf(face) : 'local("of this name there is none")';
    return `@font-face{${family};${style};src:${source}}`;
  };
  return async (context: BrowserContext) => {
    await lateType(context);
    await context.addInitScript(() => {
      performance.now = () => 100;
    });
    await context.route(
      (url) => url.pathname.endsWith('/'),
      async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        const body = html
          .replace(/<meta http-equiv="?Content-Security-Policy[^>]*>/, '')
          .replace(/@font-face\s*\{[^}]*\}/g, (face) =>
            face.includes('local(') ? standInOf(face) : face,
          );
        await route.fulfill({ response, body });
      },
    );
  };
}

/** When what was decided has been drawn. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** Waits until the page stands where its fragment leads: a way there takes its time. */
async function expectToBeThere(page: Page): Promise<void> {
  await drawn(page);
  await expect.poll(() => pixelsAway(page), { timeout: 10_000 }).toBeLessThanOrEqual(1);
}

/** By how many pixels the page stands elsewhere than where its fragment leads. */
function pixelsAway(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const target = document.getElementById(location.hash.slice(1));
    if (!target) throw new Error(`There is no ${location.hash}.`);
    const above =
      Number.parseFloat(getComputedStyle(root).scrollPaddingTop) +
      Number.parseFloat(getComputedStyle(target).scrollMarginTop);
    const there = scrollY + target.getBoundingClientRect().top - above;
    const last = root.scrollHeight - innerHeight;
    return Math.abs(Math.round(Math.min(there, last) - scrollY));
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
