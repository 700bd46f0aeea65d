import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  compiled,
  mappedPart,
  placeholdersIn,
  type WrittenPart,
} from '../../../../core/i18n/compile-message.ts';
import { directionOf } from '../../../../core/i18n/direction.ts';
import { en } from '../../../../core/i18n/en.ts';
import { withoutForeignMarks } from '../../../../core/i18n/foreign-words.ts';
import { knownLanguage } from '../../../../core/i18n/languages.ts';
import { spoken, spokenPart } from '../../../../core/i18n/message.ts';
import { nearestLanguages } from '../../../../core/i18n/nearest-languages.ts';
import { newerResponses, responseWordsFor } from '../../../../core/i18n/response-words.ts';
import { LANGUAGES } from '../../../../core/i18n/translations.ts';
import {
  commaIn,
  fullStopIn,
  nameInSentence,
  wordsFor,
  wordsLanguage,
} from '../../../../core/i18n/words.ts';
import { questionNumberIn } from '../../../../responses/question-prefix.ts';

/** Every text of a part by its place. */
function textsOf(part: WrittenPart): Map<string, string> {
  const texts = new Map<string, string>();
  mappedPart(part, (text, path) => texts.set(path.join('.'), text));
  return texts;
}

/** The categories that are told apart in every plural of a text. */
function pluralsIn(text: string): string[][] {
  return [...text.matchAll(/\{\w+, plural,((?:[^{}]|\{[^{}]*\})*)\}/g)].map(([, branches = '']) =>
    [...branches.matchAll(/(\S+)\s*\{[^{}]*\}/g)].map(([, category = '']) => category),
  );
}

const languages = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];
const english = textsOf(en);

