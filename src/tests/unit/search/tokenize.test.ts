import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksIn } from '../../../search/blocks.ts';
import { searchTerms } from '../../../search/search-terms.ts';
import { fold, tokenize } from '../../../search/tokenize.ts';

const words = (text: string) => tokenize(text).map(({ word }) => word);
const indexed = (text: string) => tokenize(text).map((token) => token.indexed);

test.each([
  'A library, and what it is for.',
  '« Bonjour », dit-elle… l’écran — enfin !',
  '图书馆是什么？我们问了（三位）朋友。',
  'In Chinese it is 图书馆, túshūguǎn: a hall.',
  'ユーザーの (サーバー) と「ｻｰﾊﾞｰ」',
  'ห้องสมุดประชาชน ที่นี่',
  'បណ្ណាល័យ ຫ້ອງສະໝຸດ စာကြည့်တိုက်',
  'المكتبة العامة والكتب للجميع',
  'צה״ל, הספרייה',
  'हिन्दी किताब, 도서관에서',
  'C# or C++? 👩‍🚀 at 10:30 (U.S.A.)',
])('%s is shown as it was written', (text) => {
  expect(
    tokenize(text)
      .map(({ shown }) => shown)
      .join(''),
  ).toBe(text);
});

test('whatever is written, what its words show is what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const written = text.replace(/[ \t\r\n\f]+/g, ' ').trim();
      const tokens = tokenize(text);
      if (tokens.length > 0) expect(tokens.map(({ shown }) => shown).join('')).toBe(written);
      // The index keeps nothing else, and so would hold another word.
      for (const { word } of tokens) expect(word.normalize('NFD')).toMatch(/^[\p{L}\p{N}]+$/u);
      for (const { word } of tokens) expect(fold(word)).toBe(word);
    }),
  );
});

test.each([
  ['Łódź', 'lodz'],
  ['Đà Nẵng', 'da nang'],
  ['Große', 'grosse'],
  ['œuvre', 'oeuvre'],
  ['bibliothēkē', 'BIBLIOTHEKE'],
  ['İstanbul', 'istanbul'],
  ['Μούσες', 'ΜΟΥΣΕΣ'],
  ['ёлка', 'Елка'],
  ['２０１３', '2013'],
  ['٢٠١٣', '2013'],
  ['ｻｰﾊﾞｰ', 'サーバー'],
  ['أحمد', 'احمد'],
  ['مكتبة', 'مكتبه'],
  ['المكتبة', 'مكتبة'],
  ['والمكتبة', 'مكتبة'],
  ['إلى', 'الي'],
  ['مُحَمَّد', 'محمد'],
  ['הספרייה', 'ספרייה'],
  ['סֵפֶר', 'ספר'],
  ['l’écran', "l'ecran"],
  ['library’s', 'library'],
  ['e-mail', 'email'],
  ['Qur’an', 'quran'],
  ['Hawaiʻi', 'hawaii'],
  ['U.S.A.', 'USA'],
  ['biblio\u00adthek', 'Bibliothek'],
  ['ថ្មី\u200bស', 'ថ្មីស'],
])('%s is found by %s', (written, asked) => {
  expect(words(written)).toEqual(words(asked));
});

test.each([
  ['ที่นี่', 'ทีนี'],
  ['ザ', 'サ'],
  ['किताब', 'कतब'],
  ['C#', 'C'],
  ['C++', 'C#'],
  ['❤️', '☀️'],
])('%s is another word than %s', (one, other) => {
  expect(words(one)).not.toEqual(words(other));
});

test('a French, Italian or Catalan article is a word of its own, an English one has none', () => {
  expect(words('l’écran dell’arte qu’il l’home')).toEqual([
    'l',
    'ecran',
    'dell',
    'arte',
    'qu',
    'il',
    'l',
    'home',
  ]);
  expect(words("don't o'clock")).toEqual(['dont', 'oclock']);
});

test('words that are joined are found as one and by their parts', () => {
  expect(indexed('well-known node.js')).toEqual(['well-known', 'known', 'node-js', 'js']);
  expect(indexed('state-of-the-art')).toEqual(['state-of-the-art', 'of', 'the', 'art']);
  expect(indexed('InterLibNet')).toEqual(['inter-lib-net']);
  expect(indexed('O’Hara 12.05.2013')).toEqual(['o-hara', '12-05-2013']);
});

test('quotation marks of any kind ask for a phrase, and so do characters without spaces', () => {
  expect(searchTerms('“taken for granted” library')).toEqual({
    all: ['taken', 'for', 'granted', 'library'],
    loose: ['library'],
    phrases: [['taken', 'for', 'granted']],
  });
  expect(searchTerms('«la que» "x')).toMatchObject({ loose: ['x'], phrases: [['la', 'que']] });
  expect(searchTerms('图书馆 学校，Lagos')).toEqual({
    all: ['图', '书', '馆', '学', '校', 'lagos'],
    loose: ['lagos'],
    phrases: [
      ['图', '书', '馆'],
      ['学', '校'],
    ],
  });
  expect(searchTerms('צה"ל').loose).toEqual(['צהל']);
  expect(searchTerms('!?').all).toEqual([]);
});

test('the text of HTML is read block by block, with the anchors, and nothing that is no text', () => {
  const html = [
    '<h2 id="soil">Soil &amp; <em>wat</em>er</h2><p>One<br>two &#x3C;b> &eacute;</p>',
    '<ol><li id="question-1"><p>Why?</p><p>How?</p></li></ol><svg><text>no</text></svg>',
    '<table><tr><td title="a>b">x</td><td>y</td></tr></table><script>no</script>loose',
  ].join('');
  expect(blocksIn(html)).toEqual([
    { element: 'h2', id: 'soil', text: 'Soil & water' },
    { element: 'p', id: undefined, text: 'One two <b> é' },
    { element: 'p', id: 'question-1', text: 'Why?' },
    { element: 'p', id: undefined, text: 'How?' },
    { element: 'td', id: undefined, text: 'x' },
    { element: 'td', id: undefined, text: 'y' },
    { element: 'p', id: undefined, text: 'loose' },
  ]);
});
