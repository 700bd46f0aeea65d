import { expect, test } from 'vitest';
import { absoluteUrl, fileName } from '../../../../core/site/absolute-url.ts';

const setting = {
  address: 'https://example.org/blog/posts/2013-08-reflection/',
  local: (path: string) => `https://example.org/blog${path}`,
};

test.each([
  ['/about/', 'https://example.org/blog/about/'],
  ['../2013-07-x/', 'https://example.org/blog/posts/2013-07-x/'],
  ['#end', 'https://example.org/blog/posts/2013-08-reflection/#end'],
  ['?q=a', 'https://example.org/blog/posts/2013-08-reflection/?q=a'],
  ['//else.org/a', 'https://else.org/a'],
  ['https://else.org', 'https://else.org/'],
  ['mailto:me@example.org', 'mailto:me@example.org'],
  ['https://[', undefined],
])('what stands in a link as %s is at %s', (href, whole) => {
  expect(absoluteUrl(href, setting)).toBe(whole);
});

test.each([
  ['./two%20chairs.jpg', 'two chairs.jpg'],
  ['map.png', 'map.png'],
  ['./100%.png', '100%.png'],
])('the address %s in a text is the file %s', (address, file) => {
  expect(fileName(address)).toBe(file);
});
