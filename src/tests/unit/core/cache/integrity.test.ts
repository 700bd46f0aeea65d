import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDamagedCache, sealCache } from '../../../../core/cache/integrity.ts';

let folder = '';
const file = (name: string) => join(folder, name);
const read = (name: string) => readFile(file(name), 'utf8').catch(() => undefined);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-seal-'));
  await mkdir(file('assets'));
  await writeFile(file('data-store.json'), '["posts"]');
  await writeFile(file('assets/picture.webp'), 'a picture');
  await sealCache(folder, 'packages of May');
});

afterEach(() => rm(folder, { recursive: true }));

test('what a build kept is used by the next one', async () => {
  expect(await emptyDamagedCache(folder, 'packages of May')).toBeUndefined();
  expect(await read('data-store.json')).toBe('["posts"]');
});

test('a damaged file is thrown away with a word, and the others are kept', async () => {
  await writeFile(file('assets/picture.webp'), 'a pict');
  expect(await emptyDamagedCache(folder, 'packages of May')).toContain('assets/picture.webp');
  expect(await read('assets/picture.webp')).toBeUndefined();
  expect(await read('data-store.json')).toBe('["posts"]');
});

test('a file that no build sealed is not trusted', async () => {
  await writeFile(file('assets/other.webp'), 'another');
  expect(await emptyDamagedCache(folder, 'packages of May')).toContain('assets/other.webp');
});

test('nothing is kept that other packages made', async () => {
  expect(await emptyDamagedCache(folder, 'packages of June')).toContain('other packages');
  expect(await read('data-store.json')).toBeUndefined();
});

test('nothing is kept when the seal is broken or missing', async () => {
  await writeFile(file('seal.json'), '{"packages": "pack');
  expect(await emptyDamagedCache(folder, 'packages of May')).toContain('unsealed');
  expect(await read('assets/picture.webp')).toBeUndefined();
});

test('a machine that never built has nothing to throw away', async () => {
  expect(await emptyDamagedCache(file('nowhere'), 'packages of May')).toBeUndefined();
});

test('what lay there before a build is sealed without being read again, what it wrote is read', async () => {
  const began = Date.now();
  await utimes(file('assets/picture.webp'), new Date(began - 60_000), new Date(began - 60_000));
  await writeFile(file('data-store.json'), '["posts", "more"]');
  await writeFile(file('new.webp'), 'new');
  await sealCache(folder, 'packages of May', began);
  expect(await emptyDamagedCache(folder, 'packages of May')).toBeUndefined();
  expect(await read('data-store.json')).toBe('["posts", "more"]');
  await writeFile(file('assets/picture.webp'), 'damaged during the build, by no build');
  await utimes(file('assets/picture.webp'), new Date(began - 60_000), new Date(began - 60_000));
  await sealCache(folder, 'packages of May', began);
  expect(await emptyDamagedCache(folder, 'packages of May')).toContain('assets/picture.webp');
});
