import { expect, test } from 'vitest';
import { checkContent } from '../../../check/check.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { contentWithPost, jpeg, postText } from '../../support/sample-content.ts';

const around = { now: new Date('2013-10-01T00:00:00Z') };
const COVER = 'cover:\n  image: ./cover.jpg\n  alt: A tree.\n  credit: Us\n  licence: CC-BY-4.0';
const PICTURE = 'posts/2013-08-reflection/cover.jpg';

function told(text: string) {
  return checkContent(contentWithPost(text, { 'cover.jpg': jpeg }), parsePost, around).problems;
}

const begun = [
  ...['[Free] words', '] words', '{a} words', '} words', ', words', '@ana writes', '`code` here'],
  ...['%20 of us', '*Bold* words', '&amp; so', '! look', '| pipe', '> quote', '- dash', '? why'],
  ...[
    '# hash',
    'one: two',
    'one # two',
    '"one" and two',
    "'one' and two",
    "'tis the season",
    '"one',
  ],
];
const fields = { title: 'the first field', summary: 'one in the middle' };

test.each(
  Object.keys(fields).flatMap((field) =>
    begun.map((value) => [`${field}: ${value}`, field] as const),
  ),
)('%s is told once, with nothing that only follows from it', (line, field) => {
  const text = postText(undefined, { [field]: line, cover: COVER });
  const found = told(text);
  expect(found.map(({ line: at }) => at)).toEqual([text.split('\n').indexOf(line) + 1]);
  const fix = found[0]?.fix;
  expect(fix).toBeDefined();
  // Markdown in a field is another matter, and advice.
  const left = told(text.replace(line, () => fix ?? ''));
  expect(left.filter(({ rule }) => rule !== 'plain-field')).toEqual([]);
});

test('a picture beside a text that cannot be read whole is not called superfluous, unless nothing names it', () => {
  const broken = (cover: string) => told(postText(undefined, { tags: 'tags: [a', cover }));
  expect(broken(COVER).map(({ rule }) => rule)).toEqual(['yaml-unclosed']);
  expect(broken('').map(({ rule, file }) => [rule, file.replace(/^content\//, '')])).toContainEqual(
    ['unused-file', PICTURE],
  );
});
