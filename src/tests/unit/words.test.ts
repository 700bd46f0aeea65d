import { expect, test } from 'vitest';
import { directionOf } from '../../blog/site.ts';
import { en } from '../../blog/words/en.ts';
import { es } from '../../blog/words/es.ts';
import { wordsFor } from '../../blog/words/words.ts';

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [path];

test('no word of the interface is missing in Spanish', () => {
  expect(keysOf(es).sort()).toEqual(keysOf(en).sort());
});

test('no word of the interface is empty', () => {
  const texts = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [value];
  expect([...texts(en), ...texts(es)].filter((text) => text === '')).toEqual([]);
});

test('a post in a regional Spanish gets the Spanish words, one in Malay the English', () => {
  expect(wordsFor('es-MX').search).toBe('Buscar');
  expect(wordsFor('ms').search).toBe('Search');
});

test('Arabic and Urdu run from right to left, Chinese does not', () => {
  expect(['ar', 'ur', 'zh-Hans', 'en'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
});
