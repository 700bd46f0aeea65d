import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { autofix } from '../../../../check/autofix.ts';
import { checkContent } from '../../../../check/check.ts';
import { isComponent, treeNodes } from '../../../../core/markdown/mdast.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import { parseMdx } from '../../../../core/markdown/satteri.ts';
import { sanitizeName } from '../../../../core/text/sanitize-text.ts';
import { conversationOf } from '../../../../responses/response.ts';
import { responseHtml, responseText } from '../../../../responses/sanitize-html.ts';
import type { Snapshot } from '../../../../responses/snapshot.ts';
import { inventedText } from '../../../support/invented-text.ts';
import {
  jpeg,
  postId,
  postText,
  QUESTIONS,
  sampleContent,
} from '../../../support/sample-content.ts';

const post = `posts/${postId}/index.mdx`;
const beside = `posts/${postId}/responses.yaml`;

/** Characters that no reader may have, and what each is told as. */
const CHARACTERS: [character: number, rule: string][] = [
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069].map(
    (character): [number, string] => [character, 'hidden-direction'],
  ),
  ...[0x2028, 0x2029, 0x206a, 0xfeff, 0xfff9, 0xfffc, 0xe0001, 0xe0041, 0xe007f].map(
    (character): [number, string] => [character, 'hidden-character'],
  ),
];

const padded = (character: number, length: number) => character.toString(16).padStart(length, '0');
const reference: [name: string, write: (character: number) => string][] = [
  ['&#x202e;', (character) => `&#x${padded(character, 1)};`],
  ['&#X202E;', (character) => `&#X${padded(character, 6).toUpperCase()};`],
  ['&#8238;', (character) => `&#${character};`],
];
const escapes: [name: string, write: (character: number) => string][] = [
  [
    '\\u202e',
    (character) =>
      character > 0xffff ? `\\U${padded(character, 8)}` : `\\u${padded(character, 4)}`,
  ],
  ['\\U0000202E', (character) => `\\U${padded(character, 8).toUpperCase()}`],
];

interface Place {
  name: string;
  /** The content with a text written there. */
  at: (written: string) => ReturnType<typeof sampleContent>;
  file: string;
  line: number;
}

const inBody = (name: string, body: (written: string) => string, line = 12): Place => ({
  name,
  at: (written) =>
    sampleContent(
      { [post]: postText(`${body(written)}\n\n${QUESTIONS}`) },
      { [`posts/${postId}/a.jpg`]: jpeg },
    ),
  file: post,
  line,
});
const inFile = (
  name: string,
  file: string,
  text: (written: string) => string,
  line: number,
): Place => ({
  name,
  file,
  line,
  at: (written) => sampleContent({ [post]: postText(), [file]: text(written) }),
});

const bodies = [
  inBody('words', (w) => `One wo${w}rd.`),
  inBody('the second line of a paragraph', (w) => `One\nwo${w}rd.`, 13),
  inBody('a heading', (w) => `Words.\n\n## A he${w}ading\n\nWords.`, 14),
  inBody('bold words', (w) => `A **wo${w}rd**.`),
  inBody('the words of a link', (w) => `A [li${w}nk](https://else.example/).`),
  inBody('the title of a link', (w) => `A [link](https://else.example/ "tit${w}le").`),
  inBody('a cell', (w) => `| a | b |\n| --- | --- |\n| c${w}c | d |`, 14),
  inBody('a list in a quotation', (w) => `> Words.\n>\n> - wo${w}rd`, 14),
  inBody('a footnote', (w) => `Words.[^1]\n\n[^1]: A no${w}te.`, 14),
  inBody('an alternative text', (w) => `![A st${w}reet](./a.jpg)`),
  inBody('a caption', (w) => `<Figure src="./a.jpg" alt="A street" caption="A st${w}reet" />`),
  inBody('an attribute in two lines', (w) => `<Figure src="./a.jpg"\n  alt="A st${w}reet" />`, 13),
  inBody('an attribute beside backticks', (w) => `<Note title="A \` ${w} \` b">Words.</Note>`),
  inBody(
    'an attribute within a sentence',
    (w) => `A <InLanguage lang="es">se${w}ñor</InLanguage>.`,
  ),
  inBody('a line with code', (w) => `The \`code\` and a wo${w}rd.`),
];
const question: Place = {
  ...inBody('a question', () => ''),
  at: (w) => sampleContent({ [post]: postText(`Prose.\n\n## Questions\n\n- Wh${w}at?\n`) }),
  line: 16,
};
const responses = (said: string) =>
  `- id: mail-1\n  source: email\n  author: { name: Ada }\n  date: 2013-08-05\n${said}`;

