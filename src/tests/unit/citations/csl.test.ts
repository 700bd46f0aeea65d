import { expect, test } from 'vitest';
import {
  type CitedPost,
  citationSheet,
  contextObject,
  cslItem,
  indexedName,
} from '../../../citations/csl.ts';
import { bibtex, citationText, ris, STYLES, type Style } from '../../../citations/node/formats.ts';

const post: CitedPost = {
  permanentId: '2013-08-reflection',
  title: 'A moment of reflection',
  summary: 'What six months taught us.',
  date: '2013-08-03',
  lang: 'en',
  authors: [{ name: 'Program coordinators' }],
  tags: [{ label: 'Reflection' }, { label: 'Books, and reading' }],
};
const blog = { name: 'International Librarians Network' };
const cited = (changed: Partial<CitedPost> = {}) =>
  cslItem({ ...post, ...changed }, blog, 'https://example.org/posts/2013-08-reflection/');

const TITLES = [
  'What we talk about',
  'What you said',
  'تبدأ الجولة',
  '図書館の一日',
  'ห้องสมุด',
  '— % {',
  '2013',
  '__proto__',
];

test('a post by a team, in the style of the American Psychological Association', () => {
  expect(citationText(cited(), 'apa')).toBe(
    'Program coordinators. (2013, August 3). A moment of reflection. International Librarians Network. https://example.org/posts/2013-08-reflection/',
  );
});

test('a post by a team, in the style of the Modern Language Association', () => {
  expect(citationText(cited(), 'mla')).toBe(
    'Program coordinators. “A Moment of Reflection.” International Librarians Network, 3 Aug. 2013, https://example.org/posts/2013-08-reflection/.',
  );
});

test.each([
  [
    'chicago',
    'Program coordinators. 2013. “A Moment of Reflection.” International Librarians Network, August 3. https://example.org/posts/2013-08-reflection/.',
  ],
  [
    'harvard1',
    'Program coordinators (2013) “A moment of reflection,” International Librarians Network, 3 August. Available at: https://example.org/posts/2013-08-reflection/.',
  ],
  [
    'vancouver',
    'Program coordinators. A moment of reflection. International Librarians Network [Internet]. 2013 Aug 3. Available from: https://example.org/posts/2013-08-reflection/',
  ],
] as const)('a post by a team, in the style %s', (style, text) => {
  expect(citationText(cited(), style)).toBe(text);
});

