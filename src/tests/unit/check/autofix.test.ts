import { expect, test } from 'vitest';
import { autofix } from '../../../check/autofix.ts';
import { checkContent } from '../../../check/check.ts';
import type { ContentFolder } from '../../../core/content-files/folder.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import {
  contentWithPost,
  jpeg,
  postId,
  postText,
  sampleContent,
  updateText,
} from '../../support/sample-content.ts';

const judge = (folder: ContentFolder) => checkContent(folder, parsePost).problems;
const PATH = `posts/${postId}/index.mdx`;
const text = (content: ContentFolder) => autofix(content, judge).changed.get(PATH);

test.each([
  ['a byte order mark', `\ufeff${postText()}`, postText()],
  ["Windows' line ends", postText().replaceAll('\n', '\r\n'), postText()],
  [
    'curly quotation marks',
    postText(undefined, { title: 'title: “A moment”' }),
    postText(undefined, { title: 'title: "A moment"' }),
  ],
  [
    'a hidden space in a key',
    postText(undefined, { title: 'title\u00a0:\u00a0A moment' }),
    postText(undefined, { title: 'title: A moment' }),
  ],
  [
    'a wide colon',
    postText(undefined, { title: 'title：A moment' }),
    postText(undefined, { title: 'title: A moment' }),
  ],
  [
    'no space behind the colon',
    postText(undefined, { title: 'title:A moment' }),
    postText(undefined, { title: 'title: A moment' }),
  ],
  [
    'other words for tags',
    postText(undefined, { tags: 'tags: [looking back, Culture]' }),
    postText(undefined, { tags: 'tags: [reflection, culture]' }),
  ],
  [
    'a person by a former id',
    postText(undefined, { authors: 'authors: [coordinators]' }),
    postText(),
  ],
  ['a link without its slash', updateText('[Us](/about)'), updateText('[Us](/about/)')],
  [
    'many links in one line without their slashes',
    updateText('[Us](/about) and '.repeat(25)),
    updateText('[Us](/about/) and '.repeat(25)),
  ],
  [
    'a link with a former address',
    updateText('[It](/posts/2013-07-the-other/#question-1)'),
    updateText('[It](/posts/2013-07-other/#question-1)'),
  ],
  [
    'several things at once',
    `\ufeff${postText(undefined, { title: 'title：“A moment”' })}`.replaceAll('\n', '\r\n'),
    postText(undefined, { title: 'title: "A moment"' }),
  ],
])('%s is mended, and then there is nothing more to say', (_, before, after) => {
  expect(text(contentWithPost(before))).toBe(after);
  expect(judge(contentWithPost(after))).toEqual([]);
});

test('a picture in other capitals is mended', () => {
  const content = contentWithPost(updateText('![A room](./Room.JPG)'), { 'room.jpg': jpeg });
  expect(text(content)).toBe(updateText('![A room](./room.jpg)'));
});

test('what is mended is told, with what stands there now', () => {
  const { told } = autofix(
    contentWithPost(postText(undefined, { tags: 'tags: [looking back]' })),
    judge,
  );
  expect(told).toEqual([
    `content/${PATH}:8 tags: "looking back" is another word for our tag "reflection". → tags: [reflection]`,
  ]);
});

test.each([
  ['a word that may be meant', postText(undefined, { tags: 'tags: [reflexion]' })],
  ['an address that is not encrypted', updateText('[Them](http://example.org/)')],
  ['characters of program code', updateText('I <3 you {name}.')],
  ['a heading', updateText('# Welcome')],
])('%s is left to the author', (_, before) => {
  expect(text(contentWithPost(before))).toBeUndefined();
});

test('a folder with nothing wrong in it is left alone', () => {
  expect(autofix(sampleContent(), judge).changed.size).toBe(0);
});
