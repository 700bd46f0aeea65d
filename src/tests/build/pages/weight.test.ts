import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { DEFERRED } from '../../../core/site/deferred-scripts.ts';
import {
  attribute,
  type BuiltPage,
  builtPages,
  elements,
  textOf,
} from '../../support/built-pages.ts';

const limit = 14 * 1024;

/** Bytes, packed, of what a reader needs to read a post: its page up to the article's end, style, scripts. */
function weightOf(page: BuiltPage, folder: string, base: string): number {
  const [post = ''] = page.html.split('<section class="band responses');
  const end = post.lastIndexOf('</article>');
  const isNeeded = (link: ReturnType<typeof elements>[number]) =>
    ['stylesheet', 'modulepreload'].includes(attribute(link, 'rel')) &&
    // What the responses bring along, further down, counts with them.
    (link.position?.start.offset ?? 0) < end;
  // The script of the ways to answer counts with the responses, too.
  const ofResponses = new Set(
    elements(page.tree, 'section')
      .filter((section) => attribute(section, 'id') === 'responses')
      .flatMap((section) => elements(section, 'script')),
  );
  const addresses = [
    ...elements(page.tree, 'link')
      .filter(isNeeded)
      .map((link) => attribute(link, 'href')),
    ...elements(page.tree, 'script')
      .filter((script) => !ofResponses.has(script))
      .map((script) =>
        attribute(script, 'type') === DEFERRED ? textOf(script) : attribute(script, 'src'),
      ),
  ].filter((address) => address !== '');
  const files = [...new Set(addresses)].map((address) =>
    readFileSync(join(folder, address.slice(base.length))),
  );
  return [Buffer.from(post.slice(0, end)), ...files].reduce(
    (sum, part) => sum + gzipSync(part).length,
    0,
  );
}

const rootOf = (base: string) => `/${base}/`.replace(/\/+/g, '/');
const sites = () => [
  { folder: inject('dist').folder, base: rootOf(inject('dist').base) },
  { folder: inject('east'), base: '/' },
];

test('every post can be read after 14 KB, with its style and scripts, its pictures apart', () => {
  for (const { folder, base } of sites()) {
    const posts = builtPages(folder, 'posts/*/index.html').filter((page) => !page.isRedirect);
    if (folder === inject('east')) expect(posts.length).toBeGreaterThan(1);
    const weights = posts.map((page) => ({
      page: page.file,
      weight: weightOf(page, folder, base),
    }));
    expect(weights.filter(({ weight }) => weight > limit)).toEqual([]);
  }
});

test('a page is drawn with the first answer: its style stands in it, and nothing is asked for beside it', () => {
  for (const { folder } of sites()) {
    const pages = builtPages(folder).filter((page) => !page.isRedirect);
    // The editor is a script, and the editor and the style guide have more style than a page should carry.
    const read = pages.filter(({ route }) => !/^\/(write|styleguide)\//.test(route));
    for (const page of read) {
      const { route, tree } = page;
      const end = page.html.lastIndexOf('</main>');
      const aside = elements(tree, 'noscript')
        .filter((one) => (one.position?.start.offset ?? 0) > end)
        .flatMap((one) => elements(one, 'link'));
      const asked = [
        ...elements(tree, 'link').filter(
          (link) => /stylesheet|preload/.test(attribute(link, 'rel')) && !aside.includes(link),
        ),
        ...elements(tree, 'script').filter((script) => attribute(script, 'src') !== ''),
      ];
      expect.soft(asked, route).toEqual([]);
      expect.soft(elements(tree, 'style').length, route).toBe(1);
      // In copies of the site addresses are rewritten; then the policy would refuse the style for its hash.
      expect.soft(elements(tree, 'style').map(textOf).join(), route).not.toMatch(/url\(|@import/);
      const late = elements(tree, 'script').filter((one) => attribute(one, 'type') === DEFERRED);
      expect.soft(late.length, route).toBeGreaterThan(0);
    }
  }
});
