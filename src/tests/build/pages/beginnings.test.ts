import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltPage, builtPages, elements, textOf } from '../../support/built-pages.ts';
import { buildFixtureSite } from '../../support/fixture-site.ts';
import { brokenLinks } from '../site-links.ts';

const CONTENT = 'node_modules/.cache/beginnings';
const TITLE = `A title of three hundred letters, ${'which goes on and on, '.repeat(12)}x`;
const sites = new Map<string, { folder: string; pages: BuiltPage[] }>();

beforeAll(async () => {
  rmSync(CONTENT, { recursive: true, force: true });
  write('none', {});
  write('one', {
    'program.yaml': PROGRAM.replace('language: en', 'language: fa'),
    'languages/fa.yaml': PERSIAN,
    'people/a.yaml': 'name: A\nrole: A gardener\n',
    'posts/2013-03-soil/index.mdx': `---\ntitle: "${TITLE}"\nkind: discussion\nmonth: 2013-03\nround: pilot\ndate: 2013-03-01\nsummary: One post.\nauthors: [a]\n---\n\nSoil.\n\n## Questions\n\n1. What grows?\n`,
  });
  for (const name of ['none', 'one']) {
    const folder = await buildFixtureSite({
      name: `blog-of-${name}`,
      base: '/',
      content: join(CONTENT, name),
      further: { SHARE_PICTURES: 'off' },
    });
    sites.set(name, { folder, pages: builtPages(folder) });
  }
}, 120_000);

test.each(['none', 'one'])('a blog of %s has every page, and each says something', (name) => {
  const { folder, pages } = sites.get(name) ?? { folder: '', pages: [] };
  const routes = pages.map(({ route }) => route);
  for (const list of ['', 'discussions/', 'archive/', 'tags/', 'people/', 'responses/', 'search/'])
    expect(routes).toContain(`/${list}`);
  expect(brokenLinks({ folder, base: '/' })).toEqual([]);
  for (const page of pages.filter(({ isRedirect }) => !isRedirect)) {
    expect(elements(page.tree, 'h1'), page.file).toHaveLength(1);
    const silent = ['h1', 'h2', 'h3', 'p', 'ul', 'ol', 'section', 'aside']
      .flatMap((tag) => elements(page.tree, tag))
      .filter((element) => textOf(element).trim() === '' && element.properties['hidden'] == null)
      .filter(({ properties }) => !properties['role'] && !properties['hidden'])
      .map(({ tagName, properties }) => `${page.file} ${tagName} ${properties['className'] ?? ''}`);
    expect(silent.filter((one) => !/search|write/.test(one))).toEqual([]);
  }
});

test('an empty blog says so, and what to do meanwhile', () => {
  const home = sites.get('none')?.pages.find(({ route }) => route === '/');
  const said = home ? textOf(home.tree) : '';
  expect(said).toContain('Nothing is filed here yet.');
  expect(said).toContain('Subscribe');
  expect(said).not.toContain('This one stays open');
});

test('where there is no way to answer, nobody is asked to', () => {
  const asked = ['/', '/posts/2013-03-soil/'].map((route) => {
    const page = sites.get('one')?.pages.find((one) => one.route === route);
    return page ? elements(page.tree, 'main').map(textOf).join(' ') : '';
  });
  expect(asked.join(' ')).toContain('What grows?');
  expect(asked.join(' ')).toContain('Nobody has answered.');
  for (const text of asked) expect(text).not.toMatch(/Yours would be|Answer|How to answer/);
  const feed = readFileSync(join(sites.get('one')?.folder ?? '', 'feed.json'), 'utf8');
  expect(feed).toContain('What grows?');
  expect(feed).not.toMatch(/answer/i);
});

test('a title of three hundred letters is set smaller than others', () => {
  const post = sites.get('one')?.pages.find(({ route }) => route === '/posts/2013-03-soil/');
  const [heading] = post ? elements(post.tree, 'h1') : [];
  expect(heading?.properties['className']).toContain('long');
});

test('words that a language lacks are marked as English, and nothing else is', () => {
  const { folder = '', pages = [] } = sites.get('one') ?? {};
  const page = pages.find(({ route }) => route === '/discussions/');
  const html = readFileSync(join(folder, 'discussions/index.html'), 'utf8');
  expect(html).toMatch(/<html lang="fa" dir="rtl"/);
  const lent = page ? elements(page.tree, 'span') : [];
  const texts = lent.filter(({ properties }) => properties['lang'] === 'en').map(textOf);
  expect(texts).toContain('Archive');
  expect(html).toContain('<span lang="en" dir="ltr">Archive</span>');
  expect(html).toContain('>گفتگوها<');
  expect(html).not.toMatch(/<span lang="en"[^>]*>[^<]*گفتگوها/);
  expect(html).toMatch(/<title>[^<]+<\/title>/);
});

test('no mark of a language that lent words is left in any file', () => {
  const folder = sites.get('one')?.folder ?? '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const marked = files
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => /[\ue0a0-\ue0a2]/.test(readFileSync(file, 'utf8')));
  expect(marked).toEqual([]);
});

function write(name: string, files: Readonly<Record<string, string>>) {
  const all = {
    'program.yaml': PROGRAM,
    'rounds.yaml': 'pilot: { label: Pilot }\n',
    'tags.yaml': 'soil: { label: Soil, description: What is below. }\n',
    ...files,
  };
  for (const room of ['posts', 'people', 'pages'])
    mkdirSync(join(CONTENT, name, room), { recursive: true });
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(join(CONTENT, name, file, '..'), { recursive: true });
    writeFileSync(join(CONTENT, name, file), text);
  }
}

const PROGRAM = `
format: 1
name: Exchange of Gardeners
tagline: Two gardens, one conversation
description: An exchange that has just begun.
address: https://gardeners.example
language: en
timeZone: Pacific/Auckland
hashtag: "#Gardens"
menu: [{ label: Discussions, to: /discussions/ }]
questionHeadings: { en: [Questions] }
feedAuthority: { domain: gardeners.example, year: 2013 }
licence: CC-BY-4.0
`;

/** A language of which somebody has begun to write the words. */
const PERSIAN = `
pages:
  search: جستجو
  kinds: { discussion: گفتگوها }
  postCount: "{count, plural, one {# نوشته} other {# نوشته}}"
`;
