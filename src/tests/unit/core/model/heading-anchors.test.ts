import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { checkContent } from '../../../../check/check.ts';
import { type DocumentSource, readDocument } from '../../../../check/document.ts';
import { textAnchors } from '../../../../check/rules/headings.ts';
import { elementsIn, headingIds } from '../../../../core/markdown/heading-ids.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import { proseMdast } from '../../../../core/markdown/plugins.ts';
import {
  headingAnchors,
  isPageAnchor,
  isPageId,
  type Room,
  takenAnchors,
} from '../../../../core/model/heading-anchors.ts';
import { previewTree } from '../../../../editor/preview-tree.ts';
import {
  contentWithPost,
  QUESTIONS,
  sampleContent,
  updateText,
} from '../../../support/sample-content.ts';

const none: ReadonlySet<string> = new Set();
const anchors = (...headings: string[]) => headingAnchors(headings, 'posts', none);

test.each([
  ['Responses', 'responses-1'],
  ['Responses heading', 'responses-heading-1'],
  ['Answer', 'answer-1'],
  ['Contents', 'contents-1'],
  ['Text', 'text-1'],
  ['TEXT!', 'text-1'],
  ['Response mail-1', 'section-response-mail-1'],
  ['Response github 123', 'section-response-github-123'],
  ['Comment 7', 'comment-7-1'],
  ['User content fn 1', 'section-user-content-fn-1'],
  ['User content fnref 1', 'section-user-content-fnref-1'],
])('the heading "%s" gives way to the page: %s', (words, anchor) => {
  expect(anchors(words)).toEqual([anchor]);
});

test.each([
  ['Response rates', 'response-rates'],
  ['Comments', 'comments'],
  ['Comment from Ana', 'comment-from-ana'],
  ['Question 2', 'question-2'],
  ['Questions', 'questions'],
  ['Footnote label', 'footnote-label'],
  ['Search', 'search'],
  ['Main', 'main'],
  ['Live', 'live'],
  ['Search option 1', 'search-option-1'],
  ['Ring 2013-08', 'ring-2013-08'],
  ['بداية', 'بداية'],
  ['问题', '问题'],
  ['Ünïcode', 'ünïcode'],
])('the heading "%s" keeps the anchor that it always had: %s', (words, anchor) => {
  expect(anchors(words)).toEqual([anchor]);
});

test('a heading gives way to the questions and footnotes that its text has', () => {
  const taken = new Set(['question-2', 'footnote-label']);
  expect(headingAnchors(['Question 2', 'Question 3', 'Footnote label'], 'posts', taken)).toEqual([
    'question-2-1',
    'question-3',
    'footnote-label-1',
  ]);
});

test('a standing page has no responses, and its headings are called as they always were', () => {
  expect(headingAnchors(['Responses', 'Answer', 'Comment 7', 'Text'], 'pages', none)).toEqual([
    'responses',
    'answer',
    'comment-7',
    'text-1',
  ]);
});

test.each([
  [
    ['Foo', 'Foo', 'Foo 1'],
    ['foo', 'foo-1', 'foo-1-1'],
  ],
  [
    ['Foo 1', 'Foo', 'Foo'],
    ['foo-1', 'foo', 'foo-2'],
  ],
  [
    ['Responses', 'Responses', 'Responses'],
    ['responses-3', 'responses-1', 'responses-2'],
  ],
  [
    ['Responses', 'Responses 1', 'Answer'],
    ['responses-2', 'responses-1', 'answer-1'],
  ],
  [['🎉'], ['section']],
  [
    ['🎉', '🎉', 'Section', '…'],
    ['section-1', '-1', 'section', '-2'],
  ],
])(
  'of the headings %j each has an anchor, and those that clash with nothing keep theirs: %j',
  (words, expected) => {
    expect(anchors(...words)).toEqual(expected);
  },
);

