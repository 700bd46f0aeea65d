import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';

/** What was parsed in a build that knew of no other: the function that did it, and the text. */
const parses = readFileSync(inject('parses'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): [parse: string, source: string] => JSON.parse(line));

test.each([
  ['an update', 'Applications are open until the end of the month.', 3],
  ['a post with components', 'The barrel was full in March.', 3],
  // Something in it could be MDX, and is not: `<`.
  ['a discussion', 'Every garden begins under the garden.', 4],
])('%s is parsed to be judged, as a page, and as what stands by itself', (_, sentence, count) => {
  const found = parses.filter(([, source]) => source.includes(sentence));
  expect(found.map(([parse]) => parse)).toHaveLength(count);
});
