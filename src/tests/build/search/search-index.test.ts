import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { describe, expect, inject, test } from 'vitest';
import { textOfPacked } from '../../../search/build/stable-index.ts';
import type { FoundPage } from '../../../search/excerpts.ts';
import {
  attribute,
  type BuiltPage,
  builtPages,
  elements,
  textOf,
} from '../../support/built-pages.ts';

describe.each([
  { name: 'the site', ...inject('dist') },
  { name: 'the site in a folder of its host', ...inject('below') },
])('on $name,', ({ folder }) => {
  const pages = builtPages(folder).filter(({ isRedirect }) => !isRedirect);
  const found = globSync('pagefind/fragment/*', { cwd: folder }).map((file): FoundPage => {
    const packed = readFileSync(join(folder, file));
    return JSON.parse(textOfPacked(packed));
  });

  test('every post and standing page can be found, and nothing else', () => {
    const own = pages.filter(({ tree }) =>
      elements(tree, 'div').some((one) => classes(one).includes('prose')),
    );
    const posts = own.filter(({ route }) => /^\/posts\/[^/]+\/$/.test(route));
    const routes = found.map(({ url }) => url);
    if (folder === inject('below').folder) expect(posts.length).toBeGreaterThan(1);
    expect(posts.filter(({ route }) => !routes.includes(route))).toEqual([]);
    expect(routes.filter((route) => !/^\/(posts\/)?[^/]+\/$/.test(route))).toEqual([]);
    expect(new Set(routes).size).toBe(routes.length);
  });

  test("a page is found by its own words alone, not by those of the site's frame", () => {
    if (folder === inject('below').folder) expect(found.length).toBeGreaterThan(3);
    for (const { url, content } of found) {
      const page = pages.find(({ route }) => route === url);
      const own = new Set(page && wordsIn(ownText(page)));
      const words = wordsIn(content.replaceAll('\n', ''));
      expect(words.length, url).toBeGreaterThan(5);
      expect(
        words.filter((word) => !own.has(word)),
        url,
      ).toEqual([]);
    }
  });
});

/** What a page itself says: its title, its summary, its prose and what was said to it. */
function ownText({ tree }: BuiltPage): string {
  const summary = elements(tree, 'meta').find((one) => attribute(one, 'name') === 'description');
  const isOwn = (element: Element) =>
    element.tagName === 'h1' ||
    classes(element).some((name) => ['prose', 'response'].includes(name));
  // Blocks stand apart, and words of which a part is marked stand together.
  const parts = elements(tree)
    .filter(isOwn)
    .flatMap((part) => [textOf(part), elements(part).map(ownLine).join(' ')]);
  return [summary && attribute(summary, 'content'), ...parts].join(' ');
}

/** The text that stands in an element itself. */
function ownLine({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : ' ')).join('');
}

function classes(element: Element): string[] {
  return attribute(element, 'className').split(' ');
}

/** The words of a text, those of scripts without spaces aside. */
function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]{4,}/gu) ?? [];
}
