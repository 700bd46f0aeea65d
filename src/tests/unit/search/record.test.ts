import { expect, test } from 'vitest';
import { knownAs } from '../../../search/dictionary.ts';
import {
  countChoices,
  facetChoices,
  facetsOf,
  facetsOfPage,
  matchingChoices,
} from '../../../search/facets.ts';
import { type SearchMap, wordFiles } from '../../../search/index-map.ts';
import { searchPage } from '../../../search/record.ts';
import { closestSpelling, closestTag } from '../../../search/suggestion.ts';

const post = {
  kind: 'discussion',
  round: { id: 'pilot' },
  tags: [{ id: 'soil', formerly: ['earth'] }],
  authors: [{ id: 'gardeners' }],
  date: '2013-03-04',
  lang: 'en',
  responseCount: 2,
} as const;

test('a post is filed under permanent ids, which outlive new names', () => {
  expect(facetsOf(post)).toEqual({
    kind: ['discussion'],
    round: ['pilot'],
    tag: ['earth'],
    year: ['2013'],
    person: ['gardeners'],
    responses: ['yes'],
    lang: ['en'],
  });
});

test('a facet offers what is in use, counted, and answers at its other ids', () => {
  const nothing = { kind: [], round: [], year: [], person: [], responses: [], lang: [] };
  const { tag } = facetChoices([facetsOf(post), facetsOfPage('en')], {
    ...nothing,
    tag: [
      { id: 'soil', formerly: ['earth'], label: 'Soil' },
      { id: 'water', label: 'Water' },
    ],
  });
  expect(tag).toEqual([
    { id: 'earth', label: 'Soil', lang: undefined, formerly: ['soil'], count: 1 },
  ]);
});

test('no text can break out of the page that the index is given', () => {
  const { indexed, shown } = searchPage({
    path: 'posts/a/',
    title: '</h1><script>"',
    summary: '<b data-pagefind-ignore>',
    lang: 'en"',
    text: '<p>Safe</p>',
    responses: [{ anchor: 'response-1', author: '<i>', html: '<p>Said</p>' }],
    facets: facetsOf({ ...post, tags: [{ id: '"><b>' }] }),
    kind: 'Discussion',
    month: 'March 2013',
    day: '2013-03-04',
  });
  expect(indexed).not.toMatch(/<script|<b>|<b |<i>/);
  expect(indexed).toContain('<p>said</p>');
  expect(shown.content.split('\n')).toEqual([
    '</h1><',
    'script>" ',
    '<b ',
    'data-',
    'pagefind-',
    'ignore> ',
    'Safe ',
    '<i> ',
    'Said ',
  ]);
});

test('a page is found by the names of its tags, and what is shown knows nothing of them', () => {
  const record = {
    ...{ path: 'posts/a/', title: 'Mud', summary: '', lang: 'en', text: '', responses: [] },
    ...{ facets: facetsOf(post), kind: 'Story', month: 'May 2013', day: '2013-05-01' },
  };
  const { indexed, shown, words } = searchPage(record, map.tags);
  expect(indexed).toContain('data-value="soil ground" data-pagefind-meta="tags[data-value]"');
  expect(JSON.stringify(shown)).not.toContain('ground');
  expect(words.get('ground')).toBe('ground');
});

const map: SearchMap = {
  words: [
    { first: 'a', last: 'partner', file: 'en_a' },
    { first: 'pass', last: '馆', file: 'en_p' },
  ],
  spellings: [
    { first: 'a', file: 'spelling/1.json' },
    { first: 'room', file: 'spelling/2.json' },
  ],
  tags: [{ id: 'earth', label: 'Soil', synonyms: ['ground'], path: 'tags/soil/' }],
  archive: 'archive/',
};

test('the map tells which files a search will need', () => {
  expect(wordFiles(map, 'Library')).toEqual(['index/en_a.pf_index', 'spelling/1.json']);
  expect(wordFiles(map, '图书')).toEqual(['index/en_p.pf_index']);
  expect(wordFiles(map, 'library "room"')).toEqual([
    ...['index/en_a.pf_index', 'index/en_p.pf_index', 'spelling/1.json'],
  ]);
  expect(wordFiles(map, 'rooms')).toEqual(['index/en_p.pf_index', 'spelling/2.json']);
});

test('choices of one facet add to each other, those of several narrow down, and each is counted', () => {
  const facets = {
    pages: ['a', 'b', 'c', 'd'],
    choices: { kind: { story: [0, 1], update: [2] }, tag: { soil: [0, 2], water: [1] } },
  };
  const isChosen = matchingChoices(facets, { kind: ['story', 'update'], tag: ['soil'] });
  expect(facets.pages.filter(isChosen)).toEqual(['a', 'c']);
  expect(countChoices(facets, { kind: ['story'] }, ['a', 'b', 'c'])).toMatchObject({
    kind: { story: 2, update: 1 },
    tag: { soil: 1, water: 1 },
  });
});

const spellings = {
  words: ['accessible', 'accessibility', 'library', 'librarian', 'quiet', 'water', 'waters'].sort(),
  frequency: '1132014',
  written: { '4': 'Quiet' },
};

test('a word is there, or the beginning of some, or nowhere', () => {
  expect(knownAs('library', spellings)).toEqual({ is: 'word' });
  expect(knownAs('acc', spellings)).toEqual({ is: 'beginning', start: 'accessib' });
  expect(knownAs('librariess', spellings)).toEqual({ is: 'unknown' });
  expect(knownAs('zoo', { ...spellings, words: [] })).toEqual({ is: 'unknown' });
});

test.each([
  ['libary', 'library'],
  ['librray', 'library'],
  ['liibrary', 'library'],
  ['lubrary', 'library'],
  ['accesibillity', 'accessibility'],
  ['qiuet', 'Quiet'],
  ['waterz', 'waters'],
])('for %s one may have meant %s', (word, meant) => {
  expect(closestSpelling(word, spellings, 2)?.written).toBe(meant);
});

test.each(['aardvark', 'wat', 'lbry', 'ab'])('for %s there is nothing close', (word) => {
  expect(closestSpelling(word, spellings, 2)).toBeUndefined();
});

test('who finds nothing is led to the tag that they meant, by any of its names', () => {
  expect(closestTag('gruond', map.tags)?.label).toBe('Soil');
  expect(closestTag('heavy soill', map.tags)?.label).toBe('Soil');
  expect(closestTag('astronomy', map.tags)).toBeUndefined();
});
