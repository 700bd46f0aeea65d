import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCheck } from '../../../check/node/run.ts';
import { addResponse, type EmailAnswer } from '../../../editor/node/add-response.ts';
import { readResponsesFile } from '../../../responses/response-file.ts';
import { contentWithPost, postId, postText } from '../../support/sample-content.ts';

const now = new Date('2013-10-01T00:00:00Z');
const folder = () => join(root, 'content');
const file = () => join(folder(), 'posts', postId, 'responses.yaml');
let root = '';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  root = mkdtempSync(join(tmpdir(), 'responses-add-'));
  for (const [path, text] of contentWithPost(postText()).texts) {
    mkdirSync(dirname(join(folder(), path)), { recursive: true });
    writeFileSync(join(folder(), path), text);
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const answer = { name: 'Ada', date: '2013-09-05', text: 'Yes.', agreed: true };
const add = (more: Partial<EmailAnswer> = {}) =>
  addResponse(folder(), postId, { ...answer, ...more }, now);
const written = () => {
  try {
    return readFileSync(file(), 'utf8');
  } catch {
    return undefined;
  }
};
const errors = async () =>
  (await runCheck({ folder: folder(), now })).problems.filter(
    ({ severity }) => severity === 'error',
  );

test('what is filed passes the check', async () => {
  await add({ question: '1', role: 'Librarian' });
  await add({ parent: 'mail-1' });
  expect(await errors()).toEqual([]);
  expect(readResponsesFile(written() ?? '', 'a', 3).responses.map(({ id }) => id)).toEqual([
    'mail-1',
    'mail-2',
  ]);
});

test.each<[string, Partial<EmailAnswer>, RegExp]>([
  ['a question that the post does not have', { question: '9' }, /answers question 9; the post has/],
  ['a question that is a word', { question: 'two' }, /"two" is not the number of a question/],
  ['question nought', { question: '0' }, /"0" is not the number/],
  ['half a question', { question: '1.5' }, /"1.5" is not the number/],
  ['a day that is none', { date: '2013-02-30' }, /no day 2013-02-30/],
  ['a day in words', { date: 'yesterday' }, /"yesterday" is not a date/],
  ['a parent that is not there', { parent: 'mail-7' }, /"mail-7", which is not a response/],
  ['a parent that is no id', { parent: '../x' }, /id of another response/],
  ['a name that shows nothing', { name: '\u200b\u2060' }, /empty|nothing visible/],
  ['a name of 200 characters in a role', { role: '', name: '\u0000' }, /empty|nothing visible/],
  ['words that show nothing', { text: '\u200b' }, /nothing to read/],
  ['a text without an end', { text: 'x'.repeat(70_001) }, /./],
])('%s is refused with a sentence, and nothing is written', async (_, more, sentence) => {
  await add({ name: 'Before' });
  const before = written();
  await expect(add(more)).rejects.toThrow(sentence);
  await expect(add(more)).rejects.toThrow('Nothing was changed.');
  expect(written()).toBe(before);
});

test.each([
  ['nothing', ''],
  ['an empty list', '[]\n'],
  ['a remark and an empty list', '# Letters\n[ ]\n'],
  ['a remark', '# Letters'],
  [
    'a list without an end of the line',
    '- { id: mail-4, source: email, author: { name: B }, date: 2013-09-04, text: b }',
  ],
  [
    'a list that is moved in',
    '  - { id: mail-4, source: email, author: { name: B }, date: 2013-09-04, text: b }\n',
  ],
  [
    'ids in quotation marks',
    '- { "id": "mail-4", source: email, author: { name: B }, date: 2013-09-04, text: b }\n',
  ],
])('in a file with %s it is one entry more', async (_, text) => {
  writeFileSync(file(), text);
  await add({ text: 'One.\n\n  Two.\n' });
  expect(await errors()).toEqual([]);
  const { responses } = readResponsesFile(written() ?? '', 'a', 3);
  expect(responses.at(-1)).toMatchObject({ id: text.includes('mail-4') ? 'mail-5' : 'mail-1' });
  expect(responses.at(-1)?.text).toBe('One.\n\n  Two.');
});

test.each([
  ['broken', '- id: ['],
  ['no list', 'id: mail-1\n'],
  ['in another encoding', Buffer.from('\ufeff- {}', 'utf16le')],
])('a file that is %s is named and left alone', async (_, text) => {
  writeFileSync(file(), text);
  await expect(add()).rejects.toThrow(/responses\.yaml.*must be fixed first/);
  expect(readFileSync(file())).toEqual(Buffer.from(text));
});

test('whatever came by email: it is filed so that the check accepts it, or not at all', async () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.lorem());
  const some = fc.record({ name: text, text, role: fc.option(text, { nil: undefined }) });
  await fc.assert(
    fc.asyncProperty(some, async (more) => {
      rmSync(file(), { force: true });
      const isFiled = await add({ ...more, name: more.name || 'A', text: more.text || 'B' }).then(
        () => true,
        () => false,
      );
      expect(written() !== undefined).toBe(isFiled);
      expect(await errors()).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
