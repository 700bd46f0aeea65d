import { expect, test } from 'vitest';
import type { PictureFile } from '../../blog/content-folder.ts';
import { judgeContent } from '../../blog/judge.ts';
import { parseMdx } from '../../markdown/parse.ts';
import { harmless, refused } from '../fixtures/attacks.ts';
import { contentWithPost, updateText } from '../sample-content.ts';

const dot: PictureFile = { type: 'png', width: 1, height: 1, bytes: 70 };
const errorsOf = (body: string) =>
  judgeContent(contentWithPost(updateText(body), { 'dot.png': dot, 'x.png': dot }), parseMdx)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

test.each(refused)('%s is refused before anything is compiled', (_, body) => {
  expect(errorsOf(body)).not.toEqual([]);
});

test.each(harmless)('%s is text, and may stay', (_, body) => {
  expect(errorsOf(body)).toEqual([]);
});
