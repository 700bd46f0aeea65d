import { expect, inject, test } from 'vitest';
import { walk } from '../visit.ts';

const below = inject('siteBelow');
const pages = [
  '',
  'posts/2013-05-water/',
  'discussions/',
  'rounds/',
  'rounds/pilot/',
  'archive/',
  'tags/',
  'people/',
  'people/gardeners/',
  'responses/',
  'subscribe/',
  'about/',
  '404.html',
];

/**
 * The tree that a screen reader walks through, page by page: landmarks, headings, names and states.
 * A change here is a change of what somebody hears; read it as they would, then keep it with
 * `vitest -u`.
 */
test('each kind of page is spoken as it is written down', async () => {
  const spoken = new Map<string, string>();
  const found = await walk(
    pages.map((page) => new URL(page, below.address).href),
    { reducedMotion: true },
    async (page) => {
      const path = new URL(page.url()).pathname;
      // What is around the text is the same on every page.
      const part = page.url() === below.address ? 'body' : 'main';
      spoken.set(path, withoutAddresses(await page.locator(part).ariaSnapshot()));
      return await orderProblems(page);
    },
  );
  expect(found).toEqual({});
  const text = [...spoken]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, tree]) => `# ${path}\n\n${tree}\n`)
    .join('\n');
  await expect(text).toMatchFileSnapshot('spoken-pages.txt');
});

/** Names of files change with what is in them. */
function withoutAddresses(tree: string): string {
  return tree
    .split('\n')
    .filter((line) => !line.trim().startsWith('- /url:'))
    .join('\n');
}

/** One `main`, one first heading, no level of heading left out, and every landmark of a kind named. */
async function orderProblems(page: Parameters<Parameters<typeof walk>[2]>[0]): Promise<string[]> {
  return await page.evaluate(() => {
    const problems: string[] = [];
    const count = (selector: string) => document.querySelectorAll(selector).length;
    if (count('main') !== 1) problems.push(`${count('main')} main parts`);
    if (count('h1') !== 1) problems.push(`${count('h1')} first headings`);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((one) =>
      Number(one.tagName.slice(1)),
    );
    for (const [index, level] of levels.entries())
      if (level > (levels[index - 1] ?? 0) + 1)
        problems.push(`a heading ${level} after none above`);
    for (const landmark of document.querySelectorAll('nav, aside[aria-label], section[aria-label]'))
      if (!landmark.getAttribute('aria-label') && !landmark.getAttribute('aria-labelledby'))
        problems.push(`a ${landmark.tagName.toLowerCase()} without a name`);
    return problems;
  });
}
