import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { isBuilding, namedCacheFolder } from '../../environment.ts';

/**
 * What is slow to make, kept between builds in one SQLite database in the cache folder. Outside of a
 * build it is kept in memory: only a build seals its cache; see `integrity.ts`.
 *
 * @param namespace what kind of thing it is, for {@link prune}
 * @param key all that decides what is made, but for the packages and Node
 * @returns what was made; the same value as structured clones are, where an earlier build made it
 */
export async function remember<Value>(
  namespace: string,
  key: string,
  make: () => Value | Promise<Value>,
): Promise<Value> {
  const known = recall<Value>(namespace, key);
  if (known !== undefined) return known;
  const made = await make();
  keep(namespace, key, made);
  return made;
}

/** What is kept under a key; undefined where nothing is, or what is there was damaged. */
export function recall<Value>(namespace: string, key: string): Value | undefined {
  const { read, asked } = store();
  const name = nameOf(namespace, key);
  asked.set(namespace, (asked.get(namespace) ?? new Set()).add(name));
  const row = read.get(name) as { digest: Uint8Array; value: Uint8Array } | undefined;
  if (!row || !sha256(row.value).equals(row.digest)) return undefined;
  return deserialize(row.value) as Value;
}

/** Keeps a value under a key for the next build. */
export function keep(namespace: string, key: string, value: unknown): void {
  const bytes = serialize(value);
  store().write.run(nameOf(namespace, key), namespace, sha256(bytes), bytes);
}

/** Forgets everything of a namespace that {@link recall} was not asked for here, where it was asked for any. */
export function prune(namespace: string): void {
  const { database, asked } = store();
  const names = asked.get(namespace);
  if (!names) return;
  const kept = database.prepare('SELECT name FROM kept WHERE namespace = ?').all(namespace);
  const others = kept.map(({ name }) => String(name)).filter((name) => !names.has(name));
  if (others.length === 0) return;
  const forget = database.prepare('DELETE FROM kept WHERE name = ?');
  database.exec('BEGIN');
  for (const name of others) forget.run(name);
  database.exec('COMMIT; PRAGMA incremental_vacuum');
}

/**
 * Looks through what earlier builds kept, before a build. @returns whether it could be read; where not,
 * all of it is thrown away
 */
export function checkStore(): boolean {
  const file = storeFile();
  try {
    const [found] = store().database.prepare('PRAGMA quick_check(1)').all();
    if (found?.['quick_check'] === 'ok') return true;
  } catch {
    // It could not even be opened.
  }
  closeStore();
  rmSync(file, { force: true });
  return false;
}

/** Lets go of the file. It is opened again when it is needed. */
export function closeStore(): void {
  opened?.database.close();
  opened = undefined;
}

/** The name of the database in the cache folder. */
export const STORE = 'store.db';

/**
 * The folder of what is kept between builds. In one that a setting names it is a folder of our own,
 * since all of it may be thrown away.
 */
export function cacheFolder(): string {
  const named = namedCacheFolder();
  return named ? join(named, 'program-blog') : 'node_modules/.astro';
}

interface Store {
  file: string;
  database: DatabaseSync;
  read: StatementSync;
  write: StatementSync;
  /** Namespace → the names of what was asked for. */
  asked: Map<string, Set<string>>;
}

let opened: Store | undefined;

function store(): Store {
  const file = storeFile();
  if (opened?.file !== file) {
    closeStore();
    opened = openStore(file);
  }
  return opened;
}

function storeFile(): string {
  return isBuilding() ? join(cacheFolder(), STORE) : ':memory:';
}

function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  // Not imported, so that an older Node can still say that it is too old.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(file, { timeout: 60_000 });
  try {
    // What a power cut or a kill damages is found by the next build, and made anew.
    database.exec(`
      PRAGMA auto_vacuum = INCREMENTAL;
      PRAGMA journal_mode = MEMORY;
      PRAGMA synchronous = OFF;
      CREATE TABLE IF NOT EXISTS kept
        (name TEXT PRIMARY KEY, namespace TEXT, digest BLOB, value BLOB) STRICT;
      CREATE INDEX IF NOT EXISTS by_namespace ON kept (namespace);
    `);
    return {
      ...{ file, database, asked: new Map() },
      read: database.prepare('SELECT digest, value FROM kept WHERE name = ?'),
      write: database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)'),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function nameOf(namespace: string, key: string): string {
  return sha256(`${namespace}\n${key}`).toString('hex').slice(0, 40);
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
