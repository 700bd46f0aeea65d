import { expect, test } from 'vitest';
import { asSaid, lastingUrl } from '../../../responses/github-html.ts';
import {
  responseHtml,
  responseHtmlOfText,
  responseText,
} from '../../../responses/sanitize-html.ts';

/** What stands on the page, without the attributes that every element has. */
function page(bodyHTML: string, body?: string): string {
  const html = responseHtml(bodyHTML, (tree) => asSaid(tree, body));
  expect(responseHtml(html)).toBe(html);
  return html.replaceAll(' dir="auto"', '').replaceAll(' rel="nofollow ugc noopener"', '').trim();
}

const quotedMail = `On Mon, 3 Feb 2014 at 10:11, Coordinators ***@***.***&gt; wrote:
 What is your question?
 —
 Reply to this email directly, view it on GitHub &lt;https://github.com/o/r/discussions/4#discussioncomment-12&gt;, or unsubscribe.
 You are receiving this because you are subscribed to this thread. Message ID: ***@***.***&gt;
`;

const uuid = 'abcd1234-5678-90ab-cdef-123456789012';
const upload = `https://github.com/user-attachments/assets/${uuid}`;
const passing = (token: string) =>
  `https://private-user-images.githubusercontent.com/123/456-${uuid}.jpg?jwt=${token}`;

test('an answer by mail is what somebody wrote, with its lines, and without the mail it quotes', () => {
  const html = `<div class="email-fragment">Yes, we do that too.
Best,
Ana</div>
<span class="email-hidden-toggle"><a href="#">…</a></span><div class="email-hidden-reply" style="display:none">
<div class="email-quoted-reply">${quotedMail}</div>
<div class="email-fragment"></div>
</div>`;
  expect(page(html)).toBe('<p>Yes, we do that too.<br>Best,<br>Ana</p>');
});

test('words between and below the quoted lines of a mail stay', () => {
  const html = `<div class="email-quoted-reply">&gt; Where do you keep maps?
&gt; And atlases?</div>
<div class="email-fragment">In drawers.

And on shelves.</div><div class="email-hidden-reply"><div class="email-quoted-reply">${quotedMail}</div><div class="email-fragment">Sent from a train.</div></div>`;
  expect(page(html).replaceAll('\n', '')).toBe(
    '<blockquote><p>Where do you keep maps?<br>And atlases?</p></blockquote><p>In drawers.</p><p>And on shelves.</p><p>Sent from a train.</p>',
  );
});

test.each([
  [
    `<p dir="auto">Yes.</p><p>On Mon, 3 Feb 2014 at 10:11, Coordinators ***@***.***&gt; wrote:</p>
<blockquote><p>What?</p><p>—<br>Reply to this email directly, <a href="https://github.com/o/r">view it on GitHub</a>, or <a href="https://github.com/notifications/unsubscribe-auth/AB">unsubscribe</a>.<br>You are receiving this because you commented.</p></blockquote>`,
    '<p>Yes.</p>',
  ],
  [
    '<p>Yes.<br>Ana<br>—<br>Reply to this email directly, <a href="https://github.com/o/r">view it on GitHub</a>.<br>You are receiving this because you commented.</p>',
    '<p>Yes.<br>Ana</p>',
  ],
  ['<p>You are receiving this because you were mentioned.</p><p>No.</p>', '<p>No.</p>'],
  [
    '<blockquote><p>One asks:</p></blockquote><p>We say:</p>',
    '<blockquote><p>One asks:</p></blockquote><p>We say:</p>',
  ],
])('a mail quoted as ordinary text is left out: %#', (html, shown) => {
  expect(page(html)).toBe(shown);
});

test.each([passing('aaa.bbb.ccc'), passing('ddd'), passing('').replace('private', 'secured')])(
  'a picture has the address that lasts, whatever its token: %s',
  (src) => {
    const html = `<p dir="auto"><a target="_blank" href="${src}"><img src="${src}" alt="image"></a></p>`;
    expect(page(html)).toBe(`<p><a href="${upload}">[image]</a></p>`);
    // What an earlier snapshot has saved is put right where it is shown.
    expect(responseHtml(`<a href="${src}">x</a>`)).toContain(upload);
  },
);

test('a picture from elsewhere has its own address, and not that of the proxy', () => {
  const own = 'https://example.org/a.png';
  const camo = `https://camo.githubusercontent.com/${'a1'.repeat(32)}/${Buffer.from(own).toString('hex')}`;
  const html = `<a href="${camo}"><img src="${camo}" data-canonical-src="${own}" alt="A"></a>`;
  expect(page(html)).toBe(`<a href="${own}">[A]</a>`);
  expect(lastingUrl(camo)).toBe(own);
  expect(lastingUrl(upload)).toBe(upload);
  expect(
    page(
      `<a href="${own}"><img src="${camo}" data-canonical-src="https://x.example/b.png" alt="A"></a>`,
    ),
  ).toBe(`<a href="${own}">[A]</a>`);
});

