import { expect, test } from 'vitest';
import { autofix } from '../../../../check/autofix.ts';
import { checkContent } from '../../../../check/check.ts';
import type { ContentFolder } from '../../../../core/content-files/folder.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import { sanitizeName, sanitizeText } from '../../../../core/text/sanitize-text.ts';
import { emailResponse } from '../../../../responses/email-response.ts';
import {
  responseHtml,
  responseHtmlOfText,
  responseText,
} from '../../../../responses/sanitize-html.ts';
import {
  contentWithPost,
  postId,
  postText,
  sampleContent,
  updateText,
} from '../../../support/sample-content.ts';

const judge = (folder: ContentFolder) => checkContent(folder, parsePost).problems;
const POST = `posts/${postId}/index.mdx`;
const SAID = `posts/${postId}/responses.yaml`;

/** What ends a line for some program, and is no line end in a file. */
const GAPS = ['\u000b', '\u000c', '\u001c', '\u001e', '\u001f', '\u0085', '\u2028', '\u2029'];
const named = GAPS.map((gap) => [gap.charCodeAt(0).toString(16).padStart(4, '0'), gap] as const);

test.each(named)('U+%s parts two words, and never joins them: in a post', (_, gap) => {
  const fields = { title: `title: Before${gap}after`, summary: `summary: "One${gap} two"` };
  const before = postText(
    `First line${gap}second line.${gap}\n\n## Questions\n\n- One?${gap}Two?\n`,
    fields,
  );
  const after = postText('First line second line.\n\n## Questions\n\n- One? Two?\n', {
    title: 'title: Before after',
    summary: 'summary: "One two"',
  });
  expect(autofix(contentWithPost(before), judge).changed.get(POST)).toBe(after);
  expect(judge(contentWithPost(after))).toEqual([]);
});

test.each(named)("U+%s parts two words in somebody else's answer", (_, gap) => {
  const entry = (text: string) =>
    `- id: mail-1\n  source: email\n  author: { name: Ana }\n  date: 2013-08-20\n  text: |\n    ${text}\n`;
  const content = sampleContent({
    [POST]: postText(),
    [SAID]: entry(`Dear all${gap}thank you.${gap}`),
  });
  expect(autofix(content, judge).changed.get(SAID)).toBe(entry('Dear all thank you.'));
});

test.each([...named, ['000d', '\r'] as const])(
  'U+%s ends a line in what strangers say',
  (_, gap) => {
    expect(sanitizeText(`Dear all${gap}thank you`)).toBe('Dear all\nthank you');
    expect(sanitizeName(`Ana${gap}Ben`)).toBe('Ana Ben');
    expect(responseText(responseHtml(`<p>Dear all${gap}thank you</p>`))).toBe('Dear all thank you');
    expect(responseHtmlOfText(`Dear all${gap}thank you`)).toBe(
      '<p dir="auto">Dear all<br>thank you</p>',
    );
    const answer = { name: 'A', role: '', date: '2013-08-20', question: undefined, parent: '' };
    expect(emailResponse({ ...answer, text: `Dear all${gap}thank you` }, 'mail-1')).toMatch(
      /Dear all\n {4}thank you/,
    );
  },
);

test.each([
  ['spaces around it', 'a \u2028 b', 'a b'],
  ['several of them', 'a\u2028\u2028\u000bb', 'a b'],
  ['one at the beginning of a line', '\u2028a', 'a'],
  ['a line end that breaks the line', 'a\u2028b  \nc', 'a b  \nc'],
  ['a space before one at the end, which breaks no line', 'a  \u2028\nb', 'a\nb'],
  ['what is left of a picture between words', 'See\ufffchere', 'See here'],
  ['a byte order mark in a word', 'wo\ufeffrd', 'word'],
  ['a bell in a word', 'wo\u0007rd', 'word'],
  [
    'an apostrophe of the old Western encoding',
    'don\u0092t \u0096 \u0093yes\u0094',
    'don’t – “yes”',
  ],
])('a text with %s is mended', (_, before, after) => {
  expect(autofix(contentWithPost(updateText(before)), judge).changed.get(POST)).toBe(
    updateText(after),
  );
});

test('letters read in the wrong encoding are told, and none of their halves is taken away', () => {
  const source = updateText('\u00c3\u0085ngstr\u00c3\u00b6m');
  expect(autofix(contentWithPost(source), judge).changed.size).toBe(0);
  expect(judge(contentWithPost(source)).map(({ fix }) => fix)).toContain('Ångström');
});
