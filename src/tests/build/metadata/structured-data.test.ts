import { describe, expect, inject, test } from 'vitest';
import {
  attribute,
  type BuiltPage,
  builtPages,
  elements,
  textOf,
} from '../../support/built-pages.ts';
import { schemaVocabulary } from '../../support/schema-vocabulary.ts';

interface Node {
  '@type': string;
  '@id'?: string;
  [property: string]: unknown;
}

const vocabulary = schemaVocabulary();
const indexed = (folder: string) =>
  builtPages(folder).filter((page) => !page.isRedirect && canonical(page) !== undefined);

test('the check knows what is not in the vocabulary', () => {
  const wrong = [
    { '@type': 'BlogPost', headline: 'No such type' },
    { '@type': 'BlogPosting', heading: 'No such property' },
    { '@type': 'BlogPosting', author: { '@type': 'Place', name: 'A place does not write' } },
    { '@type': 'ImageObject', creditText: 7 },
    { headline: 'Of nothing' },
  ];
  expect(wrong.map((one) => vocabulary.faults(one).length)).toEqual([1, 1, 1, 1, 1]);
});

describe.each([
  { name: 'the site', ...inject('dist') },
  { name: 'the site in a folder of its host', ...inject('below') },
])('on $name,', ({ folder }) => {
  const pages = indexed(folder);
  const posts = pages.filter((page) => /^\/posts\/[^/]+\/$/.test(page.route));

  test("every page's structured data keeps to the vocabulary of schema.org", () => {
    const found = pages.flatMap((page) =>
      vocabulary.faults(graphOf(page)).map((fault) => `${page.file}: ${fault}`),
    );
    expect(found).toEqual([]);
  });

  test('only pages that are kept out of search engines have none', () => {
    const without = builtPages(folder).filter(
      ({ html, isRedirect }) => !isRedirect && !html.includes('application/ld+json'),
    );
    expect(without.filter(({ html }) => !html.includes('noindex')).map(({ file }) => file)).toEqual(
      [],
    );
  });

  test('every page tells of the site, its search and its publisher, and of itself', () => {
    for (const page of pages) {
      const graph = graphOf(page);
      const types = graph.map((node) => node['@type']);
      expect(types, page.file).toEqual(expect.arrayContaining(['WebSite', 'Organization', 'Blog']));
      expect(
        graph.map((node) => node['@id']),
        page.file,
      ).toContain(canonical(page));
      expect(JSON.stringify(graph[0]), page.file).toContain('/search/?q={search_term_string}');
    }
  });

  test('what is referred to within the graph of a page is there, or is a page', () => {
    const known = new Set(pages.flatMap((page) => [...idsIn(graphOf(page))]));
    const lost = pages.flatMap((page) =>
      [...referencesIn(graphOf(page))].filter((id) => !known.has(id)),
    );
    expect([...new Set(lost)]).toEqual([]);
  });

  test('a post says its title, days, authors, round and place as its page does', () => {
    expect(posts.length).toBeGreaterThan(0);
    for (const page of posts) {
      const post = graphOf(page).find((node) => node['@type'] === 'BlogPosting');
      const [heading] = elements(page.tree, 'h1').map(textOf);
      if (!post) continue;
      expect(post['headline'], page.file).toBe(heading?.trim());
      expect(Date.parse(String(post['datePublished'])), page.file).not.toBeNaN();
      expect(Date.parse(String(post['dateModified']))).toBeGreaterThanOrEqual(
        Date.parse(String(post['datePublished'])),
      );
      expect(JSON.stringify(post['isPartOf']), page.file).toContain('/rounds/');
      expect(post['author'], page.file).toBeTruthy();
    }
  });

  test('a post counts its responses, and the newest 20 are there as the page shows them', () => {
    for (const page of posts) {
      const post = graphOf(page).find((node) => node['@type'] === 'BlogPosting');
      if (!post) continue;
      const shown = elements(page.tree, 'article').filter((one) =>
        attribute(one, 'className').includes('u-comment'),
      );
      const comments = (post['comment'] ?? []) as { url: string; text: string }[];
      expect(post['commentCount'], page.file).toBe(shown.length);
      expect(comments.length, page.file).toBe(Math.min(20, shown.length));
      for (const comment of comments) {
        const place = shown.find((one) => comment.url.endsWith(`#${attribute(one, 'id')}`));
        expect(place, `${page.file}: ${comment.url}`).toBeDefined();
        const squeezed = (text: string) => text.replace(/\s+/g, '');
        expect(squeezed(place ? textOf(place) : '')).toContain(squeezed(comment.text).slice(0, 80));
      }
    }
  });
});

test('no structured data can end its script', () => {
  const scripts = indexed(inject('dist').folder).flatMap((page) =>
    [...page.html.matchAll(/ld\+json">(.*?)<\/script>/gs)].map(([, json = '']) => json),
  );
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((json) => json.includes('<'))).toEqual([]);
});

function canonical(page: BuiltPage): string | undefined {
  const link = elements(page.tree, 'link').find((one) => attribute(one, 'rel') === 'canonical');
  return link && attribute(link, 'href');
}

function graphOf(page: BuiltPage): Node[] {
  const scripts = elements(page.tree, 'script').filter(
    (script) => attribute(script, 'type') === 'application/ld+json',
  );
  return scripts.flatMap((script) => JSON.parse(textOf(script))['@graph']);
}

function* idsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { '@id': id, '@type': type } = value as Partial<Node>;
  if (id && type) yield id;
  for (const one of Object.values(value)) yield* idsIn(one);
}

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { '@id': id, '@type': type } = value as Partial<Node>;
  if (id && !type) yield id;
  for (const one of Object.values(value)) yield* referencesIn(one);
}
