import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SiteFiles } from '../../../../core/cache/site-files.ts';

const root = mkdtempSync(join(tmpdir(), 'site-files-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A last site with these files, and the one that is being built. */
function sites(name: string, files: Record<string, string>) {
  const [last, folder] = [join(root, name, 'last'), join(root, name, 'site')];
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(last, path)), { recursive: true });
    writeFileSync(join(last, path), text);
  }
  const inode = (site: string, path: string) => statSync(join(site, path)).ino;
  return {
    ...{ last, folder, at: (path: string) => join(folder, path) },
    text: (path: string) => readFileSync(join(folder, path), 'utf8'),
    isSame: (path: string) => inode(last, path) === inode(folder, path),
  };
}

// Where a disk has no links, all is written.
const hasLinks = (() => {
  try {
    writeFileSync(join(root, 'one'), '');
    linkSync(join(root, 'one'), join(root, 'two'));
    return true;
  } catch {
    return false;
  }
})();

test('a file that is as in the last site gets a second name, one that differs is written', () => {
  const { last, folder, at, text, isSame } = sites('same', { 'a/same': 'one', other: 'two' });
  const files = new SiteFiles(folder, last);
  files.layOut(at('a/same'), 'one');
  files.layOut(at('other'), Buffer.from('too'));
  files.layOut(at('new/and/deep'), 'four');
  expect(['a/same', 'other', 'new/and/deep'].map(text)).toEqual(['one', 'too', 'four']);
  expect([isSame('a/same'), isSame('other')]).toEqual([hasLinks, false]);
});

test('what is laid out twice is never written into the last site', () => {
  const { last, folder, at, text } = sites('twice', { page: 'one' });
  const files = new SiteFiles(folder, last);
  files.layOut(at('page'), 'one');
  files.layOut(at('page'), 'two');
  expect(text('page')).toBe('two');
  expect(readFileSync(join(last, 'page'), 'utf8')).toBe('one');
});

test('a link or a folder that somebody has put into the last site is not taken over', () => {
  const { last, folder, at, text } = sites('links', { 'page/index.html': 'a page' });
  writeFileSync(join(root, 'outside'), 'robots');
  symlinkSync(join(root, 'outside'), join(last, 'robots.txt'));
  const files = new SiteFiles(folder, last);
  files.layOut(at('robots.txt'), 'robots');
  files.layOut(at('page'), 'a file');
  writeFileSync(join(last, 'was-folder'), '');
  files.layOut(at('was-folder/index.html'), 'in a folder');
  writeFileSync(join(root, 'outside'), 'changed');
  expect(['robots.txt', 'page', 'was-folder/index.html'].map(text)).toEqual([
    'robots',
    'a file',
    'in a folder',
  ]);
});

test('without a last site all is written', () => {
  const { folder, at, text } = sites('first', {});
  new SiteFiles(folder).layOut(at('a/page'), 'one');
  expect(text('a/page')).toBe('one');
});
