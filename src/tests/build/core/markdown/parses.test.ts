import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';

/** What was parsed in a build that knew of no other: the function that did it, and the text. */
const parses = readFileSync(inject('parses'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): [parse: string, source: string] => JSON.parse(line));

test.each([
  ['a discussion', 'Every garden begins under the garden.', 8],
  ['a post with components', 'The barrel was full in March.', 9],
  ['an update', 'Applications are open until the end of the month.', 7],
])('%s is parsed so many times on its way to page, feeds, mail and search', (_, sentence, most) => {
  const found = parses.filter(([, source]) => source.includes(sentence));
  expect(found.map(([parse]) => parse)).toHaveLength(most);
});
