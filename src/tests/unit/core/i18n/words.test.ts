import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { directionOf } from '../../../../core/i18n/direction.ts';
import { EDITOR, HELP, PAGES, RESPONSES, SEARCH } from '../../../../core/i18n/languages.ts';
import { responseWordsFor } from '../../../../core/i18n/response-words.ts';
import { wordsFor, wordsLanguage } from '../../../../core/i18n/words.ts';
import { questionNumberIn } from '../../../../responses/question-prefix.ts';

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [path];

/** Every text that the words can give, numbers and names put in. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'function')
    return ['0', '1', '2', '3', '11'].map((n) => value(n, 'X') as string);
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsOf)
    : [String(value)];
};

const parts = Object.entries({
  pages: PAGES,
  responses: RESPONSES,
  search: SEARCH,
  editor: EDITOR,
  help: HELP,
});
const languages = Object.keys(PAGES);

describe.each(parts)('the words of the %s', (_, words) => {
  test('are whole in every language', () => {
    for (const [language, those] of Object.entries(words))
      expect(keysOf(those).sort(), language).toEqual(keysOf(words.en).sort());
    expect(Object.keys(words)).toEqual(languages);
  });

  test('say something everywhere, and nothing of a program’s insides', () => {
    for (const text of Object.values(words).flatMap(textsOf))
      expect(text).toMatch(/^(?!.*(undefined|NaN|\[object)).*\S/s);
  });

  test('are not left in English elsewhere', () => {
    const english = new Set(textsOf(words.en).filter((text) => /[a-z] [a-z]/.test(text)));
    const { en: _english, ...others } = words;
    expect(
      Object.values(others)
        .flatMap(textsOf)
        .filter((text) => english.has(text)),
    ).toEqual([]);
  });
});

test('every file of words is a language that pages can have', () => {
  const files = readdirSync('src/core/i18n').filter((file) => /^[a-z]{2,3}\.ts$/.test(file));
  expect(files.toSorted()).toEqual(languages.map((language) => `${language}.ts`).toSorted());
});

test('a post in a regional Spanish gets the Spanish words, one in Malay the English', () => {
  expect(wordsFor('es-MX').search).toBe('Buscar');
  expect(wordsFor('ar-EG').older).toBe('الأقدم');
  expect(wordsFor('ms').search).toBe('Search');
  expect(['es-MX', 'AR', 'ms', 'constructor'].map(wordsLanguage)).toEqual(['es', 'ar', 'en', 'en']);
});

test('Arabic counts as Arabic does: one, a pair, a few, many, hundreds', () => {
  const { responseCount } = wordsFor('ar');
  expect([0, 1, 2, 3, 11, 100, 103].map(responseCount)).toEqual([
    'لا ردود بعد',
    'ردّ واحد',
    'ردّان',
    '3 ردود',
    '11 ردًّا',
    '100 ردّ',
    '103 ردود',
  ]);
});

test.each(languages)(
  'a reply that begins as its reader was told to finds its question in %s',
  (lang) => {
    expect(questionNumberIn(`${responseWordsFor(lang).line(3)} Yes.`)).toBe(3);
  },
);

test('Arabic and Urdu run from right to left, Chinese does not', () => {
  expect(['ar', 'ur', 'zh-Hans', 'en'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
});

test('a program whose name begins with an article gets no second one', () => {
  const { toEverybody } = wordsFor('en');
  expect(toEverybody('The Exchange')).toBe('everyone in The Exchange');
  expect(toEverybody('Exchange')).toBe('everyone in the Exchange');
});