const yamls = [
  inFile('a title', post, (w) => postText(undefined, { title: `title: "A mo${w}ment"` }), 2),
  inFile(
    'a summary in two lines',
    post,
    (w) => postText(undefined, { summary: `summary: "What we\n  lea${w}rned"` }),
    8,
  ),
  inFile(
    'the program',
    'program.yaml',
    (w) => `${sampleContent().texts.get('program.yaml')}shortName: "N${w}W"\n`,
    12,
  ),
  inFile('a round', 'rounds.yaml', (w) => `pilot: { label: "Pi${w}lot", starts: 2013-02-25 }\n`, 1),
  inFile(
    'a tag',
    'tags.yaml',
    (w) => `reflection:\n  label: "Ref${w}lection"\n  description: Looking back.\n`,
    2,
  ),
  inFile('a person', 'people/team.yaml', (w) => `team: true\nname: "A${w}na"\n`, 2),
  inFile(
    'a page',
    'pages/about.mdx',
    (w) => `---\ntitle: "A${w}bout"\nsummary: Us.\n---\n\nUs.\n`,
    2,
  ),
  inFile(
    'the name of who answers',
    beside,
    (w) => responses('  text: Yes.\n').replace('Ada', `"A${w}da"`),
    3,
  ),
  inFile('an answer', beside, (w) => responses(`  text: "Ye${w}s."\n`), 5),
];
const answers = [
  inFile('an answer as HTML', beside, (w) => responses(`  html: |\n    <p>Ye${w}s.</p>\n`), 6),
];

const cases = [
  ...[...bodies, question, ...answers].flatMap((place) => reference.map((way) => ({ place, way }))),
  ...yamls.flatMap((place) => escapes.map((way) => ({ place, way }))),
].map(({ place, way: [written, write] }) => ({ ...place, written, write }));

const parsers = { 'the check': parsePost, 'the build': parseMdx };

describe.each(Object.entries(parsers))('in %s,', (_, parse) => {
  const found = (content: ReturnType<typeof sampleContent>) =>
    checkContent(content, parse)
      .problems.filter(({ rule }) => /^hidden-(direction|character)$/.test(rule))
      .map(({ file, line, rule }) => `${file}:${line} ${rule}`);

  test.each(cases)(
    '$name with a hidden character written as $written is reported on its line',
    (one) => {
      for (const [character, rule] of CHARACTERS) {
        expect(found(one.at(one.write(character)))).toEqual([
          `content/${one.file}:${one.line} ${rule}`,
        ]);
      }
      expect(found(one.at(''))).toEqual([]);
    },
  );
});

const judge = (content: ReturnType<typeof sampleContent>) =>
  checkContent(content, parsePost).problems;

test.each(cases)(
  '$name with a hidden character written as $written is corrected, and nothing more',
  (one) => {
    const { changed } = autofix(one.at(one.write(0xfeff)), judge);
    // Between backticks nothing is mended: it might be code.
    if (one.name.includes('backticks')) expect(changed.size).toBe(0);
    else
      expect(Object.fromEntries(changed)).toEqual({ [one.file]: one.at('').texts.get(one.file) });
  },
);

const WELCOME = [
  ['Persian', 'می‌خواهم', 'می&zwnj;خواهم'],
  ['Hindi', 'क्‍ष', 'क्&zwj;ष'],
  ['Sinhala', 'ශ්‍රී', 'ශ්&#x200d;රී'],
  ['Hebrew beside English', 'שלום\u200f!', 'שלום&rlm;!'],
  ['marks of direction', 'a\u200eb\u061cc', 'a&lrm;b&#x61c;c'],
  ['a family', '👩‍👩‍👧', '&#x1f469;&#x200d;&#x1f469;&zwj;&#x1f467;'],
  ['the flag of Wales', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '&#x1f3f4;&#xe0067;&#xe0062;&#xe0077;&#xe006c;&#xe0073;&#xe007f;'],
  ['a heart and a key', '❤️ 1️⃣', '&#x2764;&#xfe0f; 1&#xfe0f;&#x20e3;'],
  ['a form of a character', '葛󠄀', '葛&#xe0100;'],
  ['a soft hyphen', 'Biblio\u00adthek', 'Biblio&shy;thek'],
  ['Thai', 'ห้อง\u200bสมุด', 'ห้อง&#8203;สมุด'],
];

test.each(WELCOME)('%s keeps the characters that it needs', (_, raw, written) => {
  const escaped = [...(raw ?? '')]
    .map((character) => `\\U${padded(character.codePointAt(0) ?? 0, 8)}`)
    .join('');
  for (const text of [raw, written]) {
    const content = sampleContent({ [post]: postText(`Words ${text} words.\n\n${QUESTIONS}`) });
    expect(judge(content), text).toEqual([]);
  }
  for (const text of [raw, `"${escaped}"`]) {
    const content = sampleContent({ [post]: postText(undefined, { title: `title: ${text}` }) });
    expect(judge(content), text).toEqual([]);
  }
});

