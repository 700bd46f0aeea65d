import { expect, inject, test } from 'vitest';
import { visit } from './visit.ts';

const site = inject('site');
const patience = { timeout: 15_000 };
const siteBelow = inject('siteBelow');
const search = (address: string, query = '') => new URL(`search/${query}`, address).href;

test.each([site.address, siteBelow.address])(
  'without a query the search at %s is a catalogue of everything',
  async (address) => {
    await visit(search(address), {}, async (page) => {
      await page.locator('.search-results > li').first().waitFor();
      expect(await page.locator('.search-status').innerText()).toMatch(/found/);
    });
  },
);

test('a query stands in the address, and going back brings the one before', async () => {
  await visit(search(site.address), {}, async (page) => {
    await page.locator('.search-results > li').first().waitFor();
    await page.locator('[name="kind"]').selectOption({ index: 1 });
    await expect.poll(() => new URL(page.url()).search, patience).toContain('kind=');
    await page.goBack();
    await expect.poll(() => new URL(page.url()).search, patience).toBe('');
    expect(await page.locator('[name="kind"]').inputValue()).toBe('');
  });
});

test('what nobody wrote about is answered with a sentence', async () => {
  await visit(search(site.address, '?q=zzzxqyk'), {}, async (page) => {
    await expect
      .poll(() => page.locator('.search-status').innerText(), patience)
      .toMatch(/Nothing found/);
  });
});

test('without scripts the search page leads to the archive', async () => {
  await visit(search(site.address), { javaScript: false }, async (page) => {
    expect(await page.locator('main a[href$="/archive/"]').first().isVisible()).toBe(true);
  });
});
