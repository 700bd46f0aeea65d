import { expect, test } from 'vitest';
import { checkContent } from '../../../../check/check.ts';
import type { ContentFolder } from '../../../../core/content-files/folder.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import { parseMdx } from '../../../../core/markdown/satteri.ts';
import {
  contentWithPost,
  jpeg,
  postText,
  sampleContent,
  updateText,
} from '../../../support/sample-content.ts';

const post = (...of: Parameters<typeof contentWithPost>) => contentWithPost(...of);
const body = (text: string, ...pictures: string[]) =>
  post(updateText(text), Object.fromEntries(pictures.map((name) => [name, jpeg])));
const fields = (changes: Record<string, string>) => post(postText(undefined, changes));

const unusual: [name: string, content: ContentFolder][] = [
  [
    'a title with a colon, in quotation marks',
    fields({ title: 'title: "Libraries: a new start"' }),
  ],
  ['a title in Arabic', fields({ title: 'title: لحظة تأمل', lang: 'lang: ar' })],
  [
    'a title in Chinese with a wide colon in it',
    fields({ title: 'title: 反思：六个问题', lang: 'lang: zh-Hans' }),
  ],
  [
    'bold, ranges and addresses in Chinese',
    body('这是**「我」。**所以3~5天，见https://example.org/a。之后 @ana@glammr.us'),
  ],
  ['an article of another language', body('See https://ja.wikipedia.org/wiki/図書館 first.')],
  ['a file and a footnote', body('Open my_file_name, about ~5 or 6~7 times.＊\n\n＊ Or more.')],
  ['a title that is a number', fields({ title: 'title: 2013' })],
  ['one author without brackets', fields({ authors: 'authors: team' })],
  ['one tag without brackets', fields({ tags: 'tags: reflection' })],
  [
    'a summary over several lines',
    fields({ summary: 'summary: >-\n  What we learned,\n  and what : we did not.' }),
  ],
  [
    'a summary with an apostrophe and a hash',
    fields({ summary: 'summary: "Don\'t miss #interlibnet"' }),
  ],
  ['notes to oneself among the fields', fields({ x: '# date to be agreed with Ana', y: '' })],
  [
    'fields in another order',
    post(
      '---\nauthors: [team]\ndate: 2013-08-03\nsummary: S.\nround: pilot\nkind: story\ntitle: T\n---\n\nProse.\n',
    ),
  ],
  ['tags one a line', fields({ tags: 'tags:\n  - reflection\n  - culture' })],
  ['no tags at all', fields({ tags: '' })],
  ["a time with the program's offset", fields({ date: 'date: 2013-08-03T18:00+10:00' })],
  [
    'questions that are numbered, with a paragraph before them',
    post(postText('## Questions\n\nTake your time.\n\n1. What?\n2. Why?\n')),
  ],
  [
    'questions in Spanish',
    post(postText('## Preguntas\n\n- ¿Qué?\n- ¿Por qué?\n', { lang: 'lang: es' })),
  ],
  ['a heading with a mark at its end', post(postText('## Questions:\n\n- What?\n'))],
  [
    'a withdrawn discussion without its text',
    post(postText('Gone.\n', { withdrawn: 'withdrawn: The author asked us to.' })),
  ],
  ['characters that are escaped', body('A \\< B, and a set \\{1, 2\\}. Costs: 5 > 3.')],
  ['signs in code', body('Write `<Note>` or `{x}`.\n\n```html\n<b>import { x } from "y"</b>\n```')],
  ['a less-than between spaces', body('Where a < b and c > d.')],
  ['the word import within a sentence', body('We import books.\n\nExports, too.')],
  ['entities', body('Fish &amp; chips, caf&eacute;, &lt;tag&gt;.')],
  ['stars that are meant', body('2 ** 3, 2**3, \\*\\*both\\*\\* and `**code**`. **Bold**!')],
  ['code with other code in it', body('````\n```\nx\n```\n````\n\n> ```\n> x\n> ```')],
  ['a heading with a line below it', body('What was said\n-------------\n\nMuch.')],
  ['an hour, a ratio and a face', body('At 10:30: doors open. 1:2 :) :-) Note: it rains: much.')],
  ['brackets that were escaped', body('\\[a\\](b) and `[x](y z)` and `[gallery ids="1"]`')],
  ['a line across, between empty lines', body('We met.\n\n---\n\nThen we left.')],
  ['one line with a letter, and minus five', body('a) is the first.\n\n-5 degrees\n-7 at night')],
  ['a tab within a line', body('One\tword and\nanother line.')],
  ['a line of a dialogue', body('— Hello.\n— Hello to you.')],
  ['a note behind a day', fields({ date: 'date: 2013-08-03 # to be agreed' })],
  ['a rule below the fields', body('---\n\nProse.')],
  ['a table', body('| a | b |\n| --- | ---: |\n| 1 | 2 |')],
  ['footnotes', body('So they say.[^1]\n\n[^1]: They do.')],
  ['links by name', body('[The survey][s] and [us].\n\n[s]: https://example.org/\n[us]: /about/')],
  ['brackets that are no link', body('She wrote [sic] and [...] (see below).')],
  [
    'links to every kind of page',
    body(
      '[a](/tags/culture/), [b](/rounds/pilot/), [c](/people/team/), [d](/archive/), [e](/posts/2013-07-other/#question-2), [f](/about/#the-team), [g](/rss.xml), [h](/tags/culture/page/2/), [i](mailto:a@example.org), [j](/archive/2013/), [k](/discussions/page/2/), [l](/llms.txt), [m](/posts/2013-07-other/cite.ris), [n](/discussions/rss.xml), [o](/).',
    ),
  ],
  ['a link to a place above it', body('## Where to answer\n\nProse.\n\n[Up](#where-to-answer)')],
  ['a link to the responses', body('[What others said](#responses)')],
  [
    'an address with brackets and a query',
    body('[Wiki](https://en.wikipedia.org/wiki/Library_\\(room\\)?a=1&b=2#c)'),
  ],
  ['a bare address', body('See https://example.org/a_b_c for more.')],
  [
    'a picture with a space and accents in its name',
    body('![A café](<./le café.jpg> "Ours.")', 'le café.jpg'),
  ],
  ['a picture by name', body('![A room][room]\n\n[room]: ./room.jpg "Ours."', 'room.jpg')],
  ['a picture with an ending in capitals', body('![A room](./ROOM.JPG "Ours.")', 'ROOM.JPG')],
  [
    'a picture with its credit in the words below it',
    body('![A room](./a.jpg "Photo: Ana, CC BY 2.0")\n\n![B](./b.jpg)\n\n© Ana', 'a.jpg', 'b.jpg'),
  ],
  [
    'a file that the computer hid',
    post(updateText('Prose.'), { '.DS_Store': { ...jpeg, type: undefined } }),
  ],
  [
    'two headings of the same words',
    body('## January\n\nA.\n\n## January\n\nB.\n\n[Second](#january-1)'),
  ],
  ['Persian with the joiners that it needs', body('می\u200cخواهم کتاب بخوانم.')],
  ['an emoji of several parts', body('👩\u200d💻 reads.')],
  ['Arabic with its own direction marks', body('\u200fمرحبا\u200f (ILN)')],
  [
    'components in components',
    body(
      '<Gallery>\n\n<Figure src="./a.jpg" alt="A room" credit="Ana" licence="CC0-1.0" />\n\n</Gallery>\n\n<Note title="Hi &amp; bye">\n\n- One\n\n</Note>',
      'a.jpg',
    ),
  ],
  ['a post that was renamed', fields({ formerly: 'formerly: [2013-08-looking-back]' })],
  ['a follow-up of an earlier post', fields({ follows: 'follows: 2013-07-other' })],
  [
    'a second discussion in the month',
    sampleContent({
      'posts/2013-07-second/index.mdx': postText(undefined, {
        month: 'month: 2013-07',
        date: 'date: 2013-07-20',
      }),
    }),
  ],
  [
    'a draft of next year',
    post(updateText('Prose.', { draft: 'draft: true', date: 'date: 2013-09-30' })),
  ],
  [
    'a title in single curly marks within it',
    fields({ title: 'title: Reading ‘aloud’ in public' }),
  ],
  ['a title of two quotations', fields({ title: 'title: “One” and “two”' })],
  ['a percentage, an ampersand and a slash', fields({ title: 'title: 50% of R&D and/or C#' })],
  [
    'a summary that goes on, moved in',
    fields({ summary: 'summary: What we learned\n  and what not' }),
  ],
  ['a backslash without quotation marks', fields({ summary: 'summary: The folder C:\\posts' })],
  ['entries in quotation marks', fields({ tags: 'tags: ["reflection", \'culture\']' })],
  ['a language with its country', fields({ lang: 'lang: pt-BR' })],
  ['a language of three letters', fields({ lang: 'lang: quz' })],
  ['fields that all stand a step further in', post(postText().replace(/^(\w+:)/gm, '  $1'))],
  [
    'a picture whose fields stand in one line',
    post(
      postText(undefined, {
        cover: 'cover: { image: ./a.jpg, alt: A room, credit: Ana, licence: CC0-1.0 }',
      }),
      { 'a.jpg': jpeg },
    ),
  ],
  ['prose that looks like a field', body('Note: this is no field.\n\nTitle: nor is this.')],
  ['a sum, and a footnote mark', body('Pairs* met 2*3*4 times.\n\n*All of them.')],
  ['stars around words beside brackets', body('(**bold**) and **bold**, **bold**: **“bold”**')],
  ['Portuguese in capitals', body('A IRMÃ “DIZ AMANHÓ e «IRMû. Custa 5 £, e 20 °C.')],
  ['Romanian with its circumflexes', body('Â fi român; ROMÂNĂ; “COBORΔ')],
  ['Thai with its hidden breaks', body('ห้อง\u200bสมุด และ\u200bหนังสือ')],
  ['one line that begins with an arrow or a star', body('→ Go on.\n\n★ New.\n\n✓ Done.')],
  ['a table in which a cell holds a stroke', body('| a | b |\n| - | - |\n| 1 \\| 2 | 3 |')],
  ['a table with empty cells', body('| a | b |\n| - | - |\n| 1 |\n| 2 | |')],
  ['a footnote twice used', body('So.[^a] And so.[^a]\n\n[^a]: They say.')],
  [
    'an address by name, used as a picture and a link',
    body('![A][r] [B](/about/)\n\n[r]: ./r.jpg "Ours."', 'r.jpg'),
  ],
  [
    'words of a link that name its host',
    body(
      '[example.org](https://www.example.org/a) and [blog.example.org](https://blog.example.org/)',
    ),
  ],
  [
    'a link whose words are its address',
    body('[https://example.org/a](https://example.org/a?b=c)'),
  ],
  [
    'a host in letters of its own, and one by its number',
    body('[a](https://bücher.example/) [b](https://192.0.2.1/a) [c](https://[2001:db8::1]/)'),
  ],
  [
    'an address with a stray point behind it',
    body('See https://example.org/a. And (https://example.org/b).'),
  ],
  [
    'a film that is linked',
    body('<Embed url="https://vimeo.com/76979871" title="A tour of our library" />'),
  ],
  [
    'sub-questions, and a list under another heading',
    post(
      postText('## Questions\n\n- What?\n  - And why?\n- When?\n\n## To read\n\n- This\n- That\n'),
    ),
  ],
  [
    'a rule below the questions, and a list',
    post(postText('## Questions\n\n- What?\n\n---\n\n- Photo: Ana\n')),
  ],
  [
    'a new draft',
    post(
      postText(
        'Write your text here. An empty line begins a new paragraph.\n\n## Questions\n\n- Write the first question here?\n',
        { draft: 'draft: true' },
      ),
    ),
  ],
  [
    'a description of a photograph of a photograph',
    body('![A photo of the old reading room, framed](./a.jpg "Ours.")', 'a.jpg'),
  ],
  [
    'a translation with the summary of the other',
    sampleContent({
      'posts/2013-08-es/index.mdx': postText(undefined, {
        title: 'title: Un momento',
        lang: 'lang: es',
        summary: 'summary: What the others learned.',
        translationOf: 'translationOf: 2013-07-other',
      }),
    }),
  ],
  [
    'a comparison, and a film that is mentioned',
    body('Where x==1 and y==2: see the tour [video].'),
  ],
  ['an ampersand before a semicolon', fields({ title: 'title: Q&A; what we asked' })],
  [
    'words of a link that only look like a host',
    body('[Node.js](https://nodejs.org/) and [notes.md](https://example.org/)'),
  ],
  ['a mail without its receiver', body('[Tell a friend](mailto:?subject=Libraries)')],
  [
    'two updates of one title in a round',
    sampleContent({
      'posts/2013-08-a/index.mdx': updateText('Prose.', {
        title: 'title: News',
        summary: 'summary: A.',
      }),
      'posts/2013-08-b/index.mdx': updateText('Prose.', {
        title: 'title: News',
        summary: 'summary: B.',
      }),
    }),
  ],
];

test.each(unusual)('%s is fine', (_, content) => {
  expect(checkContent(content, parseMdx).problems).toEqual([]);
  expect(checkContent(content, parsePost).problems).toEqual([]);
});
