import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { parseMdx, proseTree } from '../../../core/markdown/satteri.ts';
import { questionsOf } from '../../../core/model/questions.ts';
import type { Site } from '../../../core/site/site.ts';
import { siteUrls } from '../../../core/site/urls.ts';
import { responseFeed } from '../../../feeds/responses.ts';
import { postNode } from '../../../metadata/structured-post.ts';
import { type Conversation, extractOf, type Response } from '../../../responses/response.ts';
import { responseHtml, responseText } from '../../../responses/sanitize-html.ts';
import { mailText } from '../../../standalone/email.ts';
import { standaloneTree } from '../../../standalone/html.ts';

const words = wordsFor('en');
const urls = siteUrls('https://example.org', '/');

/** What somebody wrote, and what is said of it where there is no markup. */
const SAID: readonly (readonly [html: string, said: string])[] = [
  ['<p>We meet on <del>Monday</del> Tuesday.</p>', 'We meet on Tuesday.'],
  ['<p>We do <s>not</s> agree.</p>', 'We do agree.'],
  ['<p>We meet on Tuesday <strike>at noon</strike>.</p>', 'We meet on Tuesday.'],
  ['<p><del>On Monday</del> On Tuesday</p>', 'On Tuesday'],
  ['<p>A colo<del>u</del>r</p>', 'A color'],
  ['<p>One <del>two</del> <del>three</del>, four</p>', 'One, four'],
  ['<p><del>All of <strong>this</strong></del></p>', '[…]'],
  ['<p>Bring:</p><ul><li>water</li><li>bread</li></ul>', 'Bring: • water • bread'],
  ['<ol start="3"><li>Yes</li><li>No</li></ol>', '3. Yes 4. No'],
  ['<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>', '• One • Two • Three'],
  ['<ul><li>One</li><li><del>Two</del></li><li>Three</li></ul>', '• One • Three'],
  ['<ol><li>One</li><li><del>Two</del></li><li>Three</li></ol>', '1. One 3. Three'],
  [
    '<ul><li><input type="checkbox" checked> Done</li><li><input type="checkbox"> To do</li></ul>',
    '☑ Done ☐ To do',
  ],
  [
    '<table><tr><th>Pairs</th><th>Lands</th></tr><tr><td>196</td><td>24</td></tr></table>',
    'Pairs, Lands; 196, 24',
  ],
  ['<blockquote><p>I hate it.</p></blockquote><p>I don’t.</p>', '“I hate it.” I don’t.'],
  [
    '<p>10<sup>3</sup> books, the 2<sup>nd</sup> of H<sub>2</sub>O</p>',
    '10³ books, the 2nd of H2O',
  ],
  ['<p>One<br>two</p><p>three</p>', 'One two three'],
];

test.each(SAID)('%s says %j in extracts, titles of feeds, and structured data', (html, said) => {
  const written = responseHtml(html);
  expect(responseText(written)).toBe(said);
  expect(extractOf({ html: written }, 300)).toBe(said);
  expect(titleInFeed(written)).toBe(`Ada: ${said}`);
  expect(textInData(written)).toBe(said);
});

function response(html: string): Response {
  return {
    ...{ id: 'mail-1', anchor: 'response-mail-1', source: 'email', author: { name: 'Ada' } },
    ...{ moment: new Date(0), day: '1970-01-01', hasTime: true, reactions: {}, state: 'published' },
    html,
  };
}

function titleInFeed(html: string): string | undefined {
  const post = { permanentId: 'a', title: 'A', address: 'https://example.org/', entryId: 'tag:a' };
  const addresses = { self: 'https://example.org/', home: 'https://example.org/' };
  const feed = responseFeed(
    [{ response: response(html), post }],
    {
      ...{ ...addresses, title: 'T', follows: 'all', subscribe: '', stylesheet: '', nobody: '' },
      ...{ language: 'en', words, since: new Date(0) },
    },
    { domain: 'example.org', year: 2013 },
  );
  return parseAtomFeed(feed).entries?.[0]?.title?.value;
}

function textInData(html: string): string | undefined {
  const program = { name: 'Exchange', description: 'D', language: 'en', links: [] };
  const conversation = { threads: [{ response: response(html), replies: [] }], count: 1 };
  const node = postNode({ program, urls, words } as unknown as Site, {
    ...{ id: 'a', title: 'A', summary: 'A', lang: 'en', published: '', modified: '' },
    ...{ round: { id: 'r', label: 'R' }, section: 'S', authors: [], tags: [], pictures: [] },
    permanent: 'https://example.org/p/a/',
    conversation: conversation as unknown as Conversation,
  });
  return JSON.parse(JSON.stringify(node)).comment[0].text;
}

test('a mail of text alone says of struck words that they are struck out, and keeps lists apart', () => {
  const prose = 'On ~~Monday~~ *Tuesday*, ~~the **old**~~ plan.\n\n- One\n  - ~~Two~~\n- Three\n';
  const tree = standaloneTree(proseTree(prose, new Set()), {
    address: 'https://example.org/posts/a/',
    local: (path) => path,
    picture: () => undefined,
    ...{ language: 'en', words, wordsLanguage: 'en', open: false },
  });
  const message = { title: 'T', language: 'en', sender: 'S', siteLanguage: 'en', words, tree };
  const text = mailText({ ...message, origin: 'https://example.org' });
  expect(text).toContain('On [Struck out: Monday] Tuesday, [Struck out: the old] plan.');
  expect(text).toMatch(/^ \* One\n +\* \[Struck out: Two\]\n \* Three$/m);
});

test.each([
  ['Do you ~~lead~~ follow?', 'Do you follow?'],
  ['Who leads ~~alone~~?', 'Who leads?'],
  ['~~Who leads?~~', '[…]'],
  ['What do you bring?\n   - water\n   - bread', 'What do you bring? • water • bread'],
  ['In which order?\n   1. water\n   2. bread', 'In which order? 1. water 2. bread'],
])('the question %j is %j in lists of questions, with either parser', (written, said) => {
  const source = `## Questions\n\n1. ${written}\n`;
  for (const parse of [parsePost, parseMdx]) {
    expect(questionsOf(parse(source), new Set(['questions'])).map(({ text }) => text)).toEqual([
      said,
    ]);
  }
});
