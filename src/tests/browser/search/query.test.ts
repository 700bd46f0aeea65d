import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { SEARCH_FILES } from '../../../search/index-files.ts';
import { accessibilityProblems, visit } from '../visit.ts';

const site = inject('site');
const siteBelow = inject('siteBelow');
const patience = { timeout: 15_000 };
/** Somebody who searched before. */
const again = { returns: true };
const search = (address: string, query = '') => new URL(`search/${query}`, address).href;
const results = (page: Page) => page.locator('.search-results > li');
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);

/** How many results the page says there are. */
async function total(page: Page): Promise<number> {
  const says = page.locator('.search-status');
  await expect.poll(() => says.innerText(), patience).toMatch(/result|Nothing/);
  const words = await says.innerText();
  return words.startsWith('One') ? 1 : Number.parseInt(words, 10) || 0;
}

test.each([site.address, siteBelow.address])(
  'without a query the search at %s is a catalogue of everything, each choice with its count',
  async (address) => {
    await visit(search(address), again, async (page) => {
      const all = await total(page);
      expect(all).toBeGreaterThan(2);
      await page.getByLabel(/^Discussions/).waitFor();
      const counts = await page.locator('input[name="kind"] ~ .count').allInnerTexts();
      expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(all);
    });
  },
);

test('the newest stand in the page before anything of the index is fetched, and further ones follow', async () => {
  await visit(search(site.address), {}, async (page) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    expect(await results(page).count()).toBe(10);
    expect(fetched.filter((path) => path.includes('/pagefind/'))).toEqual([]);
    const tenth = await results(page).nth(9).locator('a').first().innerText();
    await page.locator('[data-next]').click();
    await expect.poll(() => results(page).count(), patience).toBe(20);
    expect(await results(page).nth(9).locator('a').first().innerText()).toBe(tenth);
    const eleventh = results(page).nth(10).locator('a').first();
    await expect
      .poll(() => eleventh.evaluate((one) => one === document.activeElement), patience)
      .toBe(true);
  });
});

test('what is written before the scripts are here is searched for when they are', async () => {
  await visit(search(site.address), {}, async (page) => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route(/\/_astro\/Page.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await page.locator('[name="q"]').pressSequentially('library');
    release();
    await page.waitForURL(search(site.address, '?q=library'));
    expect(await page.locator('[name="q"]').inputValue()).toBe('library');
    expect(await total(page)).toBeGreaterThan(0);
  });
});

test('while an answer is fetched, nothing stands there of another', async () => {
  await visit(search(site.address), {}, async (page) => {
    await page.route('**/pagefind/**', () => {});
    await page.goto(search(site.address, '?q=library'));
    await page.locator('search-page[data-searching]').waitFor();
    expect(await page.locator('.search-results li').count()).toBe(0);
    expect(await page.locator('[data-next]').isVisible()).toBe(false);
  });
});

test('choices narrow down together, stand in the address, and the back button takes them back', async () => {
  await visit(search(site.address), again, async (page) => {
    const all = await total(page);
    const [kind, other] = ['discussion', 'update'].map((id) =>
      page.locator(`input[value="${id}"]`),
    );
    const countOf = async (box = kind) => Number(await box?.locator('~ .count').innerText());
    const [discussions, updates] = [await countOf(), await countOf(other)];
    await kind?.check();
    await expect.poll(() => total(page), patience).toBe(discussions);
    await other?.check();
    await expect.poll(() => total(page), patience).toBe(discussions + updates);
    expect(query(page)).toBe('?kind=discussion&kind=update');
    await page.locator('input[value="pilot"]').check();
    await expect.poll(() => total(page), patience).toBeLessThan(discussions + updates);
    const shared = { address: page.url(), total: await total(page) };
    expect(query(page)).toBe('?kind=discussion&kind=update&round=pilot');
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => total(page), patience).toBe(all);
    expect(await kind?.isChecked()).toBe(false);
    await page.goto(shared.address);
    await expect.poll(() => total(page), patience).toBe(shared.total);
    expect(await page.locator('input[value="pilot"]').isChecked()).toBe(true);
  });
});

test('a facet answers at former ids, and a whole choice of words and order can be shared', async () => {
  await visit(search(siteBelow.address, '?tag=soil'), again, async (page) => {
    const soil = page.getByLabel(/^Soil/);
    expect(await total(page)).toBe(Number(await soil.locator('~ .count').innerText()));
    expect(await soil.isChecked()).toBe(true);
  });
  await visit(search(site.address, '?q=library&sort=newest'), again, async (page) => {
    await total(page);
    const months = async () =>
      (await page.locator('.search-results .kicker').allInnerTexts())
        .map((words) => Date.parse(`1 ${words.split(' · ')[1]}`))
        .filter((month) => month > 0);
    const newestFirst = (some: readonly number[]) => some.toSorted((a, b) => b - a);
    const newest = await months();
    expect(newest).toEqual(newestFirst(newest));
    await page.locator('[name="sort"]').selectOption('');
    await expect.poll(months, patience).not.toEqual(newest);
    const closest = await months();
    expect(closest).not.toEqual(newestFirst(closest));
  });
});

