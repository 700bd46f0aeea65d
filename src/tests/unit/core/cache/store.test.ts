import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test, vi } from 'vitest';
import {
  cacheFolder,
  checkStore,
  closeStore,
  prune,
  remember,
  STORE,
} from '../../../../core/cache/store.ts';

/** A cache of builds; each closes the store as the end of its process would. */
async function cache() {
  vi.stubEnv('CACHE_DIR', await mkdtemp(join(tmpdir(), 'store-')));
  vi.stubEnv('BUILD_COMMAND', '1');
  const file = join(cacheFolder(), STORE);
  const build = async (...keys: string[]) => {
    const isWhole = checkStore();
    const made: string[] = [];
    for (const key of keys) {
      const value = await remember('things', key, () => {
        made.push(key);
        return thing(key);
      });
      expect(value).toEqual(thing(key));
    }
    prune('things');
    closeStore();
    return { isWhole, made: made.join(' ') };
  };
  return { file, build };
}

/** What a structured clone keeps and JSON does not. */
function thing(key: string) {
  return { key, bytes: new Uint8Array([...Buffer.from(key)]), map: new Map([[key, undefined]]) };
}

afterEach(() => {
  closeStore();
  vi.unstubAllEnvs();
});

test('what was made once is kept, and only what is new is made', async () => {
  const { build } = await cache();
  expect((await build('a', 'b')).made).toBe('a b');
  expect((await build('b', 'c', 'a')).made).toBe('c');
});

test('what is no longer asked for is forgotten, and gives its place back', async () => {
  const { build, file } = await cache();
  const long = 'b'.repeat(1_000_000);
  await build('a', long);
  const size = statSync(file).size;
  await build('a');
  expect(statSync(file).size).toBeLessThan(size / 4);
  expect((await build('a', long)).made).toBe(long);
});

test('a build that asks for nothing of a kind forgets nothing of it', async () => {
  const { build } = await cache();
  await build('a');
  await build();
  expect((await build('a')).made).toBe('');
});

test('kinds of things do not know each other', async () => {
  const { build } = await cache();
  await build('a');
  await remember('others', 'a', () => 'another');
  prune('others');
  expect((await build('a')).made).toBe('');
});

test.each<[damage: string, isFound: boolean, damage: (file: string) => void]>([
  ['cut off', true, (file) => truncateSync(file, statSync(file).size / 2)],
  ['empty', false, (file) => truncateSync(file, 0)],
  ['something else', true, (file) => writeFileSync(file, 'nonsense, '.repeat(1000))],
  ['changed in a value', false, (file) => replace(file, 'value of b', 'value of c')],
  ['of another shape', true, (file) => replace(file, 'namespace TEXT', 'namespece TEXT')],
])('a store that is %s is not trusted', async (_, isFound, damage) => {
  const { build, file } = await cache();
  await build('value of a', 'value of b');
  damage(file);
  const { isWhole, made } = await build('value of a', 'value of b');
  expect(isWhole).toBe(!isFound);
  expect(made).toContain('value of b');
  expect(await build('value of a', 'value of b')).toEqual({ isWhole: true, made: '' });
});

function replace(file: string, text: string, by: string): void {
  const content = readFileSync(file, 'latin1');
  expect(content).toContain(text);
  writeFileSync(file, content.replaceAll(text, by), 'latin1');
}

test('a build that was killed while it wrote leaves what the next one can use or throw away', async () => {
  const { build, file } = await cache();
  await build('a', 'b');
  const half = new DatabaseSync(file);
  half.exec("PRAGMA journal_mode = MEMORY; BEGIN; UPDATE kept SET namespace = 'gone'");
  copyFileSync(file, `${file}.killed`);
  half.close();
  copyFileSync(`${file}.killed`, file);
  expect((await build('a', 'b')).made).toMatch(/^(a b)?$/);
});

test('outside of a build nothing is written', async () => {
  const { file } = await cache();
  vi.stubEnv('BUILD_COMMAND', '');
  expect(await remember('things', 'a', () => 'once')).toBe('once');
  expect(await remember('things', 'a', () => 'twice')).toBe('once');
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
});

test('what two ask for at the same time is the same for both', async () => {
  await cache();
  const make = async () => new Uint8Array(100_000).fill(7);
  const all = await Promise.all(
    Array.from({ length: 20 }, () => remember('pictures', 'a recipe', make)),
  );
  for (const one of all) expect(Buffer.from(one).equals(Buffer.alloc(100_000, 7))).toBe(true);
});
