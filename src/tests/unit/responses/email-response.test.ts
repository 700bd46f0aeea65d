import { expect, test } from 'vitest';
import { withoutAddresses } from '../../../responses/email-response.ts';

test.each([
  ['Write to ana.m+blog@mail.example.org.', 'Write to [address].'],
  ['mailto:ana@example.org, or bo@example.org_x@example.net', '[address], or [address][address]'],
  ['jürgen@müller.example', '[address]'],
  ['On @ana@example and at 3 @ 4 €', 'On @ana@example and at 3 @ 4 €'],
])('of "%s" the addresses are taken out', (text, left) => {
  expect(withoutAddresses(text)).toBe(left);
});

test('a word without an end is looked through at once', () => {
  const word = 'x'.repeat(150_000);
  const began = performance.now();
  expect(withoutAddresses(word)).toBe(word);
  expect(performance.now() - began).toBeLessThan(5000);
});
