import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  cacheFolder,
  cachePath,
  readCached,
  rememberAll,
  rememberedResults,
} from '../../../../core/cache/store.ts';

async function keeper() {
  const cache = await mkdtemp(join(tmpdir(), 'kept-'));
  vi.stubEnv('CACHE_DIR', cache);
  const made: string[] = [];
  const ask = (stamp: string, ...recipes: string[]) =>
    rememberAll('things', stamp, recipes, async (place) => {
      made.push(recipes[place] ?? '');
      return `${recipes[place]} by ${stamp}`;
    });
  const file = async () => {
    const [name = ''] = await readdir(join(cacheFolder(), 'things'));
    return join(cacheFolder(), 'things', name);
  };
  return { ask, made, file };
}

test('what was made once is kept, and only what is new is made', async () => {
  const { ask, made } = await keeper();
  expect(await ask('us', 'a', 'b')).toEqual(['a by us', 'b by us']);
  expect(await ask('us', 'b', 'c', 'a')).toEqual(['b by us', 'c by us', 'a by us']);
  expect(made).toEqual(['a', 'b', 'c']);
});

test('what is no longer asked for is forgotten', async () => {
  const { ask, made, file } = await keeper();
  await ask('us', 'a', 'b');
  await ask('us', 'b');
  expect(await readFile(await file(), 'utf8')).not.toContain('a by us');
  await ask('us', 'a');
  expect(made).toEqual(['a', 'b', 'a']);
});

test('another stamp makes all anew', async () => {
  const { ask } = await keeper();
  await ask('us', 'a');
  expect(await ask('them', 'a')).toEqual(['a by them']);
});

test('a damaged file is not trusted', async () => {
  const { ask, made, file } = await keeper();
  await ask('us', 'a');
  const kept = await readFile(await file());
  await writeFile(await file(), kept.toString('latin1').replace('a by us', 'b by us'), 'latin1');
  expect(await ask('us', 'a')).toEqual(['a by us']);
  expect(made).toEqual(['a', 'a']);
});

test('of results, those are kept that are worth it and were asked for last', async () => {
  vi.stubEnv('CACHE_DIR', await mkdtemp(join(tmpdir(), 'kept-')));
  const made: string[] = [];
  const build = async (stamp: string, ...keys: string[]) => {
    made.length = 0;
    const kept = await rememberedResults('results', stamp);
    const make = (key: string) => () => {
      made.push(key);
      return { key, isFine: !key.startsWith('bad') };
    };
    for (const key of keys)
      expect(kept.recall(key, make(key), ({ isFine }) => isFine).key).toBe(key);
    await kept.keep();
    return made.join(' ');
  };
  expect(await build('us', 'a', 'bad', 'b')).toBe('a bad b');
  expect(await build('us', 'a', 'bad', 'c')).toBe('bad c');
  expect(await build('us', 'a', 'b', 'c')).toBe('b');
  expect(await build('them', 'a')).toBe('a');
  const folder = join(cacheFolder(), 'results');
  const [name = '', ...others] = await readdir(folder);
  expect(others).toEqual([]);
  await writeFile(join(folder, name), 'damaged');
  expect(await build('them', 'a')).toBe('a');
});

test('what two ask for at the same time is kept whole', async () => {
  await keeper();
  const make = async () => new Uint8Array(100_000).fill(7);
  const ask = () => cachePath('pictures', 'a recipe', make, () => {});
  const places = await Promise.all(Array.from({ length: 20 }, ask));
  expect(new Set(places).size).toBe(1);
  expect(readCached(places[0] ?? '').length).toBe(100_000);
});
