import { expect, test } from 'vitest';
import type { ContentFolder, PictureFile } from '../../blog/content-folder.ts';
import { judgeContent, judgeText } from '../../blog/judge.ts';
import { parseMdx } from '../../markdown/parse.ts';

const program = `format: 1
name: Network
tagline: A line
description: A description
address: https://example.org
language: en
timeZone: Australia/Sydney
menu: []
feedAuthority: { domain: example.org, year: 2013 }
questionHeadings: { en: [Questions] }
licence: CC-BY-4.0
`;
const fields = {
  title: 'title: Reflection',
  kind: 'kind: discussion',
  month: 'month: 2013-08',
  round: 'round: pilot',
  date: 'date: 2013-08-03',
  summary: 'summary: What we learned.',
  tags: 'tags: [reflection]',
  authors: 'authors: [team]',
};
const questions = '\n## Questions\n\n- What did you learn?\n';
const jpeg: PictureFile = { type: 'jpeg', width: 1600, height: 1000, bytes: 90_000 };

function post(changes: Partial<Record<string, string>> = {}, body = `Prose.\n${questions}`) {
  const lines = Object.values({ ...fields, ...changes }).filter(Boolean);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

function folder(
  posts: Record<string, string>,
  pictures: Record<string, PictureFile> = {},
  links: string[] = [],
): ContentFolder {
  const texts = new Map([
    ['program.yaml', program],
    ['rounds.yaml', 'pilot: { label: Pilot }\n'],
    [
      'tags.yaml',
      'reflection: { label: Reflection, description: Looking back, synonyms: [retrospect] }\n',
    ],
    ['people/team.yaml', 'name: Program coordinators\n'],
    ...Object.entries(posts).map(
      ([id, source]) => [`posts/${id}/index.mdx`, source] as [string, string],
    ),
  ]);
  return { name: 'content', texts, pictures: new Map(Object.entries(pictures)), links };
}

function problemsOf(...of: Parameters<typeof folder>) {
  return judgeContent(folder(...of), parseMdx).problems.map(
    ({ rule, file, line, what }) =>
      `${file.replace(/^content\/posts\//, '')}:${line} ${rule} ${what}`,
  );
}
const id = '2013-08-reflection';
const of = (changes: Partial<Record<string, string>>, body?: string) =>
  problemsOf({ [id]: post(changes, body) });

test('a sound post has no problems', () => {
  expect(of({})).toEqual([]);
});

test('an unknown tag names the closest one we have', () => {
  expect(of({ tags: 'tags: [reflexion]' })).toEqual([
    `${id}/index.mdx:8 unknown-tag tags: "reflexion" is not one of our tags. Did you mean "reflection"?`,
  ]);
});

test('a synonym leads to the tag that is meant', () => {
  expect(of({ tags: 'tags: [retrospect]' })[0]).toContain('another word for our tag "reflection"');
});

test('an unknown field names the closest one, and everything wrong is told at once', () => {
  const found = of({ summary: 'sumary: x', date: 'date: 2013-02-31', round: 'round: pilott' });
  expect(found).toEqual([
    expect.stringContaining(':2 missing-field summary is missing.'),
    expect.stringContaining(':5 unknown-round round: "pilott" is not one of our rounds.'),
    expect.stringContaining(':6 field date: "2013-02-31" is not a date.'),
    expect.stringContaining(':7 unknown-key sumary is not a name that belongs here.'),
  ]);
});

test('a round that does not exist is named', () => {
  expect(of({ round: 'round: pilott' })[0]).toContain('Did you mean "pilot"?');
});

test('a discussion needs questions and its month', () => {
  expect(of({}, 'Prose.')[0]).toContain('The discussion has no list of questions.');
  expect(of({ month: '' })[0]).toContain('A discussion needs the month');
});

test('a missing picture is named, and the one that is meant', () => {
  const source = post({}, `![Water](./covers.jpg)\n${questions}`);
  const pictures = { [`posts/${id}/cover.jpg`]: jpeg };
  expect(problemsOf({ [id]: source }, pictures)).toContainEqual(
    `${id}/index.mdx:12 missing-picture The picture "covers.jpg" is not in the folder. Did you mean "cover.jpg"?`,
  );
});

test('a picture needs words for those who do not see it', () => {
  const source = post({}, `![](./cover.jpg)\n${questions}`);
  const found = problemsOf({ [id]: source }, { [`posts/${id}/cover.jpg`]: jpeg });
  expect(found[0]).toContain('no-alt');
});

test('a picture is judged by its content and its pixels', () => {
  const source = post({}, `![Water](./cover.jpg)\n${questions}`);
  const withPicture = (picture: PictureFile) =>
    problemsOf({ [id]: source }, { [`posts/${id}/cover.jpg`]: picture })[0];
  expect(withPicture({ ...jpeg, type: 'svg' })).toContain('picture-svg');
  expect(withPicture({ ...jpeg, type: undefined })).toContain('not a picture');
  expect(withPicture({ ...jpeg, width: 50_000 })).toContain('picture-size');
});

test('an id is never used twice', () => {
  const other = post({ formerly: `formerly: [${id}]` });
  expect(problemsOf({ [id]: post(), '2013-08-other': other })).toEqual([
    expect.stringContaining('2013-08-other/index.mdx:10 id-twice'),
  ]);
});

test('a folder that cannot be an address is refused', () => {
  expect(problemsOf({ Reflection: post() })[0]).toContain('cannot be an address');
});

test('a symbolic link is refused', () => {
  expect(problemsOf({}, {}, ['posts/x/cover.jpg'])[0]).toContain('symbolic-link');
});

test('a text judged alone against the catalogue hears what it hears among the others', () => {
  const source = post({ tags: 'tags: [reflexion]' }, `[a](/nowhere/) <br>\n${questions}`);
  const all = folder({ [id]: source, '2013-07-other': post({ month: 'month: 2013-07' }) });
  const { problems, catalogue } = judgeContent(all, parseMdx);
  const file = `content/posts/${id}/index.mdx`;
  const alone = judgeText(
    { room: 'posts', id, file, source, beside: new Map() },
    JSON.parse(JSON.stringify(catalogue)),
    parseMdx,
  );
  expect(alone.map(({ rule }) => rule)).toEqual(['unknown-tag', 'broken-link', 'html']);
  expect(alone).toEqual(problems);
});

test.each([
  ['<Note set:html="x">hi</Note>', 'unknown-attribute'],
  ['<Note {...x}>hi</Note>', 'attribute-code'],
  ['<Fragment set:html="x" />', 'unknown-component'],
  ['<script>alert(1)</script>', 'html'],
  ['<Note.Evil />', 'unknown-component'],
  ['[a](javascript:alert)', 'address-scheme'],
  ['[a](java&#115;cript:alert)', 'address-scheme'],
  ['[a][b]\n\n[b]: data:text/html,x', 'address-scheme'],
  ['[a](//elsewhere.example)', 'address-scheme'],
  ['![a](https://elsewhere.example/a.png)', 'picture-elsewhere'],
  ['![a](../other/a.png)', 'picture-elsewhere'],
  ['{process.exit()}', 'braces'],
  ['import x from "y"', 'import'],
  ['export const a = 1', 'import'],
  ['<Embed url="javascript:alert(1)" title="x" />', 'address-scheme'],
  ['<Embed url={x} title="x" />', 'attribute-not-text'],
  ['<Note onclick="x">a</Note>', 'unknown-attribute'],
])('%s is refused before anything is compiled', (body, rule) => {
  const found = of({}, `${body}\n${questions}`);
  expect(found.join('\n')).toContain(` ${rule} `);
});