const words = fc.oneof(
  fc.constantFrom(
    ...['Responses', 'Responses 1', 'Text', 'Text 1', 'Answer', 'Contents', 'Question 1'],
    ...[
      'Question 1 1',
      'Section',
      'Section 1',
      '🎉',
      '',
      '1',
      '-1',
      'بداية',
      '问题',
      'Foo',
      'Foo 1',
    ],
    ...['Comment 3', 'Response mail-1', 'Footnote label', 'constructor', '__proto__', 'toString'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

test('whatever the headings are, no id is there twice, and none is empty or has a space or a colon', () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 12 }),
      fc.constantFrom<Room>('posts', 'pages'),
      fc.uniqueArray(fc.constantFrom('question-1', 'question-2', 'footnote-label')),
      (headings, room, others) => {
        const found = headingAnchors(headings, room, new Set(others));
        expect(found).toHaveLength(headings.length);
        expect(new Set([...found, ...others]).size).toBe(headings.length + others.length);
        expect(found.filter((id) => isPageId(id, room) || !/^[^\s:]+$/u.test(id))).toEqual([]);
      },
    ),
    { seed: 2013 },
  );
});

/** The ids of a body's headings as the build writes them into the page. */
async function builtIds(
  body: string,
  room: Room,
  taken: readonly string[] = [],
): Promise<string[]> {
  const fileURL = new URL(room === 'posts' ? 'file:///posts/a/index.mdx' : 'file:///pages/a.mdx');
  const { html } = await markdownToHtml(body, {
    mdastPlugins: proseMdast(new Set(['questions'])) as never,
    hastPlugins: [() => headingIds(() => taken)],
    features: { smartPunctuation: true },
    fileURL,
  });
  return idsOfHeadings(fromHtml(html, { fragment: true }));
}

function idsOfHeadings(tree: Root): string[] {
  // The one that stands above the footnotes is nobody's.
  const isWritten = ({ tagName, properties }: Element) =>
    /^h[1-6]$/.test(tagName) && !String(properties['className'] ?? '').includes('sr-only');
  return elementsIn(tree)
    .filter(isWritten)
    .map(({ properties }) => String(properties['id']));
}

/** Those that the check knows. */
function checkedIds(body: string, room: Room, takenAnchors: readonly string[] = []): string[] {
  const source: DocumentSource = {
    ...{ room, id: 'a', file: 'a', beside: new Map(), takenAnchors },
    source: `---\ntitle: A\n---\n\n${body}`,
  };
  const found = textAnchors(readDocument(source, parsePost, new Set(['questions'])));
  return found.filter((id) => !/^question-\d$/.test(id) || !body.includes('## Questions'));
}

/** Those of the editor's preview, without what marks them as such. */
function previewedIds(body: string, takenAnchors: readonly string[] = []): string[] {
  const setting = {
    headings: new Set(['questions']),
    base: '/',
    language: 'en',
    takenAnchors,
    picture: () => undefined,
  };
  return idsOfHeadings(previewTree(parsePost(body), setting)).map((id) =>
    id.replace('preview-', ''),
  );
}

const inHeadings = [
  ...['Responses', 'Question 2', 'Text', 'Footnote label', 'Foo', 'Foo 1', '🎉', 'بداية', '问题'],
  ...[
    '`--fix`',
    'a -- b',
    'a --- b',
    'a ----- b',
    'One[^1]',
    'Two[^2]',
    '**bold** *words*',
    'a_b_c',
  ],
  ...[
    '![alt](./a.png)',
    '[a link](/about/)',
    "it's",
    '"quoted"',
    'wait...',
    'a  b',
    '~~out~~',
    'A & B',
  ],
  ...['C# & C++', '2 < 3', '&amp;', 'x^2^', 'a\\*b', 'Ünïcode', 'İstanbul', 'ﬁ', '№ 5', '50 %'],
];
const heading = fc
  .tuple(
    fc.constantFrom('##', '###', '> ##'),
    fc.array(fc.constantFrom(...inHeadings), { minLength: 1, maxLength: 3 }),
  )
  .map(([characters, parts]) => `${characters} ${parts.join(' ')}`);
const body = fc
  .tuple(
    fc.array(fc.oneof(heading, fc.constant('Foo\nbar\n---'), fc.constant('Prose[^2].')), {
      maxLength: 8,
    }),
    fc.boolean(),
  )
  .map(([blocks, isDiscussion]) =>
    [...blocks, ...(isDiscussion ? [QUESTIONS] : []), '[^1]: Note.', '[^2]: Note.'].join('\n\n'),
  );

