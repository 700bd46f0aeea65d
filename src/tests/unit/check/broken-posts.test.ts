import { expect, test } from 'vitest';
import { checkContent } from '../../../check/check.ts';
import { inPlainWords } from '../../../check/reporters.ts';
import type { ContentFolder } from '../../../core/content-files/folder.ts';
import type { Problem } from '../../../core/content-files/problem.ts';
import { RULES } from '../../../core/content-files/rule-messages.ts';
import { languageTemplate } from '../../../core/i18n/language-template.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { parseMdx } from '../../../core/markdown/satteri.ts';
import { MOVING_AVIF } from '../../../images/image-header.ts';
import { wrongCorrections } from '../../support/corrections.ts';
import {
  contentWithPost,
  type FieldLines,
  jpeg,
  postText,
  QUESTIONS,
  sampleContent,
  updateText,
} from '../../support/sample-content.ts';

/** A name, the content, and what is to be said: `line rule`, with the file if it is not the post's. */
type Broken = [name: string, content: ContentFolder, said: string[]];

const around = { now: new Date('2013-10-01T00:00:00Z') };
const POST = 'content/posts/2013-08-reflection/index.mdx';
const post = (...of: Parameters<typeof contentWithPost>) => contentWithPost(...of);
const fields = (changes: FieldLines) => post(postText(undefined, changes));
const body = (text: string, ...pictures: string[]) =>
  post(updateText(text), Object.fromEntries(pictures.map((name) => [name, jpeg])));
const cover = (lines: string) => fields({ cover: `cover:\n${lines}` });
const beside = (path: string, text = '') => sampleContent({ [path]: text });
const RESPONSES = 'content/posts/2013-08-reflection/responses.yaml';
const MAILED =
  '- id: mail-1\n  source: email\n  author: { name: Ada }\n  date: 2013-08-05\n  text: Yes.\n';
const OK_POST = { 'posts/2013-08-reflection/index.mdx': postText() };

const files: Broken[] = [
  ['a blank that the setup has left', body('TO FILL IN: Say who you are.\n'), ['11 blank-left']],
  ['no front matter', post('Just prose.\n'), ['1 no-front-matter']],
  ['an empty file', post(''), ['1 no-front-matter']],
  ['fields without an end', post('---\ntitle: A\n\nProse.\n'), ['1 front-matter-open']],
  [
    'a folder without a text',
    sampleContent({}, { 'posts/2013-09-x/a.jpg': jpeg }),
    ['content/posts/2013-09-x post-without-text'],
  ],
  [
    'index.md instead of index.mdx',
    beside('posts/2013-09-x/index.md', postText()),
    [
      'content/posts/2013-09-x post-without-text',
      'content/posts/2013-09-x/index.md misplaced-file',
    ],
  ],
  [
    'a post that is a file',
    beside('posts/2013-09-x.mdx', postText()),
    ['content/posts/2013-09-x.mdx misplaced-file'],
  ],
  [
    'capital letters in the folder',
    beside(
      'posts/2013-09-Leadership/index.mdx',
      postText(undefined, { month: 'month: 2013-09', date: 'date: 2013-09-03' }),
    ),
    ['content/posts/2013-09-Leadership/index.mdx id'],
  ],
  [
    'spaces in the folder',
    beside('posts/2013-08 leadership/index.mdx', postText()),
    ['content/posts/2013-08 leadership/index.mdx id'],
  ],
  [
    'no year in the folder',
    beside('posts/leadership/index.mdx', postText()),
    ['content/posts/leadership/index.mdx id'],
  ],
  [
    "a page with one of the site's names",
    beside('pages/search.mdx', '---\ntitle: S\nsummary: S.\n---\n\nS.\n'),
    ['content/pages/search.mdx id-reserved'],
  ],
  [
    'a device of Windows as a name',
    sampleContent(OK_POST, { 'posts/2013-08-reflection/aux.jpg': jpeg }),
    [
      'content/posts/2013-08-reflection/aux.jpg file-name',
      'content/posts/2013-08-reflection/aux.jpg unused-file',
    ],
  ],
  [
    'a question mark in a name',
    sampleContent(OK_POST, { 'posts/2013-08-reflection/why?.jpg': jpeg }),
    [
      'content/posts/2013-08-reflection/why?.jpg file-name',
      'content/posts/2013-08-reflection/why?.jpg unused-file',
    ],
  ],
  [
    'a name in letters taken apart, as a Mac writes them',
    body('![A café](./cafe\u0301.jpg "Ours.")', 'cafe\u0301.jpg'),
    ['content/posts/2013-08-reflection/cafe\u0301.jpg file-name'],
  ],
  [
    'two names that differ in capitals',
    body('![A](./a.jpg "Ours.") ![B](./A.jpg "Ours.")', 'a.jpg', 'A.jpg'),
    ['content/posts/2013-08-reflection/a.jpg file-name-twice'],
  ],
  [
    'a symbolic link',
    { ...sampleContent(OK_POST), links: ['posts/2013-08-reflection/cover.jpg'] },
    ['content/posts/2013-08-reflection/cover.jpg symbolic-link'],
  ],
  ...(
    [
      ['folder', 'folder-as-file'],
      ['other', 'not-a-file'],
      ['refused', 'unreadable-file'],
      ['name', 'file-name-encoding'],
    ] as const
  ).map(
    ([obstacle, rule]): Broken => [
      `a person that can't be read: ${obstacle}`,
      { ...sampleContent(OK_POST), unreadable: new Map([['people/ana.yaml', obstacle]]) },
      [`content/people/ana.yaml ${rule}`],
    ],
  ),
  [
    'a file in the place of a folder',
    { ...sampleContent(OK_POST), unreadable: new Map([['pages', 'file']]) },
    ['content/pages file-as-folder'],
  ],
  [
    'authors, and nobody among the people',
    withoutText('people/team.yaml'),
    ['content/people missing-folder'],
  ],
  [
    'a tag list with nothing in it',
    changed('tags.yaml', () => '# Nothing yet\n'),
    ['content/tags.yaml:1 empty-file'],
  ],
  [
    'a conflict that git left in a post',
    body('Prose.\n\n<<<<<<< HEAD\nOne.\n=======\nOther.\n>>>>>>> work\n\n# Another {slip'),
    ['13 merge-conflict'],
  ],
  [
    'a conflict that git left in a list',
    changed('tags.yaml', (text) => `<<<<<<< HEAD\n${text}=======\n>>>>>>> work\n`),
    ['content/tags.yaml:1 merge-conflict'],
  ],
  [
    'a conflict that git left in responses, half mended',
    responsesOf('- id: mail-1\n>>>>>>> work\n'),
    ['content/posts/2013-08-reflection/responses.yaml:2 merge-conflict'],
  ],
  ['a text without end', body('word '.repeat(100).concat('\n').repeat(600)), ['file-too-large']],
  [
    'a list of tags with a whole book in it',
    changed('tags.yaml', (text) => `${text}# ${'word '.repeat(250_000)}\n`),
    ['content/tags.yaml yaml-too-large'],
  ],
  [
    'more tags than anybody uses',
    changed(
      'tags.yaml',
      (text) =>
        text +
        Array.from({ length: 2000 }, (_, i) => `t${i}: { label: L${i}, description: D }\n`).join(
          '',
        ),
    ),
    ['content/tags.yaml:1 field'],
  ],
  [
    'more former names than anybody gives',
    fields({
      x: `formerly: [${Array.from({ length: 51 }, (_, i) => `2013-08-a${i}`).join(', ')}]`,
    }),
    ['10 field'],
  ],
  ['a text of thousands of lines', body('word\n\n'.repeat(3000)), ['file-too-large']],
  ['a tag list that is not there', withoutText('tags.yaml'), ['content/tags.yaml missing-file']],
  [
    'two posts with one id',
    sampleContent({
      ...OK_POST,
      'posts/2013-09-x/index.mdx': postText(undefined, {
        month: 'month: 2013-09',
        date: 'date: 2013-09-03',
        title: 'title: X',
        summary: 'summary: X.',
        formerly: 'formerly: [2013-08-reflection]',
      }),
    }),
    ['content/posts/2013-09-x/index.mdx:10 id-twice'],
  ],
  [
    'two posts with one feed id',
    sampleContent({
      'posts/2013-08-reflection/index.mdx': postText(undefined, { guid: 'guid: old/?p=12' }),
      'posts/2013-07-other/index.mdx': updateText('Prose.', {
        date: 'date: 2013-07-03',
        title: 'title: X',
        summary: 'summary: X.',
        guid: 'guid: old/?p=12',
      }),
    }),
    ['10 guid-twice'],
  ],
  [
    'two posts with one DOI, each written in its own way',
    sampleContent({
      'posts/2013-08-reflection/index.mdx': postText(undefined, { guid: 'doi: 10.1234/ABC' }),
      'posts/2013-07-other/index.mdx': updateText('Prose.', {
        date: 'date: 2013-07-03',
        title: 'title: X',
        summary: 'summary: X.',
        guid: 'doi: https://doi.org/10.1234/abc',
      }),
    }),
    ['10 doi-twice'],
  ],
  [
    'two posts with one short address',
    sampleContent({
      'posts/2013-09-topic-51372/index.mdx': updateText('Prose.', { date: 'date: 2013-09-03' }),
      'posts/2013-09-topic-139689/index.mdx': updateText('Prose.', {
        date: 'date: 2013-09-04',
        title: 'title: X',
        summary: 'summary: X.',
      }),
    }),
    ['content/posts/2013-09-topic-139689/index.mdx short-address-twice'],
  ],
];

