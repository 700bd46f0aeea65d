import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ContentFolder } from '../../../../core/content-files/folder.ts';
import { countedWork } from '../../../support/counted-work.ts';
import {
  contentWithPost,
  postText,
  sampleContent,
  updateText,
} from '../../../support/sample-content.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let workOf: Awaited<ReturnType<typeof countedWork>>;
let judge: (
  content: ContentFolder,
) => ReturnType<typeof import('../../../../check/check.ts')['checkContent']>['problems'];
let tell: (problems: ReturnType<typeof judge>) => string;

beforeAll(async () => {
  workOf = await countedWork();
  const { checkContent: judgeContent } = await import('../../../../check/check.ts');
  const { parsePost } = await import('../../../../core/markdown/micromark.ts');
  const { inPlainWords } = await import('../../../../check/reporters.ts');
  judge = (content) =>
    judgeContent(content, parsePost, { now: new Date('2013-10-01T00:00:00Z') }).problems;
  tell = (problems) => inPlainWords({ problems, postCount: 1, scheduled: [], mended: [] });
});

const times = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join('');
const body = (text: string, fields = {}) => contentWithPost(updateText(text, fields));
const tagsOf = (text: string) =>
  sampleContent({ 'tags.yaml': `${text}reflection: { label: R, description: D }\n` });
const responsesOf = (text: string) => sampleContent({ 'posts/2013-07-other/responses.yaml': text });
const response = (index: number, more = '') =>
  `- id: mail-${index}\n  source: email\n  author: { name: Ana }\n  date: 2013-08-05\n  text: Yes.\n${more}`;

/** What is small to write and was, or could be, endless to read: so many of each. */
const kinds: Record<string, (count: number) => ContentFolder> = {
  paragraphs: (n) => body(times(n, () => 'Some words of a text.\n\n')),
  'links of an old kind in one line': (n) => body(times(n, () => 'www.a ')),
  'links of an old kind in many lines': (n) => body(times(n, () => 'www.a\n')),
  'links that lead nowhere': (n) => body(times(n, (i) => `[the ${i}](/posts/2013-0${i}/)\n\n`)),
  'links to places that are not there': (n) =>
    body(times(n / 2, (i) => `## Heading ${i}\n\n[the one](#heeding-${i})\n\n`)),
  'a table whose rows are empty': (n) =>
    body(`|${' a |'.repeat(n)}\n|${' - |'.repeat(n)}\n${'|\n'.repeat(n)}`),
  'tables in quotations': (n) => body(times(n, () => '> | a | b |\n> | - | - |\n> |\n\n')),
  footnotes: (n) => body(times(n, (i) => `A[^${i}]\n\n`) + times(n, (i) => `[^${i}]: B\n\n`)),
  'footnotes that nothing leads to': (n) => body(times(n, (i) => `[^${i}]: B\n\n`)),
  'headings of one name': (n) => body(times(n, () => '## Same\n\n')),
  'addresses at the end': (n) => body(times(n, (i) => `[a${i}]: https://example.org/${i}\n\n`)),
  pictures: (n) => body(times(n, (i) => `![A tree](./tree-${i}.jpg)\n\n`)),
  figures: (n) => body(times(n, () => '<Figure src="./a.jpg" alt="A tree" />\n\n')),
  quotations: (n) => body(times(n, () => '> So they say.\n\n')),
  'lists between paragraphs': (n) => body(times(n, () => '- One\n\nWords.\n\n')),
  'lists in lists': (n) => body(times(n, () => '- One\n  - Two\n')),
  'a list with empty lines': (n) => body(times(n, () => '- One\n\n')),
  'emphasis that does not end': (n) => body(times(n, () => '*a **b ')),
  'brackets that do not close': (n) => body(times(n, () => '[a](')),
  'a word without a space': (n) => body('x'.repeat(5 * n)),
  spaces: (n) => body(`a${' '.repeat(5 * n)}b`),
  'names of emoji': (n) => body(times(n, () => ':smile:\n')),
  'characters of other programs': (n) => body(times(n, () => '• One\n')),
  'hidden characters as references': (n) => body(times(n, () => 'a&#x202e;b\n')),
  'letters that are hidden': (n) => body(times(n, () => 'a\u200bb\n')),
  questions: (n) => contentWithPost(postText(`## Questions\n\n${times(n, (i) => `- W ${i}?\n`)}`)),
  'components that are not closed': (n) => body(times(n, () => '<Note>\n\n')),
  'former names': (n) => body('A.', { f: `formerly: [${times(n, (i) => `2013-08-a${i}, `)}]` }),
  'tags of a post': (n) => body('A.', { tags: `tags: [${times(n, (i) => `tag-${i}, `)}]` }),
  'fields nobody knows': (n) => body('A.', { f: times(n, (i) => `key${i}: x\n`).trimEnd() }),
  'fields that stand twice': (n) => body('A.', { f: times(n, () => 'key: x\n').trimEnd() }),
  'fields with tabs': (n) => body('A.', { f: times(n, (i) => `\tkey${i}: x\n`).trimEnd() }),
  'fields with colons': (n) => body('A.', { f: times(n, (i) => `key${i}: x: y\n`).trimEnd() }),
  'notes among the fields': (n) => body('A.', { f: times(n, () => '# note\n').trimEnd() }),
  tags: (n) => tagsOf(times(n, (i) => `t${i}: { label: L${i}, description: D }\n`)),
  'tags of one name': (n) => tagsOf(times(n, (i) => `t${i}: { label: L, description: D }\n`)),
  'tags with a slip': (n) => tagsOf(times(n, (i) => `t${i}: { lable: L, description: D }\n`)),
  rounds: (n) =>
    sampleContent({
      'rounds.yaml': `pilot: { label: P }\n${times(n, (i) => `r${i}: { label: R }\n`)}`,
    }),
  responses: (n) => responsesOf(times(n, (i) => response(i))),
  'responses that answer the one before': (n) =>
    responsesOf(times(n, (i) => response(i, i > 0 ? `  parent: mail-${i - 1}\n` : ''))),
  'responses with a slip': (n) => responsesOf(times(n, (i) => `- id: mail-${i}\n  sorce: email\n`)),
};

