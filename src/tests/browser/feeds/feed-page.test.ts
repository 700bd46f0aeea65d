import { expect, inject, test } from 'vitest';
import { sidewaysOverflow, visit } from '../visit.ts';

test.each(['rss.xml', 'atom.xml', 'responses.xml'])(
  'whoever opens %s in a browser sees a page with a heading and links, and nothing for readers alone',
  async (feed) => {
    await visit(new URL(feed, inject('siteBelow').address).href, { width: 320 }, async (page) => {
      await page.locator('h1').waitFor();
      expect(await page.locator('.introduction ol a').count()).toBeGreaterThan(0);
      // The style sheet is what hides the feed's own elements, and makes a heading of the heading.
      for (const own of ['channel > language', 'item', 'entry'])
        expect(await page.locator(own).filter({ visible: true }).count(), own).toBe(0);
      const size = await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontSize);
      expect(Number.parseFloat(size)).toBeGreaterThan(24);
      expect(await sidewaysOverflow(page)).toEqual([]);
    });
  },
);
