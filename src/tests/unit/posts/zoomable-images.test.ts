import { expect, test } from 'vitest';
import type { PlaceholderColor } from '../../../images/placeholder-color.ts';
import { withZoomLinks } from '../../../posts/zoomable-images.ts';

const none = new Map<string, PlaceholderColor>();

test('a picture of a text leads to the whole picture', () => {
  expect(
    withZoomLinks(
      '<p>a</p><figure><img src="/_astro/a.webp" srcset="b 1w" alt="A"></figure>',
      none,
      'Enlarge',
    ),
  ).toBe(
    '<p>a</p><figure><a class="zoom" href="/_astro/a.webp" title="Enlarge"><img src="/_astro/a.webp" srcset="b 1w" alt="A"></a></figure>',
  );
});

test('a picture that leads elsewhere keeps its own link', () => {
  const linked = '<p><a href="/about/"><img src="/_astro/a.webp" alt="A"></a></p>';
  expect(withZoomLinks(linked, none, 'Enlarge')).toBe(linked);
});

test('a picture made twice is offered as AVIF first, over its own colour', () => {
  const twice =
    '<picture><img src="/_astro/map.x_1.avif" srcset="/m.avif 480w" sizes="9rem" alt="A > B"><img src="/_astro/map.x_2.webp" sizes="9rem" alt="A > B"></picture>';
  const expected =
    '<picture><source type="image/avif" srcset="/m.avif 480w" sizes="9rem"><img src="/_astro/map.x_2.webp" sizes="9rem" alt="A > B"></picture>';
  expect(withZoomLinks(twice, new Map([['map', 'sea']]), 'Enlarge')).toBe(
    `<a class="zoom tone-sea" href="/_astro/map.x_2.webp" title="Enlarge">${expected}</a>`,
  );
  expect(withZoomLinks(`<a href="/about/">${twice}</a>`, none, 'Enlarge')).toBe(
    `<a href="/about/">${expected}</a>`,
  );
});
