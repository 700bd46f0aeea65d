import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  dominantColor,
  nearestColor,
  placeholderColors,
} from '../../../images/placeholder-color.ts';

test('a picture of the sea stands in for a sea, one of a night for a night', () => {
  expect(nearestColor([60, 115, 120])).toBe('sea');
  expect(nearestColor([20, 30, 50])).toBe('night');
  expect(nearestColor([250, 250, 250])).toBe('paper');
});

test('a dark room with bright windows stands in as a night, not as the grey between', () => {
  const pixels = [...Array(6).fill([20, 28, 50]), ...Array(4).fill([250, 240, 220])].flat();
  expect(dominantColor(Uint8Array.from(pixels))).toBe('night');
});

test('every tone has its class in the style sheet, in its colour', () => {
  const styles = readFileSync('src/styles/parts/caption.css', 'utf8');
  for (const [tone, colour] of placeholderColors()) {
    expect(styles).toContain(`.tone-${tone} img {\n  background: ${colour};`);
  }
});