const letters: Broken[] = [
  ['a byte order mark', post(`\ufeff${postText()}`), ['1 byte-order-mark']],
  [
    'UTF-16',
    { ...post(postText()), encodings: new Map([['posts/2013-08-reflection/index.mdx', 'UTF-16']]) },
    ['encoding'],
  ],
  [
    'the old Western encoding',
    {
      ...post(postText()),
      encodings: new Map([['posts/2013-08-reflection/index.mdx', 'Windows-1252']]),
    },
    ['encoding'],
  ],
  ["Windows' line ends", post(postText().replaceAll('\n', '\r\n')), ['1 line-ends']],
  [
    'a character that turns the direction',
    body('Read \u202etxt.exe\u202c now.'),
    ['11 hidden-direction'],
  ],
  ['an isolate around a word', body('The \u2067word\u2069 is hidden.'), ['11 hidden-direction']],
  [
    'a character that turns the direction, as a reference',
    body('Read &#x202e;txt.exe now.\n\n<Note title="&#8238;txt.exe">Now.</Note>'),
    ['11 hidden-direction', '13 hidden-direction'],
  ],
  [
    'a character that turns the direction, as an escape',
    fields({ title: 'title: "A \\u202emoment"' }),
    ['2 hidden-direction'],
  ],
  [
    'a hidden character in an answer, as an escape',
    responsesOf(MAILED.replace('Yes.', '"Yes.\\e[2J"')),
    [`${RESPONSES}:5 hidden-character`],
  ],
  [
    'a hidden character in an answer, as HTML writes it',
    responsesOf(MAILED.replace('text: Yes.', 'html: "<p>&#8238;Yes.</p>"')),
    [`${RESPONSES}:5 hidden-direction`],
  ],
  ['a message in tags of Unicode', body('Hi\u{e0068}\u{e0069} there.'), ['11 hidden-character']],
  [
    'a message in variation selectors',
    body('A smile 😀\ufe01\ufe02\ufe03.'),
    ['11 hidden-character'],
  ],
  ['a control character', body('A bell\u0007 rings.'), ['11 hidden-character']],
  ['a line separator', body('First line\u2028second line.'), ['11 hidden-character']],
  ['a next line', fields({ title: 'title: Before\u0085after' }), ['2 hidden-character']],
  ['an apostrophe as a control character', body('don\u0092t'), ['11 hidden-character']],
  ['a letter that was lost', body('A caf\ufffd in Lyon.'), ['11 lost-letter']],
  [
    'a tab before a field',
    cover('\timage: ./a.jpg\n\talt: A\n\tcredit: Us\n\tlicence: CC0-1.0'),
    ['11 yaml-tab', '11 missing-picture', '12 yaml-tab', '13 yaml-tab', '14 yaml-tab'],
  ],
  [
    'curly quotation marks around a value',
    fields({ title: 'title: “A moment”' }),
    ['2 yaml-smart-quotes'],
  ],
  ['a hidden space in a key', fields({ title: 'title\u00a0: A moment' }), ['2 yaml-hidden-space']],
  [
    'a hidden space behind the colon',
    fields({ title: 'title:\u00a0A moment' }),
    ['2 yaml-hidden-space'],
  ],
  ['a wide colon', fields({ title: 'title：A moment' }), ['2 yaml-wide-colon']],
  ['a list without spaces', fields({ tags: 'tags:\n-reflection' }), ['9 yaml-list-space']],
  [
    'a hashtag in a summary',
    fields({ summary: "summary: Don't miss #interlibnet" }),
    ['7 yaml-hash'],
  ],
  ['no space behind the colon', fields({ title: 'title:A moment' }), ['2 yaml-no-space']],
];

const frontMatter: Broken[] = [
  ['no title', fields({ title: '' }), ['2 missing-field']],
  ['an empty title', fields({ title: 'title: ""' }), ['2 field']],
  ['a title without end', fields({ title: `title: ${'word '.repeat(80)}` }), ['2 field']],
  [
    'a title with a second colon',
    fields({ title: 'title: Libraries: a new start' }),
    ['2 yaml-colon'],
  ],
  ['a title that begins with a star', fields({ title: 'title: *New* books' }), ['2 yaml-alias']],
  ['a title that begins with an at sign', fields({ title: 'title: @work' }), ['2 yaml-alias']],
  [
    'a quotation mark that is not closed',
    fields({ summary: 'summary: "What we learned' }),
    ['7 yaml-unclosed'],
  ],
  ['a bracket that is not closed', fields({ tags: 'tags: [reflection' }), ['8 yaml-unclosed']],
  ['brackets without end', fields({ tags: `tags: ${'['.repeat(5000)}` }), ['8 yaml-nested']],
  ['a field twice', fields({ again: 'title: Another' }), ['10 yaml-twice']],
  [
    'a field with a slip of the pen',
    fields({ summary: 'sumary: What we learned.' }),
    ['7 unknown-key'],
  ],
  ['a field nobody knows', fields({ x: 'colour: red' }), ['10 unknown-key']],
  ['a field that would become an attribute', fields({ x: 'onload: alert(1)' }), ['10 unknown-key']],
  [
    'a line that is moved in by a step too few',
    fields({ cover: 'cover:\n  image: ./a.jpg\n alt: A' }),
    ['12 yaml-indent'],
  ],
  ['a line without a colon', fields({ x: 'and some words' }), ['10 yaml-no-colon']],
  [
    'words behind a quotation',
    fields({ title: 'title: "A moment" of reflection' }),
    ['2 yaml-quotes'],
  ],
  ['no kind', fields({ kind: '' }), ['2 missing-field']],
  ['a kind that is none', fields({ kind: 'kind: discusion' }), ['3 unknown-kind']],
  ['a day in words', fields({ date: 'date: 3 August 2013' }), ['6 field']],
  ['a month in Spanish words', fields({ month: 'month: agosto de 2013' }), ['4 field']],
  ['a field without a value', fields({ summary: 'summary:' }), ['7 field']],
  ['a cover by its name alone', fields({ cover: 'cover: a.jpg' }), ['10 field']],
  ['a day that does not exist', fields({ date: 'date: 2013-02-31' }), ['6 field']],
  ['a date the other way round', fields({ date: 'date: 03/08/2013' }), ['6 field']],
  ['a time without its offset', fields({ date: 'date: 2013-08-03T18:00' }), ['6 field']],
  [
    "a time that is not in the program's zone",
    fields({ date: 'date: 2013-08-03T18:00+02:00' }),
    ['6 date-zone'],
  ],
  ['a date far from the folder', fields({ date: 'date: 2031-08-03' }), ['6 date-and-folder']],
  ['an update before the post', fields({ updated: 'updated: 2013-08-01' }), ['10 field']],
  [
    'a correction without its day',
    fields({ correction: 'correction: The figure was wrong.' }),
    ['10 field'],
  ],
  ['a discussion without its month', fields({ month: '' }), ['3 month-missing']],
  [
    'an update with a month',
    post(updateText('Prose.\n', { month: 'month: 2013-08' })),
    ['4 month-needless'],
  ],
  ['a month that is none', fields({ month: 'month: August 2013' }), ['4 field']],
  [
    'a month that disagrees with the folder',
    fields({ month: 'month: 2013-09' }),
    ['4 month-and-folder'],
  ],
  ['a discussion without questions', post(postText('Prose.\n')), ['3 no-questions']],
  [
    'questions without a list',
    post(postText('## Questions\n\nWhat did you learn?\n')),
    ['12 questions-not-listed'],
  ],
  [
    'questions with the dots of a word processor',
    post(postText('## Questions\n\n• What?\n• Why?\n')),
    ['12 questions-not-listed', '14 bullet-marker', '15 bullet-marker'],
  ],
  [
    'questions under another heading',
    post(postText('## Discussion questions\n\n- What?\n')),
    ['12 no-questions'],
  ],
  [
    'a heading of questions without its space',
    post(postText('##Questions\n\n- What?\n')),
    ['12 heading-no-space', '12 no-questions'],
  ],
  [
    'two lists of questions',
    post(postText(`${QUESTIONS}\n${QUESTIONS}`)),
    ['17 second-question-list'],
  ],
  ['no authors', fields({ authors: 'authors: []' }), ['9 field']],
  ['authors that are no list', fields({ authors: 'authors: team, ana' }), ['9 field']],
  ['a language that is none', fields({ lang: 'lang: English' }), ['10 field']],
  ['a draft that is neither true nor false', fields({ draft: 'draft: yes' }), ['10 field']],
];

const vocabulary: Broken[] = [
  ['a tag with a slip of the pen', fields({ tags: 'tags: [reflexion]' }), ['8 unknown-tag']],
  ['a tag that is none', fields({ tags: 'tags: [gardening]' }), ['8 unknown-tag']],
  ['a tag by its label', fields({ tags: 'tags: [Culture]' }), ['8 tag-synonym']],
  ['a tag by another word for it', fields({ tags: 'tags: [looking back]' }), ['8 tag-synonym']],
  ['a tag by its former id', fields({ tags: 'tags: [retrospect]' }), ['8 tag-synonym']],
  ['a tag twice', fields({ tags: 'tags: [culture, culture]' }), ['8 tag-twice']],
  ['a round that is none', fields({ round: 'round: pilott' }), ['5 unknown-round']],
  [
    'a person by their name',
    fields({ authors: 'authors: [Program coordinators]' }),
    ['9 unknown-person'],
  ],
  ['a person who is none', fields({ authors: 'authors: [teem]' }), ['9 unknown-person']],
  ['a person by a former id', fields({ authors: 'authors: [coordinators]' }), ['9 former-id']],
  [
    'a follow-up of a post that is none',
    fields({ follows: 'follows: 2013-07-another' }),
    ['10 unknown-post'],
  ],
  [
    'a follow-up of a former id',
    fields({ follows: 'follows: 2013-07-the-other' }),
    ['10 former-id'],
  ],
  [
    'a follow-up of itself',
    fields({ follows: 'follows: 2013-08-reflection' }),
    ['10 leads-to-itself'],
  ],
  [
    'two posts that follow each other',
    sampleContent({
      'posts/2013-08-reflection/index.mdx': postText(undefined, { follows: 'follows: 2013-08-b' }),
      'posts/2013-08-b/index.mdx': postText(undefined, {
        title: 'title: B',
        summary: 'summary: B.',
        follows: 'follows: 2013-08-reflection',
      }),
    }),
    ['content/posts/2013-08-b/index.mdx:10 leads-in-a-circle', '10 leads-in-a-circle'],
  ],
  [
    'a translation of a page that is none',
    beside(
      'pages/sobre.mdx',
      '---\ntitle: Sobre\nsummary: S.\nlang: es\ntranslationOf: abuot\n---\n\nS.\n',
    ),
    ['content/pages/sobre.mdx:5 unknown-page'],
  ],
];

