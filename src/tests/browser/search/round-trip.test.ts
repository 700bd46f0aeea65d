import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { searchIndexFiles } from '../../../search/build/pagefind-index.ts';
import { absentWords, manyScripts, otherSpellings } from '../../fixtures/many-scripts.ts';
import { visit } from '../visit.ts';

const site = inject('siteBelow');
const records = Object.entries(manyScripts).map(([lang, text]) => ({
  path: `posts/${lang}/`,
  title: `In ${lang}`,
  summary: '',
  lang,
  text: `<p>${text}</p>`,
  responses: [],
  facets: {
    ...{ kind: ['story'], round: [], tag: [], year: ['2013'], person: [], responses: [] },
    lang: [lang],
  },
  kind: 'Story',
  month: '',
  day: '2013-05-01',
}));
const catalogue = { language: 'en', archive: 'archive/', tags: [], records };

/** Opens a page of the site, its search page if not said, over an index of other posts. */
async function searchAmongScripts(look: (page: Page) => Promise<void>, path = 'search/') {
  const files = await searchIndexFiles(catalogue);
  const standIn = async (context: BrowserContext) => {
    await context.route('**/pagefind/**', (route) => {
      const name = new URL(route.request().url()).pathname.split('/pagefind/')[1] ?? '';
      const content = files.get(name);
      const contentType = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
      return content
        ? route.fulfill({ body: Buffer.from(content), contentType })
        : route.fulfill({ status: 404 });
    });
  };
  await visit(new URL(path, site.address).href, { standIn }, look);
}

interface Seen {
  words: string;
  posts: string[];
  excerpts: string[];
  status: string;
}

/** Writes each of the words into the box and reads what is found, one after the other. */
function asked(page: Page, all: readonly string[]): Promise<Seen[]> {
  return page.evaluate(async (all) => {
    // A browser thinks that something is wrong with so many addresses in so short a time.
    history.pushState = () => {};
    history.replaceState = () => {};
    const find = (selector: string) => document.querySelector(selector) as HTMLInputElement;
    const [box, status, results] = ['[name="q"]', '.search-status', '.search-results'].map(find);
    const seen: Seen[] = [];
    for (const words of all) {
      if (!box || !status || !results) break;
      status.textContent = '';
      results.replaceChildren();
      const said = new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          if (status.textContent === '') return;
          observer.disconnect();
          done();
        });
        observer.observe(status, { childList: true });
      });
      box.value = words;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await said;
      const texts = (selector: string) => [...results.querySelectorAll<HTMLElement>(selector)];
      seen.push({
        words,
        posts: texts('h2 a').map(
          (link) => /posts\/(\w+)\/$/.exec(link.getAttribute('href') ?? '')?.[1] ?? '',
        ),
        excerpts: texts('.passage').map((one) => one.textContent),
        status: status.textContent,
      });
    }
    return seen;
  }, all);
}

/** Languages without spaces between words. */
const UNSPACED = ['th', 'lo', 'km', 'my', 'zh', 'ja'];

/** Each word of a text, and each run of three in quotation marks. */
function questionsOf(lang: string, text: string): string[] {
  const segments = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)];
  const words = segments.filter(({ isWordLike }) => isWordLike);
  const spaced = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const runs = UNSPACED.includes(lang)
    ? words
        .slice(2)
        .map((last, at) => text.slice(words[at]?.index, last.index + last.segment.length))
    : spaced.slice(2).map((_, at) => spaced.slice(at, at + 3).join(' '));
  const quoted = runs.map((run) => `"${run.replace(/["“”„«»]/g, ' ').trim()}"`);
  return [...new Set([...words.map(({ segment }) => segment), ...spaced, ...quoted])];
}

test('in each script every word and every three words together find their post, shown as it was written', async () => {
  await searchAmongScripts(async (page) => {
    for (const [lang, text] of Object.entries(manyScripts)) {
      const questions = questionsOf(lang, text);
      expect(questions.length, lang).toBeGreaterThan(15);
      const seen = await asked(page, questions);
      const missed = seen.filter(({ posts }) => !posts.includes(lang)).map(({ words }) => words);
      expect(missed, lang).toEqual([]);
      const written = text.replaceAll('\u200b', '');
      const strange = seen
        .filter(({ posts }) => posts.length === 1)
        .flatMap(({ excerpts }) => excerpts.map((one) => one.replace(/^…\u00a0|\u00a0…$/g, '')))
        .filter((excerpt) => !written.includes(excerpt.trim()));
      expect(strange, lang).toEqual([]);
    }
  });
});

test('what is in no text finds nothing, and another spelling of what is there finds it', async () => {
  await searchAmongScripts(async (page) => {
    const absent = await asked(page, absentWords);
    expect(
      absent.filter(({ posts, status }) => posts.length > 0 || !/Nothing/.test(status)),
    ).toEqual([]);
    const other = await asked(
      page,
      otherSpellings.map(([words]) => words),
    );
    const missed = other.filter(({ posts }, at) => !posts.includes(otherSpellings[at]?.[1] ?? ''));
    expect(missed).toEqual([]);
  });
});

test('who slips is asked what they meant, and a click looks for that', async () => {
  await searchAmongScripts(async (page) => {
    await page.locator('[name="q"]').fill('libary');
    const correction = page.getByRole('link', { name: 'Did you mean “library”?' });
    await correction.click();
    await page.locator('.search-results h2').first().waitFor();
    expect(await page.locator('[name="q"]').inputValue()).toBe('library');
    expect(new URL(page.url()).search).toBe('?q=library');
  });
  await searchAmongScripts(async (page) => {
    await page.keyboard.press('Control+k');
    const box = page.locator('.search-dialog input[name="q"]');
    await box.fill('libary');
    await page.getByRole('link', { name: 'Did you mean “library”?' }).click();
    await page.locator('.search-dialog [role="option"]').first().waitFor();
    expect(await box.inputValue()).toBe('library');
  }, '');
});
