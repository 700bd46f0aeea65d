import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { fieldDocs } from '../../../check/reference-docs.ts';
import { RULES } from '../../../core/content-files/rule-messages.ts';
import { COMPONENTS } from '../../../core/model/author-components.ts';
import { FIELD_CONTROLS, IMAGE_FIELDS } from '../../../editor/form-fields.ts';

test('authors find every field, component and message of the check at an address of its own', () => {
  const page = readFileSync(join(inject('east'), 'write/help/index.html'), 'utf8');
  const places = [
    ...fieldDocs().map(({ name }) => `field-${name}`),
    ...Object.keys(COMPONENTS).map((name) => `component-${name.toLowerCase()}`),
    ...Object.keys(RULES).map((name) => `rule-${name}`),
  ];
  expect(places.length).toBeGreaterThan(100);
  expect(places.filter((place) => !page.includes(`id="${place}"`))).toEqual([]);
});

test('the form for authors asks for every field of a post, and for every part of a picture', () => {
  const page = readFileSync(join(inject('east'), 'write/index.html'), 'utf8');
  const { cover: _, ...fields } = FIELD_CONTROLS;
  const names = [...Object.keys(fields), ...IMAGE_FIELDS];
  expect(names.filter((name) => !page.includes(` name="${name}"`))).toEqual([]);
});
