import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const palette = readFileSync('src/styles/tokens.css', 'utf8');
const colours = [...palette.matchAll(/light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const light = colours.map(([, colour]) => colour);

test("share pictures have the colours of the site's light palette", () => {
  const card = readFileSync('src/social-cards/node/card.ts', 'utf8');
  const drawn = [...card.matchAll(/^const \w+ = '(#[0-9a-f]{6})';$/gm)].map((match) => match[1]);
  expect(drawn.length).toBeGreaterThan(4);
  expect(drawn.filter((colour) => !light.includes(colour))).toEqual([]);
});

test('a feed in a browser has the colours of the pages, by day and by night', () => {
  const feed = readFileSync('public/feed.css', 'utf8');
  const pairs = feed.match(/light-dark\([^)]+\)/g) ?? [];
  expect(pairs.length).toBeGreaterThan(5);
  expect(pairs.filter((pair) => !colours.some(([known]) => known === pair))).toEqual([]);
  expect(feed.replaceAll(/light-dark\([^)]+\)/g, '')).not.toMatch(/#[0-9a-f]{3,8}\b/);
});

test('the browser’s own bars and the icon have them, too', () => {
  const head = readFileSync('src/components/Head.astro', 'utf8');
  const [, ground, night] = /--enamel: light-dark\((.+), (.+)\)/.exec(palette) ?? [];
  const bars = [...head.matchAll(/"theme-color" media="[^"]+" content="([^"]+)"/g)];
  expect(bars.map((match) => match[1])).toEqual([ground, night]);
  const icon = readFileSync('public/favicon.svg', 'utf8').match(/#[0-9a-f]{6}/g) ?? [];
  expect(icon.length).toBeGreaterThan(0);
  expect(icon.filter((colour) => !light.includes(colour))).toEqual([]);
});
