import { expect, test } from 'vitest';
import { suggestDay, suggestLanguage } from '../../../../core/content-files/suggest-value.ts';

test.each([
  ['3 August 2013', '2013-08-03'],
  ['August 3rd, 2013', '2013-08-03'],
  ['3. Aug 2013', '2013-08-03'],
  ['3 de agosto de 2013', '2013-08-03'],
  ['2013-8-3', '2013-08-03'],
  ['2013/08/03', '2013-08-03'],
  ['August 2013', '2013-08-01'],
  ['2013-8', '2013-08-01'],
  ['31 February 2013', undefined],
  ['03/08/2013', undefined],
  ['soon', undefined],
  ['2013-13-01', undefined],
])('somebody who writes %s means %s', (written, day) => {
  expect(suggestDay(written)).toBe(day);
});

test.each([
  ['Spanish', 'es'],
  ['español', 'es'],
  ['ESPANOL', 'es'],
  ['العربية', 'ar'],
  ['Klingon', undefined],
  ['constructor', undefined],
])('somebody who writes %s means %s', (written, code) => {
  expect(suggestLanguage(written)).toBe(code);
});
