import { expect, test } from 'vitest';
import { withEnlarging } from '../../blog/enlarging.ts';

test('a picture of a text leads to the whole picture', () => {
  expect(
    withEnlarging('<p>a</p><figure><img src="/_astro/a.webp" srcset="b 1w" alt="A"></figure>'),
  ).toBe(
    '<p>a</p><figure><a class="zoom" href="/_astro/a.webp"><img src="/_astro/a.webp" srcset="b 1w" alt="A"></a></figure>',
  );
});

test('a picture that leads elsewhere keeps its own link', () => {
  const linked = '<p><a href="/about/"><img src="/_astro/a.webp" alt="A"></a></p>';
  expect(withEnlarging(linked)).toBe(linked);
});
