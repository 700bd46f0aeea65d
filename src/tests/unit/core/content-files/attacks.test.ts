import { expect, test } from 'vitest';
import { checkContent } from '../../../../check/check.ts';
import type { ImageFile } from '../../../../core/content-files/folder.ts';
import type { ParseMdx } from '../../../../core/content-files/post-tree.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import { parseMdx } from '../../../../core/markdown/satteri.ts';
import { harmless, refused } from '../../../fixtures/attacks.ts';
import { contentWithPost, updateText } from '../../../support/sample-content.ts';

const dot: ImageFile = { type: 'png', width: 1, height: 1, bytes: 70 };
const errorsOf = (body: string, parse: ParseMdx) =>
  checkContent(contentWithPost(updateText(body), { 'dot.png': dot, 'x.png': dot }), parse)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

test.each(refused)('%s is refused before anything is compiled, by check and build', (_, body) => {
  expect(errorsOf(body, parsePost)).not.toEqual([]);
  expect(errorsOf(body, parseMdx)).toEqual(errorsOf(body, parsePost));
});

test.each(harmless)('%s is text, and may stay', (_, body) => {
  expect(errorsOf(body, parsePost)).toEqual([]);
  expect(errorsOf(body, parseMdx)).toEqual([]);
});
