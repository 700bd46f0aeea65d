import { expect, test } from 'vitest';
import { withoutForeignMarks } from '../../../../core/i18n/foreign-words.ts';
import { callNumberWords, kindWords } from '../../../../core/i18n/kind-words.ts';

const labels = {
  en: { one: 'Webinar', many: 'Webinars', about: 'Talks.', choice: 'A webinar' },
  es: { one: 'Charla', many: 'Charlas' },
};
const program = {
  kinds: {
    discussion: { labels: { en: { one: 'Topic', many: 'Topics' } } },
    story: null,
    webinar: { path: 'webinars', labels },
  },
};

test('a kind of ours has our words', () => {
  expect(kindWords({}, 'story', 'es')).toMatchObject({ one: 'Relato', many: 'Relatos' });
  expect(kindWords(program, 'story', 'en').many).toBe('Stories');
});

test("the program's words stand over ours, in the languages in which it has some", () => {
  expect(kindWords(program, 'discussion', 'en-GB')).toMatchObject({ one: 'Topic', many: 'Topics' });
  expect(kindWords(program, 'discussion', 'es').many).toBe(kindWords({}, 'discussion', 'es').many);
});

test("a kind of the program's own is called as it says", () => {
  expect(kindWords(program, 'webinar', 'en')).toEqual(labels.en);
  expect(kindWords(program, 'webinar', 'es-MX')).toEqual({
    ...labels.es,
    about: undefined,
    choice: 'Charla',
  });
});

test('where it has no words in a language, those of another are lent and marked', () => {
  const { one } = kindWords(program, 'webinar', 'ar');
  expect(one).not.toBe('Webinar');
  expect(withoutForeignMarks(one)).toBe('Webinar');
  const spanish = { kinds: { charla: { path: 'charlas', labels: { es: labels.es } } } };
  expect(withoutForeignMarks(kindWords(spanish, 'charla', 'en').many)).toBe('Charlas');
});

test('the number of a month says of what kind it is', () => {
  const said = (...[of, kind]: [typeof program | object, string]) =>
    callNumberWords(of, kind, 'August 2013', 'en');
  expect(said({}, 'discussion')).toBe('Discussion of August 2013');
  expect(said(program, 'discussion')).toBe('Topic, August 2013');
  expect(said(program, 'webinar')).toBe('Webinar, August 2013');
});
