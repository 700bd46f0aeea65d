import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { missingParts, partsSentence } from '../../../commands/native-parts.ts';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const nothing = () => false;

test.each([
  [{ platform: 'linux', arch: 'x64', libc: 'glibc' }, 'linux-x64-gnu'],
  [{ platform: 'linux', arch: 'arm64', libc: 'musl' }, 'linux-arm64-musl'],
  [{ platform: 'darwin', arch: 'arm64', libc: undefined }, 'darwin-arm64'],
  [{ platform: 'win32', arch: 'x64', libc: undefined }, 'win32-x64-msvc'],
])('bundler, parser, pictures and search have parts for %o', (machine, ending) => {
  const missing = missingParts(packages, machine, nothing);
  expect(missing).toContain(`@rolldown/binding-${ending}`);
  expect(missing).toContain(`@bruits/satteri-${ending}`);
  expect(missing.some((name) => name.startsWith('@img/sharp-'))).toBe(true);
  expect(missing.some((name) => /^@pagefind\/(linux|darwin|windows)-/.test(name))).toBe(true);
  const { platform } = machine;
  const others = ['linux', 'darwin', 'win32', 'freebsd', 'android'].filter(
    (one) => one !== platform,
  );
  expect(missing.filter((name) => others.some((other) => name.includes(`${other}-`)))).toEqual([]);
});

test('what is there is not missing', () => {
  const machine = { platform: 'linux', arch: 'x64', libc: 'glibc' };
  const without = (folder: string) => !folder.includes('@rolldown/');
  expect(missingParts(packages, machine, without)).toEqual(['@rolldown/binding-linux-x64-gnu']);
  expect(missingParts(packages, machine, () => true)).toEqual([]);
});

test('the sentence says which Node is needed and how to get it, and leaves the lock file alone', () => {
  const sentence = partsSentence(['@rolldown/binding-linux-x64-gnu']);
  expect(sentence).toMatch(/Node 24 or newer from https:\/\/nodejs\.org.*`npm ci` again/);
  expect(sentence).not.toMatch(/lock|delete|remov/i);
});

test('a folder in which the parts are missing gets that sentence alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'native-parts-'));
  copyFileSync('package-lock.json', join(folder, 'package-lock.json'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('src/commands/native-parts.ts')],
    { cwd: folder, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^The installation left out parts that this computer needs \(.*\n$/);
});
