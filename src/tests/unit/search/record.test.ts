import { expect, test } from 'vitest';
import { facetChoices, facetsOf, facetsOfPage } from '../../../search/facets.ts';
import { filterFiles, type SearchMap, wordFiles } from '../../../search/index-map.ts';
import { searchPage } from '../../../search/record.ts';
import { closestTag } from '../../../search/suggestion.ts';

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
  const page = searchPage({
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
  expect(page).not.toMatch(/<script|<b>|<b |<i>/);
  expect(page).toContain('<p>Said</p>');
});

const map: SearchMap = {
  filters: ['en_k'],
  words: [
    { first: 'a', last: 'partner', file: 'en_a' },
    { first: 'pass', last: '馆', file: 'en_p' },
  ],
  tags: [{ id: 'earth', label: 'Soil', synonyms: ['ground'], path: 'tags/soil/' }],
  archive: 'archive/',
};

test('the map tells which files a search will need', () => {
  expect(filterFiles(map)).toEqual(['filter/en_k.pf_filter']);
  expect(wordFiles(map, 'Library')).toEqual(['index/en_a.pf_index']);
  expect(wordFiles(map, '"图 书"')).toEqual(['index/en_p.pf_index']);
  expect(wordFiles(map, 'library room')).toEqual(['index/en_a.pf_index', 'index/en_p.pf_index']);
});

test('who finds nothing is led to the tag that they meant, by any of its names', () => {
  expect(closestTag('gruond', map.tags)?.label).toBe('Soil');
  expect(closestTag('heavy soill', map.tags)?.label).toBe('Soil');
  expect(closestTag('astronomy', map.tags)).toBeUndefined();
});
