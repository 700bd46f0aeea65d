import { expect, test } from 'vitest';
import { decodeText, isSurelyWestern } from '../../../../core/text/text-encoding.ts';

/** What programs wrote in the encodings of the time, byte by byte. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['Spanish', 'Coordinaci\xf3n: \xbfqu\xe9 aprendi\xf3 usted? \xabM\xe1s\xbb'],
  ['French', 'L\x92\xe9cole \x96 d\xe9j\xe0 l\x92\x9cuvre, \xa0la na\xefvet\xe9\x85'],
  ['German', '\x84Gr\xfc\xdfe\x93 aus K\xf6ln \x97 stra\xdfauf'],
  ['Portuguese', 'Informa\xe7\xf5es e quest\xf5es'],
  ['English', 'Don\x92t say \x93yes\x94 \x96 it costs \xa35'],
])('%s in the old Western encoding is surely that', (_, text) => {
  const decoded = decodeText(bytes(text));
  expect(decoded.encoding).toBe('Windows-1252');
  expect(isSurelyWestern(decoded.text)).toBe(true);
});

test.each([
  ['Cyrillic', '\xc1\xe8\xe1\xeb\xe8\xee\xf2\xe5\xea\xe8'],
  ['Greek', '\xc2\xe9\xe2\xeb\xe9\xef\xe8\xde\xea\xe7'],
  ['Polish', 'Biblioteka w \xa3odzi, ksi\xb1\xbfki'],
  ['Czech', 'Knihovny \xf8\xe1d a \xbeivot, p\xf8\xedb\xech'],
  ['Turkish', 'k\xfct\xfcphane i\xfeleri'],
  ['Hungarian', 'k\xf6nyvt\xe1ri er\xf5'],
  ['an old Mac', 'Coordinaci\x97n y pa\x92s y ma\x96ana'],
  ['nothing known', 'a\x81b'],
])('what may be in another encoding (%s) is not guessed', (_, text) => {
  expect(isSurelyWestern(decodeText(bytes(text)).text)).toBe(false);
});
