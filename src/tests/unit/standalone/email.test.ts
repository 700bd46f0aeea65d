import { expect, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import { proseTree } from '../../../core/markdown/satteri.ts';
import { type MailMessage, mailHtml, mailText } from '../../../standalone/email.ts';
import { standaloneTree } from '../../../standalone/html.ts';

const en = wordsFor('en');

const address = 'https://example.org/posts/2013-08-reflection/';
const prose = `Dear all, *welcome*[^1].

![A lamp](./lamp.jpg)

## Questions

- What did you learn?
- What would you ask?

| What | How many |
| --- | --: |
| Pairs | 196 |

[^1]: Warmly.
`;
const message = (changed: Partial<MailMessage> = {}): MailMessage => ({
  title: 'A moment of reflection',
  language: 'en',
  sender: 'A program',
  siteLanguage: 'en',
  words: en,
  origin: 'https://example.org',
  tree: standaloneTree(proseTree(prose, new Set(['questions'])), {
    address,
    local: (path) => `https://example.org${path}`,
    picture: (file) => ({ address: address + file, width: 1200, height: 900 }),
    language: 'en',
    words: en,
    wordsLanguage: 'en',
    open: true,
  }),
  ...changed,
});

test('the message has styles on its elements alone, and no script', () => {
  const html = mailHtml(message());
  expect(html).not.toMatch(/<style|<link|<script|class=| on\w+=/);
  expect(html).toContain('<p style="font-family:');
});

test('the message brings a policy of its own, without scripts, and asks not to be indexed', () => {
  const html = mailHtml(message()).replaceAll('&#x27;', "'");
  expect(html).toContain(
    `http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' https://example.org; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
  );
  expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
});

test('a picture fits the column, and a telephone where a program reads its attributes alone', () => {
  expect(mailHtml(message())).toMatch(
    /alt="A lamp" width="288" height="216" style="[^"]*width:560px;/,
  );
});

test('without its styles the message is no wider than the narrowest window', () => {
  const widths = mailHtml(message())
    .replace(/<!--.*?-->/g, '')
    .matchAll(/ width="([^"]*)"/g);
  const fixed = [...widths].map(([, width = '']) => width).filter((width) => width !== '100%');
  expect(fixed.filter((width) => Number(width) > 290)).toEqual([]);
  expect(mailHtml(message())).not.toMatch(/<(figure|figcaption|aside)/);
});

test('a message in Arabic runs from right to left', () => {
  const html = mailHtml(message({ language: 'ar' }));
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('<td align="right"');
});

test('the plain-text twin has everything, in lines that a mail program leaves alone', () => {
  const text = mailText(message());
  expect(text).toBe(`A program

A moment of reflection
======================

Dear all, welcome[1].

[Picture: A lamp]


Questions

 1. What did you learn?
    Answer question 1
    <${address}#question-1>
 2. What would you ask?
    Answer question 2
    <${address}#question-2>

What    How many
Pairs   196

------------------------------------------------------------------------

 1. Warmly.

Read and answer on the site
<${address}>
`);
});
