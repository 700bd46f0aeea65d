import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { addressesOfEachKind, allAddresses } from './routes.ts';
import { accessibilityProblems, sidewaysOverflow, visit } from './visit.ts';

const site = inject('site');
const pathOf = (address: string) => new URL(address).pathname;
const kinds = addressesOfEachKind(site).map((address) => ({ address, path: pathOf(address) }));

const untilIdle = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 1000 })),
  );

test('no page writes to the console, or asks another host for anything', async () => {
  for (const address of allAddresses(site)) await visit(address, {}, untilIdle);
}, 300_000);

test('no page of a site in a folder of its host does, either', async () => {
  for (const address of allAddresses(inject('siteBelow'))) await visit(address, {}, untilIdle);
});

const windows = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
] as const;

test.each(kinds)(
  '$path holds WCAG 2.2 AA on desk and phone, by light and dark',
  async ({ address }) => {
    await visit(address, { reducedMotion: true }, async (page) => {
      for (const { width, colorScheme } of windows) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const situation = `${width} px, ${colorScheme}`;
        expect(await accessibilityProblems(page), situation).toEqual([]);
        expect(await sidewaysOverflow(page), situation).toEqual([]);
      }
    });
  },
);

test.each(kinds)('$path fits the window at 200 % text', async ({ address }) => {
  await visit(address, { width: 640, textSize: 2 }, async (page) => {
    expect(await sidewaysOverflow(page)).toEqual([]);
  });
});

test.each(kinds)('$path is whole without scripts', async ({ address }) => {
  await visit(address, { javaScript: false }, async (page) => {
    expect((await page.locator('h1').innerText()).trim()).not.toBe('');
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(40);
    expect(await page.locator('nav a').first().isVisible()).toBe(true);
  });
});