test('a citation begins with the family name where it is known, and else with the name as printed', () => {
  const authors = [
    { name: 'Zoë Müller', family: 'Müller' },
    { name: '王 小明', family: '王' },
  ];
  expect(citationText(cited({ authors }), 'apa')).toMatch(/^Müller, Z\., & 王小明\. \(2013/);
  expect(citationText(cited({ authors: [{ name: 'Zoë Müller' }] }), 'apa')).toMatch(
    /^Zoë Müller\. \(2013/,
  );
});

test('in the head of a page a name is in two parts where they are known, and else in one', () => {
  expect(indexedName({ name: 'Zoë Müller', family: 'Müller' })).toBe('Müller, Zoë');
  expect(indexedName({ name: 'Ana Luz de la Cruz Gil', family: 'de la Cruz Gil' })).toBe(
    'de la Cruz Gil, Ana\u00a0Luz',
  );
  expect(indexedName({ name: 'A participant in the pilot' })).toBe('A participant in the pilot,');
});

test('a Spanish post is cited in Spanish, its title as it is written', () => {
  const text = citationText(cited({ lang: 'es', title: 'Una pausa para pensar' }), 'mla');
  expect(text).toContain('Una pausa para pensar');
  expect(text).toContain('agosto de 2013');
});

test('BibTeX has the month, the blog and every letter of the title', () => {
  const text = bibtex(cited({ title: 'تبدأ الجولة & 100 % {ILN' }));
  expect(text).toMatch(/^@misc\{[^,\s]+,\n/);
  expect(text).toContain('year = {2013}');
  expect(text).toContain('month = {8}');
  expect(text).toContain('note = {International Librarians Network}');
  expect(text).toContain('تبدأ الجولة \\& 100 \\%');
  expect(text.match(/(?<!\\)\{/g)?.length).toBe(text.match(/(?<!\\)\}/g)?.length);
});

test('the key for BibTeX is the permanent id, whatever the title is called and written in', () => {
  for (const title of TITLES)
    expect(bibtex(cited({ title })), title).toMatch(/^@misc\{2013-08-reflection,\n/);
  const alike = ['2013-08-a-b', '2013-08-ab', '2013-08-a-b-2'];
  const keys = alike.map((permanentId) => bibtex(cited({ permanentId })).split('\n')[0]);
  expect(keys).toEqual(alike.map((id) => `@misc{${id},`));
});

test.each([
  ['A moment of reflection', 'A moment of reflection'],
  ['How the ILN began in Sydney', 'How the {ILN} began in {Sydney}'],
  ['ILN: what WordPress taught us', '{ILN}: what {WordPress} taught us'],
  ['eBooks, COVID-19 and O’Brien’s list', '{eBooks}, {COVID-19} and {O’Brien’s} list'],
  ['Working with AT&T and AC/DC', 'Working with {AT\\&T} and {AC/DC}'],
  ['“Why Łódź?”', '“{Why} {Łódź}?”'],
  ['¿Qué hace la Biblioteca?', '¿{Qué} hace la {Biblioteca}?'],
  ['Библиотека в Москве', 'Библиотека в {Москве}'],
  ['Η Αθήνα', 'Η {Αθήνα}'],
  ['تبدأ الجولة', 'تبدأ الجولة'],
  ['図書館とILN', '{図書館とILN}'],
  ['Use <i> and <b> in 5~6 days', 'Use <i> and <b> in 5\\textasciitilde{}6 days'],
])('BibTeX keeps the capitals of "%s"', (title, written) => {
  expect(bibtex(cited({ title }))).toContain(`\ttitle = {${written}},\n`);
});

test('BibTeX does not take apart a name with a comma or an "and" in it', () => {
  const authors = [
    { name: 'Martin King, Jr.', family: 'King, Jr.' },
    { name: 'Friends and readers' },
    { name: '王 小明', family: '王' },
  ];
  expect(bibtex(cited({ authors }))).toContain(
    'author = {{King, Jr.}, Martin and {Friends and readers} and 王, 小明}',
  );
});

const OBJECT_NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length'];

test.each(OBJECT_NAMES)('a post, an author and a blog may be called "%s"', (name) => {
  const item = cslItem(
    { ...post, title: name, authors: [{ name }], tags: [{ label: name }] },
    { name, publisher: `${name} press` },
    'https://example.org/',
  );
  for (const style of Object.keys(STYLES) as Style[])
    expect(citationText(item, style).toLowerCase(), style).toContain(name.toLowerCase());
  expect(ris(item)).toContain(`TI  - ${name}\r\n`);
  expect(bibtex(item).replace(/[{}\\]/g, '')).toContain(`title = ${name},`);
  expect(citationText(cited(), 'mla')).toContain('A Moment of Reflection');
});

test('marks of HTML in a title are words of it', () => {
  const title = 'Between <i> and </i>, <span class="nocase">or</span>';
  expect(citationText(cited({ title }), 'apa')).toContain(title);
  expect(ris(cited({ title }))).toContain(`TI  - ${title}`);
});

test.each(TITLES)('a list tells reference managers of the post "%s"', (title) => {
  const authors = [{ name: 'Program coordinators' }, { name: 'Zoë Müller', family: 'Müller' }];
  const told = contextObject({ ...post, title, authors }, blog, 'https://example.org/p/abc/');
  const read = new URLSearchParams(told);
  expect(told).toMatch(/^[\w.*+%&=-]+$/);
  expect(read.get('rft_val_fmt')).toBe('info:ofi/fmt:kev:mtx:dc');
  expect(read.get('rft.type')).toBe('blogPost');
  expect(read.get('rft.title')).toBe(title);
  expect(read.get('rft.source')).toBe(blog.name);
  expect(read.getAll('rft.creator')).toEqual(['Program coordinators,', 'Müller, Zoë']);
  expect(read.get('rft.date')).toBe('2013-08-03');
  expect(read.get('rft.identifier')).toBe('https://example.org/p/abc/');
});

test('RIS has lines as its readers want them, one for each author and keyword', () => {
  const lines = ris(cited()).split('\r\n');
  expect(lines[0]).toBe('TY  - BLOG');
  expect(lines.at(-2)).toBe('ER  - ');
  expect(lines).toEqual(
    expect.arrayContaining([
      'AU  - Program coordinators',
      'DA  - 2013/08/03',
      'KW  - Reflection',
      'KW  - Books  and reading',
      'T2  - International Librarians Network',
      'TI  - A moment of reflection',
      'UR  - https://example.org/posts/2013-08-reflection/',
    ]),
  );
  expect(lines.slice(0, -1).filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
});

test('RIS leaves long titles, summaries, addresses and ids whole', () => {
  const title = 'What we talk about, and why, '.repeat(9).trim();
  const summary = 'A librarian on five months of calls and a cataloguing puzzle. '.repeat(4).trim();
  const permanentId = '2013-07-letter-from-a-hospital-library';
  const address = `https://example.org/posts/${'a-long-id-'.repeat(9)}/`;
  const lines = ris(cslItem({ ...post, permanentId, title, summary }, blog, address)).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      `TI  - ${title}`,
      `AB  - ${summary}`,
      `UR  - ${address}`,
      `ID  - ${permanentId}`,
    ]),
  );
});

test('DOI, ISSN and ORCID iD are in each format that has a field for them', () => {
  const authors = [{ name: 'Ana', orcid: '0000-0002-1825-0097' }];
  const item = cslItem(
    { ...post, authors, doi: '10.1234/a_b' },
    { ...blog, issn: '2049-3630' },
    'https://example.org/p/a/',
  );
  expect(item).toMatchObject({
    DOI: '10.1234/a_b',
    ISSN: '2049-3630',
    author: [{ literal: 'Ana', ORCID: 'https://orcid.org/0000-0002-1825-0097' }],
  });
  expect(bibtex(item)).toContain('\tdoi = {10.1234/a_b},\n\tissn = {2049-3630},\n');
  const lines = ris(item).split('\r\n');
  expect(lines).toEqual(expect.arrayContaining(['DO  - 10.1234/a_b', 'SN  - 2049-3630']));
  expect(lines.at(-2)).toBe('ER  - ');
  expect(citationText(item, 'apa')).toMatch(/ https:\/\/doi\.org\/10\.1234\/a_b$/);
  expect(bibtex(cited()) + ris(cited())).not.toMatch(/doi|issn|DO {2}-|SN {2}-/);
});

test('below the styles, each response is cited by author, day, what it responds to and its address', () => {
  const styles = [{ name: 'APA', text: 'Gardeners. (2013). Soil.' }];
  const answers = { title: 'Response to “Soil”', blog: 'Gardens', heading: 'Responses' };
  expect(citationSheet(styles, { ...answers, responses: [] })).toBe(
    'APA\nGardeners. (2013). Soil.\n',
  );
  const responses = [
    { name: 'Ana\nPereira', date: '2013-05-07', address: 'https://example.org/a/#response-1' },
    { name: 'ليلى حداد', date: '2013-05-08', address: 'https://example.org/a/#response-2' },
  ];
  expect(citationSheet(styles, { ...answers, responses })).toBe(
    'APA\nGardeners. (2013). Soil.\n\nResponses\nAna Pereira. 2013-05-07. Response to “Soil”. Gardens. https://example.org/a/#response-1\n\nليلى حداد. 2013-05-08. Response to “Soil”. Gardens. https://example.org/a/#response-2\n',
  );
});

test('a publisher is named where it is not the blog itself', () => {
  const named = cslItem(post, { ...blog, publisher: 'Library Press' }, 'https://example.org/');
  expect(citationText(named, 'mla')).toContain('Library Press');
  expect(cited().publisher).toBeUndefined();
});
