import { expect, test } from 'vitest';
import { type FoundPage, foundTitle, type Piece, passagesOf } from '../../../search/excerpts.ts';

/** A found page from lines `element#id words`; words in brackets are what was looked for. */
function found(title: string, ...lines: string[]): FoundPage {
  const words: string[] = [];
  const anchors: FoundPage['anchors'][number][] = [];
  const weighted_locations: FoundPage['weighted_locations'][number][] = [];
  for (const line of lines) {
    const [, element = '', id = '', text = ''] = /^(\w+)#(\S+) ?(.*)$/.exec(line) ?? [];
    const heading = /^(h\d|li)$/.test(element) || id.startsWith('response') ? text : '';
    const bare = heading.split(' | ')[0] ?? '';
    anchors.push({ element, id, text: bare.replace(/[[\]]/g, ''), location: words.length });
    for (const word of text.replace(' | ', ' ').split(' ').filter(Boolean)) {
      if (word.includes('['))
        weighted_locations.push({ location: words.length, balanced_score: 1 });
      words.push(word.replace(/[[\]]/g, ''));
    }
  }
  return { url: '/a/', content: words.join(' '), weighted_locations, anchors, meta: { title } };
}

const written = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

test('the title has the words marked, and no full stop that was not there', () => {
  const page = found(
    'A moment of reflection',
    'h1#t A moment of [reflection.]',
    'p#search-summary S.',
  );
  expect(written(foundTitle(page))).toBe('A moment of [reflection]');
});

test('what was found leads to its section, its question and the response, and says which', () => {
  const page = found(
    'Rooms',
    'h1#t Rooms.',
    'p#search-summary About rooms.',
    'hr#search-text Some text.',
    'h2#walls The walls | made of [books,] mostly.',
    'li#question-3 Which [book] stands there?',
    'p#response-7 Ana Pérez. | My [book] is “[books].”',
  );
  const passages = passagesOf(page, 5);
  expect(passages.map(({ place, anchor, question }) => [place, anchor, question])).toEqual([
    ['response', 'response-7', undefined],
    ['section', 'walls', undefined],
    ['question', 'question-3', 3],
  ]);
  expect(passages.map(({ title, excerpt }) => [written(title), written(excerpt)])).toEqual([
    ['Ana Pérez.', 'My [book] is “[books].”'],
    ['The walls', 'made of [books], mostly.'],
    ['Which [book] stands there?', ''],
  ]);
});

test('a page found by its title alone, or without words, shows its summary', () => {
  const page = found(
    'Rooms',
    'h1#t [Rooms.]',
    'p#search-summary About rooms.',
    'hr#search-text No.',
  );
  const [only, ...others] = passagesOf(page, 3);
  expect(others).toEqual([]);
  expect(written(only?.excerpt ?? [])).toBe('About rooms.');
});

test('a long text is cut to where the words are close together', () => {
  const far = Array.from({ length: 80 }, (_, at) => (at === 5 ? '[stray]' : `w${at}`)).join(' ');
  const page = found(
    'Long',
    'h1#t Long.',
    'p#search-summary S.',
    `hr#search-text ${far} [one] and [two] end`,
  );
  const [{ excerpt } = { excerpt: [] }] = passagesOf(page, 3);
  expect(written(excerpt)).toMatch(/^…\u00a0.*\[one\] and \[two\] end$/);
  expect(written(excerpt)).not.toContain('stray');
});
