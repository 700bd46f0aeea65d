import { expect, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import { proseTree } from '../../../core/markdown/satteri.ts';
import { COMPONENTS } from '../../../core/model/author-components.ts';
import type { StandaloneContext } from '../../../standalone/context.ts';
import { standaloneTree, treeToHtml, withdrawnContent } from '../../../standalone/html.ts';

const en = wordsFor('en');

const setting: StandaloneContext = {
  address: 'https://example.org/blog/posts/2013-08-reflection/',
  local: (path) => `https://example.org/blog${path}`,
  picture: (file) => ({
    address: `https://example.org/blog/posts/2013-08-reflection/${encodeURIComponent(file)}`,
    width: 800,
    height: 600,
  }),
  language: 'en',
  words: en,
  wordsLanguage: 'en',
  open: true,
};

const content = (markdown: string, changed: Partial<StandaloneContext> = {}) =>
  treeToHtml(
    standaloneTree(proseTree(markdown, new Set(['questions'])), { ...setting, ...changed }),
  );

test('links to the site, to a neighbour and to a place on the page are whole', () => {
  const html = content('[a](/about/) [b](../2013-07-x/) [c](#end) [d](https://else.org/?a=1&b=2)');
  expect(html).toContain('href="https://example.org/blog/about/"');
  expect(html).toContain('href="https://example.org/blog/posts/2013-07-x/"');
  expect(html).toContain('href="https://example.org/blog/posts/2013-08-reflection/#end"');
  expect(html).toContain('href="https://else.org/?a=1&#x26;b=2"');
});

test('a picture has its stable address, its size and its words', () => {
  expect(content('![Two chairs](./two%20chairs.jpg)')).toContain(
    '<img src="https://example.org/blog/posts/2013-08-reflection/two%20chairs.jpg" alt="Two chairs" width="800" height="600" />',
  );
});

test('a figure keeps caption, credit and licence, and stands outside a paragraph', () => {
  const html = content(
    '<Figure src="./a.jpg" alt="A" caption="At noon." credit="M. Q." licence="CC-BY-2.0" source="https://else.org/1" />',
  );
  expect(html).toContain(
    '<figcaption>At noon. <a href="https://else.org/1">M. Q.</a>, <a href="https://creativecommons.org/licenses/by/2.0/">CC BY 2.0</a></figcaption></figure>',
  );
  expect(html).not.toMatch(/<p>\s*<figure/);
});

test('questions are numbered, and each leads to where it can be answered', () => {
  const html = content('Hi\n\n## Questions\n\nTalk it over.\n\n- One?\n- *Two*?\n');
  expect(html).toContain('<ol><li>One?<div><small><a href="');
  expect(html).toContain('#question-2">Answer question 2</a>');
});

test('questions of a closed discussion are numbered and invite nobody', () => {
  const html = content('## Questions\n\n- One?\n', { open: false });
  expect(html).toContain('<ol><li>One?</li></ol>');
  expect(html).toContain('Read on the site');
  expect(html).not.toContain('Answer');
});

test('a list under another heading is left as it is', () => {
  expect(content('## Books\n\n- One\n')).toContain('<ul>');
});

test('every component is readable as plain HTML', () => {
  const html = content(
    [
      '<Note title="Before you apply">\n\nBy midnight.\n\n</Note>',
      '<Quote source="The code, 2012" url="https://else.org/code" lang="ar">\n\nأهلا\n\n</Quote>',
      '<Figures caption="As of June 2013" source="Survey.">\n\n| a | b |\n| --- | --: |\n| 1 | 2 |\n\n</Figures>',
      '<Embed url="https://vimeo.com/1" title="A tour" note="3 minutes" />',
      '<InLanguage lang="ar">\n\nأهلا وسهلا\n\n</InLanguage>',
      '<Gallery label="Rooms">\n\n<Figure src="./a.jpg" alt="A" />\n<Figure src="./b.jpg" alt="B" />\n\n</Gallery>',
    ].join('\n\n'),
  );
  expect(html).toContain('<p><strong>Before you apply</strong></p><p>By midnight.</p>');
  expect(html).toContain('<blockquote cite="https://else.org/code"><div lang="ar" dir="rtl">');
  expect(html).toContain('<cite><a href="https://else.org/code">The code, 2012</a></cite>');
  expect(html).toContain('<figcaption>As of June 2013 Survey.</figcaption>');
  expect(html).toContain('<td align="right">2</td>');
  expect(html).toContain('<a href="https://vimeo.com/1">A tour</a> (3 minutes)');
  expect(html).toContain('<div lang="ar" dir="rtl"><p>أهلا وسهلا</p></div>');
  expect(html.match(/<figure>/g)).toHaveLength(3);
});

test('nothing in it needs our style sheet, our anchors or a script', () => {
  const html = content(
    '## One[^1]\n\n- [x] done\n\n```js\nlet a;\n```\n\n| a |\n| :-: |\n| 1 |\n\n[^1]: Foot.\n',
  );
  expect(html).not.toMatch(/\s(class|id|style|data-[\w-]+|aria-[\w-]+)=|<script|<input|sr-only|↩/);
  expect(html).toContain('☑');
  expect(html).toContain(
    'href="https://example.org/blog/posts/2013-08-reflection/#user-content-fn-1"',
  );
});

test('a post in another language keeps its direction, and our own words theirs', () => {
  const html = content('مرحبا\n\n## Questions\n\n- لماذا؟\n', { language: 'ar' });
  expect(html).toMatch(/^<div lang="ar" dir="rtl">/);
  expect(html).toContain('<p lang="en" dir="ltr"><a href="');
  expect(html).toContain('<div lang="en" dir="ltr"><small>');
});

test('the cover comes first, with its caption', () => {
  const html = content('Hello', {
    cover: { file: 'cover.jpg', alt: 'The diamond', caption: 'By night.' },
  });
  expect(html).toMatch(
    /^<div lang="en" dir="ltr"><figure><img src="[^"]+cover.jpg" alt="The diamond"/,
  );
  expect(html).toContain('<figcaption>By night.</figcaption>');
});

