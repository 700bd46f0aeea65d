import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { attribute, type BuiltPage, builtPages, elements } from '../built-pages.ts';

const folder = inject('east');
const plainPosts = builtPages(folder).filter(
  (page) =>
    /^\/posts\/[^/]+\/$/.test(page.route) &&
    !page.isRedirect &&
    elements(page.tree, 'article').every((article) => elements(article, 'img').length === 0),
);

/** Bytes, packed, of what a reader needs to read a post: its page up to the article's end, style, scripts. */
function weightOf(page: BuiltPage): number {
  const needed = [
    ...elements(page.tree, 'link')
      .filter((link) => ['stylesheet', 'modulepreload'].includes(attribute(link, 'rel')))
      .map((link) => attribute(link, 'href')),
    ...elements(page.tree, 'script').map((script) => attribute(script, 'src')),
  ].filter((address) => address !== '');
  const [post = ''] = page.html.split('<section class="band responses');
  const article = post.slice(0, post.lastIndexOf('</article>'));
  const files = [...new Set(needed)].map((address) => readFileSync(join(folder, address)));
  return [Buffer.from(article), ...files].reduce((sum, part) => sum + gzipSync(part).length, 0);
}

test('a post without pictures can be read after 14 KB', () => {
  expect(plainPosts.length).toBeGreaterThan(0);
  const weights = plainPosts.map((page) => ({ page: page.file, weight: weightOf(page) }));
  expect(weights.filter(({ weight }) => weight > 14 * 1024)).toEqual([]);
});
