import { expect, test } from 'vitest';
import type { Site } from '../../blog/site.ts';
import { structuredData } from '../../blog/structured-data.ts';
import { pageNode } from '../../blog/structured-page.ts';
import { addressBook } from '../../blog/urls.ts';
import { en } from '../../blog/words/en.ts';

const site = {
  program: { name: 'Exchange', description: 'Of gardeners.', language: 'en', links: [] },
  urls: addressBook('https://example.org', '/blog'),
  words: en,
} as unknown as Site;

const node = (title: string) =>
  pageNode(site, { path: '/blog/about/', title, description: 'What it is.' });

test('a title cannot end the script that it stands in', () => {
  const json = structuredData(site, [node('</script><script>alert(1)</script><!--')]);
  expect(json).not.toContain('<');
  expect(JSON.parse(json)['@graph'].at(-1).name).toBe('</script><script>alert(1)</script><!--');
});