test.each(Object.entries(COMPONENTS))(
  'what an author writes in the attributes of a <%s> is read in its plain form',
  (name, rule) => {
    const words = Object.entries(rule.attributes).flatMap(([attribute, { kind }]) =>
      // The name of a gallery is spoken alone.
      kind === 'text' && name !== 'Gallery' ? [attribute] : [],
    );
    const required = { picture: './a.jpg', address: 'https://else.org/1', language: 'ar' };
    const given = Object.entries(rule.attributes).map(([attribute, { kind }]) =>
      kind === 'licence'
        ? `${attribute}="CC-BY-2.0"`
        : `${attribute}="${kind === 'text' ? `what ${attribute} says` : required[kind]}"`,
    );
    const html = content(
      rule.holds === 'none'
        ? `<${name} ${given.join(' ')} />`
        : `<${name} ${given.join(' ')}>\n\nWithin.\n\n</${name}>`,
    );
    for (const attribute of words) expect(html).toContain(`what ${attribute} says`);
    if (rule.holds === 'block') expect(html).toContain('<p>Within.</p>');
  },
);

test('a withdrawn post keeps the language and direction of its reason, and invites nobody', () => {
  const gone = { ...setting, language: 'ar', headings: new Set<string>() };
  expect(withdrawnContent('بطلب من الكاتبة', gone)).toBe(
    `<div lang="ar" dir="rtl"><p lang="en" dir="ltr">${en.withdrawn}</p><p>بطلب من الكاتبة</p></div>` +
      `<p lang="en" dir="ltr"><a href="${setting.address}">Read on the site</a></p>`,
  );
});

test('a correction is said in the language of its day', () => {
  const html = content('안녕', {
    language: 'ko',
    correction: { day: '20 April 2013', says: '92' },
  });
  expect(html).toMatch(
    /^<div lang="ko" dir="ltr"><p><strong lang="en" dir="ltr">[^<]*20 April 2013<\/strong> 92<\/p>/,
  );
});