test.each([
  [
    'a film',
    `<details open class="details-reset border rounded-2"><summary class="px-3"><svg></svg><span class="m-1">tour.mp4</span></summary><video src="${passing('t').replace('.jpg', '.mp4')}"></video></details>`,
    `<p><a href="${upload}">[tour.mp4]</a></p>`,
  ],
  [
    'a diagram',
    '<section class="js-render-needs-enrichment render-needs-enrichment" data-type="mermaid"><div class="js-render-enrichment-target" data-plain="graph TD; A--&gt;B"><div><pre lang="mermaid">graph TD; A--&gt;B</pre></div></div><span class="js-render-enrichment-loader" role="presentation"><svg></svg><span>Loading</span></span></section>',
    '<pre><code>graph TD; A-->B</code></pre>',
  ],
  [
    'footnotes',
    '<p>A<sup><a href="#user-content-fn-1-ab" data-footnote-ref>1</a></sup></p><section class="footnotes" data-footnotes><h2 class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1-ab"><p>B <a href="#user-content-fnref-1" data-footnote-backref class="data-footnote-backref">↩</a></p></li></ol></section>',
    '<p>A<sup>1</sup></p>\n<ol><li><p>B </p></li></ol>',
  ],
  [
    'an emoji',
    '<p><g-emoji class="g-emoji" alias="+1">👍</g-emoji> <img class="emoji" alt=":octocat:" src="https://github.githubassets.com/o.png"></p>',
    '<p>👍 :octocat:</p>',
  ],
  [
    'a mention',
    '<p><a class="user-mention notranslate" data-hovercard-type="user" href="https://github.com/ana">@ana</a></p>',
    '<p><a href="https://github.com/ana">@ana</a></p>',
  ],
  [
    'a link within GitHub',
    '<p><a href="/o/r/issues/2">#2</a></p>',
    '<p><a href="https://github.com/o/r/issues/2">#2</a></p>',
  ],
  [
    'tasks',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled checked> a</li><li class="task-list-item"><input type="checkbox" disabled> b</li></ul>',
    '<ul><li>☑  a</li><li>☐  b</li></ul>',
  ],
  [
    'formulas',
    '<p><math-renderer class="js-inline-math" data-run-id="1">$x^2$</math-renderer></p><math-renderer class="js-display-math">$$y$$</math-renderer>',
    '<p><code>x^2</code></p><pre><code>y</code></pre>',
  ],
  [
    'what opens',
    '<details><summary>More</summary><p>Words</p></details>',
    '<details><summary>More</summary><p>Words</p></details>',
  ],
  [
    'an alert',
    '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title"><svg></svg>Note</p><p>Words</p></div>',
    '<blockquote><p><strong>Note</strong></p><p>Words</p></blockquote>',
  ],
  [
    'a button to copy code',
    '<div class="highlight"><pre>a</pre><div class="zeroclipboard-container"><clipboard-copy>Copy</clipboard-copy></div></div>',
    '<pre>a</pre>',
  ],
])('%s is kept as its writer said it', (_, html, shown) => {
  expect(page(html)).toBe(shown);
});

test.each([
  ['3<del>5天，费用100</del>200元', '3~5天，费用100~200元', '3~5天，费用100~200元'],
  ['<del>gone</del>', '~~gone~~', '<del>gone</del>'],
  ['a<del>b</del>c, <del>d <em>e</em></del>', 'a~b~c, ~~d *e*~~', 'a~b~c, <del>d <em>e</em></del>'],
  ['<del>not known</del>', '', '<del>not known</del>'],
  ['これは**「重要」**です', 'これは**「重要」**です', 'これは<strong>「重要」</strong>です'],
  ['**a**', '\\*\\*a\\*\\*', '**a**'],
  [
    '<a href="https://example.org/a%E3%80%82%E4%B9%8B">https://example.org/a。之</a>',
    'https://example.org/a。之',
    '<a href="https://example.org/a">https://example.org/a</a>。之',
  ],
  ['@<a href="mailto:ana@glammr.us">ana@glammr.us</a>', '@ana@glammr.us', '@ana@glammr.us'],
  [
    'or <a href="mailto:ana@example.org">ana@example.org</a>',
    'or ana@example.org',
    'or <a href="mailto:ana@example.org">ana@example.org</a>',
  ],
  [
    '<a href="https://example.org/x">https://example.org/x</a>.',
    'https://example.org/x.',
    '<a href="https://example.org/x">https://example.org/x</a>.',
  ],
])('an answer is read in any script as posts are: %s', (html, body, shown) => {
  expect(page(`<p>${html}</p>`, body)).toBe(`<p>${shown}</p>`);
});

test('the lines of nested lists stay apart in extracts', () => {
  expect(responseText('<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><p>d</p>')).toBe(
    '• a • b • c d',
  );
});

test('an address in a mail ends where its writer ended it', () => {
  const html = responseHtmlOfText(
    '(https://en.wikipedia.org/wiki/A_(b)), 见https://a.example/b。之后',
  );
  expect([...html.matchAll(/>(https[^<]*)<\/a>([^<]*)/g)].map((found) => found.slice(1))).toEqual([
    ['https://en.wikipedia.org/wiki/A_(b)', '), 见'],
    ['https://a.example/b', '。之后'],
  ]);
});
