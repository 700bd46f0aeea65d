import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { takeLock } from '../../../../core/cache/process-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'process-lock-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A process that takes a lock, says so, and keeps it until it ends. */
async function holder(file: string) {
  const program = `
    import { takeLock } from '${pathToFileURL(resolve('src/core/cache/process-lock.ts')).href}';
    await takeLock(${JSON.stringify(file)}, () => {});
    console.log('taken');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test.runIf(process.platform === 'linux')(
  'where nobody can make a folder, that is said at once',
  async () => {
    await expect(takeLock('/proc/no-such-folder/site/lock', () => {})).rejects.toThrow(
      "/proc/no-such-folder can't be made: the system lets nobody put a folder there.",
    );
  },
);

test('who waits is told for which process, and goes on when that is killed', async () => {
  const file = join(root, 'new/folder/lock');
  const child = await holder(file);
  const waits: string[] = [];
  const taken = takeLock(file, (process) => {
    waits.push(process);
    child.kill('SIGKILL');
  });
  const release = await taken;
  expect(waits).toEqual([`${child.pid}`]);
  release();
});

test('a lock that was given back can be taken', async () => {
  const file = join(root, 'again');
  const wait = () => expect.unreachable();
  (await takeLock(file, wait))();
  (await takeLock(file, wait))();
});

test('who waits can stop waiting, and says its reason', async () => {
  const file = join(root, 'stopped');
  const child = await holder(file);
  const stopped = new AbortController();
  const taken = takeLock(file, () => stopped.abort(new Error('Stopped.')), stopped.signal);
  await expect(taken).rejects.toThrow('Stopped.');
  child.kill('SIGKILL');
});

test('who does not want to wait refuses, and holds nothing', async () => {
  const file = join(root, 'refused');
  const child = await holder(file);
  const refuse = (process: string) => {
    throw new Error(`process ${process} is at work`);
  };
  await expect(takeLock(file, refuse)).rejects.toThrow(`process ${child.pid} is at work`);
  child.kill('SIGKILL');
  (await takeLock(file, () => {}))();
});

test('a lock that cannot be made is told in a sentence', async () => {
  writeFileSync(join(root, 'file'), '');
  await expect(takeLock(join(root, 'file/lock'), () => {})).rejects.toThrow('file');
});
