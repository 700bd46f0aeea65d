import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autofix } from '../../../check/autofix.ts';
import { checkContent } from '../../../check/check.ts';
import type { ContentFolder } from '../../../core/content-files/folder.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { wrongCorrections } from '../../support/corrections.ts';
import {
  contentWithPost,
  jpeg,
  postId,
  postText,
  updateText,
} from '../../support/sample-content.ts';

const problemsOf = (content: ContentFolder) => checkContent(content, parsePost).problems;
const content = (source: string) => contentWithPost(source, { 'room.jpg': jpeg });
const fix = (line: string) =>
  problemsOf(content(updateText(line))).flatMap((problem) => problem.fix ?? []);

test.each([
  ['[www.ala.org](www.ala.org)', '[www.ala.org](https://www.ala.org)'],
  ['[http://a.example](http://a.example)', '[http://a.example](https://a.example)'],
  ['`http://a.example` [a](http://a.example)', '`http://a.example` [a](https://a.example)'],
  ['[/about](/about)', '[/about](/about/)'],
  ['[#nowhere](#whre)\n\n## Where', '[#nowhere](#where)'],
  ['[about](about)', '[about](/about/)'],
  ['![room.JPG](room.JPG)', '![room.JPG](room.jpg)'],
  [
    '<Figure alt="room.JPG" src="room.JPG" credit="A" />',
    '<Figure alt="room.JPG" src="room.jpg" credit="A" />',
  ],
  [
    '<Embed title="http://a.example" url="http://a.example" />',
    '<Embed title="http://a.example" url="https://a.example" />',
  ],
  [
    '[a][b]\n\n[b]: http://a.example "http://a.example"',
    '[b]: https://a.example "http://a.example"',
  ],
  ['`[a] (/about/)` [a] (/about/)', '`[a] (/about/)` [a](/about/)'],
  ['[one\ntwo](/about)', 'two](/about/)'],
  ['**[www.ala.org](www.ala.org)**', '**[www.ala.org](https://www.ala.org)**'],
  [
    '| [www.ala.org](www.ala.org) | b |\n| --- | --- |',
    '| [www.ala.org](https://www.ala.org) | b |',
  ],
])('an address is mended where it stands, and nothing that is like it: %s', (line, mendedLine) => {
  expect(fix(line)).toContain(mendedLine);
});

test.each(
  [
    '# W',
    '## W',
    '- W',
    '* W',
    '1. W',
    '2) W',
    '> W',
    '---',
    '===',
    '***',
    '```',
    '> # W',
    '- > W',
  ].flatMap((block) =>
    ['\u2028', '\u2029', '\u0085', '\u000b', '\ufeff', '\u202e', '\u0007'].map((character) => [
      block,
      character,
    ]),
  ),
)('a correction leaves a paragraph what it is, and makes it no %j: %j', (block, character) => {
  for (const hidden of [`${character}${block}`, `> ${character}${block}`]) {
    const found = problemsOf(content(updateText(`Words.\n\n${hidden}\n\nWords.`)));
    const about = found.filter(({ rule }) => rule.startsWith('hidden-'));
    expect(about.length, hidden).toBeGreaterThan(0);
    expect(about.filter((one) => one.fix !== undefined)).toEqual([]);
  }
  // What is a heading or an item with it is one without it.
  const mended = fix(`# W${character}W`);
  expect(mended).not.toEqual([]);
});

test.each([
  ['See www.ala.org/about for more.', 'has no https:// before it'],
  ['See http://www.ala.org/about for more.', 'begins with http:'],
  ['[It](http://www.ala.org)', 'begins with http:'],
])('why an address can be read on its way is said of what stands there: %s', (text, how) => {
  const [found] = problemsOf(content(updateText(text))).filter(({ rule }) => rule === 'link-http');
  expect(found?.message).toContain(how);
  expect(found?.fix).toContain('https://www.ala.org');
});

test.each([
  ['round: round', 'round: round', 'round-1'],
  ['tags: [tags, Looking Back]', 'tags: [tags, reflection]', ''],
])('a value is mended, and not the name of its field: %s', (line, expected) => {
  const [field = ''] = line.split(':');
  const found = problemsOf(content(postText(undefined, { [field]: line })));
  for (const { fix: offered } of found)
    if (offered) expect(offered).toMatch(new RegExp(`^${field}: `));
  if (expected !== line) expect(found.map((one) => one.fix)).toContain(expected);
});

const words = fc.constantFrom(
  ...[
    'www.ala.org',
    'http://a.example/x',
    'https://network.example/blog/about/',
    '/about',
    'about',
  ],
  ...[
    'room.JPG',
    './room.jpg',
    '#where',
    'a@example.org',
    '/posts/2013-07-the-other/',
    'library',
    'x',
  ],
  ...['/nowhere/', 'https:/a.example', 'https://https://a.example', 'http//a.example'],
);
/** Something with an address in it, whose words may be like the address. */
const piece = fc
  .tuple(
    fc.constantFrom(
      ...[
        '[W](A)',
        '[W] (A)',
        '(W)[A]',
        '![W](A)',
        '![W](A "W")',
        '`[W](A)`',
        '`A` [W](A)',
        'A',
        'W',
      ],
      ...['**[W](A)**', '*W* A', '[**W**](A)', '[W](<A>)', '[W][ref] `A`', '\\[W](A)'],
      ...[
        '** W ** A',
        '[W](A) [W](A)',
        'A A',
        'W\\_W',
        '(see [W](A))',
        '[W ]( A )',
        'W[^1] A',
        '! [W](A)',
      ],
      ...[
        'W\u2028A',
        'W\u00a0A',
        'wo\u200brd',
        'don\u0092t',
        '{W}',
        '<3 W',
        '\u2022 W',
        '"W" [“W”](A)',
      ],
    ),
    words,
    words,
  )
  .map(([form, said, address]) => form.replaceAll('W', said).replaceAll('A', () => address));
const line = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '- ',
      '> ',
      '## ',
      '1. ',
      '##',
      '• ',
      '| a | b |\n| --- | --- |\n| ',
    ),
    fc.array(piece, { minLength: 1, maxLength: 3 }),
  )
  .map(([start, parts]) => start + parts.join(start.startsWith('|') ? ' | ' : ' '));
const ends = fc.constantFrom(
  ...[
    '',
    '[ref]: http://a.example/x\n',
    '[^1]: www.ala.org\n',
    '## Where\n',
    '```\nwww.ala.org\n```\n',
  ],
  ...[
    '<Figure\n  src="./room.JPG"\n  alt="room.JPG"\n  credit="A"\n/>\n',
    '<Note title="/about">\n\n[/about](/about)\n\n</Note>\n',
  ],
);
const post = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 4 }), ends, ends, fc.boolean())
  .map(([lines, one, other, isTight]) =>
    content(updateText([lines.join(isTight ? '\n' : '\n\n'), one, other].join('\n\n'))),
  );

test('whatever stands beside an address, each correction puts it right where it stands', () => {
  fc.assert(
    fc.property(post, (folder) => {
      expect(wrongCorrections(folder, problemsOf, false)).toEqual([]);
    }),
    { seed: 2013, numRuns: 40 },
  );
});

test('what is mended by itself is mended at once, and stays so', () => {
  fc.assert(
    fc.property(post, (folder) => {
      const first = autofix(folder, (one) => problemsOf(one)).changed.get(
        `posts/${postId}/index.mdx`,
      );
      if (first === undefined) return;
      expect(autofix(content(first), (one) => problemsOf(one)).changed.size).toBe(0);
    }),
    { seed: 2013, numRuns: 40 },
  );
});
