import { expect, test } from 'vitest';
import {
  type FoundPage,
  foundTitle,
  type Piece,
  passagesOf,
  withWholePhrases,
} from '../../../search/excerpts.ts';
import type { PagePart, Place } from '../../../search/record.ts';
import { searchTerms } from '../../../search/search-terms.ts';

/**
 * A found page from lines `place#anchor heading | words`; words in brackets are what was looked for.
 */
function found(title: string, ...lines: string[]): FoundPage {
  const words: string[] = [];
  const parts: PagePart[] = [];
  const weighted_locations: FoundPage['weighted_locations'][number][] = [];
  for (const line of lines) {
    const [, place = '', anchor = '', text = ''] = /^(\w+)#(\S*) ?(.*)$/.exec(line) ?? [];
    const part = { place: place as Place, anchor, start: words.length, text: words.length };
    parts.push(part);
    const [heading = '', ...rest] = text.includes('|') ? text.split(' | ') : ['', text];
    for (const [at, some] of [heading, ...rest].entries()) {
      for (const word of some.split(' ').filter(Boolean)) {
        if (word.includes('['))
          weighted_locations.push({ location: words.length, balanced_score: 1 });
        words.push(`${word.replace(/[[\]]/g, '')} `);
      }
      if (at === 0) part.text = words.length;
    }
  }
  const meta = { title };
  return { url: '/a/', content: words.join('\n'), weighted_locations, parts, meta };
}

const written = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

test('the title has the words marked, as it was written', () => {
  const page = found('Moments', 'title# A moment of [reflection]', 'page# S.');
  expect(written(foundTitle(page))).toBe('A moment of [reflection]');
  expect(written(foundTitle(found('★', 'title#', 'page# S.')))).toBe('★');
});

test('what was found leads to its section, its question and the response, and says which', () => {
  const page = found(
    'Rooms',
    'title# Rooms',
    'page# About rooms.',
    'page# Some text.',
    'section#walls The walls | made of [books,] mostly.',
    'question#question-3 Which [book] stands there? | ',
    'response#response-7 Ana Pérez | My [book] is “[books].”',
  );
  const passages = passagesOf(page, 5);
  expect(passages.map(({ place, anchor, question }) => [place, anchor, question])).toEqual([
    ['response', 'response-7', undefined],
    ['section', 'walls', undefined],
    ['question', 'question-3', 3],
  ]);
  expect(passages.map(({ title, excerpt }) => [written(title), written(excerpt)])).toEqual([
    ['Ana Pérez', 'My [book] is “[books].”'],
    ['The walls', 'made of [books], mostly.'],
    ['Which [book] stands there?', ''],
  ]);
});

test('a page found by its title alone, or without words, shows its summary', () => {
  const page = found('Rooms', 'title# [Rooms]', 'page# About rooms.', 'page# No.');
  const [only, ...others] = passagesOf(page, 3);
  expect(others).toEqual([]);
  expect(written(only?.excerpt ?? [])).toBe('About rooms.');
});

test('a long text is cut to where the words are close together', () => {
  const far = Array.from({ length: 80 }, (_, at) => (at === 5 ? '[stray]' : `w${at}`)).join(' ');
  const page = found('Long', 'title# Long', 'page# S.', `page# ${far} [one] and [two] end`);
  const [{ excerpt } = { excerpt: [] }] = passagesOf(page, 3);
  expect(written(excerpt)).toMatch(/^…\u00a0.*\[one\] and \[two\] end$/);
  expect(written(excerpt)).not.toContain('stray');
});

test('of a phrase only what stands together is marked, and in scripts without spaces the word alone', () => {
  const page = found(
    'P',
    'title# P',
    'page# S.',
    'page# [for] one, [taken] [for] [granted] [by] all',
  );
  const shown = (words: string) =>
    passagesOf(withWholePhrases(page, searchTerms(words)), 1).map(({ excerpt }) =>
      written(excerpt),
    );
  expect(shown('"taken for granted" by')).toEqual(['for one, [taken] [for] [granted] [by] all']);
  const characters = found('P', 'title# P', 'page# S.', 'page# [书] 和 [图] [书] 馆');
  const [passage] = passagesOf(withWholePhrases(characters, searchTerms('图书')), 1);
  expect(written(passage?.excerpt ?? [])).toBe('书 和 [图] [书] 馆');
});