const sizeOf = ({ texts }: ContentFolder) =>
  [...texts.values()].reduce((sum, text) => sum + text.length, 0) / 1000;

/** An honest text takes some 150,000 steps a kilobyte; one that is read again for each of twelve slips, many times that. */
const MOST_STEPS = 4_000_000;

test.each(Object.entries(kinds))(
  '%s: four times as many take four times the work',
  async (_, of) => {
    const perKilobyte = async (count: number) => {
      const content = of(count);
      return (await workOf(() => judge(content))) / sizeOf(content);
    };
    const [few, many] = [await perKilobyte(150), await perKilobyte(600)];
    // The square would be four times that. A link that misses looks through all of the page's few hundred places.
    expect(many).toBeLessThan(2.5 * few);
    expect(many).toBeLessThan(MOST_STEPS);
  },
);

test.each(Object.entries(kinds))('%s: what is told of them stays short', (_, of) => {
  expect(tell(judge(of(600))).length).toBeLessThan(20_000);
});

const pieces = fc.constantFrom(
  ...['www.a ', '| a ', '|-', '|', '> ', '- ', '1. ', '## ', '[a](', '[a]', '![', '[^1]', '*', '_'],
  ...['`', '```\n', '<', '<Note>', '{', '&amp;', '"', '“', '„', ':a:', '\t', '\u00a0', ' ', '\n'],
  ...['\n\n', 'a', '/', '#', 'https://example.org/', '[a]: /b\n', '\u200b', '\\', '---\n', '~'],
);

test('whatever is repeated, the work stays in proportion to the text', async () => {
  const repeated = fc.tuple(fc.array(pieces, { minLength: 1, maxLength: 5 }), fc.nat(500));
  await fc.assert(
    fc.asyncProperty(fc.array(repeated, { minLength: 1, maxLength: 2 }), async (parts) => {
      const content = body(parts.map(([some, count]) => some.join('').repeat(count)).join('\n'));
      let said = '';
      const steps = await workOf(() => {
        said = tell(judge(content));
      });
      expect(steps / sizeOf(content)).toBeLessThan(MOST_STEPS);
      expect(said.length).toBeLessThan(40_000);
    }),
    { numRuns: 40, seed: 2013 },
  );
});

describe('what honest writers need is taken', () => {
  const errors = (content: ContentFolder) =>
    judge(content).filter(({ severity }) => severity === 'error');
  test.each<[string, ContentFolder]>([
    ['a post of 20,000 words', body(times(200, () => `${'word '.repeat(100)}\n\n`))],
    [
      'a table of 300 rows',
      body(
        `|${' a |'.repeat(20)}\n|${' - |'.repeat(20)}\n${`|${' b |'.repeat(20)}\n`.repeat(300)}`,
      ),
    ],
    ['500 tags', tagsOf(times(500, (i) => `t${i}: { label: L${i}, description: D. }\n`))],
    [
      '2,000 responses of 300 words',
      responsesOf(times(2000, (i) => response(i).replace('Yes.', 'word '.repeat(300)))),
    ],
    ['a list of 1,000 entries', body(times(1000, (i) => `- Entry ${i}\n\n`))],
    [
      '300 footnotes',
      body(times(300, (i) => `A[^${i}]\n\n`) + times(300, (i) => `[^${i}]: B\n\n`)),
    ],
    [
      'a bibliography of 500 links',
      body(times(500, (i) => `- [A book](https://example.org/${i})\n`)),
    ],
  ])('%s', (_, content) => {
    expect(errors(content)).toEqual([]);
  });
});

test('of one kind in one file the first are told, and how many more there are', () => {
  const said = tell(judge(body(times(400, () => 'www.a\n'))));
  expect(said.match(/has no https:/g)).toHaveLength(20);
  expect(said).toContain('There are 380 more like this in the file.');
  expect(said).toContain('400 pieces of advice');
});

describe('quotation marks', () => {
  const marks: Record<string, (count: number) => string> = {
    pairs: (n) => '“a” '.repeat(n),
    'one in another': (n) => '“ ‘a '.repeat(n) + '’ ” '.repeat(n),
    'never closed': (n) => `${'„ '.repeat(n)}${'” '.repeat(n)}“a”`,
    'spaces between': (n) => `“a”${' '.repeat(4 * n)}b`,
    'elements never closed': (n) => '<em>“a” '.repeat(n),
  };
  const languages = ['de', 'fr', 'es', 'hu', 'ja', 'sr'];
  test.each(Object.entries(marks))('%s: the work grows with the text alone', async (_, of) => {
    const { withQuotationMarks } = await import('../../../../core/text/quotation-marks.ts');
    for (const language of languages) {
      const work = (count: number) => workOf(() => withQuotationMarks(of(count), language));
      await work(10);
      expect(await work(4000)).toBeLessThan(6 * (await work(1000)));
    }
  });
});
