import { expect, test } from 'vitest';
import { robotsFile, sitemap, sitemapPage } from '../../../metadata/sitemap.ts';
import { sitemapFaults } from '../../support/sitemap-schema.ts';
import { texts, xmlTree } from '../../support/xml-tree.ts';

const page = (head: string, modified?: string) => {
  const graph = [{ '@id': 'https://example.org/a/', dateModified: modified }];
  const json = JSON.stringify({ '@graph': graph });
  return `<html><head>${head}</head><body><script type="application/ld+json">${json}</script></body></html>`;
};
const canonical = '<link rel="canonical" href="https://example.org/a/">';

test('the sitemap takes from a page its address and the date that it says of itself', () => {
  expect(sitemapPage(page(canonical, '2013-08-03'))).toEqual({
    address: 'https://example.org/a/',
    modified: '2013-08-03',
  });
  expect(sitemapPage(page(canonical))?.modified).toBeUndefined();
});

test('the sitemap leaves out pages without an address of their own, and hidden ones', () => {
  expect(sitemapPage(page(''))).toBeUndefined();
  expect(sitemapPage(page(`${canonical}<meta name="robots" content="noindex">`))).toBeUndefined();
});

test('a sitemap of 25,000 pages comes in three parts, each valid', () => {
  const pages = Array.from({ length: 25_000 }, (_, n) => ({
    address: `https://example.org/${n}/?a=1&b=2`,
  }));
  const { parts, index } = sitemap(pages, (part) => `https://example.org/sitemap-${part}.xml`);
  expect(parts.map((part) => sitemapFaults(part, 'sitemap.xsd'))).toEqual([[], [], []]);
  expect(xmlTree(index).children.flatMap((entry) => texts(entry, 'loc'))).toEqual(
    [1, 2, 3].map((part) => `https://example.org/sitemap-${part}.xml`),
  );
});

test('robots are kept out of a preview', () => {
  expect(robotsFile('https://example.org/sitemap-index.xml', true)).toBe(
    'User-agent: *\nDisallow: /\n',
  );
});
