import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dominantTone, nearestTone, toneColours } from '../../../images/placeholder-color.ts';

test('a picture of the sea stands in for a sea, one of a night for a night', () => {
  expect(nearestTone([60, 115, 120])).toBe('sea');
  expect(nearestTone([20, 30, 50])).toBe('night');
  expect(nearestTone([250, 250, 250])).toBe('paper');
});

test('a dark room with bright windows stands in as a night, not as the grey between', () => {
  const pixels = [...Array(6).fill([20, 28, 50]), ...Array(4).fill([250, 240, 220])].flat();
  expect(dominantTone(Uint8Array.from(pixels))).toBe('night');
});

test('every tone has its class in the style sheet, in its colour', () => {
  const styles = readFileSync('src/styles/parts/caption.css', 'utf8');
  for (const [tone, colour] of toneColours()) {
    expect(styles).toContain(`.tone-${tone} img {\n  background: ${colour};`);
  }
});
