import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  outputFolder,
  putUnlistedAside,
  realPath,
  whyNotPlace,
  whyNotReplaced,
} from '../../../build/output/output-folder.ts';
import { swapSite } from '../../../build/output/site-swap.ts';
import { markCache, whyNotCache } from '../../../core/cache/cache-folder.ts';

const root = realPath(mkdtempSync(join(tmpdir(), 'output-folder-')));
afterAll(() => rmSync(root, { recursive: true }));
const at = (...path: string[]) => join(root, ...path);
const project = {
  root: at('house/project'),
  content: at('texts/content'),
  cache: at('house/project/node_modules/.astro'),
  responses: at('house/project/.responses'),
};
for (const folder of [project.content, at('house/project/src'), at('elsewhere/inner')])
  mkdirSync(folder, { recursive: true });
symlinkSync(at('house/project/src'), at('link'));
symlinkSync(at('house'), at('elsewhere/house'));
writeFileSync(at('file'), '');
mkdirSync(at('elsewhere/.site-build'));
writeFileSync(at('elsewhere/.site-build/lock'), '');
mkdirSync(at('gone'));
symlinkSync(at('gone'), at('link-to-gone'));
rmSync(at('gone'), { recursive: true });

test.each([
  ['the project', at('house/project'), 'contains the project'],
  ['the folder above', at('house'), 'contains the project'],
  ['with dots', at('house/project/src/..'), 'contains the project'],
  ['with a slash', `${at('house')}/`, 'contains the project'],
  ['the whole disk', '/', 'contains the project'],
  ['the content', project.content, 'contains the content'],
  ['what holds the content', at('texts'), 'contains the content'],
  ['in the content', at('texts/content/site'), 'is inside'],
  ['the code', at('house/project/src'), 'is inside'],
  ['in the code', at('house/project/src/new/site'), 'is inside'],
  ['what is copied into the site', at('house/project/public'), 'is inside'],
  ['the history', at('house/project/.git'), 'is inside'],
  ['the workflows', at('house/project/.github/site'), 'is inside'],
  ['the answers', project.responses, 'is inside'],
  ['the cache', at('house/project/node_modules/.astro/site'), 'is inside'],
  ['a link to the code', at('link'), 'is inside'],
  ['in a link to the code', at('link/site'), 'is inside'],
  ['a link to the folder above', at('elsewhere/house'), 'contains the project'],
  ['where the build works', at('house/project/.dist-build'), 'where a build works'],
  ['in where the build works', at('house/project/.dist-build/next/x'), 'where a build works'],
  ['where another build works', at('elsewhere/.site-build/x'), 'where a build works'],
  ['where Astro works', at('house/project/.astro/site'), 'is inside'],
  ['the home folder', homedir(), 'contains'],
  ['what holds the home folder', dirname(homedir()), 'contains'],
  ['a file', at('file'), 'is a file'],
  ['what is in no folder', at('file/new/site'), 'is inside a file'],
])('no site is built into %s', (_, folder, why) => {
  expect(whyNotPlace('OUT_DIR', folder, project)).toContain(why);
});

test.each([
  at('house/project/dist'),
  at('house/project/node_modules/.cache/site'),
  at('house/project/srcs'),
  at('house/project-site'),
  at('elsewhere/new/site'),
  at('elsewhere/..site'),
  at('elsewhere/.my-build'),
])('a site may be built into %s', (folder) => {
  expect(whyNotPlace('OUT_DIR', folder, project)).toBeUndefined();
});

test('the cache has a place beside the project too, and none in its sources', () => {
  expect(whyNotPlace('CACHE_DIR', project.cache, project)).toBeUndefined();
  expect(whyNotPlace('CACHE_DIR', project.content, project)).toContain('contains the content');
  expect(whyNotPlace('CACHE_DIR', at('link/cache'), project)).toContain('is inside');
});

test('only a folder into which a build has put its site is built into again', () => {
  const setting = at('web');
  const output = outputFolder(setting);
  const why = () => whyNotReplaced(outputFolder(setting), setting);
  expect(why()).toBeUndefined();
  mkdirSync(output.site);
  expect(why()).toBeUndefined();
  writeFileSync(join(output.site, '.htaccess'), '');
  expect(why()).toContain('contains files that no build created');
  rmSync(output.site, { recursive: true });
  build(setting);
  expect(why()).toBeUndefined();
  writeFileSync(join(output.site, '.htaccess'), '');
  expect(why()).toBeUndefined();
  // Another folder of the same name.
  renameSync(output.site, at('moved'));
  mkdirSync(join(output.site, 'wiki'), { recursive: true });
  expect(why()).toContain('contains files that no build created');
});

test("what lies where a build's own folder would be is left alone", () => {
  mkdirSync(at('.taken-build/notes'), { recursive: true });
  expect(whyNotReplaced(outputFolder(at('taken')), at('taken'))).toContain('.taken-build');
});

test('a site is put where a link leads, also if that is not there yet', () => {
  expect(outputFolder(at('link-to-gone')).site).toBe(at('gone'));
});

test("the project's own dist/ of an earlier version is put aside, each in a folder of its own", () => {
  const output = outputFolder(at('dist'));
  for (const expected of ['dist-earlier', 'dist-earlier-2']) {
    mkdirSync(at('dist/_astro'), { recursive: true });
    expect(whyNotReplaced(output, undefined)).toBeUndefined();
    expect(whyNotReplaced(output, at('dist'))).toContain('no build created');
    expect(putUnlistedAside(output)).toBe(expected);
  }
  build(at('dist'));
  mkdirSync(at('dist/_astro'));
  expect(putUnlistedAside(output)).toBeUndefined();
  rmSync(at('dist'), { recursive: true });
  mkdirSync(at('dist/wiki'), { recursive: true });
  expect(putUnlistedAside(output)).toBeUndefined();
  expect(whyNotReplaced(output, undefined)).toContain('dist/ contains files that no build');
});

test('only an empty folder, or one that was a cache before, is a cache', () => {
  const cache = at('cache');
  expect(whyNotCache(cache)).toBeUndefined();
  mkdirSync(cache);
  expect(whyNotCache(cache)).toBeUndefined();
  markCache(cache);
  writeFileSync(at('cache/notes.txt'), '');
  expect(whyNotCache(cache)).toBeUndefined();
  // The cache of another program.
  writeFileSync(at('cache/CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
  expect(whyNotCache(cache)).toContain('contains files that no build created');
});

/** As a build puts a site in its place. */
function build(setting: string): void {
  const output = outputFolder(setting);
  mkdirSync(output.own, { recursive: true });
  writeFileSync(output.lock, '');
  mkdirSync(at('made'));
  writeFileSync(at('made/index.html'), 'a page');
  swapSite(output, at('made'), new Date(0));
}
