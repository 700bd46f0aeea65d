import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asAnnotations,
  asJson,
  type CheckReport,
  inPlainWords,
} from '../../../../check/reporters.ts';
import { onOneLine, printable, printableJson } from '../../../../core/text/printable.ts';

/** What people can write into a title, a file's name or a branch's. */
const HOSTILE = [
  '::error file=a.ts::Owned',
  '  ::add-mask::a',
  '##[error]Owned',
  'a ##[group]b',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007',
  '\u009b2J',
  'a\rb',
  'a\n::error::b',
  '\u202eexe.txt',
  '\u2066a\u2069',
  '\u2028::error::a',
  'a\ud800b',
  '\u{e0041}',
  '\0',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), { maxLength: 4 })
  .map((parts) => parts.join(''));

const STEERING = /[\p{Cc}\p{Cs}\u061c\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
/** What GitHub's runner takes for a command, as its source (ActionCommand.cs) has it. */
const isCommand = (line: string) => /^\s*::/.test(line) || line.includes('##[');
const isSafe = (text: string) =>
  text.split('\n').every((line) => !STEERING.test(line.replaceAll('\t', '')) && !isCommand(line));

test('no text steers a terminal or is a command of GitHub', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(isSafe(printable(text))).toBe(true);
      expect(isSafe(onOneLine(text)) && !onOneLine(text).includes('\n')).toBe(true);
    }),
  );
});

test('ordinary text of every script stays as it is', () => {
  const text = 'Què és? — نعم\u200c، हि\u200dन्दी, 日本語 👩‍👩‍👧, a: b::c, #[x]\n\tYes.';
  expect(printable(text)).toBe(text);
});

test('JSON says the same', () => {
  fc.assert(
    fc.property(fc.array(hostile), (texts) => {
      const json = printableJson(JSON.stringify(texts, null, 2));
      expect(isSafe(json)).toBe(true);
      expect(JSON.parse(json)).toEqual(texts);
    }),
  );
});

test('a check is told without what content could steer, wherever it stands', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const problem = { rule: 'yaml', severity: 'error', line: 1, column: 2 } as const;
      const report: CheckReport = {
        problems: [{ ...problem, file: text, message: text, hint: text, fix: text }],
        postCount: 1,
        scheduled: [{ id: text, title: text, file: text, from: text, when: 'Monday' }],
        mended: [text],
        compared: { isDone: false, sentence: text },
      };
      expect(isSafe(inPlainWords(report))).toBe(true);
      expect(isSafe(asJson(report))).toBe(true);
      const lines = asAnnotations(report).split('\n');
      const commands = lines.filter(isCommand);
      expect(commands.map((line) => line.slice(0, 9))).toEqual(['::error f', '::warning']);
      expect(
        lines.every((line) => !STEERING.test(line.replaceAll('\t', '')) && !line.includes('##[')),
      ).toBe(true);
    }),
  );
});

test('commands speak through one door', () => {
  // They measure and test, or begin before there is anything to tell of content.
  const others =
    /^(bench.*|page-pictures|measured-run|test|fonts|manual|check|build|say|command-line)\.ts$/;
  const found = readdirSync('src/commands')
    .filter((file) => file.endsWith('.ts') && !others.test(file))
    .filter((file) => /\bconsole\./.test(readFileSync(`src/commands/${file}`, 'utf8')));
  expect(found).toEqual([]);
});
