import { satteri } from '@astrojs/markdown-satteri';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import {
  bareAddresses,
  parseMdx,
  proseTree,
  withDialect,
} from '../../../../core/markdown/satteri.ts';

/** Words of a script as they stand beside each other, with the marks that open and close in it. */
const scripts: [script: string, before: string, word: string, after: string, ends: string[]][] = [
  [
    'Chinese',
    '这是',
    '重要的事',
    '所以继续',
    ['「…」', '“…”', '《…》', '（…）', '…。', '…！', '…？'],
  ],
  ['Japanese', 'これは', '重要なこと', 'です', ['「…」', '『…』', '【…】', '…。', '…！']],
  ['Korean', '이것은', '중요', '입니다', ['“…”', '(…)', '《…》', '…!', '마크다운(…)']],
  ['Thai', 'นี่คือ', 'สำคัญ', 'มาก', ['“…”', '(…)', '…ฯ', '…!']],
  ['Arabic', 'و', 'مهم', 'جدا', ['«…»', '…؟', '(…)', '…،']],
  ['Hebrew', 'ב', 'חשוב', 'מאוד', ['"…"', '…?', '״…״']],
  ['Hindi', 'यह', 'महत्वपूर्ण', 'है', ['“…”', '…।', '(…)']],
  ['Greek', 'το', 'σημαντικό', 'εδώ', ['«…»', '…·', '(…)']],
  ['Cyrillic', 'это', 'важно', 'здесь', ['«…»', '…!', '(…)']],
  ['Spanish', 'es', 'importante', 'aquí', ['¿…?', '¡…!', '«…»']],
  ['Amharic', 'ይህ', 'አስፈላጊ', 'ነው', ['…።', '«…»']],
  ['Khmer', 'នេះ', 'សំខាន់', 'ណាស់', ['…។', '«…»']],
  ['English', 'un', 'believable', 'ish', ['"…"', '(…)', '…!', '…😀']],
];

const cases = scripts.flatMap(([script, before, word, after, ends]) =>
  ends.map((end) => ({ script, before, after, words: end.replace('…', word) })),
);

type Shape = string | readonly Shape[];

/** A tree's kinds and words alone. */
function shape(node: Nodes): Shape {
  if ('value' in node) return node.type === 'text' ? node.value : [node.type, node.value];
  const within = 'children' in node ? (node.children as Nodes[]).map(shape) : [];
  return [node.type === 'link' ? `link ${node.url}` : node.type, ...within];
}

function read(source: string): Shape {
  const [ours, theirs] = [parsePost(source), parseMdx(source)];
  expect(places(ours)).toEqual(places(theirs));
  expect(shape(ours)).toEqual(shape(theirs));
  return shape(theirs);
}

function places(node: Nodes): unknown[] {
  const { start, end } = node.position ?? {};
  const own = [node.type, start?.line, start?.column, start?.offset, end?.offset];
  return [own, ...('children' in node ? (node.children as Nodes[]).flatMap(places) : [])];
}

const paragraph = (...of: Shape[]): Shape => ['root', ['paragraph', ...of]];

describe.each(cases)('$script, $words', ({ before, words, after }) => {
  test.each([
    ['strong', '**'],
    ['emphasis', '*'],
    ['delete', '~~'],
  ])('%s begins and ends at its marks, without spaces around', (type, mark) => {
    expect(read(`${before}${mark}${words}${mark}${after}`)).toEqual(
      paragraph(before, [type, words], after),
    );
    expect(read(`${mark}${words}${mark}${after}`)).toEqual(paragraph([type, words], after));
    expect(read(`> - ${before}${mark}${words}${mark}`)).toEqual([
      'root',
      ['blockquote', ['list', ['listItem', ['paragraph', before, [type, words]]]]],
    ]);
  });

  test('code and links stay as they are', () => {
    const [code, link] = [`\`**${words}**\``, `[**${words}**${after}](https://example.org/a~b~c)`];
    expect(read(`${before}${code}${after}${link}`)).toEqual(
      paragraph(before, ['inlineCode', `**${words}**`], after, [
        'link https://example.org/a~b~c',
        ['strong', words],
        after,
      ]),
    );
  });

  test('a bare address ends where its writer ended it', () => {
    const address = 'https://example.org/a_(b)';
    const last = /[^\p{L}\p{M}]$/u.exec(words)?.[0] ?? ' ';
    // A character of ASCII may be a part of an address, if no space follows.
    const rest = `${last}${/^[!-~]/.test(last) ? ' ' : ''}${after}`;
    expect(read(`${before} ${address}${rest}`)).toEqual(
      paragraph(`${before} `, [`link ${address}`, address], rest),
    );
    expect(read(`(${before} ${address}) ${after}`)).toEqual(
      paragraph(`(${before} `, [`link ${address}`, address], `) ${after}`),
    );
  });
});

