import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { questionsOf } from '../../../core/model/questions.ts';
import { questionLines, withQuestionLines } from '../../../editor/edit-questions.ts';
import { editFilePage, newFilePage, uploadPage } from '../../../editor/github-urls.ts';
import { entryOf } from '../../../editor/node/add-response.ts';
import { postZip } from '../../../editor/post-zip.ts';
import { emailResponse, nextEmailId } from '../../../responses/email-response.ts';
import { readResponsesFile } from '../../../responses/response-file.ts';

const where = { repository: 'gardens/blog', branch: 'main' };

test("GitHub's page for a new file opens with name and text filled in", () => {
  const text = '---\ntitle: "R&D: 50 % + 1 #?"\n---\n\nRegen für alle 🌧\n';
  const { address, isWhole } = newFilePage(where, 'content/posts/2013-06-rain/index.mdx', text);
  const url = new URL(address);
  expect(isWhole).toBe(true);
  expect(url.origin + url.pathname).toBe('https://github.com/gardens/blog/new/main');
  expect(url.searchParams.get('filename')).toBe('content/posts/2013-06-rain/index.mdx');
  expect(url.searchParams.get('value')).toBe(text);
});

test('a text that is too long for an address is left out of it, and that is said', () => {
  const { address, isWhole } = newFilePage(where, 'content/posts/x/index.mdx', 'é'.repeat(2000));
  expect(isWhole).toBe(false);
  expect(address).toBe(
    'https://github.com/gardens/blog/new/main?filename=content/posts/x/index.mdx',
  );
});

test('files are changed and dropped on the pages of the published branch', () => {
  expect(editFilePage(where, 'content/a.yaml')).toBe(
    'https://github.com/gardens/blog/edit/main/content/a.yaml',
  );
  expect(uploadPage(where, 'content/posts')).toBe(
    'https://github.com/gardens/blog/upload/main/content/posts',
  );
});

test('the parcel of a post is its folder, pictures and all, the same whenever it is packed', () => {
  const picture = new Uint8Array([1, 2, 3]);
  const post = { id: '2013-06-rain', text: 'Über Regen', day: '2013-06-03' };
  const parcel = postZip(post, new Map([['barrel.jpg', picture]]));
  const files = unzipSync(parcel);
  expect(Object.keys(files).sort()).toEqual(['2013-06-rain/barrel.jpg', '2013-06-rain/index.mdx']);
  expect(new TextDecoder().decode(files['2013-06-rain/index.mdx'])).toBe('Über Regen');
  expect(files['2013-06-rain/barrel.jpg']).toEqual(picture);
  expect(postZip(post, new Map([['barrel.jpg', picture]]))).toEqual(parcel);
});

const headings = new Set(['questions']);
const asked = (source: string, lines: string[]) =>
  withQuestionLines(source, parsePost(source), lines, { headings, heading: 'Questions' });

test('questions asked beside the text stand in it as a list under the heading', () => {
  const source = asked('Some rain.\n', ['What do you do?', 'And  why?']);
  expect(source).toBe(
    'Some rain.\n\n## Questions\n\n1. What do you do?\n2. And  why?\n'.replace('  ', ' '),
  );
  expect(questionsOf(parsePost(source), headings).map(({ text }) => text)).toEqual([
    'What do you do?',
    'And why?',
  ]);
});

test('questions change in their place, and the text around them stays to the letter', () => {
  const source =
    'A\n\n## Questions:\n\nSome words.\n\n- *One*?\n- Two\n  lines?\n\n## After\n\nZ  \n';
  const tree = parsePost(source);
  expect(questionLines(source, tree, headings)).toEqual(['*One*?', 'Two lines?']);
  expect(asked(source, ['*One*?', 'Three?'])).toBe(
    'A\n\n## Questions:\n\nSome words.\n\n1. *One*?\n2. Three?\n\n## After\n\nZ  \n',
  );
});

test('a heading that waits for its questions gets them', () => {
  expect(asked('## Questions\n', ['One?'])).toBe('## Questions\n\n1. One?\n\n');
});

const answer = {
  name: 'A reader <me@example.org>',
  role: 'Librarian',
  date: '2013-08-05',
  text: 'Line one.\r\n\r\nWrite to me@example.org: "yes" # no',
};

test('an answer filed in the editor is the entry that the command writes', () => {
  const before = entryOf(answer, '');
  expect(emailResponse(answer, 'mail-1')).toBe(before);
  expect(emailResponse({ ...answer, question: 2 }, nextEmailId(['comment-4', 'mail-1']))).toBe(
    entryOf({ ...answer, question: '2' }, before),
  );
});

test('an answer that is filed can be read, and holds no mail address', () => {
  const entry = emailResponse(answer, 'mail-1');
  expect(entry).not.toContain('example.org');
  expect(readResponsesFile(entry, 'responses.yaml', 0).problems).toEqual([]);
  expect(parse(entry)[0].text).toBe('Line one.\n\nWrite to [address]: "yes" # no');
});