const prose: Broken[] = [
  [
    'the fields of another post, pasted with its text',
    body('---\ntitle: Another\nkind: update\n---\n\nProse.'),
    ['11 front-matter-twice'],
  ],
  ['code without an end', body('```\nx\n\nMore prose.'), ['11 code-open']],
  [
    'a table without the line below its head',
    body('| a | b |\n| 1 | 2 |'),
    ['11 table-without-head'],
  ],
  ['bold words without an end', body('All **bold from here.'), ['11 bold-open']],

  [
    'a language of code that is none',
    body('```the code:\nx\n```\n\n```html"x\nx\n```'),
    ['15 code-language'],
  ],
  ['a heart', body('I <3 libraries.'), ['11 less-than']],
  ['a number between < and >', body('Fewer than <20 came.'), ['11 less-than']],
  ['an arrow', body('Books <- shelves.'), ['11 less-than']],
  ['an address in angle brackets', body('See <https://example.org/a?b=c>.'), ['11 angle-address']],
  ['a mail address in angle brackets', body('Write to <a@example.org>.'), ['11 angle-address']],
  ['a word in braces', body('Dear {name}, welcome.'), ['11 braces']],
  ['a brace that is not closed', body('A set is {1, 2 and so on.'), ['11 braces']],
  ['a hidden note', body('<!-- To do: ask Ana -->\n\nProse.'), ['11 comment']],
  ['a hidden note as MDX writes it', body('{/* To do */}\n\nProse.'), ['11 braces']],
  ['a paragraph that begins with import', body('import taxes on books are high.'), ['11 import']],
  ['a paragraph that begins with export', body('export licences take months.'), ['11 import']],
  ['a line break as in HTML', body('One<br>two.'), ['11 html']],
  ['a closed line break as in HTML', body('One<br />two.'), ['11 html']],
  ['a centred paragraph', body('<center>Welcome</center>'), ['11 html']],
  ['a picture as in HTML', body('<img src="a.jpg">'), ['11 html']],
  ['a frame', body('<iframe src="https://example.org"></iframe>'), ['11 html']],
  ['a script', body('<script>alert(1)</script>'), ['11 html']],
  ['a style', body('<style>p { color: red }</style>'), ['11 html', '11 braces']],
  [
    'several slips in one text',
    body('I <3 you.\n\nAnd <3 him.\n\nOne<br>two {three}.'),
    ['11 less-than', '13 less-than', '15 html', '15 braces'],
  ],
  ['quotations in quotations without end', body(`${'> '.repeat(60)}deep`), ['11 nested-too-deep']],
  ['a line without end', body('word '.repeat(3000)), ['11 line-too-long']],
  ['lists in lists without end', body('- '.repeat(3000)), ['11 nested-too-deep']],
  ['thousands of characters', body('<'.repeat(3000)), ['too-many-characters']],
  [
    'thousands of quotations in quotations',
    body(`${'> '.repeat(19)}So they say.\n\n`.repeat(300)),
    ['537 too-many-characters'],
  ],
  ['thousands of brackets', body('[sic] '.repeat(1000)), ['11 too-many-marks']],
  [
    'a table of a few letters and a million cells',
    body(`|${' a |'.repeat(1000)}\n|${' - |'.repeat(1000)}\n${'|\n'.repeat(1000)}`),
    ['32 too-many-parts'],
  ],
  ['hundreds of quotations', body('> So.\n\n'.repeat(600)), ['1011 too-many-parts']],
  [
    'thousands of links',
    body('www.a '.repeat(1500).concat('\n\n').repeat(2)),
    ['13 too-many-parts'],
  ],
  ['hundreds of headings', body('## A\n\n'.repeat(600)), ['1011 too-many-parts']],
  [
    'more questions than have a number',
    post(postText(`${QUESTIONS}${'- And?\n'.repeat(100)}`)),
    ['113 too-many-parts'],
  ],
  [
    'an endless address that many links take',
    body(`${'[a] '.repeat(300)}\n\n[a]: https://example.org/${'a'.repeat(2000)}`),
    ['11 addresses-too-long'],
  ],
  [
    'a list that goes further and further in',
    body(Array.from({ length: 80 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')),
    ['61 nested-too-deep'],
  ],
];

const components: Broken[] = [
  [
    'a component with a slip of the pen',
    body('<Noot>\n\nHi.\n\n</Noot>'),
    ['11 unknown-component'],
  ],
  ['a component that we do not have', body('<YouTube id="x" />'), ['11 unknown-component']],
  ['a component in small letters', body('<note>\n\nHi.\n\n</note>'), ['11 unknown-component']],
  ['a component that is not closed', body('<Note>\n\nHi.\n\nProse.'), ['11 component-open']],
  [
    'a component that is closed as another',
    body('<Note>\n\nHi.\n\n</Quote>'),
    ['11 component-open', '15 component-end-alone'],
  ],
  ['a component closed that was not opened', body('Hi. </Note>'), ['11 component-end-alone']],
  ['a component within a line', body('Text <Note>\n\nHi.\n\n</Note>'), ['11 component-open']],
  [
    'a value in curly quotation marks',
    body('<Note title=“Hi”>\n\nHi.\n\n</Note>'),
    ['11 component-unreadable'],
  ],
  [
    'a value without quotation marks',
    body('<Note title=Hi>\n\nHi.\n\n</Note>'),
    ['11 component-unreadable'],
  ],
  [
    'an attribute with a slip of the pen',
    body('<Note titel="Hi">\n\nHi.\n\n</Note>'),
    ['11 unknown-attribute'],
  ],
  [
    'an attribute that runs',
    body('<Note onclick="alert(1)">\n\nHi.\n\n</Note>'),
    ['11 unknown-attribute'],
  ],
  [
    'HTML set from an attribute',
    body('<Note set:html="<b>x</b>">\n\nHi.\n\n</Note>'),
    ['11 unknown-attribute'],
  ],
  ['attributes spread', body('<Note {...props}>\n\nHi.\n\n</Note>'), ['11 attribute-code']],
  [
    'an attribute that is code',
    body('<Note title={1 + 1}>\n\nHi.\n\n</Note>'),
    ['11 attribute-not-text'],
  ],
  [
    'an attribute twice',
    body('<Note title="A" title="B">\n\nHi.\n\n</Note>'),
    ['11 attribute-twice'],
  ],
  [
    'a quotation without its source',
    body('<Quote>\n\nHi.\n\n</Quote>'),
    ['11 component-incomplete'],
  ],
  ['an empty source', body('<Quote source="">\n\nHi.\n\n</Quote>'), ['11 attribute-empty']],
  [
    'a source without end',
    body(`<Quote source="${'word '.repeat(300)}">\n\nHi.\n\n</Quote>`),
    ['11 attribute-too-long'],
  ],
  [
    'a card with text inside',
    body('<Embed url="https://example.org/" title="A">\n\nHi.\n\n</Embed>'),
    ['11 component-holds-nothing'],
  ],
  [
    'a language that is none in a passage',
    body('<InLanguage lang="arabic!">\n\nHi.\n\n</InLanguage>'),
    ['11 unknown-language'],
  ],
  [
    'a licence that is none',
    body('<Figure src="./a.jpg" alt="A" credit="B" licence="CC BY" />', 'a.jpg'),
    ['11 unknown-licence'],
  ],
  ['a fragment', body('<>Hi.</>'), ['11 unknown-component']],
];

const headings: Broken[] = [
  ['a heading as great as the title', body('# Welcome\n\nProse.'), ['11 heading-top']],
  [
    'a heading that skips a level',
    body('## One\n\nProse.\n\n#### Two\n\nProse.'),
    ['15 heading-skips'],
  ],
  ['a first heading that is too small', body('### One\n\nProse.'), ['11 heading-skips']],
  [
    'a heading that repeats the title',
    body('## A moment of reflection\n\nProse.'),
    ['11 heading-repeats-title'],
  ],
  ['a heading without words', body('##\n\nProse.'), ['11 heading-empty']],
];

const pictures: Broken[] = [
  ['a picture that is not there', body('![A room](./room.jpg)'), ['11 missing-picture']],
  [
    'a picture with a slip of the pen',
    body('![A room](./rooom.jpg)', 'room.jpg'),
    ['11 missing-picture', 'content/posts/2013-08-reflection/room.jpg unused-file'],
  ],
  ['a picture in other capitals', body('![A room](./Room.JPG)', 'room.jpg'), ['11 picture-case']],
  ['a picture without words', body('![](./room.jpg)', 'room.jpg'), ['11 no-alt']],
  ['a file name for words', body('![IMG_2034.jpg](./room.jpg)', 'room.jpg'), ['11 alt-file-name']],
  ["a camera's name for words", body('![IMG_2034](./room.jpg)', 'room.jpg'), ['11 alt-file-name']],
  ['a picture of another host', body('![A](https://example.org/a.jpg)'), ['11 picture-elsewhere']],
  ['a picture of another folder', body('![A](../2013-07-other/a.jpg)'), ['11 picture-elsewhere']],
  [
    'a HEIC picture',
    post(updateText('![A](./a.heic)'), { 'a.heic': { ...jpeg, type: 'heic' } }),
    ['11 picture-heic'],
  ],
  [
    'a HEIC picture that is called a JPEG',
    post(updateText('![A](./a.jpg)'), { 'a.jpg': { ...jpeg, type: 'heic' } }),
    ['11 picture-heic'],
  ],
  [
    'an SVG drawing',
    post(updateText('![A](./a.svg)'), { 'a.svg': { ...jpeg, type: 'svg' } }),
    ['11 picture-svg'],
  ],
  [
    'an SVG drawing that nothing shows',
    post(updateText('Prose.'), { 'a.png': { ...jpeg, type: 'svg' } }),
    ['content/posts/2013-08-reflection/a.png picture-svg'],
  ],
  [
    'a text that is called a picture',
    post(updateText('![A](./a.jpg)'), { 'a.jpg': { ...jpeg, type: undefined } }),
    ['11 picture-type'],
  ],
  [
    'a picture without an ending',
    post(updateText('![A](./a)'), { a: jpeg }),
    ['11 picture-ending'],
  ],
  [
    'a picture that is not whole',
    post(updateText('![A](./a.jpg)'), { 'a.jpg': { ...jpeg, width: undefined } }),
    ['11 picture-damaged'],
  ],
  [
    'too many pixels',
    post(updateText('![A](./a.jpg)'), { 'a.jpg': { ...jpeg, width: 12_000, height: 9000 } }),
    ['11 picture-size'],
  ],
  [
    'too many bytes',
    post(updateText('![A](./a.jpg)'), { 'a.jpg': { ...jpeg, bytes: 24_000_000 } }),
    ['11 picture-heavy'],
  ],
  [
    'a GIF as long as a film',
    post(updateText('![A](./a.gif)'), {
      'a.gif': { type: 'gif', width: 640, height: 480, bytes: 9_000_000, frames: 500 },
    }),
    ['11 picture-film'],
  ],
  [
    'a moving WebP in the text',
    post(updateText('![A](./a.webp "Photo: ours")'), {
      'a.webp': { ...jpeg, type: 'webp', frames: 12 },
    }),
    ['11 picture-stilled'],
  ],
  [
    'a moving AVIF',
    post(updateText('![A](./a.avif)'), { 'a.avif': { ...jpeg, type: MOVING_AVIF } }),
    ['11 picture-type'],
  ],
  [
    'a moving GIF as a cover',
    post(
      postText(undefined, {
        cover: 'cover: { image: ./a.gif, alt: A wheel, credit: Ana, licence: CC0-1.0 }',
      }),
      { 'a.gif': { ...jpeg, type: 'gif', frames: 12 } },
    ),
    ['10 picture-stilled'],
  ],
  [
    'a picture that is a strip from top to bottom',
    post(updateText('![A](./a.jpg "Photo: ours")'), {
      'a.jpg': { ...jpeg, width: 1000, height: 9000 },
    }),
    ['11 picture-tall'],
  ],
  [
    'a strip of a few pixels, which stays small, and a tall drawing',
    post(updateText('![A](./a.jpg "Photo: ours")\n\n![B](./b.jpg "Photo: ours")'), {
      'a.jpg': { ...jpeg, width: 3, height: 900 },
      'b.jpg': { ...jpeg, width: 800, height: 5600 },
    }),
    [],
  ],
  [
    'a picture whose pixels break off',
    post(updateText('![A](./a.jpg)'), { 'a.jpg': { ...jpeg, isDamaged: true } }),
    ['11 picture-damaged'],
  ],
  [
    'a picture that breaks off and that nothing shows',
    post(updateText('Prose.'), { 'a.jpg': { ...jpeg, isDamaged: true } }),
    ['content/posts/2013-08-reflection/a.jpg picture-damaged'],
  ],
  [
    'a text that is called a picture and that nothing shows',
    post(updateText('Prose.'), { 'a.jpg': { ...jpeg, type: undefined } }),
    ['content/posts/2013-08-reflection/a.jpg picture-type'],
  ],
  [
    'a picture with the place where it was taken',
    post(updateText('![A room](./a.jpg "Photo: ours")'), {
      'a.jpg': { ...jpeg, saysWhereTaken: true },
    }),
    ['content/posts/2013-08-reflection/a.jpg picture-place'],
  ],
  [
    'a portrait with the place where it was taken',
    sampleContent(OK_POST, { 'people/ana.png': { ...jpeg, type: 'png', saysWhereTaken: true } }),
    ['content/people/ana.png picture-place'],
  ],
  [
    'a document of a word processor',
    post(updateText('Prose.'), { 'a.docx': { ...jpeg, type: undefined } }),
    ['content/posts/2013-08-reflection/a.docx stray-file'],
  ],
  [
    'a picture that nothing shows',
    body('Prose.', 'room.jpg'),
    ['content/posts/2013-08-reflection/room.jpg unused-file'],
  ],
  [
    'a cover without words',
    cover('  image: ./a.jpg'),
    ['10 missing-field', '10 no-credit', '11 missing-picture'],
  ],
  [
    'a credit without a licence',
    cover('  image: ./a.jpg\n  alt: A\n  credit: B'),
    ['10 field', '11 missing-picture'],
  ],
  [
    'a cover by nobody',
    post(postText(undefined, { cover: 'cover:\n  image: ./a.jpg\n  alt: A room' }), {
      'a.jpg': jpeg,
    }),
    ['10 no-credit'],
  ],
  ['a picture in the text by nobody', body('![A room](./a.jpg)', 'a.jpg'), ['11 no-credit-below']],
  ['a figure by nobody', body('<Figure src="./a.jpg" alt="A room" />', 'a.jpg'), ['11 no-credit']],
  [
    'a figure with a credit and no licence',
    body('<Figure src="./a.jpg" alt="A room" credit="B" />', 'a.jpg'),
    ['11 credit-and-licence'],
  ],
  [
    'a portrait that is not there',
    beside('people/ana.yaml', 'name: Ana\nportrait: ./ana.jpg\n'),
    ['content/people/ana.yaml:2 missing-picture'],
  ],
];

const links: Broken[] = [
  ['a link to a page that is not there', body('[See](/abuot/) us.'), ['11 broken-link']],
  [
    'a link to a post that is not there',
    body('[The other](/posts/2013-07-othr/)'),
    ['11 broken-link'],
  ],
  ['a link to a place that is not there', body('[The team](/about/#teams)'), ['11 broken-anchor']],
  ['a link to a place that is not on the page', body('[Below](#questions)'), ['11 broken-anchor']],
  [
    'a link to a question that is not there',
    body('[The third](/posts/2013-07-other/#question-3)'),
    ['11 broken-anchor'],
  ],
  [
    'a link to a former address',
    body('[The other](/posts/2013-07-the-other/)'),
    ['11 link-former'],
  ],
  ['a link without its slash', body('[Us](/about)'), ['11 link-no-slash']],
  [
    'a link with our own host',
    body('[Us](https://network.example/blog/about/)'),
    ['11 link-own-address'],
  ],
  ['a link to a host without https', body('[Us](www.example.org/a#b)'), ['11 link-relative']],
  ['a link without a beginning', body('[Us](about)'), ['11 link-relative']],
  [
    'a link to a draft',
    sampleContent({
      'posts/2013-08-reflection/index.mdx': updateText('[Soon](/posts/2013-09-x/)'),
      'posts/2013-09-x/index.mdx': updateText('Prose.', {
        date: 'date: 2013-09-03',
        title: 'title: X',
        summary: 'summary: X.',
        draft: 'draft: true',
      }),
    }),
    ['11 link-to-unpublished'],
  ],
  ['a link that is not encrypted', body('[Them](http://example.org/)'), ['11 link-http']],
  ['a link without an address', body('[Them]()'), ['11 link-empty']],
  ['a link without words', body('[](https://example.org/)'), ['11 link-empty']],
  ['"click here"', body('[Click here](https://example.org/).'), ['11 link-vague']],
  ['a script for an address', body('[Them](javascript:alert(1))'), ['11 address-scheme']],
  [
    'a script for an address, in entities',
    body('[Them](java&#x73;cript:alert)'),
    ['11 address-scheme'],
  ],
  ['data for an address', body('[Them][1]\n\n[1]: data:text/html,x'), ['13 address-scheme']],
  [
    'an address that takes its scheme from the page',
    body('[Them](//example.org/)'),
    ['11 address-scheme'],
  ],
  [
    'a password in an address',
    body('[Bank](https://bank.example@evil.example/)'),
    ['11 address-password'],
  ],
  [
    'a script behind a card',
    body('<Embed url="javascript:alert(1)" title="A" />'),
    ['11 address-scheme'],
  ],
  [
    'a script as the source of a cover',
    cover(
      '  image: ./a.jpg\n  alt: A\n  credit: B\n  licence: CC0-1.0\n  source: javascript:alert(1)',
    ),
    ['11 missing-picture', '15 field'],
  ],
  [
    'a space before the address',
    body('[The survey] (https://example.org/) says so.'),
    ['11 link-gap'],
  ],
  [
    'brackets the wrong way round',
    body('(The survey)[https://example.org/] says so.'),
    ['11 link-reversed'],
  ],
  [
    'a link by a name that is not there',
    body('[The survey][survey] says so.'),
    ['11 link-undefined'],
  ],
  ['a footnote without its text', body('So they say.[^1]'), ['11 footnote-undefined']],
];

const responses: Broken[] = [
  [
    'a second response of one id',
    responsesOf(
      '- { id: mail-1, source: email, author: { name: A }, date: 2013-08-05, text: A }\n'.repeat(2),
    ),
    [`content/posts/2013-08-reflection/responses.yaml:2 response-id`],
  ],
  [
    'an answer to nobody',
    responsesOf(
      '- { id: mail-1, source: email, parent: mail-9, author: { name: A }, date: 2013-08-05, text: A }\n',
    ),
    [`content/posts/2013-08-reflection/responses.yaml:1 response-parent`],
  ],
  [
    'an answer to a question that is not there',
    responsesOf(
      '- { id: mail-1, source: email, question: 9, author: { name: A }, date: 2013-08-05, text: A }\n',
    ),
    [`content/posts/2013-08-reflection/responses.yaml:1 response-question`],
  ],
  [
    'a response by somebody who is not there',
    responsesOf(
      '- { id: mail-1, source: email, author: { name: A, person: ana }, date: 2013-08-05, text: A }\n',
    ),
    [`content/posts/2013-08-reflection/responses.yaml:1 response-person`],
  ],
  [
    'a response of a day to come',
    responsesOf(
      '- { id: mail-1, source: email, author: { name: A }, date: 2031-08-05, text: A }\n',
    ),
    [`content/posts/2013-08-reflection/responses.yaml:1 response-ahead`],
  ],
];

/** What people bring along from other programs, and from other habits. */
const broughtAlong: Broken[] = [
  ['an Arabic date in its own figures', fields({ date: 'date: ٢٠١٣-٠٨-٠٣' }), ['6 field']],
  ['a date with wide figures', fields({ date: 'date: ２０１３-０８-０３' }), ['6 field']],
  ['a date with points', fields({ date: 'date: 3.8.2013' }), ['6 field']],
  ['a date of which the month is known', fields({ date: 'date: 08/23/2013' }), ['6 field']],
  ['a date of which it is not', fields({ date: 'date: 08/03/2013' }), ['6 field']],
  ['a date and a time without its zone', fields({ date: 'date: 2013-08-03 18:00' }), ['6 field']],
  ['a kind in capitals', fields({ kind: 'kind: Discussion' }), ['3 unknown-kind']],
  [
    'quotation marks around a part of the title',
    fields({ title: 'title: "Reading" in the park' }),
    ['2 yaml-quotes'],
  ],
  [
    'an apostrophe between single quotation marks',
    fields({ summary: "summary: 'What we didn't learn.'" }),
    ['7 yaml-quotes'],
  ],
  ['a comma behind a field', fields({ title: 'title: "A moment",' }), ['2 yaml-quotes']],
  ['a hashtag as the title', fields({ title: 'title: #InterLibNet meets' }), ['2 yaml-hash']],
  ['a hashtag among the tags', fields({ tags: 'tags: [#reflection]' }), ['8 yaml-hash']],
  [
    'brackets at the beginning of the title',
    fields({ title: 'title: [Guest post] Libraries' }),
    ['2 yaml-alias'],
  ],
  ['a dash before the title', fields({ title: 'title: - a moment' }), ['2 yaml-alias']],
  ['a question mark before the title', fields({ title: 'title: ? why' }), ['2 yaml-alias']],
  [
    'a summary that goes on in the next line',
    fields({ summary: 'summary: What we learned\nand what not.' }),
    ['8 yaml-no-colon'],
  ],
  ['stars around a field', fields({ title: '**title**: A moment' }), ['2 yaml']],
  ['an equals sign for a colon', fields({ title: 'title = A moment' }), ['2 yaml-no-colon']],
  [
    'hyphens that became a dash',
    post(updateText('Prose.').replaceAll('---\n', '—\n')),
    ['1 no-front-matter', '9 front-matter-open'],
  ],
  ['empty lines above the fields', post(`\n\n${updateText('Prose.')}`), ['3 no-front-matter']],
  [
    'fields in a block of code',
    post(`\`\`\`\n${updateText('Prose.')}\`\`\`\n`),
    ['1 no-front-matter'],
  ],
  ['several signs in one line', body('Where x<y and 5<6.'), ['11 less-than', '11 less-than']],
  ['a heart', body('I <3 libraries'), ['11 less-than']],
  ['fields of a serial letter', body('Dear {name}, welcome.'), ['11 braces']],
  [
    'text of a word processor',
    body('<p class="MsoNormal"><span style="font-size:11pt">Dear all,</span></p>'),
    ['11 html', '11 html'],
  ],
  [
    'a signature below two hyphens',
    body('Best wishes,\nAna\n--\nLibrary of Porto'),
    ['13 heading-underlined'],
  ],
  ['a line across right below a sentence', body('We met.\n---\nMore.'), ['12 heading-underlined']],
  ['cells of a spreadsheet', body('Country\tPairs\nPortugal\t12\nChile\t9'), ['11 table-of-tabs']],
  ['a list with letters', body('a) One\nb) Two'), ['11 list-marker', '12 list-marker']],
  ['a list of which one line is mended', body('- One\nb) Two'), ['12 list-marker']],
  ['numbers without a space', body('1.One\n2.Two'), ['11 list-marker', '12 list-marker']],
  ['dashes of a word processor', body('– One\n– Two'), ['11 list-marker', '12 list-marker']],
  [
    'questions with numbers in boxes',
    post(postText('## Questions\n\n1️⃣ What?\n2️⃣ Why?\n')),
    ['12 questions-not-listed', '14 list-marker', '15 list-marker'],
  ],
  ['one question', post(postText('## Question\n\n- What?\n')), ['12 no-questions']],
  ['a gallery of the former blog', body('[gallery ids="1,2"]'), ['11 other-instruction']],
  ['a box of GitHub', body('> [!NOTE]\n> Hi'), ['11 other-instruction']],
  ['an emoji by its name', body('See you :smile: there'), ['11 emoji-name']],
  ['a space in an address', body('[It](https://example.org/a b)'), ['11 link-unread']],
  ['a link without its end', body('See [it](https://example.org/ for more.'), ['11 link-unread']],
  [
    'a picture with a space in its name',
    body('![A room](./my room.jpg)', 'my room.jpg'),
    ['11 link-unread', 'content/posts/2013-08-reflection/my room.jpg unused-file'],
  ],
  [
    'a picture in two pairs of brackets',
    body('![[a.jpg]]', 'a.jpg'),
    ['content/posts/2013-08-reflection/a.jpg unused-file', '11 link-unread'],
  ],
  [
    'a picture without its exclamation mark',
    body('[A room](./a.jpg)', 'a.jpg'),
    ['content/posts/2013-08-reflection/a.jpg unused-file', '11 link-to-picture'],
  ],
  ['a mail address without mailto:', body('[Ana](ana@example.org)'), ['11 link-relative']],
  ['one slash behind https:', body('[us](https:/example.org)'), ['11 link-relative']],
  ['no colon behind https', body('[us](https//example.org)'), ['11 link-relative']],
  ["the author's own machine", body('[us](http://localhost:4321/)'), ['11 link-own-machine']],
  ['a file of the author', body('[it](file:///C:/Users/Ana/a.pdf)'), ['11 address-scheme']],
  ['a bare www.', body('See www.example.org!'), ['11 link-http']],
];

/** What people in a hurry write: from other programs, from memory, from last month's post. */
const inAHurry: Broken[] = [
  [
    'a path of Windows in quotation marks',
    fields({ title: 'title: "C:\\Users\\ana"' }),
    ['2 yaml-backslash'],
  ],
  ['curly single quotation marks', fields({ title: 'title: ‘A moment’' }), ['2 yaml-smart-quotes']],
  [
    'marks that are curly at one end',
    fields({ title: 'title: “A moment"' }),
    ['2 yaml-smart-quotes'],
  ],
  ['an apostrophe first', fields({ title: "title: 'Tis the season" }), ['2 yaml-unclosed']],
  [
    'a title that begins with an exclamation mark',
    fields({ title: 'title: !Wow books' }),
    ['2 yaml-alias'],
  ],
  [
    'a field that stands a space further in',
    fields({ month: ' month: 2013-08' }),
    ['4 yaml-indent'],
  ],
  [
    'a first field that stands further in',
    fields({ title: ' title: A moment' }),
    ['2 yaml-indent'],
  ],
  [
    'fields with capital letters',
    fields({ title: 'Title: A moment', kind: 'KIND: discussion' }),
    ['2 unknown-key', '3 unknown-key'],
  ],
  [
    'the fields of another blog',
    fields({
      round: 'category: Pilot Program',
      summary: 'excerpt: What we learned.',
      x: 'image: a.jpg',
    }),
    ['5 unknown-key', '7 unknown-key', '10 unknown-key'],
  ],
  [
    'a list with stars',
    fields({ tags: 'tags:\n* reflection\n* culture' }),
    ['9 yaml-list-marker', '10 yaml-list-marker'],
  ],
  ['a list with dashes', fields({ tags: 'tags:\n– reflection' }), ['9 yaml-list-marker']],
  ['a list in round brackets', fields({ tags: 'tags: (reflection, culture)' }), ['8 field']],
  ['a list in braces', fields({ tags: 'tags: {reflection, culture}' }), ['8 field']],
  ['a list without its end', fields({ tags: 'tags: [reflection, culture' }), ['8 yaml-unclosed']],
  ['an entry without a word', fields({ tags: 'tags:\n  -' }), ['9 field']],
  ['tags that were left empty', fields({ tags: 'tags:' }), ['8 field']],
  ['an author as on social networks', fields({ authors: 'authors: [@team]' }), ['9 yaml-alias']],
  [
    'an author with a name and a colon',
    fields({ authors: 'authors:\n  - name: team' }),
    ['10 field'],
  ],
  ['a round by its number', fields({ round: 'round: 1' }), ['5 field']],
  ['a round by a longer name', fields({ round: 'round: Pilot Program' }), ['5 unknown-round']],
  ['a month without its year', fields({ month: 'month: 8' }), ['4 field']],
  ['a month before its year', fields({ month: 'month: 08-2013' }), ['4 field']],
  ['a thirteenth month', fields({ month: 'month: 2013-13' }), ['4 field']],
  ['a day with dashes', fields({ date: 'date: 2013–08–03' }), ['6 field']],
  ['a day without hyphens', fields({ date: 'date: 20130803' }), ['6 field']],
  ['a day with its weekday', fields({ date: 'date: Saturday, 3 August 2013' }), ['6 field']],
  ['an hour with one figure', fields({ date: 'date: 2013-08-03T9:00+10:00' }), ['6 field']],
  ['an offset without its colon', fields({ date: 'date: 2013-08-03 18:00 +1000' }), ['6 field']],
  [
    'a hidden space at the end',
    fields({ date: 'date: 2013-08-03\u00a0' }),
    ['6 yaml-hidden-space'],
  ],
  [
    'a character without width at the end',
    fields({ kind: 'kind: discussion\u200b' }),
    ['3 yaml-hidden-space'],
  ],
  [
    'a kind as the former blog called it',
    fields({ kind: 'kind: Discussion topics' }),
    ['3 unknown-kind'],
  ],
  ['a kind in brackets', fields({ kind: 'kind: [discussion]' }), ['3 field']],
  ['a guest post', post(updateText('Prose.', { kind: 'kind: guest post' })), ['3 unknown-kind']],
  [
    'a summary that goes on with a colon',
    fields({ summary: 'summary: What we learned\n  and: what not.' }),
    ['8 yaml-colon'],
  ],
  ['a country for a language', fields({ lang: 'lang: sp' }), ['10 field']],
  ['a language in capitals', fields({ lang: 'lang: EN' }), ['10 field']],
  ['a language with a low line', fields({ lang: 'lang: en_US' }), ['10 field']],
  [
    'a cover that is not moved in',
    post(
      postText(undefined, {
        cover: 'cover:\nimage: ./a.jpg\nalt: A room\ncredit: B\nlicence: CC0-1.0',
      }),
      { 'a.jpg': jpeg },
    ),
    ['11 yaml-indent', '12 yaml-indent', '13 yaml-indent', '14 yaml-indent'],
  ],
  [
    'a cover with its name behind the colon',
    fields({ cover: 'cover: ./a.jpg\n  alt: A' }),
    ['10 yaml-value-and-lines'],
  ],
  ['a cover as a list', fields({ cover: 'cover:\n  - image: ./a.jpg\n  - alt: A' }), ['10 field']],
  [
    'a cover in words of HTML',
    post(
      postText(undefined, {
        cover: 'cover:\n  src: ./a.jpg\n  alt: A room\n  credit: B\n  licence: CC0-1.0',
      }),
      { 'a.jpg': jpeg },
    ),
    ['11 unknown-key'],
  ],
  [
    'a licence in words',
    post(
      postText(undefined, {
        cover: 'cover:\n  image: ./a.jpg\n  alt: A room\n  credit: B\n  licence: CC BY 4.0',
      }),
      { 'a.jpg': jpeg },
    ),
    ['14 field'],
  ],
  [
    'a licence by its address',
    post(
      postText(undefined, {
        cover:
          'cover:\n  image: ./a.jpg\n  alt: A room\n  credit: B\n  licence: https://creativecommons.org/licenses/by-sa/4.0/',
      }),
      { 'a.jpg': jpeg },
    ),
    ['14 field'],
  ],
  [
    'a post to follow by its address',
    fields({ follows: 'follows: https://network.example/blog/posts/2013-07-other/' }),
    ['10 unknown-post'],
  ],
  [
    'a line of hyphens among the fields',
    post(postText().replace('round: pilot', '---\nround: pilot')),
    ['6 front-matter-split'],
  ],
  [
    'the month of a discussion below the fields',
    post(
      postText().replace('month: 2013-08\n', '').replace('\n---\n', '\n---\nmonth: 2013-08\n---\n'),
    ),
    ['10 front-matter-split'],
  ],
  [
    'a field that stands with the others, with a slip, and below them once more',
    post(
      postText(undefined, {
        cover: 'cover: { image: ./a.jpg, alt: A room, credit: B }\n---\ncover: x',
      }),
      { 'a.jpg': jpeg },
    ),
    ['10 field', '12 front-matter-split'],
  ],
  [
    'fields below the others, and one that stands nowhere',
    post(postText(undefined, { title: '' }).replace('round: pilot', '---\nround: pilot')),
    ['2 missing-field', '5 front-matter-split'],
  ],
  [
    'a name misspelled within a field',
    post(
      postText(undefined, {
        cover: 'cover:\n  image: ./a.jpg\n  ALT: A room\n  credt: B\n  licence: CC0-1.0',
      }),
      { 'a.jpg': jpeg },
    ),
    ['12 unknown-key', '13 unknown-key'],
  ],
  [
    'three points below the fields',
    post(postText().replace('\n---\n', '\n...\n')),
    ['10 front-matter-open'],
  ],
  [
    'a space before the hyphens below the fields',
    post(postText().replace('\n---\n', '\n ---\n')),
    ['10 front-matter-open'],
  ],
  [
    'plus signs around the fields',
    post(postText().replaceAll('---', '+++')),
    ['1 no-front-matter', '10 front-matter-open'],
  ],
  [
    'fields of a serial letter in two pairs',
    body('Dear {{first_name}}, {{ last.name }}'),
    ['11 braces', '11 braces'],
  ],
  ['paragraphs of a word processor', body('<o:p></o:p> Hi <w:sdt>'), ['11 html', '11 html']],
  [
    'the head of a web page',
    body('<!DOCTYPE html>\n<html>\n\nHi\n\n</html>'),
    ['11 html', '12 html'],
  ],
  ['a small sign above the line', body('The 3<sup>rd</sup> time'), ['11 html']],
  [
    'a box of another program',
    body('::: note\nHi\n:::'),
    ['11 other-instruction', '13 other-instruction'],
  ],
  ['a film of the former blog', body('[youtube https://youtu.be/abc]'), ['11 other-instruction']],
  ['a link of a wiki', body('See [[2013-07-other]].'), ['11 other-instruction']],
  [
    'a link of a forum',
    body('[url=https://example.org]x[/url]'),
    ['11 other-instruction', '11 other-instruction'],
  ],
  [
    'dots of another program',
    body('● One\n● Two\n○ Three'),
    ['11 bullet-marker', '12 bullet-marker', '13 bullet-marker'],
  ],
  ['boxes to tick', body('☐ One\n☑ Two'), ['11 bullet-marker', '12 bullet-marker']],
  [
    'dots in a typeface of their own',
    body('\uf0b7 One\n\uf0b7 Two'),
    ['11 bullet-marker', '12 bullet-marker'],
  ],
  ['stars without a space', body('*One\n*Two'), ['11 list-marker', '12 list-marker']],
  [
    'hyphens with a hidden space',
    body('-\u00a0One\n-\u00a0Two'),
    ['11 list-marker', '12 list-marker'],
  ],
  [
    'a heading with a hidden space',
    body('##\u00a0What we learned\n\nMuch.'),
    ['11 heading-no-space'],
  ],
  ['a heading with wide characters', body('＃＃ 反思\n\nProse.'), ['11 heading-no-space']],
  ['bold words with spaces', body('This is ** bold ** and **this too **here.'), ['11 bold-space']],
  ['a hidden space between paragraphs', body('One.\n\u00a0\nTwo.'), ['12 hidden-empty-line']],
  ['a cell too many', body('| a | b |\n| - | - |\n| 1 | 2 | 3 |'), ['13 table-cells']],
  [
    'a table with empty lines in it',
    body('| a | b |\n\n| - | - |\n\n| 1 | 2 |'),
    ['13 table-in-pieces'],
  ],
  ['a footnote that nothing leads to', body('So.\n\n[^1]: They say.'), ['13 footnote-unused']],
  [
    'two footnotes of one number',
    body('So.[^1]\n\n[^1]: They say.\n[^1]: Others.'),
    ['14 footnote-twice'],
  ],
  ['a speaker in brackets', body('[Ana]: Hello!'), ['11 link-unused']],
  ['letters read in a wrong encoding', body('CafÃ© in Lyon: itâ€™s good'), ['11 garbled-letters']],
  ['a character of a typeface', body('A \uf04a face'), ['11 private-character']],
  ['a word that is parted', body('A lib\u200brary'), ['11 parted-word']],
  ['what is left of a picture in a document', body('See \ufffc here'), ['11 hidden-character']],
  [
    'attributes with capital letters',
    body('<Figure Src="./a.jpg" Alt="A room" />', 'a.jpg'),
    ['11 unknown-attribute', '11 unknown-attribute'],
  ],
  [
    'a licence in words in a figure',
    body('<Figure src="./a.jpg" alt="A room" credit="B" licence="CC BY-SA 4.0" />', 'a.jpg'),
    ['11 unknown-licence'],
  ],
  [
    'a picture by a path of Windows',
    body('![A room](.\\a.jpg "Ours.")', 'a.jpg'),
    ['11 picture-elsewhere'],
  ],
  [
    'a picture in a folder that is none',
    body('![A room](images/a.jpg "Ours.")', 'a.jpg'),
    ['11 picture-elsewhere'],
  ],
  [
    'a picture without its ending',
    body('![A room](./room "Ours.")', 'room.jpg'),
    ['11 missing-picture', 'content/posts/2013-08-reflection/room.jpg unused-file'],
  ],
  [
    'a space before the picture',
    body('![A room] (./a.jpg)', 'a.jpg'),
    ['content/posts/2013-08-reflection/a.jpg unused-file', '11 link-gap'],
  ],
  [
    'a space behind the exclamation mark',
    body('! [A room](./a.jpg)', 'a.jpg'),
    ['content/posts/2013-08-reflection/a.jpg unused-file', '11 link-to-picture'],
  ],
  ['a picture called image', body('![image](./a.jpg "Ours.")', 'a.jpg'), ['11 alt-vague']],
  [
    "a telephone's name for words",
    body('![WhatsApp Image 2013-08-03 at 10.11.12](./a.jpg "Ours.")', 'a.jpg'),
    ['11 alt-file-name'],
  ],
  [
    'curly marks around a caption',
    body('![A room](./a.jpg “Ours.”)', 'a.jpg'),
    ['content/posts/2013-08-reflection/a.jpg unused-file', '11 link-unread'],
  ],
  [
    'a film',
    post(updateText('![A walk](./a.mp4)'), { 'a.mp4': { ...jpeg, type: undefined } }),
    ['11 film'],
  ],
  [
    'a document to download',
    post(updateText('[The report](./a.pdf)'), { 'a.pdf': { ...jpeg, type: undefined } }),
    ['content/posts/2013-08-reflection/a.pdf stray-file', '11 link-to-file'],
  ],
  ['a link to nowhere', body('[x](#)'), ['11 link-empty']],
  ['https twice', body('[us](https://https://example.org)'), ['11 link-host']],
  ['a comma in a host', body('[us](https://example,org)'), ['11 link-host']],
  ['a slip of the pen in https', body('[us](htps://example.org)'), ['11 address-scheme']],
  ['backslashes behind https', body('[us](https:\\\\example.org)'), ['11 link-relative']],
  ['marks around an address', body('[us](“https://example.org”)'), ['11 link-relative']],
  [
    'a space behind mailto',
    body('[Ana](mailto: ana@example.org)'),
    ['11 link-unread', '11 mail-in-text'],
  ],
  [
    'a link out of a mail',
    body(
      '[us](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=1)',
    ),
    ['11 link-detour'],
  ],
  [
    'words that name another host',
    body('[https://bank.example](https://evil.example/)'),
    ['11 link-says-other'],
  ],
  ['an address of the former blog', body('[x](/2013/07/other/)'), ['11 broken-link']],
  ['a link to the file of a post', body('[x](../2013-07-other/index.mdx)'), ['11 link-relative']],
  [
    'a paragraph between questions',
    post(postText('## Questions\n\n- What?\n\nTake your time.\n\n- Why?\n')),
    ['18 questions-go-on'],
  ],
  [
    'a question without words',
    post(postText('## Questions\n\n- What?\n-\n- Why?\n')),
    ['15 question-empty'],
  ],
  ['a question twice', post(postText('## Questions\n\n- What?\n- what?\n')), ['15 question-twice']],
  ['fields without a text', post(updateText('')), ['no-text']],
  [
    "a new draft's words",
    post(postText('Prose.\n\n## Questions\n\n- Write the first question here?\n- Why?\n')),
    ['16 draft-words'],
  ],
  [
    "last month's summary",
    fields({ summary: 'summary: What the others learned.' }),
    ['7 summary-twice'],
  ],
  [
    'a post beside the folder of posts',
    beside('2013-09-x/index.mdx', postText()),
    ['content/2013-09-x/index.mdx misplaced-file'],
  ],
  [
    'a post among the pages',
    beside('pages/2013-09-x.mdx', postText()),
    ['content/pages/2013-09-x.mdx misplaced-file'],
  ],
  [
    'a post in a folder of its year',
    beside('posts/2013/2013-09-x/index.mdx', postText()),
    [
      'content/posts/2013 post-without-text',
      'content/posts/2013/2013-09-x/index.mdx misplaced-file',
    ],
  ],
  [
    'a text whose ending Windows hides',
    sampleContent({}, { 'posts/2013-09-x/index.mdx.txt': { ...jpeg, type: undefined } }),
    [
      'content/posts/2013-09-x post-without-text',
      'content/posts/2013-09-x/index.mdx.txt misplaced-file',
    ],
  ],
  [
    'a person in a file of another ending',
    beside('people/ana.yml', 'name: Ana\n'),
    ['content/people/ana.yml misplaced-file'],
  ],
  [
    'a month of one figure in the folder',
    beside('posts/2013-9-x/index.mdx', updateText('Prose.', { date: 'date: 2013-09-03' })),
    ['content/posts/2013-9-x/index.mdx id'],
  ],
  ['a hyphen alone for a title', fields({ title: 'title: -' }), ['2 yaml-alias']],
  ['Markdown in a title', fields({ title: 'title: A **bold** moment' }), ['2 plain-field']],
  ['HTML in a summary', fields({ summary: 'summary: Fish &amp; chips' }), ['7 plain-field']],
  ['a tab before the first field', fields({ title: '\ttitle: A moment' }), ['2 yaml-tab']],
  ['tags without a comma', fields({ tags: 'tags: [reflection culture]' }), ['8 unknown-tag']],
  [
    'tags in one pair of quotation marks',
    fields({ tags: 'tags: "reflection, culture"' }),
    ['8 field'],
  ],
  [
    'a day in curly quotation marks',
    fields({ date: 'date: “2013-08-03”' }),
    ['6 yaml-smart-quotes'],
  ],
  [
    'a source without its beginning',
    post(
      postText(undefined, {
        cover:
          'cover:\n  image: ./a.jpg\n  alt: A room\n  credit: A\n  licence: permission\n  source: www.flickr.com/x',
      }),
      { 'a.jpg': jpeg },
    ),
    ['15 field'],
  ],
  ['a hidden note among the fields', fields({ x: '<!-- ask Ana -->' }), ['10 yaml-no-colon']],
  ['a month of another round', fields({ round: 'round: round-1' }), ['5 month-and-round']],
  ['a hyphen too many', body('- One\n- - Two'), ['12 list-in-list']],
  ['the title of another discussion', fields({ title: 'title: Another one' }), ['2 title-twice']],
  [
    'a picture that a word processor wrote out',
    body(`![][image1]\n\n[image1]: <data:image/png;base64,${'A'.repeat(20_000)}>`),
    ['13 picture-in-text'],
  ],
  [
    'a component without the end of its beginning',
    body('<Note\n\nHi.\n\n</Note>'),
    ['11 component-unreadable'],
  ],
  ["another site's component", body('<Tip>\n\nHi.\n\n</Tip>'), ['11 unknown-component']],
  [
    "another site's attribute",
    body('<Quote author="Ana">\n\nHi.\n\n</Quote>'),
    ['11 unknown-attribute'],
  ],
  [
    'a figure with empty words',
    body('<Figure src="./a.jpg" alt="" credit="A" licence="CC0-1.0" />', 'a.jpg'),
    ['11 attribute-empty'],
  ],
  [
    'questions with other characters',
    post(postText('## Questions\n\n- What?\n* Why?\n')),
    ['15 questions-go-on'],
  ],
  [
    "our own address without the site's folder",
    body('[x](https://network.example/posts/2013-07-other/)'),
    ['11 link-own-address'],
  ],
  [
    'our own address bare in the text',
    body('See: https://network.example/blog/about/ for us.'),
    ['11 link-own-address'],
  ],
  [
    'our own address with www',
    body('[x](https://www.network.example/blog/about/)'),
    ['11 link-own-address'],
  ],
  ['mailto without an address', body('[Ana](mailto:)'), ['11 link-mail']],
  [
    'a picture with a hash in its name',
    body('![A room](./a#1.jpg "Ours.")', 'a#1.jpg'),
    ['11 picture-name'],
  ],
  ['a heading of a wiki', body('== What we learned ==\n\nMuch.'), ['11 other-instruction']],
  ['marked words', body('This is ==marked== here.'), ['11 other-instruction']],
  [
    'a note written on a telephone',
    post(
      '—\nTitle: Hello from Lagos\nkind: Story\nround: Pilot\ndate: 3rd of August 2013\nsummary: “We met…”\ntags: Culture, Looking back\nauthors: Program coordinators\n—\n\nHi! We spoke about\n•\tbooks\n•\tcats\n',
    ),
    [
      ...['1 no-front-matter', '2 unknown-key', '3 unknown-kind', '4 unknown-round', '5 field'],
      ...['6 yaml-smart-quotes', '7 field', '8 unknown-person', '9 front-matter-open'],
      ...['12 bullet-marker', '13 bullet-marker'],
    ],
  ],
  [
    'a paragraph of the former blog, with its notes',
    body('<!-- wp:image {"id":12} -->\nHi.\n<!-- /wp:image -->'),
    ['11 comment', '13 comment'],
  ],
  [
    'a list right below a sentence, and a table below a line',
    body('We have:\na) One\nb) Two\n\nTable 1\nYear\tPairs\n2012\t12'),
    ['12 list-marker', '13 list-marker', '16 table-of-tabs'],
  ],
  [
    'what another program exports: a picture written out, and more',
    body(`# Title {#title}\n\n[image1]: <data:image/png;base64,${'A'.repeat(300_000)}>`),
    ['11 heading-top', '11 braces', '13 picture-in-text'],
  ],
  [
    'addresses of lists: those that are there, a former one, and none',
    body(
      '[a](/tags/reflection/) [b](/tags/reflection/page/2/) [c](/rounds/pilot/)\n[d](/tags/retrospect/)\n[e](/people/coordinators/)\n[f](/tags/reflexion/)\n[g](/who-we-are/)',
    ),
    ['12 link-former', '13 link-former', '14 broken-link', '15 link-former'],
  ],
  [
    'a file that stands beside a post, and one that does not',
    body('[a](/posts/2013-07-other/mail.txt)\n[b](/posts/2013-07-other/mail.doc)'),
    ['12 broken-link'],
  ],
  [
    'a link to a post of tomorrow',
    sampleContent({
      ...OK_POST,
      'posts/2013-07-other/index.mdx': updateText('[next](/posts/2013-08-reflection/)', {
        title: 'title: Another one',
        date: 'date: 2013-07-03',
        summary: 'summary: What the others learned.',
      }),
    }),
    ['content/posts/2013-07-other/index.mdx:11 link-to-unpublished'],
  ],
  [
    'a detour by a search',
    body('[x](https://www.google.com/url?q=https://example.org/a&sa=D)'),
    ['11 link-detour'],
  ],
  ['a draft by another word', fields({ draft: 'draft: off' }), ['10 field']],
  [
    'a picture of a telephone that lies in the folder',
    post(updateText('Prose.'), { 'IMG_1.HEIC': { ...jpeg, type: 'heic' } }),
    ['content/posts/2013-08-reflection/IMG_1.HEIC picture-heic'],
  ],
];

/** What else a coordinator edits: the program, its vocabulary, answers that came by mail. */
const lists: Broken[] = [
  [
    'a program with a wrong time zone, and nothing else told because of it',
    changed('program.yaml', (text) => text.replace('Australia/Sydney', 'Sydney')),
    ['content/program.yaml:7 field'],
  ],
  [
    'a menu that leads nowhere',
    changed('program.yaml', (text) =>
      text.replace('menu: []', 'menu: [{ label: Us, to: /abuot/ }]'),
    ),
    ['content/program.yaml:8 broken-link'],
  ],
  [
    'an author to be offered who is none',
    changed('program.yaml', (text) => `${text}defaultAuthors: [teem]\n`),
    ['content/program.yaml:12 unknown-person'],
  ],
  [
    'words of a language that is nearly done',
    beside(
      'languages/nl.yaml',
      languageTemplate().replace(/^ {2}(home|search|archive|tags|theme): .*\n/gm, ''),
    ),
    ['content/languages/nl.yaml untranslated'],
  ],
  [
    'a few words of the program over ours, in Mexican Spanish',
    beside('languages/es-MX.yaml', 'pages: { archive: Hemeroteca }\n'),
    [],
  ],
  [
    'words in a file that no language has the name of',
    beside('languages/bahasa.malaysia.yaml', 'pages: {}\n'),
    ['content/languages/bahasa.malaysia.yaml language-name'],
  ],
  [
    'a language with a small letter where a capital belongs',
    beside('languages/pt-pt.yaml', 'pages: {}\n'),
    ['content/languages/pt-pt.yaml language-name'],
  ],
  [
    'words with wrong names, values, forms and braces',
    beside(
      'languages/es.yaml',
      [
        'pages:',
        '  serch: Buscar',
        '  pageOf: Página {page} de {pagse}',
        '  minutes: Se lee pronto',
        '  postCount: "{count, plural, one {# entrada} few {# entradas} other {# entradas}}"',
        '  answers: "{count, plural, other {# respuestas}}"',
        '  questions: "{count, plural, one {# pregunta}}"',
        '  question: Pregunta {number',
        '  archive: "<b>Todo</b>"',
        '  home: ""',
        '  themes: Colores',
        'editor:',
        '  uploadSteps: [Uno]',
      ].join('\n'),
    ),
    [
      'content/languages/es.yaml:2 unknown-key',
      ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 13].map((line) => `content/languages/es.yaml:${line} field`),
    ],
  ],
  [
    'a conflict in words',
    beside('languages/es.yaml', '<<<<<<< HEAD\npages: {}\n'),
    ['content/languages/es.yaml:1 merge-conflict'],
  ],
  [
    'words in a file of another ending',
    beside('languages/es.yml', 'pages: {}\n'),
    ['content/languages/es.yml misplaced-file'],
  ],
  [
    'a tag with capitals in its id',
    changed('tags.yaml', (text) => `${text}New Tag: { label: New, description: X. }\n`),
    ['content/tags.yaml:9 field'],
  ],
  [
    'more in the menu than there is room for',
    changed('program.yaml', (text) =>
      text.replace('menu: []', `menu: [${'{ label: Us, to: /about/ }, '.repeat(9)}]`),
    ),
    ['content/program.yaml:8 field'],
  ],
  [
    'a language without a heading for questions',
    changed('program.yaml', (text) => text.replace('es: [Preguntas]', 'es: []')),
    ['content/program.yaml:10 field'],
  ],
  [
    'fewer people than nobody',
    changed('rounds.yaml', (text) => `${text}round-2:\n  label: Round 2\n  participants: -1\n`),
    ['content/rounds.yaml:5 field'],
  ],
  [
    'an answer with an endless id, to a question that no list has',
    responsesOf(
      `- id: ${'a'.repeat(90)}\n  source: email\n  author: { name: A }\n  date: 2013-08-05\n  question: 100\n  text: A\n`,
    ),
    [
      'content/posts/2013-08-reflection/responses.yaml:1 field',
      'content/posts/2013-08-reflection/responses.yaml:5 field',
    ],
  ],
  [
    'a name that one tag has misspelled and another has not',
    changed(
      'tags.yaml',
      (text) => `${text}one: { labl: One, description: X. }\ntwo: { description: X. }\n`,
    ),
    ['content/tags.yaml:9 unknown-key', 'content/tags.yaml:10 missing-field'],
  ],
  [
    'a tag that was called as another is',
    changed(
      'tags.yaml',
      (text) => `${text}looks:\n  label: Look\n  description: X.\n  formerly: [culture]\n`,
    ),
    ['content/tags.yaml:12 id-twice'],
  ],
  [
    'a word that two tags have',
    changed('tags.yaml', (text) => `${text}looking: { label: Review, description: X. }\n`),
    ['content/tags.yaml:9 word-twice'],
  ],
  [
    'a figure with a comma in it',
    changed('rounds.yaml', (text) => `${text}round-2:\n  label: Round 2\n  participants: 1,200\n`),
    ['content/rounds.yaml:5 field'],
  ],
  [
    'a portrait that lies elsewhere',
    beside('people/ana.yaml', 'name: Ana\nportrait: https://example.org/ana.jpg\n'),
    ['content/people/ana.yaml:2 picture-elsewhere'],
  ],
  [
    'two people with one former name',
    beside('people/ana.yaml', 'name: Ana\nformerly: [coordinators]\n'),
    ['content/people/team.yaml:2 id-twice'],
  ],
  [
    'an answer to question nought',
    responsesOf(
      '- { id: mail-1, source: email, author: { name: A }, date: 2013-08-05, question: 0, text: A }\n',
    ),
    ['content/posts/2013-08-reflection/responses.yaml:1 field'],
  ],
  [
    'an answer older than its post',
    responsesOf(
      '- { id: mail-1, source: email, author: { name: A }, date: 2012-08-05, text: A }\n',
    ),
    ['content/posts/2013-08-reflection/responses.yaml:1 response-early'],
  ],
  [
    'an answer with a mail address in it',
    responsesOf(
      '- id: mail-1\n  source: email\n  author: { name: A }\n  date: 2013-08-05\n  text: Write to a@example.org!\n',
    ),
    ['content/posts/2013-08-reflection/responses.yaml:5 response-address'],
  ],
  [
    'an answer whose author has a misspelled name',
    responsesOf(
      '- { id: mail-1, source: email, author: { nmae: A }, date: 2013-08-05, text: A }\n',
    ),
    ['content/posts/2013-08-reflection/responses.yaml:1 unknown-key'],
  ],
  [
    'an answer that is not moved in',
    responsesOf(
      '- id: mail-1\n  source: email\n  author: { name: A }\n  date: 2013-08-05\n  text: |\nHello there\n',
    ),
    ['content/posts/2013-08-reflection/responses.yaml:6 yaml-no-colon'],
  ],
  [
    'a host of giscus that says more than a host',
    changed(
      'program.yaml',
      (text) =>
        `${text}giscus: { repository: o/r, repositoryId: R_1, category: A, categoryId: DIC_1, host: 'https://*.example.org' }\n`,
    ),
    ['content/program.yaml:12 field'],
  ],
  [
    'a snapshot that was cut off',
    saved('{\n "version": 1,\n "repository": "o/r'),
    ['.responses/discussions.json:3 snapshot'],
  ],
  [
    'a snapshot of another version',
    saved('{ "version": 2, "discussions": {} }'),
    ['.responses/discussions.json snapshot'],
  ],
  [
    'a snapshot with something else in it',
    saved('{ "version": 1, "repository": "<b>" }'),
    ['.responses/discussions.json snapshot'],
  ],
];

const marks: Broken[] = [
  ['words between single tildes', body('We ~never~ close.'), ['11 strike-one']],
  ['underscores in a word without spaces', body('这是_重要_的。'), ['11 underscore-in-word']],
  ['wide stars', body('这是＊＊重要＊＊的。'), ['11 wide-marks']],
  ['a link in wide brackets', body('见［目录］（https://example.org/a）。'), ['11 wide-marks']],
  ['a link with one wide pair', body('见[目录]（https://example.org/a）。'), ['11 wide-marks']],
  ['an address that goes on', body('见https://example.org/a之后。'), ['11 address-goes-on']],
  ['an address with a particle', body('https://example.org/a를 보세요.'), ['11 address-goes-on']],
  ['wide bold that never ends', body('这是**「重要」的。'), ['11 bold-open']],
];

const meant: Broken[] = [
  [
    'a person called Null',
    responsesOf(
      '- { id: mail-1, source: email, author: { name: Null }, date: 2013-08-22, text: W }',
    ),
    ['content/posts/2013-08-reflection/responses.yaml:1 yaml-null'],
  ],
  [
    'a role with a comma',
    responsesOf(
      '- id: mail-1\n  source: email\n  author: { name: Ana, role: Head, Reference }\n  date: 2013-08-22\n  text: W.',
    ),
    ['content/posts/2013-08-reflection/responses.yaml:3 yaml-comma'],
  ],
  [
    'a tag called null among others',
    fields({ tags: 'tags: [reflection, null]' }),
    ['8 yaml-null', '8 unknown-tag'],
  ],
  [
    'a field twice, by its name',
    fields({ x: 'responses: open', y: 'responses: closed' }),
    ['11 yaml-twice'],
  ],
  ['a year before the web', fields({ date: 'date: 1013-08-03' }), ['6 field']],
  [
    'a title that does not end',
    fields({ title: `title: ${'Words '.repeat(30)}` }),
    ['2 title-long'],
  ],
  [
    'a mail address in the text',
    body('Write to ana@library.example or [our desk](mailto:ana@library.example).'),
    ['11 mail-in-text'],
  ],
  [
    'a telephone number in the text',
    body('Call +61 2 9876 5432 or tel. 02 9876 5433.'),
    ['11 phone-in-text', '11 phone-in-text'],
  ],
  [
    'a round that is over',
    post(updateText('Prose.', { round: 'round: round-1', date: 'date: 2014-05-03' })),
    ['5 date-and-folder', '5 round-over'],
  ],
  ['a date before its month', fields({ date: 'date: 2013-07-03' }), ['6 month-and-date']],
  [
    'a translation that is older than its original',
    sampleContent({
      ...OK_POST,
      'posts/2013-08-reflection/index.mdx': postText(undefined, {
        updated: 'updated: 2013-09-02',
      }),
      'posts/2013-08-reflexion/index.mdx': postText(undefined, {
        ...{ title: 'title: Un momento', summary: 'summary: Otro.' },
        translationOf: 'lang: es\ntranslationOf: 2013-08-reflection',
      }),
    }),
    ['content/posts/2013-08-reflexion/index.mdx:11 original-changed'],
  ],
];

/** The sample with kinds of its own; its post stays a discussion. */
const kinds = (lines: string, path = 'pages/about.mdx') =>
  sampleContent({
    ...OK_POST,
    'program.yaml': `${sampleContent().texts.get('program.yaml')}kinds:\n  discussion:\n${lines}`,
    [path]: '---\ntitle: A page\nsummary: A page.\n---\n\nProse.\n',
  });
const LABELS = 'labels: { en: { one: Webinar, many: Webinars } }';

const ownKinds: Broken[] = [
  [
    'a kind at an address of the site',
    kinds(`  webinar: { path: tags, ${LABELS} }\n`),
    ['content/program.yaml:14 field'],
  ],
  [
    'a kind at the address of another',
    kinds(`  webinar: { path: discussions, ${LABELS} }\n`),
    ['content/program.yaml:14 field'],
  ],
  [
    'a kind at the address of a page',
    kinds(`  webinar: { path: talks, ${LABELS} }\n`, 'pages/talks.mdx'),
    ['content/program.yaml:14 kind-at-page'],
  ],
  [
    'a kind without an address',
    kinds(`  webinar: { ${LABELS} }\n`),
    ['content/program.yaml:14 field'],
  ],
  [
    'a kind without labels',
    kinds('  webinar:\n    path: webinars\n'),
    ['content/program.yaml:14 field'],
  ],
  [
    'a kind without a label in the language of the site',
    kinds('  webinar:\n    path: webinars\n    labels: { es: { one: Charla, many: Charlas } }\n'),
    ['content/program.yaml:14 kind-unnamed'],
  ],
  [
    'a kind without a name for its list',
    kinds('  webinar:\n    path: webinars\n    labels:\n      en: { one: Webinar }\n'),
    ['content/program.yaml:17 missing-field'],
  ],
  [
    'a look that there is not',
    kinds(`  webinar:\n    path: webinars\n    look: postcards\n    ${LABELS}\n`),
    ['content/program.yaml:16 field'],
  ],
  [
    'the look of a month without one',
    kinds(`  webinar:\n    path: webinars\n    look: catalogue\n    ${LABELS}\n`),
    ['content/program.yaml:16 field'],
  ],
  [
    'a kind that is a page',
    kinds(`  page: { path: p-s, ${LABELS} }\n`),
    ['content/program.yaml:14 field'],
  ],
  [
    'kinds of which there are none',
    sampleContent({
      ...OK_POST,
      'program.yaml': `${sampleContent().texts.get('program.yaml')}kinds: {}\n`,
    }),
    ['content/program.yaml:12 field'],
  ],
  [
    'a round in a program that has none',
    sampleContent({ ...OK_POST, 'rounds.yaml': '{}\n' }),
    ['content/posts/2013-07-other/index.mdx:5 round-needless', '5 round-needless'],
  ],
  [
    'a post of a kind that the program has no more',
    sampleContent({
      ...OK_POST,
      'program.yaml': `${sampleContent().texts.get('program.yaml')}kinds:\n  story:\n`,
    }),
    ['content/posts/2013-07-other/index.mdx:3 unknown-kind', '3 unknown-kind'],
  ],
];

const corpus = [
  ...[...files, ...letters, ...frontMatter, ...vocabulary, ...prose, ...components],
  ...[...headings, ...pictures, ...links, ...responses, ...broughtAlong, ...inAHurry, ...lists],
  ...[...marks, ...meant, ...ownKinds],
];

const judged = corpus.map(([name, content, said]) => ({
  name,
  said,
  problems: problemsOf(content),
}));

test.each(judged)('$name is told', ({ problems, said }) => {
  expect(problems.map(({ file, line, rule }) => where(file, line) + rule)).toEqual(said);
});

test('every sentence about them is as it was agreed', async () => {
  const told = judged.map(({ name, problems }) => {
    return `# ${name}\n\n${inPlainWords({ problems, postCount: 2, scheduled: [], mended: [] })}\n`;
  });
  await expect(told.join('\n')).toMatchFileSnapshot('broken-posts.txt');
});

test('every correction that is offered puts right what it is for, and breaks nothing', () => {
  expect(corpus.flatMap(([, content]) => wrongCorrections(content, problemsOf))).toEqual([]);
});

test("the build's parser leads to the same sentences, in the same lines", () => {
  const withoutColumn = ({ column: _, ...problem }: Problem) => problem;
  for (const [index, [name, content]] of corpus.entries()) {
    const inBuild = checkContent(content, parseMdx, around).problems.map(withoutColumn);
    expect({ name, said: judged[index]?.problems.map(withoutColumn) }).toEqual({
      name,
      said: inBuild,
    });
  }
});

test('what is told hangs on no sentence: with others, the same rules are told in the same lines', () => {
  const told = (problems: readonly Problem[]) => problems.map(({ message, hint, ...rest }) => rest);
  const sentences = Object.values(RULES).map((rule) => ({ ...rule }));
  for (const rule of Object.values(RULES)) Object.assign(rule, { message: 'Else.', hint: 'Else.' });
  const otherwise = corpus.map(([, content]) => told(problemsOf(content)));
  for (const [index, rule] of Object.values(RULES).entries()) Object.assign(rule, sentences[index]);
  expect(otherwise).toEqual(judged.map(({ problems }) => told(problems)));
});

test('every rule is broken by one of them', () => {
  // Broken in permanence.test.ts, in judge.test.ts, and only by what our parser never makes.
  const elsewhere = [...PERMANENCE, 'id-taken', 'date-past', 'not-allowed', 'mdx-syntax'];
  const broken = new Set(judged.flatMap(({ problems }) => problems.map(({ rule }) => rule)));
  const never = Object.keys(RULES).filter((rule) => !broken.has(rule as keyof typeof RULES));
  expect(never.filter((rule) => !elsewhere.includes(rule))).toEqual([]);
});

/** The rules about what is published, which only a comparison can break. */
const PERMANENCE = [
  ...['address-gone', 'former-address-gone', 'unpublished', 'permanent-id', 'guid-changed'],
  ...['date-changed', 'question-gone', 'question-moved', 'response-gone', 'feed-authority'],
  ...['kind-gone', 'kind-renamed'],
  // And what an example beside the content can break.
  'of-example',
];

function problemsOf(content: ContentFolder) {
  return checkContent(content, parsePost, around).problems;
}

function where(file: string, line: number | undefined): string {
  const place = [file === POST ? '' : file, line].filter(
    (part) => part !== '' && part !== undefined,
  );
  return place.length > 0 ? `${place.join(':')} ` : '';
}

function withoutText(path: string): ContentFolder {
  const content = sampleContent(OK_POST);
  return {
    ...content,
    texts: new Map(
      [...content.texts].filter(
        ([name]) => name !== path && name !== 'posts/2013-07-other/index.mdx',
      ),
    ),
  };
}

function changed(path: string, change: (text: string) => string): ContentFolder {
  const content = sampleContent(OK_POST);
  return sampleContent({ ...OK_POST, [path]: change(content.texts.get(path) ?? '') });
}

function saved(text: string): ContentFolder {
  return { ...sampleContent(OK_POST), snapshot: { file: '.responses/discussions.json', text } };
}

function responsesOf(text: string): ContentFolder {
  return sampleContent({ ...OK_POST, 'posts/2013-08-reflection/responses.yaml': text });
}
