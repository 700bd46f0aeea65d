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

test('a picture is offered in every format that was made, over its own colour, and as a JPEG with one address', () => {
  const made =
    '<picture><img src="/_astro/map.x_1.avif" srcset="/m.avif 480w" sizes="9rem" alt="A > B"><img src="/_astro/map.x_2.webp" srcset="/m.webp 480w" sizes="9rem" alt="A > B" data-jpeg="/posts/a/map%20$&amp;.png.jpg"></picture>';
  const expected =
    '<picture><source type="image/avif" srcset="/m.avif 480w" sizes="9rem"><source type="image/webp" srcset="/m.webp 480w" sizes="9rem"><img src="/posts/a/map%20$&amp;.png.jpg" alt="A > B"></picture>';
  expect(withZoomLinks(made, new Map([['map', 'sea']]), 'Enlarge')).toBe(
    `<a class="zoom tone-sea" href="/_astro/map.x_2.webp" title="Enlarge">${expected}</a>`,
  );
  expect(withZoomLinks(`<a href="/about/">${made}</a>`, none, 'Enlarge')).toBe(
    `<a href="/about/">${expected}</a>`,
  );
});

test('where no JPEG of a picture was there, the one that was made for it is shown', () => {
  const made =
    '<picture><img src="/_astro/map.x_1.webp" sizes="9rem" alt="A"><img src="/_astro/map.x_2.jpg" sizes="9rem" alt="A"></picture>';
  expect(withZoomLinks(made, none, 'Enlarge')).toBe(
    '<a class="zoom" href="/_astro/map.x_1.webp" title="Enlarge"><picture><source type="image/webp" srcset="/_astro/map.x_1.webp" sizes="9rem"><img src="/_astro/map.x_2.jpg" alt="A"></picture></a>',
  );
});