describe.each(languages)('the words in %s', (language) => {
  const texts = textsOf(LANGUAGES[language]);

  test('are whole', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('take the same values as the English ones', () => {
    const taken = (text: string) => [...placeholdersIn(compiled(text))].sort();
    for (const [place, text] of texts)
      expect.soft(taken(text), place).toEqual(taken(english.get(place) ?? ''));
  });

  test('count as the language does', () => {
    const rules = new Intl.PluralRules(language);
    const needed = new Set(Array.from({ length: 200 }, (_, n) => rules.select(n + 1)));
    const known = new Set(rules.resolvedOptions().pluralCategories);
    for (const [place, text] of texts) {
      for (const categories of pluralsIn(text)) {
        const named = categories.filter((one) => !one.startsWith('='));
        expect
          .soft(
            [...needed].filter((one) => !named.includes(one)),
            place,
          )
          .toEqual([]);
        expect
          .soft(
            named.filter((one) => !known.has(one as 'one')),
            place,
          )
          .toEqual([]);
      }
    }
  });

  test('are not left in English', () => {
    if (language === 'en') return;
    const sentences = new Set([...english.values()].filter((text) => /[a-z] [a-z]/.test(text)));
    expect([...texts.values()].filter((text) => sentences.has(text))).toEqual([]);
  });

  test('have a number in each reply’s first line by which its question is found', () => {
    expect(questionNumberIn(`${responseWordsFor(language).line({ number: 3 })} Yes.`)).toBe(3);
  });
});

test('French marks that stand apart never begin a line: the space before them does not break', () => {
  const breaking = /[ \u202f][;:!?»]|«[ \u202f]/;
  const texts = [...textsOf(LANGUAGES.fr).values()];
  expect(texts.filter((text) => breaking.test(text))).toEqual([]);
  expect(texts.filter((text) => /\u00a0[:?»]/.test(text)).length).toBeGreaterThan(20);
});

test('every file of words is a language that pages can have', () => {
  const files = readdirSync('src/core/i18n').filter((file) => /^[a-z]{2,3}(-\w+)?\.ts$/.test(file));
  const named = languages.map((language) => `${language.toLowerCase()}.ts`);
  expect(files.toSorted()).toEqual(named.toSorted());
});

test('every word is used somewhere', () => {
  const code = globSync('src/**/*.{ts,astro}')
    .filter(
      (file) =>
        !/^src.(tests|core.i18n.[a-z-]+\.ts)/.test(file) || /-(words|dates)\.ts$/.test(file),
    )
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const isUsed = (name: string) =>
    new RegExp(`(?:words\\w*|own|said|spoken|pages|\\))\\??\\.${name}\\b`, 'i').test(code) ||
    new RegExp(`\\{[^{}=]*\\b${name}\\b[^{}=]*\\} =\\s[^;]*(?:words|pages)`, 'i').test(code) ||
    new RegExp(`Words\\[?[^\\n]*'${name}'`).test(code) ||
    new RegExp(`\\b[wW]ords\\[[^\\]]*'${name}'`).test(code);
  const names = Object.values(en).flatMap((part) => Object.keys(part));
  expect(names.filter((name) => !isUsed(name))).toEqual([]);
  expect(['', 'never'].map((name) => isUsed(`${name}UsedAnywhere`))).toEqual([false, false]);
});

test('a post in a regional Spanish gets the Spanish words, one in Malay the English', () => {
  expect(wordsFor('es-MX').search).toBe('Buscar');
  expect(wordsFor('ar-EG').older).toBe('الأقدم');
  expect(withoutForeignMarks(wordsFor('ms').search)).toBe('Search');
  expect(['es-MX', 'AR', 'ms', 'constructor', ''].map(wordsLanguage)).toEqual([
    ...['es', 'ar', 'en', 'en', 'en'],
  ]);
});

test.each([
  ...([
    ['fr-CA', 'fr', 'S’abonner'],
    ['de-AT', 'de', 'Abonnieren'],
  ] as const),
  ...([
    ['pt-BR', 'pt', 'Assinar'],
    ['pt-PT', 'pt', 'Assinar'],
    ['pt-AO', 'pt', 'Assinar'],
  ] as const),
  ...([
    ['zh', 'zh-Hans', '订阅'],
    ['zh-CN', 'zh-Hans', '订阅'],
    ['zh-hans', 'zh-Hans', '订阅'],
  ] as const),
  ...([
    ['zh-SG', 'zh-Hans', '订阅'],
    ['zh-Hans-CN', 'zh-Hans', '订阅'],
  ] as const),
  ...([
    ['zh-TW', 'en', 'Subscribe'],
    ['zh-Hant', 'en', 'Subscribe'],
    ['zh-HK', 'en', 'Subscribe'],
  ] as const),
])('a page in %s has the words in %s', (language, ours, subscribe) => {
  expect(wordsLanguage(language)).toBe(ours);
  expect(withoutForeignMarks(wordsFor(language).subscribe)).toBe(subscribe);
});

test.each([
  ['fr', ['pas encore de réponse', '1 réponse', '2 réponses', '1 000 000 réponses']],
  ['de', ['noch keine Antworten', '1 Antwort', '2 Antworten', '1.000.000 Antworten']],
  ['pt', ['ainda sem respostas', '1 resposta', '2 respostas', '1.000.000 respostas']],
  ['zh-CN', ['还没有回应', '1 条回应', '2 条回应', '1,000,000 条回应']],
])('responses are counted in %s as one counts in it', (language, expected) => {
  const { responseCount } = wordsFor(language);
  const said = [0, 1, 2, 1_000_000].map((count) => responseCount({ count }));
  expect(said.map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual(expected);
});

test('what stands between members of a list is the mark of the script', () => {
  expect(['fr', 'ar', 'zh-CN', 'ja'].map(commaIn)).toEqual([', ', '، ', '，', '、']);
  expect(['fr', 'ur', 'zh-CN', 'hi'].map(fullStopIn)).toEqual(['.', '۔', '。', '।']);
});

test('the nearest language is one that its reader can read', () => {
  const known = ['en', 'es', 'pt', 'pt-PT', 'sr-Latn', 'zh-Hans'];
  expect(nearestLanguages('pt-PT', known)).toEqual(['pt-PT', 'pt', 'en']);
  expect(nearestLanguages('pt-AO', known)).toEqual(['pt', 'pt-PT', 'en']);
  expect(nearestLanguages('zh-CN', known)).toEqual(['zh-Hans', 'en']);
  expect(nearestLanguages('zh-TW', known)).toEqual(['en']);
  expect(nearestLanguages('sr', known)).toEqual(['en']);
  expect(nearestLanguages('not a tag', known)).toEqual(['en']);
});

test('Arabic counts as Arabic does: one, a pair, a few, many, hundreds', () => {
  const { responseCount } = wordsFor('ar');
  expect([0, 1, 2, 3, 11, 100, 103].map((count) => responseCount({ count }))).toEqual([
    'لا ردود بعد',
    'ردّ واحد',
    'ردّان',
    '3 ردود',
    '11 ردًّا',
    '100 ردّ',
    '103 ردود',
  ]);
});

test('what is counted only in the browser has each form of the language', () => {
  const { forms, language } = newerResponses('ar-EG');
  expect(language).toBe('ar');
  expect(Object.keys(forms).sort()).toEqual(['few', 'many', 'one', 'other', 'two']);
  expect(forms['few']).toContain('# ردود');
  expect(newerResponses('en').forms['other']).toBe(
    'There are # newer responses in the live discussion.',
  );
});

test('a message that was compiled ahead says the same as one that is read now', () => {
  const search = mappedPart(en.search, compiled) as Parameters<typeof spokenPart>[0];
  const words = spokenPart<'search'>(JSON.parse(JSON.stringify(search)), 'en');
  expect(words.found({ count: 1 })).toBe('One result.');
  expect(words.found({ count: 1234 })).toBe('1,234 results.');
  expect(words.facet.kind).toBe('Kind');
});

test('names that stand in what a number decides are values too', () => {
  const message = compiled('{count, plural, one {{name} once} other {# times by {who}}}');
  expect([...placeholdersIn(message)].sort()).toEqual(['count', 'name', 'who']);
  const say = spoken(message, 'en') as (values: Record<string, string | number>) => string;
  expect(say({ count: 2, name: 'A', who: 'B' })).toBe('2 times by B');
});

test('Arabic and Urdu run from right to left, Chinese does not', () => {
  expect(['ar', 'ur', 'zh-Hans', 'en'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
});

test('a program whose name begins with an article gets no second one, and none in Spanish', () => {
  expect(nameInSentence('The Exchange', 'en')).toBe('The Exchange');
  expect(nameInSentence('Exchange', 'en-GB')).toBe('the Exchange');
  expect(nameInSentence('Exchange', 'es')).toBe('Exchange');
  expect(knownLanguage('en-GB')).toBe('en');
});
