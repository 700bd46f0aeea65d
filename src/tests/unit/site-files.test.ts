import { existsSync, globSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { noLeftovers, SiteFiles } from '../../integrations/site-files.ts';

const root = await mkdtemp(join(tmpdir(), 'site-files-'));
afterAll(() => rm(root, { recursive: true }));
const long = new Date('2013-01-01');

/** A folder with files in it, all of them old. */
async function folderOf(name: string, files: Record<string, string>) {
  const folder = join(root, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    await utimes(join(folder, path), long, long);
  }
  const isOld = (path: string) => statSync(join(folder, path)).mtimeMs === long.getTime();
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  const all = () => globSync('**/*', { cwd: folder }).sort();
  return { folder, isOld, text, all, at: (path: string) => join(folder, path) };
}

test('a file that is there just so is left, one that differs is written', async () => {
  const { at, isOld, text } = await folderOf('same', { same: 'one', other: 'two', size: 'three' });
  const files = new SiteFiles();
  files.layOut(at('same'), 'one');
  files.layOut(at('other'), Buffer.from('too'));
  files.layOut(at('size'), 'three and more');
  files.layOut(at('new/and/deep'), 'four');
  expect(isOld('same')).toBe(true);
  expect([text('other'), text('size'), text('new/and/deep')]).toEqual([
    'too',
    'three and more',
    'four',
  ]);
});

test('a file takes the place of a folder, and a folder that of a file', async () => {
  const { at, text } = await folderOf('places', { 'a/index.html': 'one', b: 'two' });
  const files = new SiteFiles();
  files.layOut(at('a'), 'a file');
  files.layOut(at('b/c/index.html'), 'in folders');
  expect([text('a'), text('b/c/index.html')]).toEqual(['a file', 'in folders']);
});

test('what a build has not made is gone after it, with folders that are empty then', async () => {
  const { folder, at, all } = await folderOf('dist', {
    ...{ 'kept/index.html': 'kept', 'old/deep/index.html': 'old', 'page/index.html': 'page' },
    ...{ '_astro/old.css': 'old', 'public.txt': 'public', '.git/HEAD': 'ref', 'old.txt': 'old' },
    'old/.git/HEAD': 'no history of the site',
  });
  const publicFiles = await folderOf('public', { 'public.txt': 'public' });
  await writeFile(join(root, 'outside'), 'outside');
  await symlink(join(root, 'outside'), at('link'));
  await symlink(root, at('linked-folder'));
  const files = new SiteFiles();
  const hooks = noLeftovers(files).hooks as Record<string, (told: object) => void>;
  const urls = { outDir: pathToFileURL(folder), publicDir: pathToFileURL(publicFiles.folder) };
  hooks['astro:config:done']?.({ config: urls });
  hooks['astro:build:start']?.({});
  expect(existsSync(at('_astro'))).toBe(false);
  expect(lstatSync(at('link'), { throwIfNoEntry: false })).toBeUndefined();
  await mkdir(at('_astro'));
  await writeFile(at('_astro/new.css'), 'new');
  files.layOut(at('kept/index.html'), 'kept');
  hooks['astro:build:done']?.({
    assets: new Map([['/page', [pathToFileURL(at('page/index.html'))]]]),
  });
  expect(all()).toEqual([
    ...['_astro', '_astro/new.css', 'kept', 'kept/index.html', 'page', 'page/index.html'],
    'public.txt',
  ]);
  expect(existsSync(at('.git/HEAD'))).toBe(true);
  expect(readFileSync(join(root, 'outside'), 'utf8')).toBe('outside');
});

test('where capital letters make no difference to the disk, nothing of the last site is left', async () => {
  const { folder, all, at } = await folderOf('case', {
    ...{ '_astro/a.css': 'a', '_ASTRO/a.css': 'a', 'Cover.jpg': 'old name', '.git/HEAD': 'ref' },
  });
  const hooks = noLeftovers(new SiteFiles()).hooks as Record<string, (told: object) => void>;
  const urls = { outDir: pathToFileURL(folder), publicDir: pathToFileURL(at('none')) };
  hooks['astro:config:done']?.({ config: urls });
  hooks['astro:build:start']?.({});
  expect(all()).toEqual([]);
  expect(existsSync(at('.git/HEAD'))).toBe(true);
});
