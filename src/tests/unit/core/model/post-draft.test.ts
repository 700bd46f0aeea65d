import anyAscii from 'any-ascii';
import { expect, test } from 'vitest';
import { checkContent } from '../../../../check/check.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import {
  currentRound,
  defaultDate,
  defaultMonth,
} from '../../../../core/model/new-post-defaults.ts';
import { newPostFile } from '../../../../core/model/post-draft.ts';
import { isPlainLatin, slugOf } from '../../../../core/text/slug.ts';
import { draftAnswers } from '../../../../editor/node/dialogue.ts';
import { readPromptContext } from '../../../../editor/node/new-post.ts';
import type { PromptContext } from '../../../../editor/prompts.ts';

const site = 'src/tests/fixtures/site';
const { context, content } = await readPromptContext(site, () => '2013-05-20');

/** Answers given at the keyboard, one after the other, and what was said in between. */
async function typed(
  answers: string[],
  flags: Record<string, string> = {},
  on: PromptContext = context,
) {
  const said: string[] = [];
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    if (asked.length > 20) throw new Error(`Asked for ever: ${question}`);
    return answers.shift() ?? '';
  };
  const draft = await draftAnswers({ flags, yes: false, ask, say: (line) => said.push(line) }, on);
  return { draft, asked, said };
}

const withFlags = (flags: Record<string, string>, yes = true) =>
  draftAnswers({ flags, yes, say: () => {} }, context);

test.each([
  ['Führung ohne Titel', 'fuhrung-ohne-titel'],
  ["What's a library for?", 'whats-a-library-for'],
  ['Библиотеки и мы', 'biblioteki-i-my'],
  ['图书馆', 'tushuguan'],
  ['أهلا', 'hl'],
  ['Ærø, Łódź & São Paulo', 'aero-lodz-sao-paulo'],
  ['!?', ''],
])('the title %s becomes %s in an address', (title, slug) => {
  expect(slugOf(title, anyAscii)).toBe(slug);
});

test('a title in Latin letters needs no table of all scripts for its address', () => {
  const letters = Array.from({ length: 0x2100 }, (_, code) => `a${String.fromCodePoint(code)}b`);
  const plain = letters.filter(isPlainLatin);
  expect(plain.length).toBeGreaterThan(500);
  expect(plain.filter((title) => slugOf(title) !== slugOf(title, anyAscii))).toEqual([]);
  expect(isPlainLatin('“São Paulo” – Führung')).toBe(true);
  expect(isPlainLatin('Łódź')).toBe(false);
});

test('a long title is cut between words', () => {
  const slug = slugOf(
    'What a coordinator learns in a year of letters, calls and missed appointments',
  );
  expect(slug).toBe('what-a-coordinator-learns-in-a-year-of-letters');
});

test('the month that is offered is the next one without a discussion, from its first day on', () => {
  const months = ['2013-05', '2013-06', '2013-08'];
  expect(defaultMonth({ months, today: '2013-05-20' })).toBe('2013-07');
  expect(defaultDate('2013-07', '2013-05-20')).toBe('2013-07-01');
  expect(defaultDate('2013-05', '2013-05-20')).toBe('2013-05-20');
});

test('the round that is offered is the one in which today falls', () => {
  const rounds = [
    { id: 'pilot', label: 'Pilot', ends: '2013-08-31', formerly: [] },
    { id: 'one', label: 'One', starts: '2013-09-01', formerly: [] },
    { id: 'two', label: 'Two', starts: '2014-03-01', ends: '2014-08-01', formerly: [] },
  ];
  const on = (day: string) => currentRound(rounds, day)?.id;
  expect([on('2013-05-01'), on('2013-09-01'), on('2014-03-01'), on('2020-01-01')]).toEqual([
    'pilot',
    'one',
    'two',
    'two',
  ]);
});

test('the round that is offered is that of the month, which may be the next', async () => {
  const rounds = [
    { id: 'pilot', label: 'Pilot', ends: '2013-08-31', formerly: [] },
    { id: 'one', label: 'One', starts: '2013-09-01', formerly: [] },
  ];
  const offered = async (month: string) =>
    (
      await draftAnswers(
        { flags: { title: 'Roots', month }, yes: true, say: () => undefined },
        { ...context, rounds },
      )
    ).round;
  expect([await offered('2013-07'), await offered('2013-09')]).toEqual(['pilot', 'one']);
});

test('pressing Enter takes what is offered, and a wrong answer is asked for again', async () => {
  const { draft, asked, said } = await typed(['discusion', '', '', 'Roots']);
  expect(said).toEqual([
    '  "discusion" is not one of our kinds of post. Did you mean "discussion"?',
    '  This is empty.',
  ]);
  expect(asked.at(-1)).toContain(`[${draft.month}-roots]`);
  expect(draft).toMatchObject({ kind: 'discussion', title: 'Roots', id: `${draft.month}-roots` });
});

test('what a flag says is not asked for', async () => {
  const { asked } = await typed([], { kind: 'update', title: 'Roots', tags: '' });
  expect(asked.join()).not.toMatch(/What is it|title|Tags|month/);
});

test("a tag's name or synonym is understood", async () => {
  const tag = context.tags.find(({ synonyms }) => synonyms.length > 0) ?? context.tags[0];
  const words = [tag?.label, ...(tag?.synonyms ?? [])].join(', ').toUpperCase();
  expect((await withFlags({ title: 'Roots', tags: words })).tags).toEqual([tag?.id]);
});

test('a folder that is there, or was once, is not offered and not taken', async () => {
  const taken = { id: '2013-05-roots', formerly: ['2013-05-radishes'], month: undefined };
  const on = { ...context, posts: [taken] };
  const flags = (title: string, id?: string) => ({
    flags: { title, month: '2013-05', ...(id && { id }) },
    yes: true,
    say: () => {},
  });
  await expect(draftAnswers(flags('Roots'), on)).rejects.toThrow(
    'The suggested folder already exists.\nStill needed: --id, with another name.',
  );
  await expect(draftAnswers(flags('Radishes', '2013-05-radishes'), on)).rejects.toThrow(
    '--id: There is already a post "2013-05-radishes"',
  );
});

test('without a terminal, what is missing is named', async () => {
  await expect(withFlags({ kind: 'update', title: 'Roots' }, false)).rejects.toThrow(
    'Still needed: --month, --round, --date, --tags, --authors, --summary, --id.',
  );
});

test('a month is only for discussions', async () => {
  await expect(withFlags({ kind: 'story', title: 'Roots', month: '2013-05' })).rejects.toThrow(
    'A post of the kind "story" has no month.',
  );
});

test.each([
  ['discussion', 'Roots: a beginning'],
  ['update', '"Quoted" # and {braces}'],
  ['story', '- 2013-05-01'],
  ['discussion', 'true'],
  ['discussion', '图书馆的空间'],
])('a new %s titled %s passes the check unchanged', async (kind, title) => {
  const draft = await withFlags({ kind, title });
  const text = newPostFile(draft, 'Questions', {});
  const texts = new Map(content.texts).set(`posts/${draft.id}/index.mdx`, text);
  const { problems, posts } = checkContent({ ...content, texts }, parsePost);
  expect(problems.filter(({ file }) => file.includes(draft.id))).toEqual([]);
  expect(posts.find(({ id }) => id === draft.id)?.given).toMatchObject({ title, draft: true });
});
