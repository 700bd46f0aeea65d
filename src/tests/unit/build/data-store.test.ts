import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONTENT_FILE, CONTENT_MODULE } from '../../../build/content/data-store.ts';

// Under other names the content would go through the bundler again, and nobody would notice.
test('Astro names the module of the content, and its file, as we do', () => {
  const names = readFileSync('node_modules/astro/dist/content/consts.js', 'utf8');
  expect(names).toContain(`DATA_STORE_VIRTUAL_ID = "${CONTENT_MODULE}"`);
  expect(names).toContain(`DATA_STORE_FILE = "${CONTENT_FILE}"`);
});
