import { expect, inject, test } from 'vitest';
import { attribute, builtPages, elements } from '../../support/built-pages.ts';

const site = builtPages(inject('below').folder);

test.each([
  ['a post', '/posts/2013-05-drought/', '/blog/posts/2013-05-water/'],
  ['a tag', '/tags/earth/', '/blog/tags/soil/'],
])('the former address of %s leads to where it is now', (_, former, now) => {
  const page = site.find(({ route }) => route === former);
  const metas = elements(page?.tree ?? { type: 'root', children: [] }, 'meta');
  const refresh = metas.find((meta) => attribute(meta, 'httpEquiv') === 'refresh');
  expect(refresh && attribute(refresh, 'content')).toBe(`0; url=${now}`);
});
