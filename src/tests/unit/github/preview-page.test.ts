import { expect, test } from 'vitest';
import { previewPage } from '../../../github/preview-page.ts';

const roots = { title: 'Roots <script>x</script>', path: '/posts/roots/', pictures: [] };

test('the front page of a preview opens from the disk: its pictures are beside it', () => {
  const html = previewPage([
    { ...roots, pictures: [{ file: 'pictures/roots #1-desk.png', shows: 'on a desk' }] },
  ]);
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
  expect(addresses).toEqual([
    'http://127.0.0.1:8000/',
    'pictures/roots%20%231-desk.png',
    'pictures/roots%20%231-desk.png',
  ]);
});

test('a title on it is words, and a page without pictures is said to have none', () => {
  const html = previewPage([roots]);
  expect(html).not.toContain('<script');
  expect(html).toContain('There are no pictures of this page.');
});

test('the server that it names is reached from this machine alone', () => {
  expect(previewPage([])).toContain(
    'python3 -m http.server 8000 --bind 127.0.0.1 --directory site',
  );
});