test('a result leads to the question, and to the response, in which something was found', async () => {
  await visit(search(site.address, '?q=never asked partner'), again, async (page) => {
    await total(page);
    const question = page.locator('.passage-question a').first();
    expect(await question.innerText()).toMatch(/^Question \d · /);
    expect(await question.locator('mark').count()).toBeGreaterThan(0);
    await question.click();
    await page.waitForURL(/#question-\d$/);
    expect(await page.locator('li:target').count()).toBe(1);
    await page.goBack();
    await expect.poll(() => results(page).count(), patience).toBeGreaterThan(0);
  });
  await visit(search(site.address, '?q=taken for granted&responses=yes'), again, async (page) => {
    await total(page);
    const response = page.locator('.passage-response a').first();
    expect(await response.innerText()).toMatch(/^In a response/);
    await response.click();
    await page.waitForURL(/#response-/);
    expect(await page.locator('article.response:target').count()).toBe(1);
  });
});

test('words are found in every script, with and without accents, whatever the language of the page', async () => {
  await visit(search(site.address), again, async (page) => {
    await total(page);
    const marked = async () =>
      (await page.locator('.search-results mark').allInnerTexts()).join(' ');
    for (const [words, written] of [
      ['bibliotecas', 'bibliotecas'],
      ['BIBLIOTHEKE', 'bibliothēkē'],
      ['المكتبة', 'مكتبة'],
      ['图书馆', '图书馆'],
      ['библиотека', 'библиотека'],
    ] as const) {
      await page.locator('[name="q"]').fill(words);
      await expect.poll(marked, patience).toContain(written);
    }
  });
});

test('who finds nothing is led to the words and the tag they may have meant, and to the archive', async () => {
  await visit(search(siteBelow.address, '?q=watter'), again, async (page) => {
    expect(await total(page)).toBe(0);
    const ways = page.locator('.search-help a');
    await expect.poll(() => ways.allInnerTexts(), patience).toContain('Water');
    const folder = new URL(siteBelow.address).pathname;
    const hrefs = await ways.evaluateAll((links) => links.map((one) => one.getAttribute('href')));
    expect(hrefs).toEqual([`${folder}search/?q=water`, `${folder}tags/water/`]);
    // Below it stands anyway, and once is enough.
    expect(await page.locator('main a[href$="/archive/"]').count()).toBe(1);
  });
});

test('the search opens anywhere by a key, is used by keys alone, and leads back', async () => {
  const post = new URL('posts/2013-05-water/', siteBelow.address).href;
  await visit(post, { reducedMotion: true }, async (page) => {
    const link = page.locator('main a').first();
    await link.focus();
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: 'Words to look for' });
    await box.waitFor();
    await page.keyboard.type('clover');
    const option = page.locator('.search-dialog [role="option"]').first();
    await option.waitFor();
    // Whatever the language of the result, these are the site's own words.
    expect(await option.locator('.kind-and-month').getAttribute('lang')).toBe('en');
    expect(await page.locator('.search-dialog [role="status"]').innerText()).toMatch(/result/);
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-dialog').isVisible()).toBe(false);
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);

    // Opened again it is as it was left, and what is chosen at once stays chosen.
    const deep = page.locator('.search-dialog .passage').first();
    await deep.evaluate((one) => one.setAttribute('data-was-there', ''));
    await page.keyboard.press('Control+k');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    expect(await deep.getAttribute('data-was-there')).toBe('');
    expect(await deep.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL(/posts\/2013-03-soil\/#what-weeds-say$/);
  });
});

test('the box is there before anything has come, and all that a search begins with is asked for at once', async () => {
  await visit(siteBelow.address, {}, async (page) => {
    const folder = new URL('pagefind/', siteBelow.address).href;
    const asked: string[] = [];
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route(/\/pagefind\/|\/_astro\/search/, async (route) => {
      asked.push(route.request().url());
      await held;
      await route.continue();
    });
    await page.locator('search-link a').click();
    await page.keyboard.type('clover');
    expect(await page.locator('.search-dialog input').inputValue()).toBe('clover');
    const index = asked.filter((url) => url.startsWith(folder));
    expect(index).toEqual(Object.values(SEARCH_FILES).map((file) => folder + file));
    release();
    await page.locator('.search-dialog [role="option"]').first().waitFor();
  });
});

test('where its code does not come, the box leads to the search page with what was written', async () => {
  const broken = { body: 'throw 1', contentType: 'text/javascript' };
  const standIn = async (context: BrowserContext) => {
    await context.route(/\/_astro\/search\./, (route) => route.fulfill(broken), { times: 1 });
  };
  await visit(siteBelow.address, { standIn, reducedMotion: true }, async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('clover');
    await page.keyboard.press('Enter');
    await page.waitForURL(search(siteBelow.address, '?q=clover'));
  });
});

test('the key alone can be turned off, and does nothing while somebody writes', async () => {
  await visit(search(site.address), again, async (page) => {
    await total(page);
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await page.locator('[name="q"]').inputValue()).toBe('a/b');
  });
  await visit(siteBelow.address, again, async (page) => {
    await page.locator('search-link a').click();
    await page.getByLabel('Open with the / key').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.locator('.search-dialog').isVisible()).toBe(false);
  });
});

test('without scripts the search page leads to the archive, the tags, and a search engine', async () => {
  const mayAsk = ['https://duckduckgo.com'];
  await visit(search(site.address), { javaScript: false, mayAsk, width: 360 }, async (page) => {
    expect(await page.locator('search-page').isVisible()).toBe(false);
    const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrollWidth).toBe(360);
    for (const leads of ['a[href$="/archive/"]', '.search-tags a', '.outside-search button'])
      expect(await page.locator(`main ${leads}`).first().isVisible()).toBe(true);
    await page.locator('.outside-search input[type="search"]').fill('books');
    const asked = page.waitForRequest(/duckduckgo/);
    await page.context().route(/duckduckgo/, (route) => route.fulfill({ body: 'found' }));
    await page.locator('.outside-search button').click();
    const { searchParams } = new URL((await asked).url());
    expect([searchParams.get('q'), searchParams.get('sites')]).toEqual([
      'books',
      'interlibnet.org',
    ]);
  });
});
