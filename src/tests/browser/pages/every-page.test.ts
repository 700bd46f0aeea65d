import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { addressesThatShowAll, allAddresses } from '../routes.ts';
import {
  accessibilityProblems,
  appearanceProblems,
  setTextSize,
  sidewaysOverflow,
  walk,
} from '../visit.ts';

const site = inject('site');
const telling = addressesThatShowAll(site);

const untilIdle = async (page: Page) => {
  await page.evaluate(
    () => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 1000 })),
  );
  return [];
};

const rootTextSize = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).fontSize);

test('no page writes to the console, or asks another host for anything', async () => {
  expect(await walk(allAddresses(site), {}, untilIdle)).toEqual({});
});

test('no page of a site in a folder of its host does, either', async () => {
  expect(await walk(allAddresses(inject('siteBelow')), {}, untilIdle)).toEqual({});
});

test('all that pages show holds WCAG 2.2 AA on desktop and phone, by light and dark, and fits, at 200 % text too', async () => {
  // What is on a page differs by width alone; colours change its looks.
  const looks = [
    { width: 1280, colorScheme: 'light', problems: accessibilityProblems },
    { width: 1280, colorScheme: 'dark', problems: appearanceProblems },
    { width: 320, colorScheme: 'dark', problems: accessibilityProblems },
    { width: 320, colorScheme: 'light', problems: appearanceProblems },
  ] as const;
  const found = await walk(telling, { reducedMotion: true }, async (page) => {
    const all: string[] = [];
    for (const { width, colorScheme, problems } of looks) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const these = [...(await problems(page)), ...(await sidewaysOverflow(page))];
      all.push(...these.map((problem) => `${width} px, ${colorScheme}: ${problem}`));
    }
    await page.setViewportSize({ width: 640, height: 800 });
    await setTextSize(page, 2);
    if ((await rootTextSize(page)) !== '32px') all.push('the text is not larger');
    all.push(...(await sidewaysOverflow(page)).map((problem) => `200 %: ${problem}`));
    await setTextSize(page, 1);
    return all;
  });
  expect(found).toEqual({});
}, 300_000);

test('all that pages show is whole without scripts', async () => {
  const found = await walk(telling, { javaScript: false }, async (page) => {
    const [heading, text] = await Promise.all(
      ['h1', 'main'].map((name) => page.locator(name).innerText()),
    );
    return [
      ...(heading?.trim() ? [] : ['no heading']),
      ...((text ?? '').length > 40 ? [] : ['hardly any text']),
      ...((await page.locator('nav a').first().isVisible()) ? [] : ['no menu']),
    ];
  });
  expect(found).toEqual({});
});
