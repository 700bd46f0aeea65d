import { expect, test } from 'vitest';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { markdownFromPaste } from '../../../editor/paste.ts';

/** What is pasted, after it was seen that a post can be parsed with it. */
function pasted(html: string): string | undefined {
  const markdown = markdownFromPaste(html);
  expect(() => parsePost(markdown ?? '')).not.toThrow();
  return markdown;
}

test('Google Docs says in styles what is bold, and puts everything into a <b> that is not', () => {
  const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-size:20pt;font-weight:700">Our reading room</span></h1><p dir="ltr"><span style="font-weight:400">We have </span><span style="font-weight:700">many </span><span style="font-style:italic">old</span><span> books, see </span><a href="https://example.org/a_b"><span style="text-decoration:underline">our list</span></a><span>.</span></p><br><ul><li dir="ltr"><p role="presentation"><span>one</span></p></li><ul><li><p><span>deep</span></p></li></ul><li><p><span>two</span></p></li></ul><h3><span>Smaller</span></h3><p><span>End.</span></p></b><br class="Apple-interchange-newline">`;
  expect(pasted(html)?.split('\n')).toEqual([
    '## Our reading room',
    '',
    'We have **many** *old* books, see [our list](https://example.org/a_b).',
    '',
    '- one',
    '  - deep',
    '- two',
    '',
    '### Smaller',
    '',
    'End.',
  ]);
});

test('Word writes lists as paragraphs with characters before them', () => {
  const entry = (list: number, level: number, character: string, words: string) =>
    `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${character}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>\n\n`;
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body lang=EN-US><!--StartFragment--><p class=MsoNormal>A&nbsp;line.<o:p></o:p></p>\n${entry(0, 1, '·', 'First')}${entry(0, 2, 'o', 'Inner <i>one</i>')}${entry(0, 1, '·', 'Second')}<p class=MsoNormal>And:</p>${entry(1, 1, '1.', 'Which one?')}${entry(1, 1, '2.', 'And why?')}<!--EndFragment--></body></html>`;
  expect(pasted(html)?.split('\n')).toEqual([
    'A line.',
    '',
    '- First',
    '  - Inner *one*',
    '- Second',
    '',
    'And:',
    '',
    '1. Which one?',
    '2. And why?',
  ]);
});

test('a list of another kind begins anew, also right below', () => {
  const entry = (character: string) =>
    `<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${character} </span>x</p>`;
  expect(pasted(entry('·') + entry('1.'))?.split('\n')).toEqual(['- x', '', '1. x']);
});

test('a table has its first row as its head', () => {
  const html = `<table border=1><tr><td><p>Country</p></td><td><p><b>Libraries</b></p></td></tr><tr><td><p>Chile</p></td><td><p>12</p></td></tr></table>`;
  expect(pasted(html)?.split('\n')).toEqual([
    '| Country | **Libraries** |',
    '| ------- | ------------- |',
    '| Chile   | 12            |',
  ]);
});

test('characters are words, and web addresses links', () => {
  const html =
    '<p><i>Write</i> {braces}, &lt;tags&gt;, 5 * 3 * 2 to ana@example.org or see https://example.org/x_y_z.</p>';
  expect(pasted(html)).toBe(
    '*Write* \\{braces}, \\<tags>, 5 \\* 3 \\* 2 to ana@example.org or see [https://example.org/x\\_y\\_z](https://example.org/x_y_z).',
  );
});

test('emphasis is on words alone, and once', () => {
  expect(pasted('<p><b>a</b><b>b </b>c<b> </b><strong><b> d</b></strong></p>')).toBe(
    '**ab** c **d**',
  );
});

test('nothing comes along but words and their form', () => {
  const html =
    '<h2 onclick="x()">T</h2><script>alert(1)</script><style>p{}</style><p><a href="javascript:x">j</a><a href="#_Toc1">k</a><img src="https://example.org/x.png"></p><iframe src="https://example.org"></iframe><form><input value="v"></form>';
  expect(pasted(html)).toBe('## T\n\njk');
});

test('plain words have no form', () => {
  expect(markdownFromPaste('<span style="font-weight: 400">Just words</span>')).toBeUndefined();
  expect(markdownFromPaste('<p>One.</p><p>Two.</p>')).toBeUndefined();
  expect(markdownFromPaste('')).toBeUndefined();
});
