import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { brokenLinks } from '../../build/site-links.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true }));

/** The broken links of a site at https://example.org/blog/ with a few files. */
async function brokenIn(files: Record<string, string>): Promise<string[]> {
  folder = await mkdtemp(join(tmpdir(), 'links-'));
  const front = '<link rel="canonical" href="https://example.org/blog/"><p id="here">';
  for (const [name, text] of Object.entries({ 'index.html': front, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return brokenLinks({ folder, base: '/blog' });
}

test('links that lead somewhere, within the site or to other hosts, are not reported', async () => {
  const page = `<a href="/blog/#here">a</a> <a href="../">b</a> <a href="#top">c</a>
    <a href="https://example.com/nowhere">d</a> <a href="mailto:a@example.org">e</a>
    <a href="https://example.org/blog/a/">f</a> <img src="/blog/p%20q.png" srcset="../p%20q.png 2x">`;
  expect(await brokenIn({ 'a/index.html': page, 'p q.png': '' })).toEqual([]);
});

test('a link to nothing, to no anchor, and out of the base is reported with its line', async () => {
  const page = '<p>\n<a href="/blog/b/">x</a>\n<a href="/blog/#there">y</a>\n<a href="/">z</a>';
  expect(await brokenIn({ 'a/index.html': page })).toEqual([
    'a/index.html:2 → /blog/b/ is not there',
    'a/index.html:3 → /blog/#there has no such anchor',
    'a/index.html:4 → / is outside /blog/',
  ]);
});

test('a link to a folder without its slash is reported, because it costs a detour', async () => {
  expect(await brokenIn({ 'a/index.html': '<a href="/blog/a">x</a>' })).toEqual([
    'a/index.html:1 → /blog/a is not there',
  ]);
});

test('one picture of several sizes that is missing is reported', async () => {
  const page = '<img src="/blog/p.png" srcset="/blog/p.png 1x, /blog/q.png 2x" alt="">';
  expect(await brokenIn({ 'a.html': page, 'p.png': '' })).toEqual([
    'a.html:1 → /blog/q.png is not there',
  ]);
});

test('feeds and style sheets are read as well', async () => {
  const found = await brokenIn({
    'rss.xml': '<link>https://example.org/blog/gone/</link>',
    'style.css': 'a { background: url("gone.png") } b { background: url(data:x) }',
  });
  expect(found.toSorted()).toEqual([
    'rss.xml → https://example.org/blog/gone/ is not there',
    'style.css → gone.png is not there',
  ]);
});

test('a redirect that leads nowhere is reported', async () => {
  const page = '<meta http-equiv="refresh" content="0;url=/blog/gone/">';
  expect(await brokenIn({ 'old/index.html': page })).toEqual([
    'old/index.html:1 → /blog/gone/ is not there',
  ]);
});