test.each([
  ['code', 'Write `&#x202e;` for it.'],
  ['a block of code', '```html\n&#x202e;\n```'],
  ['a reference that is none', 'Write \\&#x202e; or &amp;#x202e; for it.'],
])('%s shows the reference itself, and may', (_, body) => {
  expect(judge(sampleContent({ [post]: postText(`${body}\n\n${QUESTIONS}`) }))).toEqual([]);
});

test.each([
  ['single marks', "'A \\u202e moment'"],
  ['no marks', 'A \\u202e moment'],
  ['a backslash of its own', '"A \\\\u202e moment"'],
  ['a pair of surrogates', '"A \\ud83d\\ude00 moment"'],
])('in a field between %s an escape is what it is', (_, written) => {
  expect(
    judge(sampleContent({ [post]: postText(undefined, { title: `title: ${written}` }) })),
  ).toEqual([]);
});

test('a word that is parted by a reference is told as one that is parted by the character', () => {
  const [told, ...more] = judge(
    sampleContent({ [post]: postText(`A lib&#8203;rary.\n\n${QUESTIONS}`) }),
  );
  expect(told).toMatchObject({ rule: 'parted-word', line: 12, fix: 'A library.' });
  expect(more).toEqual([]);
});

/** The check's own list, written down once more. */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff]/u;
const seen = (text: string) => text.replace(/[\t\n\r]/g, ' ');

test('what the check lets through has no hidden character for readers, whatever was written', () => {
  const asReference = (text: string) =>
    [...text].map((character) => `&#${character.codePointAt(0)};`).join('');
  const ways = [
    (text: string) => text,
    asReference,
    (text: string) => JSON.stringify(text).slice(1, -1),
  ];
  fc.assert(
    fc.property(
      inventedText,
      fc.constantFrom(...bodies, ...yamls),
      fc.constantFrom(...ways),
      (text, place, way) => {
        const content = place.at(way(text));
        const { problems, posts } = checkContent(content, parsePost);
        if (problems.some(({ severity }) => severity === 'error')) return;
        for (const { tree, given } of posts) {
          expect(seen([...wordsOf(tree), JSON.stringify(given)].join(' '))).not.toMatch(HIDDEN);
        }
      },
    ),
    { numRuns: 300 },
  );
});

function wordsOf(tree: Root | undefined): string[] {
  return (tree ? treeNodes(tree) : []).flatMap(({ node }) => {
    const own = isComponent(node) ? node.attributes.map(({ value }) => value) : Object.values(node);
    return own.filter((value) => typeof value === 'string');
  });
}

test('what somebody says on GitHub or by mail has no hidden character, and neither has their name', () => {
  fc.assert(
    fc.property(inventedText, (text) => {
      const html = responseHtml(
        `<p title="${text}">${text}</p><code>&#x202e;&#xfeff;${text}</code>`,
      );
      const snapshot: Snapshot = {
        ...{ version: 1, repository: 'o/r', categoryId: 'DIC_x', savedAt: '2014-01-01T00:00:00Z' },
        discussions: [
          {
            ...{ number: 4, url: 'https://github.com/o/r/discussions/4', title: text, total: 1 },
            ...{ locked: false, closed: false, updatedAt: '2013-09-01T00:00:00Z', post: 'a-post' },
            comments: [
              {
                ...{ id: '1', url: 'https://github.com/o/r/discussions/4', association: 'NONE' },
                ...{ createdAt: '2013-08-06T12:00:00Z', html, state: 'published', replies: [] },
                author: { name: `A${text}`, login: 'ada' },
              },
            ],
          },
        ],
      };
      const setting = { timeZone: 'UTC', people: [] };
      const about = { permanentId: 'a-post', questionCount: 0 };
      const { threads } = conversationOf(about, [], snapshot, setting);
      const [said] = threads;
      expect(
        seen(`${said?.response.author?.name} ${responseText(said?.response.html ?? '')}`),
      ).not.toMatch(HIDDEN);
    }),
  );
});

test('a name of characters that nobody sees is none', () => {
  for (const name of ['\u3164', '\u2800 \u2800', '\u115f\u1160', '\u200d\ufe0f', '\u202e', ' ']) {
    expect(sanitizeName(name)).toBe('');
  }
  expect(sanitizeName('ᄒ\u1161ᆫ')).not.toBe('');
});
