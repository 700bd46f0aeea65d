import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type SiteServer, startSiteServer } from '../../../server/server.ts';
import { harmless, hostileFields } from '../../fixtures/attacks.ts';
import { builtPages } from '../../support/built-pages.ts';
import { buildFixtureSite } from '../../support/fixture-site.ts';
import { walk } from '../visit.ts';

/**
 * Our own content, and posts by somebody who means ill, built through the Markdown path and through
 * MDX alone.
 */
const CONTENT = 'node_modules/.cache/both-paths/content';
const CACHE = 'node_modules/.cache/both-paths/cache';
const HOSTILE = ['2013-04-plain-attacks', '2013-04-component-attacks'];
const sites = new Map<string, { folder: string; server: SiteServer }>();

beforeAll(async () => {
  writeContent();
  makeCache();
  for (const path of ['markdown', 'mdx']) {
    const folder = await buildFixtureSite({
      name: `through-${path}`,
      base: '/',
      content: CONTENT,
      further: {
        ...{ BUILD_TIME: '2026-11-01T00:00:00Z', CACHE_DIR: CACHE, POST_PATH: path },
        SHARE_PICTURES: 'off',
      },
    });
    const server = await startSiteServer({ folder, base: '/', host: '127.0.0.1', port: 0 });
    sites.set(path, { folder, server });
  }
}, 300_000);

afterAll(async () => {
  for (const { server } of sites.values()) await server.close();
});

test('every page has the same elements, attributes and words, whichever path its text took', () => {
  const [plain, mdx] = ['markdown', 'mdx'].map((path) =>
    builtPages(sites.get(path)?.folder ?? '').map(({ file, tree }) => [file, printed(tree)]),
  );
  expect(plain?.length).toBeGreaterThan(50);
  expect(mdx).toEqual(plain);
});

/** A page in one form of writing: the paths differ in line breaks between blocks and in the order of
 * attributes, and in how the marks of footnotes say that they are there. */
function printed(tree: Root): string {
  const tidy = (node: Root | Element) => {
    node.children = node.children.filter(
      (child) => !(child.type === 'text' && /^\s*\n\s*$/.test(child.value)),
    );
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      child.properties = Object.fromEntries(Object.entries(child.properties).toSorted());
      for (const mark of ['dataFootnoteRef', 'dataFootnoteBackref', 'dataFootnotes']) {
        if (mark in child.properties) child.properties[mark] = true;
      }
      tidy(child);
    }
    return node;
  };
  return toHtml(tidy(tree) as Root);
}

test.each(['markdown', 'mdx'])(
  'through %s, what strangers wrote runs nothing and asks nobody',
  async (path) => {
    const address = sites.get(path)?.server.address ?? '';
    const pages = [
      ...HOSTILE.map((id) => `posts/${id}/`),
      'tags/attack/',
      'people/attacker/',
      'archive/',
      '',
    ];
    const addresses = pages.map((page) => new URL(page, address).href);
    const found = await walk(addresses, {}, async (shown) => {
      await shown.locator('body').hover();
      return await foundIn(shown);
    });
    expect(found).toEqual({});
  },
);

/** What no text may bring with it: scripts but ours, handlers, frames, styles, forms to elsewhere. */
function foundIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll('*')].flatMap((element) => {
      const names = element.getAttributeNames();
      const handlers = names.filter(
        (name) => name.startsWith('on') || name === 'style' || name === 'srcdoc',
      );
      const addresses = names
        .filter((name) =>
          ['href', 'src', 'action', 'xlink:href', 'data', 'poster', 'cite'].includes(name),
        )
        .map((name) => element.getAttribute(name) ?? '')
        .filter((address) => /^\s*(javascript|data|vbscript|blob|file):/i.test(address));
      return [...handlers, ...addresses].map((message) => `${element.tagName}: ${message}`);
    });
    const article = document.querySelector('main');
    const strange = [
      ...(article?.querySelectorAll(
        'iframe, object, embed, base, meta[http-equiv], .prose script, .prose style, .prose form, .prose svg script',
      ) ?? []),
    ];
    return [...found, ...strange.map((element) => element.outerHTML.slice(0, 100))];
  });
}

function writeContent() {
  rmSync('node_modules/.cache/both-paths', { recursive: true, force: true });
  cpSync('content', CONTENT, { recursive: true });
  const append = (name: string, text: string) =>
    writeFileSync(join(CONTENT, name), readFileSync(join(CONTENT, name), 'utf8') + text);
  append(
    'tags.yaml',
    `\nattack: ${JSON.stringify({ label: '"><script>alert(1)</script>', description: '<img src=x onerror=alert(1)>' })}\n`,
  );
  writeFileSync(
    join(CONTENT, 'people/attacker.yaml'),
    stringify({
      name: '"><script>alert(1)</script>',
      about: '<img src=x onerror=alert(1)>',
      links: [{ label: '<b>x</b>', url: 'https://example.org/?"onclick="alert(1)' }],
    }),
  );
  const isPlain = (body: string) => !/^<[A-Z]/.test(body);
  const bodies = harmless.map(([, body]) => body);
  for (const [index, id] of HOSTILE.entries()) {
    const fields = {
      kind: 'story',
      round: 'pilot',
      date: '2013-04-20',
      updated: '2013-05-01',
      tags: ['attack'],
      authors: ['attacker'],
      ...hostileFields,
    };
    const own = bodies.filter((body) => isPlain(body) === (index === 0));
    mkdirSync(join(CONTENT, 'posts', id));
    writeFileSync(
      join(CONTENT, 'posts', id, 'index.mdx'),
      `---\n${stringify(fields)}---\n\n${own.join('\n\n---\n\n')}\n`,
    );
    cpSync(
      'src/tests/fixtures/site/posts/2013-05-water/barrel.png',
      join(CONTENT, 'posts', id, 'dot.png'),
    );
  }
}

/** A cache of its own, with the pictures that the last build made; rendered posts are not taken along. */
function makeCache() {
  if (!existsSync('node_modules/.astro')) return;
  cpSync('node_modules/.astro', CACHE, {
    recursive: true,
    filter: (file) => !file.endsWith('data-store.json'),
  });
}
