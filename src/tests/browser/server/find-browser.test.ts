import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type BrowserPlace, browserPlaces, findBrowser } from '../../../server/find-browser.ts';

const empty: BrowserPlace = { name: 'installed', look: async () => undefined };
const full: BrowserPlace = { name: 'playwright', look: async () => ({ executablePath: '/there' }) };

const placesNamed = (name: string) => browserPlaces.filter((place) => place.name === name);

test('the first place that has a browser is taken', async () => {
  expect(await findBrowser([empty, full])).toEqual({ executablePath: '/there' });
});

test('a machine without any browser is told what to do, in one line', async () => {
  await expect(findBrowser([empty])).rejects.toThrow(/^There is no browser.*CHROMIUM_PATH/);
});

test('a CHROMIUM_PATH that leads nowhere is said to', async () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/nowhere/chromium';
  await expect(findBrowser(placesNamed('named'))).rejects.toThrow(
    'CHROMIUM_PATH is /nowhere/chromium',
  );
  if (before === undefined) delete process.env['CHROMIUM_PATH'];
  else process.env['CHROMIUM_PATH'] = before;
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('on Linux', () => {
  test('a machine without a browser has the one that comes with the packages', async () => {
    const browser = await chromium.launch(await findBrowser(placesNamed('packaged')));
    const page = await browser.newPage();
    await page.setContent('<title>It runs</title>');
    expect(await page.title()).toBe('It runs');
    await browser.close();
  });
});
