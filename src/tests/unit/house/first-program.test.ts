import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIRST_PROGRAM, mentionsIn } from '../../support/first-program.ts';

const files = globSync('{src,public,docs,.github}/**/*.{ts,astro,css,md,mdx,yaml,yml,json,svg}')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('src/tests/'));

test('the first program has words by which it is known', () => {
  expect(FIRST_PROGRAM.length).toBeGreaterThan(0);
  expect(mentionsIn(`See ${FIRST_PROGRAM[0]}.`)).toHaveLength(1);
});

test('no code and no document of the engine names the first program', () => {
  expect(files.length).toBeGreaterThan(300);
  const all = [...files, 'CONTRIBUTING.md', 'SECURITY.md'].filter((file) => existsSync(file));
  const found = all.flatMap((file) =>
    mentionsIn(readFileSync(file, 'utf8')).map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
});
