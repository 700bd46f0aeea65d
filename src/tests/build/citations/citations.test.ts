import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mf2 } from 'microformats-parser';
import { describe, expect, inject, test } from 'vitest';
import {
  attribute,
  type BuiltPage,
  builtPages,
  elements,
  textOf,
} from '../../support/built-pages.ts';

/** What Zotero's "Embedded Metadata" reads a blog post's fields from. */
const FIELDS = {
  itemType: 'z:itemType',
  title: 'citation_title',
  creators: 'citation_author',
  date: 'citation_publication_date',
  url: 'citation_public_url',
  language: 'citation_language',
  abstractNote: 'description',
  blogTitle: 'og:site_name',
  rights: 'DC.rights',
};

const DUBLIN_CORE = ['title', 'creator', 'date', 'language', 'identifier', 'publisher', 'rights'];

describe.each([
  { name: 'the site', ...inject('dist') },
  { name: 'the site in a folder of its host', ...inject('below') },
])('on $name,', ({ folder, base }) => {
  const pages = builtPages(folder);
  const posts = pages.filter(
    (page) =>
      /^\/posts\/[^/]+\/$/.test(page.route) &&
      !page.isRedirect &&
      elements(page.tree, 'details').some((one) => attribute(one, 'className') === 'cite'),
  );
  const fileAt = (address: string) =>
    join(
      folder,
      decodeURI(new URL(address, 'http://localhost').pathname).slice(
        base.replace(/\/$/, '').length,
      ),
    );

  test('reference managers find every field of a post in its head', () => {
    expect(posts.length).toBeGreaterThan(0);
    for (const page of posts) {
      const lacking = Object.entries(FIELDS).filter(([, name]) => !meta(page, name)[0]);
      expect(lacking, page.file).toEqual([]);
      expect(
        DUBLIN_CORE.filter((name) => !meta(page, `DC.${name}`)[0]),
        page.file,
      ).toEqual([]);
      const [heading] = elements(page.tree, 'h1').map((one) => textOf(one).trim());
      expect(meta(page, 'citation_title')).toEqual([heading]);
      const names = meta(page, 'DC.creator');
      // Without a family name of its own, a comma keeps Zotero from taking the last word for one.
      expect(meta(page, 'citation_author')).toEqual(names.map((name) => `${name},`));
    }
  });

  test('signposts lead from a post to its permanent address, its authors, licence and citation', () => {
    for (const page of posts) {
      expect(links(page, 'license')[0], page.file).toMatch(/^https:/);
      const [permanent = ''] = meta(page, 'DC.identifier');
      const [doi] = meta(page, 'citation_doi');
      expect(links(page, 'cite-as')).toEqual([doi ? `https://doi.org/${doi}` : permanent]);
      const redirect = pages.find(
        ({ file }) => join(folder, file) === join(fileAt(permanent), 'index.html'),
      );
      expect(redirect?.isRedirect, permanent).toBe(true);
      expect(redirect && links(redirect, 'canonical'), permanent).toEqual(links(page, 'canonical'));
      for (const author of links(page, 'author'))
        expect(existsSync(join(fileAt(author), 'index.html')), author).toBe(true);
      const [described = ''] = links(page, 'describedby');
      expect(readFileSync(fileAt(described), 'utf8'), described).toMatch(/^@misc\{/);
    }
  });

  test('DOI, ISSN and ORCID iD are in the head where they are given, and nowhere else', () => {
    const given = posts.filter((page) => meta(page, 'citation_doi').length > 0);
    const isFixture = folder === inject('below').folder;
    expect(given.length).toBe(isFixture ? 1 : 0);
    for (const page of posts) {
      const isGiven = given.includes(page);
      expect(meta(page, 'citation_issn'), page.file).toEqual(isFixture ? ['2049-3630'] : []);
      expect(meta(page, 'citation_author_orcid'), page.file).toEqual(
        isGiven ? ['https://orcid.org/0000-0002-1825-0097'] : [],
      );
      if (isGiven) expect(links(page, 'cite-as')).toEqual(['https://doi.org/10.59350/abcde-fgh12']);
    }
  });

  test('each citation has a key of its own, in ASCII, and the address that never changes', () => {
    const keys = posts.map((page) => {
      const [file = ''] = links(page, 'describedby');
      const text = readFileSync(fileAt(file), 'utf8');
      const [address = ''] = meta(page, 'citation_public_url');
      expect(text, file).toContain(`url = {${address}}`);
      expect(meta(page, 'DC.identifier')[0], page.file).toBe(address);
      return /^@misc\{([^,\s]+),$/m.exec(text)?.[1] ?? '';
    });
    expect(keys.filter((key) => !/^[a-z0-9-]+$/.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(posts.length);
  });

  test('a post is cited in two styles and two formats, each with its file and its text to copy', () => {
    for (const page of posts) {
      const [cite] = elements(page.tree, 'details').filter(
        (one) => attribute(one, 'className') === 'cite',
      );
      if (!cite) continue;
      expect(elements(cite, 'dt').map(textOf).slice(0, 2)).toEqual(['APA', 'MLA']);
      const [canonical = ''] = links(page, 'canonical');
      const sheet = elements(cite, 'a').map((one) => attribute(one, 'href'));
      const inWords = sheet.find((href) => href.endsWith('/cite.txt')) ?? '';
      const written = readFileSync(fileAt(inWords), 'utf8').split('\n\n');
      expect(
        written.slice(0, 5).map((one) => one.split('\n')[0]),
        canonical,
      ).toEqual(['APA', 'MLA', 'Chicago', 'Harvard', 'Vancouver']);
      // Each response that is shown is cited by its own address, and nothing else is.
      const shown = elements(page.tree, 'article')
        .filter((one) => /^response-/.test(attribute(one, 'id')))
        .filter((one) => /\bu-comment\b/.test(attribute(one, 'className')))
        .map((one) => `${canonical}#${attribute(one, 'id')}`);
      const cited = written
        .slice(5)
        .map((one) => /\. (https?:\S+#response-\S+)\s*$/.exec(one)?.[1]);
      expect(cited.slice(0, shown.length), page.file).toEqual(shown);
      expect(cited.every(Boolean), page.file).toBe(true);
      expect(cited.length === 0, page.file).toBe(shown.length === 0);
      const texts = elements(cite, 'copy-button').map((one) => attribute(one, 'dataText'));
      const files = elements(cite, 'a').filter((one) => 'download' in one.properties);
      expect(files.map((file) => attribute(file, 'href').slice(-4))).toEqual(['.bib', '.ris']);
      for (const file of files) {
        const content = readFileSync(fileAt(attribute(file, 'href')), 'utf8');
        expect(texts.map(withPlainEnds), page.file).toContain(withPlainEnds(content));
      }
    }
  });

  test('a post is an h-entry with its title, days, authors, text and responses', () => {
    for (const page of posts) {
      const [canonical = ''] = links(page, 'canonical');
      const { items } = mf2(page.html, { baseUrl: canonical });
      const entry = items.find((item) => item.type?.includes('h-entry'));
      const {
        name = [],
        url = [],
        published = [],
        author = [],
        content = [],
        comment = [],
      } = entry?.properties ?? {};
      expect(name, page.file).toEqual(meta(page, 'citation_title'));
      expect(url, page.file).toContain(canonical);
      expect(published[0], page.file).toBe(meta(page, 'citation_publication_date')[0]);
      expect(author.length, page.file).toBe(meta(page, 'citation_author').length);
      expect(content.length, page.file).toBe(1);
      const shown = elements(page.tree, 'article').filter((one) =>
        attribute(one, 'className').includes('u-comment'),
      );
      expect(comment.length, page.file).toBe(shown.length);
    }
  });

  test('a list of posts is an h-feed', () => {
    const archive = pages.find(({ route }) => route === '/archive/');
    const { items } = mf2(archive?.html ?? '', { baseUrl: 'https://example.org/' });
    const entries = items
      .filter((item) => item.type?.includes('h-feed'))
      .flatMap((feed) => feed.children ?? []);
    expect(entries.length).toBeGreaterThanOrEqual(posts.length);
    for (const { properties } of entries) {
      expect([properties['name'], properties['url'], properties['published']]).not.toContain(
        undefined,
      );
    }
  });

  test('reference managers find each entry of a list, and nobody hears or sees what they read', () => {
    const entriesOf = (page: BuiltPage) =>
      elements(page.tree, 'li').filter((one) => attribute(one, 'className').includes('h-entry'));
    const lists = pages.filter((page) => entriesOf(page).length > 0);
    const cited = new Set(posts.flatMap((page) => meta(page, 'DC.identifier').slice(0, 1)));
    expect(lists.length).toBeGreaterThan(3);
    for (const page of lists)
      for (const entry of entriesOf(page)) {
        const [title] = elements(entry, 'a').map((one) => textOf(one).trim());
        const told = elements(entry, 'span').filter(
          (one) => attribute(one, 'className') === 'Z3988',
        );
        // What is withdrawn is not cited.
        if (told.length === 0) continue;
        expect(told.map((one) => [one.properties['hidden'], one.children.length])).toEqual([
          [true, 0],
        ]);
        const [read] = told.map((one) => new URLSearchParams(attribute(one, 'title')));
        expect(read?.get('rft.title'), page.file).toBe(title);
        cited.delete(read?.get('rft.identifier') ?? '');
      }
    expect([...cited]).toEqual([]);
  });

  test('every page names the licence', () => {
    const without = pages.filter(
      ({ tree, isRedirect }) =>
        !isRedirect && !elements(tree, 'a').some((one) => attribute(one, 'rel') === 'license'),
    );
    expect(without.map(({ file }) => file)).toEqual([]);
  });

  test("the front page is the program elsewhere too, and a person's page that person (rel=me)", () => {
    const same = new Map(
      pages.map(({ route, html }) => {
        const { rels } = mf2(html, { baseUrl: 'https://example.org/' });
        return [route, rels['me'] ?? []] as const;
      }),
    );
    const claimed = [...same].filter(([route, me]) => me.length > 0 && route !== '/');
    expect(claimed.filter(([route]) => !/^\/people\/[^/]+\//.test(route))).toEqual([]);
    if (folder !== inject('below').folder) return;
    expect(same.get('/')?.length).toBeGreaterThan(0);
    expect(same.get('/people/gardeners/')).toEqual([
      'https://ror.org/03yrm5c26',
      'https://garden.example/us',
    ]);
  });
});

function meta(page: BuiltPage, name: string): string[] {
  return elements(page.tree, 'meta')
    .filter((one) => [attribute(one, 'name'), attribute(one, 'property')].includes(name))
    .map((one) => attribute(one, 'content'));
}

function links(page: BuiltPage, rel: string): string[] {
  return elements(page.tree, 'link')
    .filter((one) => attribute(one, 'rel') === rel)
    .map((one) => attribute(one, 'href'));
}

function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
