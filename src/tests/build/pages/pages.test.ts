import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import {
  attribute,
  type BuiltPage,
  builtPages,
  elements,
  textOf,
  whereIs,
} from '../../support/built-pages.ts';

const pages = builtPages(inject('dist').folder);
const documents = pages.filter((page) => !page.isRedirect);

test('there is a front page, a page for what is not found, and there are posts', () => {
  const routes = pages.map((page) => page.route);
  expect(routes).toEqual(expect.arrayContaining(['/', '/404.html']));
  expect(routes.some((route) => /^\/posts\/[^/]+\/$/.test(route))).toBe(true);
});

test('who would answer a question from the front page comes to the questions', () => {
  const home = readFileSync(`${inject('east')}/index.html`, 'utf8');
  expect(home).toMatch(/href="[^"]+#question-1"[^>]*>Answer a question</);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
      rules: {
        'no-inline-style': 'error',
        'long-title': 'off',
        'require-sri': 'off',
      },
    }),
  );
  const reports = await Promise.all(
    pages.map((page) => validator.validateString(page.html, page.file)),
  );
  const found = reports.flatMap(({ results }) =>
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, message }) => `${filePath} ${ruleId} ${line}: ${message}`),
    ),
  );
  expect(found).toEqual([]);
});

test('what the standard refuses, and the rules above let through, is on no page', () => {
  const found = pages.flatMap((page) => [
    ...elements(page.tree, 'option')
      .filter((option) => textOf(option).trim() === '' && !attribute(option, 'label'))
      .filter((option) => 'value' in option.properties)
      .map((option) => `${whereIs(page, option)} an option without words`),
    ...elements(page.tree, 'meta')
      .filter((meta) => attribute(meta, 'httpEquiv').toLowerCase() === 'refresh')
      .filter((meta) => !/^\d+(; url=\S+)?$/.test(attribute(meta, 'content')))
      .map((meta) => `${whereIs(page, meta)} a refresh without a space before its address`),
    ...elements(page.tree, 'section')
      .filter((section) => !hasOwnHeading(section) && !attribute(section, 'ariaLabel'))
      .map((section) => `${whereIs(page, section)} a section without a heading`),
    ...(/<\/html>\s*$/.test(page.html)
      ? []
      : [`${page.file} something behind the end of the page`]),
  ]);
  expect(found).toEqual([]);
});

/** Whether a heading stands in a section itself, and not in another one inside. */
function hasOwnHeading(node: Element): boolean {
  return node.children.some((child) => {
    if (child.type !== 'element' || /^(section|article|nav|aside)$/.test(child.tagName))
      return false;
    return /^h[1-6]$/.test(child.tagName) || hasOwnHeading(child);
  });
}

describe('every page says', () => {
  const silent = (says: (page: BuiltPage) => string | undefined, among = documents) =>
    among.filter((page) => !says(page)?.trim()).map((page) => page.file);
  const meta = (page: BuiltPage, name: string) => {
    const element = elements(page.tree, 'meta').find((one) => attribute(one, 'name') === name);
    return element && attribute(element, 'content');
  };

  test('its language', () => {
    expect(
      silent(({ tree }) => elements(tree, 'html').map((one) => attribute(one, 'lang'))[0]),
    ).toEqual([]);
  });

  test('its title', () => {
    expect(silent(({ tree }) => elements(tree, 'title').map(textOf)[0])).toEqual([]);
  });

  test('what it is about', () => {
    expect(silent((page) => meta(page, 'description'))).toEqual([]);
  });

  test('how wide it is', () => {
    expect(silent((page) => meta(page, 'viewport'))).toEqual([]);
  });

  test('at which address it should be known', () => {
    const known = documents.filter((page) => !meta(page, 'robots')?.includes('noindex'));
    const canonical = ({ tree }: BuiltPage) =>
      elements(tree, 'link').filter((link) => attribute(link, 'rel') === 'canonical');
    expect(
      silent((page) => canonical(page).map((one) => attribute(one, 'href'))[0], known),
    ).toEqual([]);
    expect(known.filter((page) => canonical(page).length > 1)).toEqual([]);
  });

  test('its heading, once, and where its main part is', () => {
    const counts = documents.map((page) => [
      page.file,
      elements(page.tree, 'h1').length,
      elements(page.tree, 'main').length,
    ]);
    expect(counts.filter(([, headings, mains]) => headings !== 1 || mains !== 1)).toEqual([]);
  });
});

