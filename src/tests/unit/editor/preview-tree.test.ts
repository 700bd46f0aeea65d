import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { COMPONENTS, componentNamed } from '../../../core/model/author-components.ts';
import { previewTree } from '../../../editor/preview-tree.ts';
import { HOSTILE_HTML } from '../../fixtures/hostile-html.ts';

const setting = {
  headings: new Set(['questions']),
  base: '/blog',
  language: 'en',
  picture: (name: string) => (name === 'oak tree.jpg' ? 'data:image/jpeg;base64,AA' : undefined),
};
const shown = (source: string) => toHtml(previewTree(parsePost(source), setting));

test('a preview numbers questions, knows the base, and shows pictures with their captions', () => {
  const html = shown(
    '---\ntitle: x\n---\n\n[us](/about/) ![An oak](<./oak tree.jpg>)\n\n![An oak](<./oak tree.jpg> "Ours")\n\n## Questions\n\n- One?',
  );
  expect(html).toContain('<a href="/blog/about/">us</a>');
  expect(html).toContain(
    '<figure><img src="data:image/jpeg;base64,AA" alt="An oak"><figcaption>Ours</figcaption></figure>',
  );
  expect(html).toMatch(/<ol class="questions">\s*<li id="preview-question-1">One\?<\/li>/);
});

test('a preview has the marks of its language, in the words of components too', () => {
  const tree = parsePost('"Hola"\n\n<Quote source=\'"Platero"\'>\n\nDijo "no".\n\n</Quote>');
  const html = toHtml(previewTree(tree, { ...setting, language: 'es' }));
  expect(html).toContain('<p>«Hola»</p>');
  expect(html).toContain('<figcaption>«Platero»</figcaption>');
  expect(html).toContain('Dijo «no».');
});

test.each(Object.keys(COMPONENTS))('a preview shows <%s> as the site does', (name) => {
  const html = shown(componentNamed(name)?.example ?? '');
  expect(html).toMatch(/^<(figure|section|div|a)/);
  expect(html).not.toContain(name);
});

test('a preview names licences and sources with links, as the page does', () => {
  expect(
    shown(
      '<Figure src="oak tree.jpg" alt="An oak" caption="Ours" credit="Ana" licence="CC-BY-4.0" />',
    ),
  ).toBe(
    '<figure><img src="data:image/jpeg;base64,AA" alt="An oak"><figcaption>Ours<span class="credit">Ana · <a href="https://creativecommons.org/licenses/by/4.0/" rel="external noopener">CC BY 4.0</a></span></figcaption></figure>',
  );
  expect(shown('<Quote source="The code" url="/code/">\n\nWe.\n\n</Quote>')).toBe(
    '<figure class="quote"><blockquote><p>We.</p></blockquote><figcaption><a href="/blog/code/">The code</a></figcaption></figure>',
  );
});

test('a language that is still being typed is none yet', () => {
  for (const lang of ['', 'e', 'zh-Han s', 'zz"'])
    expect(shown(`<InLanguage lang='${lang}'>\n\nx\n\n</InLanguage>`)).toBe('<div><p>x</p></div>');
});

test('only elements, addresses and attributes of posts are left of anything hostile', () => {
  const hostile = [
    ...Object.values(HOSTILE_HTML).map((html) => html.slice(0, 5000)),
    '[a](javascript:alert(1)) ![b](javascript:alert(1)) ![c](https://elsewhere.example/x.png)',
    '<Embed url="javascript:alert(1)" title="t" />',
    '<Quote source="s" url="data:text/html,x" lang="zz\\"">\n\nx\n\n</Quote>',
    '<Figure src="https://elsewhere.example/x.png" alt="x" onload="alert(1)" />',
    '<Note onclick="alert(1)" style="position:fixed">x</Note>',
    '<constructor /><__proto__ />',
  ];
  for (const source of hostile) {
    let html = '';
    try {
      html = shown(source);
    } catch {
      // What cannot be read is not shown.
    }
    expect(html, source).not.toMatch(/<(script|iframe|style|svg|form|input|object|link|meta)/i);
    expect(html.replace(/"[^"]*"/g, '""'), source).not.toMatch(/<[^>]*\s(on\w+|style)=/i);
    expect(html, source).not.toMatch(/(href|src)="(?!https?:|mailto:|data:image|\/|#|\.\/)/i);
    expect(html, source).not.toContain('src="http');
  }
});