test('the pages are made of the same reading, by both ways of rendering', async () => {
  const body = '见https://example.org/a。**「我。」**的 @ana@glammr.us 3~5~6';
  const processor = withDialect(satteri({ mdastPlugins: [bareAddresses] }));
  const page = await processor.createRenderer({} as never);
  expect((await page.render(body)).code.trim()).toBe(
    '<p>见<a href="https://example.org/a">https://example.org/a</a>。<strong>「我。」</strong>的 @ana@glammr.us 3~5~6</p>',
  );
  const module = await processor.createMdxRenderer?.({} as never, {} as never);
  const { code } = (await module?.process(body, '/post.mdx', {})) ?? { code: '' };
  expect(code).toContain('href: "https://example.org/a"');
  expect(code).not.toContain('mailto:');
});

test.each([
  ['借阅期约3~5天，费用100~200元。', '借阅期约3~5天，费用100~200元。'],
  ['Age (1~3), height (80~100).', 'Age (1~3), height (80~100).'],
  ['H~2~O is water, ~~ice~~.', 'H~2~O is water, <del>ice</del>.'],
  ['![3~5天，费用100~200](./a.jpg)', '<img alt="3~5天，费用100~200">'],
  ['他们~~不来了。~~来了', '他们<del>不来了。</del>来了'],
  ['`3~5` and `100~200`', '<code>3~5</code> and <code>100~200</code>'],
])('one tilde stays a tilde: %s', (source, html) => {
  expect(shown(source)).toBe(html);
});

test.each([
  ['见https://example.org/a。之后', '见[https://example.org/a]。之后'],
  ['（https://example.org/a）', '（[https://example.org/a]）'],
  ['(see https://en.wikipedia.org/wiki/A_(b)).', '(see [https://en.wikipedia.org/wiki/A_(b)]).'],
  ['https://example.org/?a[]=1&b=2.', '[https://example.org/?a[]=1&b=2].'],
  ['https://example.org/a\\_b', '[https://example.org/a_b]'],
  ['https://ja.wikipedia.org/wiki/図書館。', '[https://ja.wikipedia.org/wiki/図書館]。'],
  ['https://ca.wikipedia.org/wiki/Col·legi', '[https://ca.wikipedia.org/wiki/Col·legi]'],
  ['www.example.org、次', '[www.example.org]、次'],
  ['https://example.org之后', '[https://example.org]之后'],
  ["https://example.org'a bak", '[https://example.org]’a bak'],
  ['邮箱ana@example.org。', '邮箱[ana@example.org]。'],
  ['@ana@glammr.us', '@ana@glammr.us'],
  ['!library@lemmy.example', '!library@lemmy.example'],
  ['josé@example.org', 'josé@example.org'],
  ['xmpp:ana@example.org', 'xmpp:ana@example.org'],
  ['https://glammr.us/@ana@other.example', '[https://glammr.us/@ana@other.example]'],
  ['`https://example.org/a。`', '<code>https://example.org/a。</code>'],
  ['**https://example.org/a**', '<strong>[https://example.org/a]</strong>'],
  ['[see https://example.org/b](https://example.org/a)', '[see https://example.org/b]'],
])('an address leads as far as its writer meant: %s', (source, html) => {
  expect(shown(source)).toBe(html);
});

test.each([
  ['`**「a」**`です', '<code>**「a」**</code>です'],
  ['**A。**B**C**', '<strong>A。</strong>B<strong>C</strong>'],
  ['*(*foo*)*', '<em>(<em>foo</em>)</em>'],
  ['2 * 3 * 4 and 5*', '2 * 3 * 4 and 5*'],
  ['snake_case_name and a_(b)_c', 'snake_case_name and a_(b)_c'],
  ['\\*\\*「a」\\*\\*です', '**「a」**です'],
  ['**「あ」\n「い」**です', '<strong>「あ」\n「い」</strong>です'],
  ['[**「a」**です](https://example.org/x_(y)_z)', '[<strong>「a」</strong>です]'],
  ['words[^1]**「a」**で\n\n[^1]: 脚注**「b」**です', undefined],
])('marks mean the same where there is no doubt: %s', (source, html) => {
  expect(shape(parsePost(source))).toEqual(shape(parseMdx(source)));
  if (html !== undefined) expect(shown(source)).toBe(html);
});

/** What readers see of one paragraph, links between brackets; both parsers agree on it. */
function shown(source: string): string {
  read(source);
  const html = (nodes: readonly unknown[]): string =>
    nodes
      .map((one) => one as { type: string; value?: string; tagName?: string; children?: unknown[] })
      .map(({ type, value, tagName, children = [], ...rest }) => {
        if (type === 'text') return value;
        if (tagName === 'a') return `[${html(children)}]`;
        const { alt } = (rest as { properties?: { alt?: string } }).properties ?? {};
        if (tagName === 'img') return `<img alt="${alt}">`;
        return tagName === 'p' ? html(children) : `<${tagName}>${html(children)}</${tagName}>`;
      })
      .join('');
  return html(proseTree(source, new Set()).children);
}