test.each<Room>(['posts', 'pages'])(
  'build, check and editor give a heading the same anchor, whatever is in it: %s',
  async (room) => {
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const built = await builtIds(text, room);
        expect(checkedIds(text, room)).toEqual(built);
        if (room === 'posts') expect(previewedIds(text)).toEqual(built);
      }),
      { seed: 2013, numRuns: 100 },
    );
  },
);

test('a heading gives way to a response of its post whose id has no number, the same everywhere', async () => {
  const text = '## Response mail a\n\n## Response mail a\n\n## Response rates';
  const expected = ['section-response-mail-a', 'section-response-mail-a-1', 'response-rates'];
  const taken = takenAnchors(['mail-a', 'mail-1', 'comment-12', 'a2b']);
  expect(taken).toEqual(['response-mail-a', 'response-a2b']);
  expect(await builtIds(text, 'posts', taken)).toEqual(expected);
  expect(checkedIds(text, 'posts', taken)).toEqual(expected);
  expect(previewedIds(text, taken)).toEqual(expected);
});

test('the check finds the responses of a post in the file beside it', () => {
  const entry = '\n  source: email\n  author: { name: Ana }\n  date: 2013-07-21\n  text: Yes.\n';
  const content = sampleContent({
    'posts/2013-07-x/index.mdx': updateText(
      '## Response mail a\n\n[It](#response-mail-a) [That](#section-response-mail-a)',
    ),
    'posts/2013-07-x/responses.yaml': `- id: mail-a${entry}`,
  });
  expect(checkContent(content, parsePost).problems.map(({ message }) => message)).toEqual([]);
});

const said = (text: string) =>
  checkContent(contentWithPost(text), parsePost).problems.map(
    ({ rule, message }) => `${rule} ${message}`,
  );

test('links to what a page has and to headings that gave way are right, and those between are not', () => {
  const text = '## Responses\n\n## Text\n\n';
  const links = (...to: string[]) => updateText(text + to.map((one) => `[It](${one})`).join(' '));
  expect(
    said(links('#responses', '#answer', '#responses-1', '#text-1', '#response-mail-1')),
  ).toEqual([]);
  expect(said(links('#comment-12', '/posts/2013-07-other/#responses', '#top'))).toEqual([]);
  expect(said(links('#text'))).toEqual([expect.stringMatching(/^broken-anchor .*"#text-1"/)]);
  expect(said(links('#responses-2'))).toEqual([expect.stringMatching(/^broken-anchor /)]);
  expect(said(links('#answers', '/about/#responses'))).toHaveLength(2);
});

test('what a link may lead to beside the text is on the page', () => {
  expect(
    ['responses', 'answer', 'comment-1', 'response-mail-1'].map((id) => isPageAnchor(id, 'posts')),
  ).not.toContain(false);
  expect(['responses', 'answer', 'comment-1'].map((id) => isPageAnchor(id, 'pages'))).not.toContain(
    true,
  );
});

test('a link in a preview leads to the place in the preview', () => {
  const setting = { headings: none, base: '/', language: 'en', picture: () => undefined };
  const tree = previewTree(
    parsePost('## Responses\n\n[Up](#responses-1) [All](#responses)'),
    setting,
  );
  const links = elementsIn(tree).filter(({ tagName }) => tagName === 'a');
  expect(links.map(({ properties }) => properties['href'])).toEqual([
    '#preview-responses-1',
    '#responses',
  ]);
});

test('a link from another post or page finds the heading under its own name', () => {
  const other = {
    'pages/about.mdx':
      '---\ntitle: About\nsummary: Us.\n---\n\n## Responses\n\nUs. [It](/posts/2013-08-x/#text-1)\n',
  };
  const content = sampleContent({
    ...other,
    'posts/2013-08-x/index.mdx': updateText('## Text\n\n[Us](/about/#responses)'),
  });
  expect(checkContent(content, parsePost).problems.map(({ message }) => message)).toEqual([]);
});
