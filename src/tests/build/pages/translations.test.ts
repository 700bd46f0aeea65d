import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import { attribute, builtPages, elements, textOf } from '../../support/built-pages.ts';
import { buildFixtureSite } from '../../support/fixture-site.ts';
import { children, texts, xmlTree } from '../../support/xml-tree.ts';

const content = resolve('node_modules/.cache/fixture-sites/translations-content');
let site = '';
const ORIGINAL = '2013-03-soil';
const ARABIC = '2013-04-turba';
const BRAZILIAN = '2013-06-solo';

const translation = (lang: string, date: string, title: string) => `---
title: ${title}
kind: discussion
month: 2013-03
round: pilot
date: ${date}
lang: ${lang}
translationOf: ${ORIGINAL}
summary: ${title}
tags: [soil]
authors: [gardeners]
---

${title}

## Questions

- ${title}
`;

beforeAll(async () => {
  rmSync(content, { recursive: true, force: true });
  cpSync('src/tests/fixtures/site', content, { recursive: true });
  const original = join(content, 'posts', ORIGINAL, 'index.mdx');
  const changed = readFileSync(original, 'utf8').replace(/^date:.*$/m, '$&\nupdated: 2013-05-20');
  writeFileSync(original, changed);
  const write = (id: string, text: string) => {
    mkdirSync(join(content, 'posts', id));
    writeFileSync(join(content, 'posts', id, 'index.mdx'), text);
  };
  write(ARABIC, translation('ar', '2013-04-01', 'ماذا ينبت في تربتك؟'));
  // The newest discussion, and newer than the change.
  write(BRAZILIAN, translation('pt-BR', '2013-06-09', 'O que cresce no seu solo?'));
  site = await buildFixtureSite({ name: 'translations', base: '/blog', content });
}, 120_000);

const pageAt = (path: string) => {
  const [page] = builtPages(site, `${path}index.html`);
  if (!page) throw new Error(`There is no ${path}.`);
  return page;
};
const linksOf = (path: string) =>
  elements(pageAt(path).tree, 'a').map((link) => attribute(link, 'href'));

test('the original leads the front page, though a translation is newer', () => {
  expect(textOf(elements(pageAt('').tree, 'h1')[0] ?? pageAt('').tree)).toBe(
    'What grows in your soil?',
  );
});

test('translations have the call number of their original, which stays as it was', () => {
  const numbers = [ORIGINAL, ARABIC, BRAZILIAN].map((id) =>
    elements(pageAt(`posts/${id}/`).tree, 'span')
      .filter((one) => attribute(one, 'className').includes('spine'))
      .flatMap((one) => elements(one, 'b').map(textOf)),
  );
  expect(numbers).toEqual([['03'], ['03'], ['03']]);
});

test.each([
  { path: 'ar', lang: 'ar', dir: 'rtl', id: ARABIC, name: 'العربية' },
  { path: 'pt-br', lang: 'pt-BR', dir: 'ltr', id: BRAZILIAN, name: 'Português (Brasil)' },
])(
  '$lang has its list in its language and direction, and its feed',
  ({ path, lang, dir, id, name }) => {
    const { tree } = pageAt(`languages/${path}/`);
    const [main] = elements(tree, 'main');
    expect([main && attribute(main, 'lang'), main && attribute(main, 'dir')]).toEqual([lang, dir]);
    expect(textOf(elements(tree, 'h1')[0] ?? tree)).toBe(name);
    const posts = linksOf(`languages/${path}/`).filter((href) => href.startsWith('/blog/posts/'));
    expect(posts).toEqual([`/blog/posts/${id}/`]);
    const items = (file: string) =>
      children(xmlTree(readFileSync(join(site, file), 'utf8')), 'channel').flatMap((channel) =>
        children(channel, 'item').map((item) => texts(item, 'guid').join()),
      );
    const guids = items(`languages/${path}/rss.xml`);
    expect(guids).toHaveLength(1);
    expect(items('rss.xml')).toEqual(expect.arrayContaining(guids));
    for (const from of ['archive/', `posts/${id}/`])
      expect(linksOf(from)).toContain(`/blog/languages/${path}/`);
    expect(linksOf('subscribe/').join()).toContain(`/blog/languages/${path}/rss.xml`);
  },
);

test('only languages with posts have a list, and a blog with one language has none', () => {
  const [subscribe] = builtPages(inject('east'), 'subscribe/index.html');
  expect(subscribe?.html).not.toContain(wordsFor('en').byLanguage);
  expect(existsSync(join(inject('east'), 'languages'))).toBe(false);
  expect(existsSync(join(site, 'languages/en/index.html'))).toBe(true);
  // A standing page is in Spanish.
  expect(existsSync(join(site, 'languages/es'))).toBe(false);
});

test('a translation says in its language that its original changed afterwards, and leads there', () => {
  const said = (id: string) =>
    elements(pageAt(`posts/${id}/`).tree, 'div').filter((one) =>
      attribute(one, 'className').includes('correction'),
    );
  const [note, ...others] = said(ARABIC).filter((one) => elements(one, 'a').length > 0);
  expect(others).toEqual([]);
  const [before = ''] = wordsFor('ar').originalChanged({ day: '|' }).split('|');
  expect(note && textOf(note).trim().startsWith(before)).toBe(true);
  expect(note && elements(note, 'a').map((link) => attribute(link, 'href'))).toEqual([
    `/blog/posts/${ORIGINAL}/`,
  ]);
  expect(said(BRAZILIAN)).toEqual([]);
});
