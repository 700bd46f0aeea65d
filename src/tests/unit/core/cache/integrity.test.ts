import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCache, sealCache } from '../../../../core/cache/integrity.ts';
import { cacheFolder, closeStore, keep, recall, STORE } from '../../../../core/cache/store.ts';

let folder = '';
const project = process.cwd();
const file = (name: string) => join(folder, name);
const read = (name: string) => existsSync(file(name)) && readFileSync(file(name), 'utf8');

beforeEach(async () => {
  const root = mkdtempSync(join(tmpdir(), 'cache-seal-'));
  vi.stubEnv('CACHE_DIR', join(root, 'cache'));
  vi.stubEnv('BUILD_COMMAND', '1');
  process.chdir(root);
  writeFileSync('package-lock.json', 'packages of May');
  folder = cacheFolder();
  expect(openCache(folder)).toBeUndefined();
  await mkdir(file('assets'));
  writeFileSync(file('data-store.json'), '["posts"]');
  writeFileSync(file('assets/picture.webp'), 'a picture');
  keep('things', 'a', 'kept');
  closeStore();
  sealCache(folder);
});

afterEach(() => {
  closeStore();
  const root = process.cwd();
  process.chdir(project);
  rmSync(root, { recursive: true });
});

test('what a build kept is used by the next one', () => {
  expect(openCache(folder)).toBeUndefined();
  expect(read('data-store.json')).toBe('["posts"]');
  expect(recall('things', 'a')).toBe('kept');
});

test.each([
  ['cut off', 'a pict'],
  ['changed in one place', 'a pictyre'],
])('a file that is %s is thrown away with a word, and all else is kept', (_, content) => {
  writeFileSync(file('assets/picture.webp'), content);
  expect(openCache(folder)).toContain('assets/picture.webp');
  expect(read('assets/picture.webp')).toBe(false);
  expect(read('data-store.json')).toBe('["posts"]');
  expect(recall('things', 'a')).toBe('kept');
});

test('a store that is damaged is thrown away with a word, and all else is kept', () => {
  truncateSync(file(STORE), 5000);
  expect(openCache(folder)).toContain(STORE);
  expect(recall('things', 'a')).toBeUndefined();
  expect(read('data-store.json')).toBe('["posts"]');
});

test('a file that no build sealed is not trusted', () => {
  writeFileSync(file('assets/other.webp'), 'another');
  expect(openCache(folder)).toContain('assets/other.webp');
});

test.each([
  ['other packages made it', () => writeFileSync('package-lock.json', 'packages of June')],
  ['another Node made it', () => vi.spyOn(process, 'version', 'get').mockReturnValue('v99.0.0')],
  ['the seal is broken', () => writeFileSync(file('seal.json'), '{"packages": "pack')],
  ['the seal is missing', () => rmSync(file('seal.json'))],
])('nothing is kept when %s', (_, change) => {
  change();
  expect(openCache(folder)).toMatch(/other packages, or is incomplete/);
  expect(read('data-store.json')).toBe(false);
  expect(read('assets/picture.webp')).toBe(false);
  expect(recall('things', 'a')).toBeUndefined();
  vi.restoreAllMocks();
});

test('of a first build that failed, what the store kept is used', () => {
  rmSync(file('seal.json'));
  openCache(folder);
  keep('things', 'b', 'of the build that failed');
  writeFileSync(file('data-store.json'), 'half');
  closeStore();
  expect(openCache(folder)).toContain('data-store.json');
  expect(recall('things', 'b')).toBe('of the build that failed');
});
