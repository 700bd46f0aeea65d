import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test("share pictures have the colours of the site's light palette", () => {
  const card = readFileSync('src/share-pictures/card.ts', 'utf8');
  const palette = readFileSync('src/styles/tokens.css', 'utf8');
  const drawn = [...card.matchAll(/^const \w+ = '(#[0-9a-f]{6})';$/gm)].map((match) => match[1]);
  expect(drawn.length).toBeGreaterThan(4);
  expect(drawn.filter((colour) => !palette.includes(`light-dark(${colour},`))).toEqual([]);
});
