import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import {
  attribute,
  type BuiltPage,
  builtPages,
  elements,
  textOf,
} from '../../support/built-pages.ts';
import { sitemapFaults } from '../../support/sitemap-schema.ts';
import { children, texts, xmlTree } from '../../support/xml-tree.ts';

describe.each([
  { name: 'the site', ...inject('dist') },
  { name: 'the site in a folder of its host', ...inject('below') },
])('on $name,', ({ folder, base }) => {
  const pages = builtPages(folder);
  const indexed = pages.filter((page) => canonical(page) && !isHidden(page));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const parts = globSync('sitemap-[0-9]*.xml', { cwd: folder });
  const urls = parts.flatMap((part) => children(xmlTree(read(part)), 'url'));
  const origin = new URL(canonical(indexed[0]) ?? '').origin;
  const fileAt = (address: string) =>
    join(folder, new URL(address).pathname.slice(base.replace(/\/$/, '').length));

  test('the sitemap is valid by the schemas of sitemaps.org', () => {
    expect(parts.length).toBeGreaterThan(0);
    expect(sitemapFaults(read('sitemap-index.xml'), 'siteindex.xsd')).toEqual([]);
    expect(parts.flatMap((part) => sitemapFaults(read(part), 'sitemap.xsd'))).toEqual([]);
    const [part = ''] = parts;
    const wrong = read(part).replace(/<lastmod>.*?<\/lastmod>/, '<lastmod>today</lastmod>');
    expect(sitemapFaults(wrong, 'sitemap.xsd')).not.toEqual([]);
  });

  test('the index names each part of the sitemap, and nothing else', () => {
    const named = children(xmlTree(read('sitemap-index.xml')), 'sitemap').flatMap((part) =>
      texts(part, 'loc'),
    );
    expect(named.map((address) => new URL(address).pathname.split('/').at(-1)).sort()).toEqual(
      parts.sort(),
    );
  });

  test('the sitemap names exactly the canonical addresses of the pages', () => {
    const named = urls.flatMap((url) => texts(url, 'loc'));
    expect(named.sort()).toEqual([...new Set(indexed.map((page) => canonical(page)))].sort());
    expect(new Set(named).size).toBe(named.length);
  });

  test('every page that may be indexed stands at its canonical address', () => {
    const elsewhere = indexed.filter(
      (page) => canonical(page) !== `${origin}${base.replace(/\/$/, '')}${page.route}`,
    );
    expect(elsewhere.map((page) => page.file)).toEqual([]);
  });

  test('a post changed in the sitemap when it says that it did', () => {
    for (const url of urls) {
      const [address = ''] = texts(url, 'loc');
      const page = indexed.find((one) => canonical(one) === address);
      const said = page && property(page, 'article:modified_time');
      if (said) expect(texts(url, 'lastmod'), address).toEqual([said]);
    }
  });

  test('no two pages have the same title or the same description', () => {
    for (const says of [title, description]) {
      const byWords = Map.groupBy(indexed, says);
      const same = [...byWords].filter(([, found]) => found.length > 1);
      expect(same.map(([words, found]) => [words, ...found.map(({ file }) => file)])).toEqual([]);
    }
  });

  test('each further page of a list stands for itself, under its number, and repeats no post', () => {
    const further = indexed.filter(({ route }) => /\/page\/\d+\/$/.test(route));
    for (const [first, others] of Map.groupBy(further, ({ route }) =>
      route.replace(/page\/\d+\/$/, ''),
    )) {
      const list = [indexed.find(({ route }) => route === first), ...others].flatMap(
        (page) => page ?? [],
      );
      expect(list).toHaveLength(others.length + 1);
      for (const page of others) {
        const number = /(\d+)\/$/.exec(page.route)?.[1];
        expect(title(page), page.file).toMatch(new RegExp(`\\b${number} .* ${list.length}\\b`));
      }
      const entries = list.flatMap(({ tree }) =>
        elements(tree, 'article', 'li')
          .filter((one) => attribute(one, 'className').split(' ').includes('h-entry'))
          .flatMap((one) => elements(one, 'a').slice(0, 1))
          .map((link) => attribute(link, 'href')),
      );
      expect(entries.length, first).toBeGreaterThan(20);
      expect(new Set(entries).size, first).toBe(entries.length);
    }
    if (folder === inject('below').folder) expect(further.length).toBeGreaterThan(3);
  });

  test('robots are told of the sitemap', () => {
    expect(read('robots.txt')).toBe(
      `User-agent: *\nDisallow:\n\nSitemap: ${origin}${base.replace(/\/$/, '')}/sitemap-index.xml\n`,
    );
  });

  test('former and short addresses are left to the page that they lead to', () => {
    const led = pages.filter((page) => page.isRedirect);
    expect(led.length).toBeGreaterThan(0);
    const known = new Set(indexed.map((page) => canonical(page)));
    expect(led.filter((page) => !isHidden(page) || !known.has(canonical(page)))).toEqual([]);
  });

  test('every post is reachable from the front page in lists alone', () => {
    const byRoute = new Map(indexed.map((page) => [page.route, page]));
    const seen = new Set(['/']);
    for (const route of seen) {
      const page = byRoute.get(route);
      if (!page || /^\/posts\//.test(route)) continue;
      for (const link of elements(page.tree, 'a')) {
        const path = new URL(attribute(link, 'href'), `${origin}${base}${route}`).pathname;
        const inside = path.slice(base.replace(/\/$/, '').length);
        if (byRoute.has(inside)) seen.add(inside);
      }
    }
    const posts = [...byRoute.keys()].filter((route) => /^\/posts\/[^/]+\/$/.test(route));
    expect(posts.filter((route) => !seen.has(route))).toEqual([]);
  });

  test('each page is shown where it is shared: title, words, address and picture', () => {
    for (const page of indexed) {
      const said = ['og:title', 'og:description', 'og:url', 'og:type', 'og:site_name'];
      expect(
        said.filter((name) => !property(page, name)),
        page.file,
      ).toEqual([]);
      expect(property(page, 'og:url')).toBe(canonical(page));
      expect(content(page, 'name', 'twitter:card')).toBe('summary_large_image');
    }
  });

  test('each picture is there in the size that is said, and what is shared most has its own', async () => {
    const shown = new Map(indexed.map((page) => [page, property(page, 'og:image') ?? '']));
    for (const address of new Set(shown.values())) {
      const { format, width, height } = await sharp(fileAt(address)).metadata();
      expect({ address, format, width, height }).toEqual({
        ...{ address, format: 'png', width: 1200, height: 630 },
      });
    }
    const own = indexed.filter((page) =>
      /^\/((posts|rounds|tags|people)\/[^/]+|about)\/$/.test(page.route),
    );
    expect(own.length).toBeGreaterThan(5);
    for (const page of own) expect(shown.get(page)).toBe(`${canonical(page)}share.png`);
  });

  test('every post is there as plain Markdown, and in the list for language models', () => {
    const llms = read('llms.txt');
    expect(llms).toMatch(/^# .+\n\n> .+\n\n## /);
    const links = [...llms.matchAll(/^- \[.*\]\((\S+)\): /gm)].map(([, address = '']) => address);
    const files = links.filter((address) => address.endsWith('/index.md')).map(fileAt);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    for (const file of files) {
      const markdown = readFileSync(file, 'utf8');
      expect(markdown, file).toMatch(/^# /);
      expect(markdown, file).not.toMatch(/<(Note|Figure|Quote|Gallery|Embed|InLanguage)\b/);
    }
  });

  test('a post or page in several languages names each of them, and each names it back', () => {
    const alternates = (page: BuiltPage) =>
      elements(page.tree, 'link')
        .filter((link) => attribute(link, 'hrefLang'))
        .map((link) => attribute(link, 'href'));
    const translated = indexed.filter((page) => alternates(page).length > 0);
    for (const page of translated) {
      expect(alternates(page), page.file).toContain(canonical(page));
      for (const address of alternates(page)) {
        const other = indexed.find((one) => canonical(one) === address);
        expect(other && alternates(other).sort(), address).toEqual(alternates(page).sort());
      }
    }
    const of = (pattern: RegExp) => translated.filter(({ route }) => pattern.test(route)).length;
    if (folder === inject('below').folder) expect(of(/^\/(about|sobre)\/$/)).toBe(2);
  });
});

function content(page: BuiltPage, by: 'name' | 'property', value: string): string | undefined {
  const found = elements(page.tree, 'meta').find((one) => attribute(one, by) === value);
  return found && attribute(found, 'content');
}

function property(page: BuiltPage, name: string): string | undefined {
  return content(page, 'property', name);
}

function title({ tree }: BuiltPage): string {
  return elements(tree, 'title').map(textOf)[0] ?? '';
}

function description(page: BuiltPage): string {
  return content(page, 'name', 'description') ?? '';
}

function canonical(page: BuiltPage | undefined): string | undefined {
  const links = page ? elements(page.tree, 'link') : [];
  const link = links.find((one) => attribute(one, 'rel') === 'canonical');
  return link && attribute(link, 'href');
}

function isHidden(page: BuiltPage): boolean {
  return content(page, 'name', 'robots')?.includes('noindex') ?? false;
}
