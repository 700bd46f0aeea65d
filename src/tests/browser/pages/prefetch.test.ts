import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { visit } from '../visit.ts';

const { address } = inject('site');
const archive = new URL('archive/', address).href;
const patience = { timeout: 15_000 };

/** Pages that are fetched while `look` is going on, beyond the one that is read. */
async function fetchedPages(page: Page, look: () => Promise<void>): Promise<string[]> {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/')) fetched.push(request.url());
  });
  await look();
  return fetched;
}

test('a page is fetched ahead when a reader points at its link, and no other is', async () => {
  await visit(address, {}, async (page) => {
    await page.waitForLoadState('networkidle');
    const fetched = await fetchedPages(page, async () => {
      await page.locator(`.footer a[href$="/archive/"]`).hover();
      await expect.poll(() => page.locator('link[rel=prefetch]').count(), patience).toBe(1);
      await page.waitForLoadState('networkidle');
    });
    expect(await page.locator('link[rel=prefetch]').getAttribute('href')).toBe(archive);
    expect(fetched).toEqual([archive]);
  });
});

test('a reader who saves data is never fetched anything ahead', async () => {
  await visit(address, {}, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await page.reload({ waitUntil: 'networkidle' });
    await page.locator(`.footer a[href$="/archive/"]`).hover();
    // Longer than intent takes, and than the next frame.
    await page.waitForTimeout(400);
    expect(await page.locator('link[rel=prefetch]').count()).toBe(0);
  });
});
