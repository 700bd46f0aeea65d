import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { sanitizeText } from '../../../core/text/sanitize-text.ts';
import { changedWords, wordRuns, wordSegmenter } from '../../../github/changed-words.ts';
import { markedWords, plainWords } from '../../../github/plain-words.ts';
import { inventedText } from '../../support/invented-text.ts';

const shown = (before: string, after: string, language = 'en') =>
  changedWords(before, after, language).map((runs) =>
    runs
      .map(({ is, text }) => (is === 'same' ? text : `${is === 'old' ? '-' : '+'}[${text}]`))
      .join(''),
  );

test.each([
  ['en', 'It keeps for two weeks.', 'It keeps for three weeks.', '-[two]+[three]'],
  ['ar', 'نكتب مرة في الشهر', 'نكتب مرة في الأسبوع', '-[الشهر]+[الأسبوع]'],
  ['zh', '我们每个月写信给朋友们', '我们每个星期写信给朋友们', '-[月]+[星期]'],
  ['th', 'เราเขียนจดหมายทุกเดือน', 'เราเขียนจดหมายทุกวัน', '-[เดือน]+[วัน]'],
  ['hi', 'हम हर महीने लिखते हैं', 'हम हर हफ्ते लिखते हैं', '-[महीने]+[हफ्ते]'],
  ['ja', '毎月手紙を書きます', '毎週手紙を書きます', '-[毎月]+[毎週]'],
  ['el', 'Γράφουμε κάθε μήνα μαζί', 'Γράφουμε κάθε μέρα μαζί', '-[μήνα]+[μέρα]'],
])(
  'in %s the words that change are told, and no half of one',
  (language, before, after, change) => {
    expect(shown(before, after, language).join()).toContain(change);
  },
);

test('of a long text only what is around a change is shown', () => {
  const long = 'word '.repeat(200);
  const [passage = '', ...others] = shown(`${long}red ${long}`, `${long}blue ${long}`);
  expect(others).toEqual([]);
  expect(passage).toContain('-[red]+[blue]');
  expect(passage.length).toBeLessThan(150);
  expect(passage).toMatch(/^….*…$/);
});

test.each([
  ['spaces', 'one two\n\nthree', 'one   two  \r\n\r\n\r\nthree\n'],
  ['signs that nobody sees', 'one two', 'one\u200b two\ufeff'],
  ['nothing', 'one', 'one'],
])('%s make no difference', (_, before, after) => {
  expect(changedWords(before, after)).toEqual([]);
});

test('a paragraph that is new, gone or rewritten is shown as that', () => {
  expect(shown('One.\n\nThree.', 'One.\n\nTwo.\n\nThree.')).toEqual(['+[Two.]']);
  expect(shown('One.\n\nTwo.', 'One.')).toEqual(['-[Two.]']);
  expect(shown('A wholly other sentence.', 'Nothing that stood here.')).toEqual([
    '-[A wholly other sentence.]+[Nothing that stood here.]',
  ]);
});

test('both texts are found again in the runs, whatever they are', () => {
  const line = inventedText.map((text) => sanitizeText(text).replace(/\s+/g, ' ').trim());
  const segmenter = wordSegmenter('und');
  const bare = (text: string) => text.replace(/\s/g, '');
  fc.assert(
    fc.property(line, line, (old, now) => {
      const runs = wordRuns(old, now, segmenter);
      const without = (is: string) =>
        bare(
          runs
            .filter((run) => run.is !== is)
            .map(({ text }) => text)
            .join(''),
        );
      expect([without('new'), without('old')]).toEqual([bare(old), bare(now)]);
    }),
  );
});

test('texts of any length are compared in good time, and a passage stays short', () => {
  const words = (seed: number) =>
    Array.from({ length: 20_000 }, (_, at) => `w${(at * seed) % 9973}`).join(' ');
  const passages = changedWords(words(17), words(31));
  for (const runs of passages)
    expect(runs.map(({ text }) => text).join('').length).toBeLessThan(100 * 700);
  expect(changedWords('a'.repeat(1e6), 'b'.repeat(1e6)).flat().length).toBe(2);
});

describe('hostile words stay words in the comment:', () => {
  const hostile = [
    ...[
      '</del><script>alert(1)</script>',
      '</ins> @everyone',
      '`code` ```',
      '**bold** _it_ ~~out~~',
    ],
    ...['[a](https://evil.example)', '![x](https://evil.example/x.png)', 'www.evil.example'],
    ...['https://evil.example', 'mail@evil.example', '#12 GH-12 owner/repo#3 owner/repo@abcdef1'],
    ...['<!-- x -->', '&lt;b&gt;', '| a | b |', '- list', '# heading', '> quote', '$x^2$', '\\'],
    ...['0123456789abcdef0123456789abcdef01234567', ':tada:', '<img src=x onerror=y>', '[^1]: x'],
  ];

  test.each(hostile)('%s', (text) => {
    for (const [before, after] of [
      [text, 'x'],
      ['x', text],
      [`a ${text} b`, `a ${text}${text} b`],
    ]) {
      const lines = changedWords(before ?? '', after ?? '').map(
        (runs) => `- Text: ${markedWords(runs)}`,
      );
      for (const line of lines) expectPlain(line);
    }
  });

  test('and whatever else somebody invents', () => {
    const attack = fc.oneof(inventedText, fc.constantFrom(...hostile));
    const text = fc.array(attack, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const runs of changedWords(before, after)) expectPlain(`- Text: ${markedWords(runs)}`);
        expect(plainWords(before)).not.toMatch(/\n|(?<!\\)[`*_[\]<]|@(?!\u200b)/);
      }),
    );
  });
});

/** That a line of Markdown is words, beside what strikes out and underlines them. */
function expectPlain(line: string) {
  expect(line).not.toContain('\n');
  const words = line.slice(2).replace(/<\/?(?:del|ins)>/g, '');
  expect(words).not.toMatch(/(?<!\\)[<`*_[\]|~$]/);
  expect(words).not.toMatch(
    /@(?!\u200b)|#(?!\u200b)|GH\\-(?!\u200b)|https?:|www\.|:[\w+-]+:|[0-9a-f]{40}/i,
  );
  expect(count(line, '<del>')).toBe(count(line, '</del>'));
  expect(count(line, '<ins>')).toBe(count(line, '</ins>'));
  // As Markdown it is one paragraph of text and backslashes, whatever the reader adds to it.
  const tree = parsePost(`---\na: b\n---\n\n${words.replaceAll('{', '').replaceAll('}', '')}`);
  const kinds = tree.children.map(({ type }) => type).filter((type) => type !== 'yaml');
  expect(kinds).toEqual(['paragraph']);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
