import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-imports.ts';

const OWN = 'src/environment.ts';

test('each input of a build is read in environment.ts alone', () => {
  const named = (file: string) => [...readFileSync(file, 'utf8').matchAll(/env\['([A-Z_]+)'\]/g)];
  const inputs = named(OWN).map(([, name = '']) => name);
  expect(inputs.length).toBeGreaterThan(5);
  const reading = new RegExp(`process\\.env(\\.|\\[')(${inputs.join('|')})\\b`);
  const found = sourceFiles()
    .filter((file) => file !== OWN && !file.startsWith('src/tests/'))
    .filter((file) => reading.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});
