import { expect, inject, test } from 'vitest';
import { brokenLinks } from '../site-links.ts';

test('every link within the site leads somewhere, to its very anchor', () => {
  expect(brokenLinks(inject('dist'))).toEqual([]);
});

test('a site in a folder of its host has no link that leads out of the folder', () => {
  expect(brokenLinks(inject('below'))).toEqual([]);
});
