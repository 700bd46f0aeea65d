import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { readLanguage } from '../../../../core/content-files/language-files.ts';
import {
  asForeign,
  withForeignMarked,
  withoutForeignMarks,
} from '../../../../core/i18n/foreign-words.ts';
import { languageTemplate } from '../../../../core/i18n/language-template.ts';
import { addedQuestionWords, addLanguages, untranslated } from '../../../../core/i18n/languages.ts';
import { wordsFor, wordsLanguage } from '../../../../core/i18n/words.ts';
import { questionNumberIn } from '../../../../responses/question-prefix.ts';

afterEach(() => addLanguages(new Map()));

const add = (files: Record<string, Record<string, unknown>>) =>
  addLanguages(new Map(Object.entries(files)) as Parameters<typeof addLanguages>[0]);

test('what a program says itself stands over what is ours', () => {
  add({ es: { pages: { archive: 'Hemeroteca' } } });
  expect(wordsFor('es').archive).toBe('Hemeroteca');
  expect(wordsFor('es-CO').archive).toBe('Hemeroteca');
  expect(wordsFor('es').search).toBe('Buscar');
});

test('a region says what is particular to it, and the rest as the language does', () => {
  add({ 'es-MX': { pages: { archive: 'Hemeroteca' } } });
  expect(wordsFor('es-MX').archive).toBe('Hemeroteca');
  expect(wordsFor('es-MX').search).toBe('Buscar');
  expect(untranslated('es-MX', { pages: { archive: 'Hemeroteca' } })).toEqual([]);
});

test('a language that is begun lends the rest from English, and says so', () => {
  add({ ms: { pages: { search: 'Cari' } } });
  const words = wordsFor('ms');
  expect(wordsLanguage('ms')).toBe('ms');
  expect(words.search).toBe('Cari');
  expect(withForeignMarked(words.archive)).toBe('<span lang="en" dir="ltr">Archive</span>');
  expect(withForeignMarked(words.postCount({ count: 1 }))).toContain('>1 post</span>');
  const missing = untranslated('ms', { pages: { search: 'Cari' } });
  expect(missing.length).toBeGreaterThan(300);
  expect(missing[0]).toEqual({ place: 'pages.home', shownIn: 'en' });
});

test('an answer that begins as its readers are told in a language of the program finds its question', () => {
  add({ fi: { responses: { line: 'Kysymys (nro) {number}:' } } });
  expect(questionNumberIn('Kysymys (nro) 3: Kyllä.', addedQuestionWords())).toBe(3);
  expect(questionNumberIn('Kysymys (nro) 3: Kyllä.')).toBeUndefined();
});

test('the template has every text, and says nothing that is wrong', () => {
  const { value, problems } = readLanguage(
    languageTemplate(),
    'en-GB',
    'docs/language-template.yaml',
  );
  expect(problems).toEqual([]);
  expect(value && untranslated('ms', value)).toEqual([]);
  expect(readFileSync('docs/language-template.yaml', 'utf8'), 'npm run manual').toBe(
    languageTemplate(),
  );
});

test('marks become elements only where elements may stand', () => {
  const said = asForeign('A & B', 'en');
  const page = `<!doctype html><title>${said}</title><p title="a > ${said}" class=x>${said} <!-- ${said} --><b>ب</b></p><script>"${said}"</script><select><option>${said}</option></select><svg><text>${said}</text></svg>`;
  const [open, close] = ['<span lang="en" dir="ltr">', '</span>'];
  expect(withForeignMarked(page)).toBe(
    `<!doctype html><title>A & B</title><p title="a > A & B" class=x>${open}A & B${close} <!-- A & B --><b>ب</b></p><script>"A & B"</script><select><option>A & B</option></select><svg><text>A & B</text></svg>`,
  );
  expect(withoutForeignMarks(`${said}${said}`)).toBe('A & BA & B');
  expect(withForeignMarked(asForeign('مرحبا', 'ar'))).toBe(
    '<span lang="ar" dir="rtl">مرحبا</span>',
  );
});
