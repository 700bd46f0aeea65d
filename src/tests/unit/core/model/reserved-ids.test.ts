import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RESERVED_IDS } from '../../../../core/model/ids.ts';
import { kindIds } from '../../../../core/model/kinds.ts';
import { siteUrls } from '../../../../core/site/urls.ts';

const urls = siteUrls('https://example.org', '/');
/** The name at the root that a path belongs to; a file's, as robots.txt, is nobody's id. */
const first = (path: string) =>
  path
    .replace(/^\//, '')
    .split('/')[0]
    ?.replace(/\.astro$/, '') ?? '';

test('no content can have an id that a route of the site has', () => {
  const routes = readdirSync('src/pages')
    .filter((name) => !/^[[_]/.test(name) && name !== 'static-files')
    .map(first);
  const addresses = Object.values(urls).filter((one) => typeof one === 'string' && one !== '/');
  const kinds = kindIds({}).map((kind) => urls.kind(kind));
  const names = new Set([...routes, ...[...addresses, ...kinds].map((one) => first(String(one)))]);
  const open = [...names].filter(
    (name) => name && !name.includes('.') && !RESERVED_IDS.has(name) && !/^https?:/.test(name),
  );
  expect(open).toEqual([]);
});
