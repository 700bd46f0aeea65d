import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { manualFields } from '../../blog/author-manual.ts';
import { RULES } from '../../blog/rules.ts';
import { COMPONENTS } from '../../blog/vocabulary.ts';

test('authors find every field, component and message of the check at an address of its own', () => {
  const page = readFileSync(join(inject('east'), 'write/help/index.html'), 'utf8');
  const places = [
    ...manualFields().map(({ name }) => `field-${name}`),
    ...Object.keys(COMPONENTS).map((name) => `component-${name.toLowerCase()}`),
    ...Object.keys(RULES).map((name) => `rule-${name}`),
  ];
  expect(places.length).toBeGreaterThan(100);
  expect(places.filter((place) => !page.includes(`id="${place}"`))).toEqual([]);
});
