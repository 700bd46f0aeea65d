import { describe, expect, test } from 'vitest';
import { sanitizeName, sanitizeUrl } from '../../../core/text/sanitize-text.ts';
import {
  responseHtml,
  responseHtmlOfText,
  responseText,
} from '../../../responses/sanitize-html.ts';
import { HOSTILE_HTML } from '../../fixtures/hostile-html.ts';

const TAG =
  /^<\/?(p|br|em|strong|del|a|ul|ol|li|blockquote|code|pre|hr|kbd|sup|sub|table|thead|tbody|tr|th|td|details|summary)((?: dir="auto"| start="\d+"| href="(?:https?:\/\/|mailto:)[^"]*"| rel="nofollow ugc noopener")*)>/;

describe('hostile HTML', () => {
  test('the corpus has at least sixty payloads', () => {
    expect(Object.keys(HOSTILE_HTML).length).toBeGreaterThanOrEqual(60);
  });

  test.each(Object.entries(HOSTILE_HTML))('%s leaves only what a response may hold', (_, html) => {
    const start = performance.now();
    const safe = responseHtml(html);
    expect(performance.now() - start).toBeLessThan(4000);
    const tags = safe
      .split('<')
      .slice(1)
      .map((rest) => `<${rest}`);
    expect(tags.filter((tag) => !TAG.test(tag))).toEqual([]);
    expect(safe.length).toBeLessThan(400_000);
    expect(safe).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/);
    expect(responseHtml(safe)).toBe(safe);
  });

  test('as text it is shown as it was written, and runs nothing', () => {
    for (const html of Object.values(HOSTILE_HTML)) {
      const tags = responseHtmlOfText(html)
        .split('<')
        .slice(1)
        .map((rest) => `<${rest}`);
      expect(tags.filter((tag) => !TAG.test(tag))).toEqual([]);
    }
  });
});

describe('what people do write', () => {
  test('emphasis, lists, quotations, code and tables stay', () => {
    const html =
      '<p dir="auto">A <em>b</em> <code>c</code></p><ol start="3"><li dir="auto">d</li></ol>';
    expect(responseHtml(html)).toBe(html);
  });

  test('headings become bold paragraphs, so that the outline of the page is ours', () => {
    expect(responseHtml('<h1>Mine</h1>')).toBe('<p dir="auto"><strong>Mine</strong></p>');
  });

  test('a picture becomes a link that loads nothing', () => {
    expect(responseHtml('<img src="https://example.org/a.png" alt="A shelf">')).toBe(
      '<a href="https://example.org/a.png" rel="nofollow ugc noopener">[A shelf]</a>',
    );
  });

  test('blank lines part paragraphs and addresses become links without the full stop', () => {
    expect(responseHtmlOfText('One\ntwo https://example.org/a.\n\nThree <b>')).toBe(
      '<p dir="auto">One<br>two <a href="https://example.org/a" rel="nofollow ugc noopener">https://example.org/a</a>.</p><p dir="auto">Three &#x3C;b></p>',
    );
  });

  test('words of neighbouring paragraphs do not grow together in an extract', () => {
    expect(responseText('<p>a</p><p>b<br>c <em>d</em>e</p>')).toBe('a b c de');
  });
});

describe('names and addresses', () => {
  test('a name cannot turn the direction of the line or hide in it', () => {
    expect(sanitizeName('  A\u202e B\u200b\n C ')).toBe('A B C');
    expect(sanitizeName('\u200b\u202e')).toBe('');
    expect([...sanitizeName('x'.repeat(300))]).toHaveLength(80);
  });

  test('letters of every script and joined emoji keep their shape in texts', () => {
    expect(responseHtmlOfText('می‌روم 👩‍💻')).toContain('می‌روم 👩‍💻');
  });

  test.each(['//a.example', 'javascript:1', 'https:/\\a', 'https://u:p@a.example', 'ftp://a', 'x'])(
    '%s is no address',
    (address) => expect(sanitizeUrl(address)).toBeUndefined(),
  );
});
