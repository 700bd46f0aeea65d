import { expect, test } from 'vitest';
import {
  indexedHtml,
  indexedText,
  isSeparate,
  searchTerm,
  shownWord,
} from '../../../search/tokenize.ts';

/** Text as a result shows it, once it has been through the index. */
function shown(text: string): string {
  const words = indexedText(text).split(/\s+/);
  return words
    .map((word, at) => {
      const next = words[at + 1];
      return shownWord(word) + (next !== undefined && isSeparate(word, next) ? ' ' : '');
    })
    .join('');
}

test.each([
  'A library, and what it is for.',
  '图书馆是什么？我们问了（三位）朋友。',
  'In Chinese it is 图书馆, túshūguǎn: a hall.',
  'ห้องสมุดประชาชน',
  'المكتبة العامة والكتب للجميع',
  'Библиотека у моря',
])('%s is shown as it was written', (text) => {
  expect(shown(text)).toBe(text);
});

test('what is asked for in Chinese is asked as a phrase, so that 图书馆 is not 馆图书', () => {
  expect(searchTerm('图书馆')).toBe('"图 书 馆"');
  expect(searchTerm('图书馆 Lagos')).toBe('图 书 馆 Lagos');
  expect(searchTerm('library')).toBe('library');
});

test('an Arabic word is found with its article and without', () => {
  expect(indexedText('المكتبة')).toBe('ال~مكتبة');
  expect(indexedText('والمكتبة')).toBe('وال~مكتبة');
  expect(searchTerm('المكتبة')).toBe(searchTerm('مكتبة'));
});

test('tags and attributes of HTML stay as they are', () => {
  const html = '<p title="图书>馆">图书馆</p>';
  expect(indexedHtml(html)).toBe('<p title="图书>馆">图 书 馆</p>');
});
