import fc from 'fast-check';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { readDocument } from '../../../../check/document.ts';
import { wordsFor } from '../../../../core/i18n/words.ts';
import { elementsIn } from '../../../../core/markdown/heading-ids.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import { proseMdast } from '../../../../core/markdown/plugins.ts';
import { parseMdx, proseTree } from '../../../../core/markdown/satteri.ts';
import { questionHeadings } from '../../../../core/model/questions.ts';
import { textContent } from '../../../../core/text/hast.ts';
import { previewTree } from '../../../../editor/preview-tree.ts';
import { standaloneTree } from '../../../../standalone/html.ts';

const headings = questionHeadings({
  questionHeadings: { en: ['Questions', "What's your view?", 'Over to you...', 'Now -- you'] },
});

/** The questions that each finds in a body: the check by both parsers, page, preview, feed. */
function foundBy(body: string): Record<string, string[]> {
  const source = `---\ntitle: A\n---\n\n${body}`;
  const file = { room: 'posts', id: 'a', file: 'a', source, beside: new Map() } as const;
  const checked = (parse: typeof parseMdx) =>
    (readDocument(file, parse, headings).questions ?? []).map(({ text }) => folded(text));
  const { html } = markdownToHtml(body, {
    mdastPlugins: proseMdast(headings) as never,
    features: { smartPunctuation: true },
  });
  const setting = { base: '/', language: 'en', picture: () => undefined };
  const preview = previewTree(parsePost(source), { ...setting, headings });
  const outside = standaloneTree(proseTree(body, headings), {
    ...{ address: 'https://example.org/', local: (path) => path, picture: () => undefined },
    ...{ language: 'en', words: wordsFor('en'), wordsLanguage: 'en', open: true },
  });
  return {
    check: checked(parseMdx),
    editor: checked(parsePost),
    page: marked(fromHtml(html, { fragment: true })),
    preview: marked(preview),
    feed: elementsIn(outside)
      .filter(({ tagName }) => tagName === 'small')
      .map((_, index) => String(index + 1)),
  };
}

/** The items with the anchors of questions, in their order. */
function marked(tree: Root): string[] {
  return elementsIn(tree)
    .filter(({ properties }) => /^(preview-)?question-\d+$/.test(String(properties['id'])))
    .map((item) => folded(textContent(item)));
}

/** Without the characters that keep the items of a list apart in one line. */
function folded(text: string): string {
  return text.replace(/• /g, '').replace(/\s+/g, ' ').trim();
}

const LIST = '- One\n- Two\n- Three';

test.each([
  ['below its heading', `## Questions\n\n${LIST}`, 3],
  ['numbered', '### Questions\n\n7. One\n8. Two', 2],
  ['below words and its heading', `## Questions:\n\nTake your time.\n\n*Really.*\n\n${LIST}`, 3],
  ['below a heading with an apostrophe', `## What's your view?\n\n${LIST}`, 3],
  ['below a heading with a printed apostrophe', `## What’s your view\n\n${LIST}`, 3],
  ['below a heading with an ellipsis', `## Over to you…\n\n${LIST}`, 3],
  ['below a heading with a dash', `## Now – you\n\n${LIST}`, 3],
  ['below a heading with emphasis', `## *Questions*\n\n${LIST}`, 3],
  [
    'with lists and paragraphs in it',
    '## Questions\n\n- One\n\n  More.\n\n  - x\n  - y\n\n- Two',
    2,
  ],
  ['below something else', `## Questions\n\n> A quotation.\n\n${LIST}`, 0],
  ['below another heading', `## Questions\n\n### About you\n\n${LIST}`, 0],
  ['without a heading', LIST, 0],
  ['in a quotation', `> ## Questions\n>\n> - One\n> - Two`, 0],
  ['in a quotation, and below it', `> ## Questions\n>\n> - No\n\n## Questions\n\n${LIST}`, 3],
  ['twice', `## Questions\n\n${LIST}\n\n## Questions\n\n- No`, 3],
  ['after a heading without one', `## Questions\n\n## Questions\n\n${LIST}`, 0],
])('check, page, preview and feed find the same questions %s', (_, body, count) => {
  const { check = [], feed, ...others } = foundBy(body);
  expect(check).toHaveLength(count);
  expect(feed).toHaveLength(count);
  for (const found of Object.values(others)) expect(found).toEqual(check);
});

const block = fc.constantFrom(
  ...['## Questions', '## Now -- you', '### Other', '> ## Questions', 'Words.', '> Quoted.'],
  ...[LIST, '1. One\n2. Two', '> - One', '---', '```\n## Questions\n```', '| a |\n| --- |\n| b |'],
);

test('check, page, preview and feed find the same questions, however a text is put together', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 7 }), (blocks) => {
      const { check = [], feed, ...others } = foundBy(blocks.join('\n\n'));
      expect(feed).toHaveLength(check.length);
      for (const found of Object.values(others)) expect(found).toEqual(check);
    }),
    { seed: 2013, numRuns: 150 },
  );
});
