import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { autofix } from '../../../../check/autofix.ts';
import { checkContent } from '../../../../check/check.ts';
import type { ParseMdx } from '../../../../core/content-files/post-tree.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import { parseMdx } from '../../../../core/markdown/satteri.ts';
import { harmless, refused } from '../../../fixtures/attacks.ts';
import { contentWithPost, postId, postText, updateText } from '../../../support/sample-content.ts';

vi.setConfig({ testTimeout: 60_000 });

const short = (body: string) => body.length < 1000;
const pieces = [
  ...[...refused, ...harmless].map(([, body]) => body).filter(short),
  ...[
    '---\n',
    '- ',
    '> ',
    '## ',
    '[',
    '](',
    ')',
    '![',
    '<',
    '</',
    '/>',
    '{',
    '}',
    '`',
    '```\n',
    '"',
    "'",
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    ': ',
    '\u00a0',
    '\ufeff',
    '&',
    '*',
    '|',
    '\\',
    '[^1]',
    'words',
    'é',
    '问',
    'ا',
  ],
];
const text = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((chosen) => chosen.join(''));
const anywhere = fc
  .tuple(fc.constantFrom(postText(), updateText('Prose.\n')), text, fc.nat())
  .map(([whole, inserted, place]) => {
    const at = place % (whole.length + 1);
    return whole.slice(0, at) + inserted + whole.slice(at);
  });

test('whatever stands in a post, it is judged in sentences, and never with a crash', () => {
  fc.assert(
    fc.property(fc.oneof(anywhere, text), (source) => {
      const content = contentWithPost(source);
      for (const { file, message, hint, line } of checkContent(content, parsePost).problems) {
        expect(file).toMatch(/^content\//);
        expect(`${message} ${hint}`).not.toMatch(
          /‹|›|undefined|\[object|Invalid input|\bat .*:\d+:\d+/,
        );
        expect(line ?? 1).toBeGreaterThan(0);
        expect(line ?? 1).toBeLessThanOrEqual(source.split('\n').length);
      }
    }),
    { numRuns: 200, seed: 2013 },
  );
});

test('whatever stands in a post, the check refuses it exactly if the build does', () => {
  const isRefused = (source: string, parse: ParseMdx) =>
    checkContent(contentWithPost(source), parse).problems.some(
      ({ severity }) => severity === 'error',
    );
  fc.assert(
    fc.property(text, (body) => {
      const source = updateText(body);
      expect(isRefused(source, parsePost)).toBe(isRefused(source, parseMdx));
    }),
    { numRuns: 200, seed: 2013 },
  );
});

test('whatever is mended stays mended', () => {
  const judge = (content: ReturnType<typeof contentWithPost>) =>
    checkContent(content, parsePost).problems;
  fc.assert(
    fc.property(anywhere, (source) => {
      const first = autofix(contentWithPost(source), judge).changed.get(
        `posts/${postId}/index.mdx`,
      );
      if (first === undefined) return;
      expect(autofix(contentWithPost(first), judge).changed.size).toBe(0);
    }),
    { numRuns: 80, seed: 2013 },
  );
});