describe('the policy on what a page may load', () => {
  const OWN_STYLE = /(?<=; style-src(?: 'self')?) 'sha256-([^']+)'(?=;)/;
  const policies = documents.map((page) => ({ page, policy: policyOf(page) }));

  test('is on every page, and the same but for the style that stands in the page', () => {
    expect(policies.filter(({ policy }) => !policy).map(({ page }) => page.file)).toEqual([]);
    expect(new Set(policies.map(({ policy }) => policy?.replace(OWN_STYLE, ''))).size).toBe(1);
  });

  test('allows no inline style, no inline script but by its hash, and nothing unnamed', () => {
    const policy = policies[0]?.policy ?? '';
    expect(policy).toMatch(/(^|; ?)default-src 'none'/);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
  });

  test('stands before anything that it governs', () => {
    const governs = ['script', 'style', 'link', 'img'];
    const late = documents.filter(({ tree }) => {
      const first = elements(tree, 'meta', ...governs).find(
        (one) => one.tagName !== 'meta' || attribute(one, 'httpEquiv') !== '',
      );
      return first?.tagName !== 'meta';
    });
    expect(late.map((page) => page.file)).toEqual([]);
  });

  test('lets every inline script through that is there', () => {
    const found = policies.flatMap(({ page, policy }) =>
      elements(page.tree, 'script')
        .filter((script) => isCode(script) && !attribute(script, 'src'))
        .filter((script) => !policy?.includes(`'sha256-${sha256(textOf(script))}'`))
        .map((script) => whereIs(page, script)),
    );
    expect(found).toEqual([]);
  });

  test('lets the one style through that stands in the page, and there is no other', () => {
    const found = pages.flatMap((page) =>
      elements(page.tree)
        .filter((one) =>
          one.tagName === 'style'
            ? OWN_STYLE.exec(policyOf(page) ?? '')?.[1] !== sha256(textOf(one))
            : 'style' in one.properties,
        )
        .map((one) => whereIs(page, one)),
    );
    expect(found).toEqual([]);
  });

  test('finds no handler of events in an attribute', () => {
    const found = pages.flatMap((page) =>
      elements(page.tree)
        .filter((one) => Object.keys(one.properties).some((name) => /^on[A-Z]/.test(name)))
        .map((one) => whereIs(page, one)),
    );
    expect(found).toEqual([]);
  });
});

test('what may be wider than a phone can be scrolled by keyboard', () => {
  const wide = documents.flatMap((page) =>
    elements(page.tree, 'table', 'pre').map((element) => ({ page, element })),
  );
  expect(wide.length).toBeGreaterThan(3);
  const isReached = (element: Element) =>
    attribute(element, 'tabIndex') === '0' || elements(element, 'a').length > 0;
  const unreached = wide.filter(({ element }) => !isReached(element));
  expect(unreached.map(({ page, element }) => whereIs(page, element))).toEqual([]);
});

test('no page loads anything from another host', () => {
  const loads = (element: Element) => [
    attribute(element, 'src'),
    attribute(element, 'poster'),
    attribute(element, 'data'),
    ...attribute(element, 'srcSet').split(','),
    element.tagName === 'link' &&
    !/canonical|alternate|license|me|author|cite-as/.test(attribute(element, 'rel'))
      ? attribute(element, 'href')
      : '',
  ];
  const found = pages.flatMap((page) =>
    elements(page.tree)
      .filter((one) => loads(one).some((address) => /^\s*(https?:)?\/\//.test(address)))
      .map((one) => whereIs(page, one)),
  );
  expect(found).toEqual([]);
});

function policyOf(page: BuiltPage): string | undefined {
  const meta = elements(page.tree, 'meta').find(
    (one) => attribute(one, 'httpEquiv').toLowerCase() === 'content-security-policy',
  );
  return meta && attribute(meta, 'content');
}

function isCode(script: Element): boolean {
  return ['', 'module', 'text/javascript'].includes(attribute(script, 'type'));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

test('a text in Spanish quotes as Spanish does, typed marks and all', () => {
  const texts = [...documents, ...builtPages(inject('east'))]
    .filter(({ tree }) => elements(tree, 'main').some((main) => attribute(main, 'lang') === 'es'))
    .flatMap(({ tree }) => elements(tree, 'div'))
    .filter((element) => attribute(element, 'className').split(' ').includes('prose'))
    .map(textOf);
  expect(texts.filter((text) => /«[^»]+»/.test(text)).length).toBeGreaterThan(0);
  expect(texts.filter((text) => /["“”]/.test(text))).toEqual([]);
});

test("an author's own picture file is not in the site: the camera may have written the place into it", () => {
  const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  const sites = [
    { content: process.env['CONTENT_DIR'] ?? 'content', folder: inject('dist').folder },
    { content: 'src/tests/fixtures/site', folder: inject('east') },
  ];
  for (const { content, folder } of sites) {
    const own = globSync(`${content}/posts/**/*.{jpg,jpeg,png,webp}`).map(digest);
    if (folder === inject('east')) expect(own.length).toBeGreaterThan(0);
    const shown = globSync(`${folder}/**/*.{jpg,jpeg,png,webp,avif}`);
    expect(shown.filter((file) => own.includes(digest(file)))).toEqual([]);
  }
});
