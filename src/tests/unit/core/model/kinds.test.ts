import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../../core/i18n/translations.ts';
import { RESERVED_IDS } from '../../../../core/model/ids.ts';
import {
  asksQuestions,
  kindIds,
  kindNamed,
  kindsInWords,
  kindsOf,
} from '../../../../core/model/kinds.ts';
import { siteUrls } from '../../../../core/site/urls.ts';

test('the lists of discussions, updates and stories are where they were first published', () => {
  const { kind } = siteUrls('https://example.org', '/blog');
  expect([kind('discussion'), kind('update'), kind('story')]).toEqual([
    '/blog/discussions/',
    '/blog/updates/',
    '/blog/stories/',
  ]);
});

test('every kind has a list of its own, whose address no content can take', () => {
  const paths = kindIds({}).map((kind) => kindNamed({}, kind)?.path ?? '');
  expect(new Set(paths).size).toBe(3);
  expect(paths.filter((path) => !RESERVED_IDS.has(path))).toEqual([]);
});

test('every language names every kind, and says what it is', () => {
  for (const [language, { pages, editor }] of Object.entries(LANGUAGES)) {
    for (const names of [pages.kind, pages.kinds, pages.kindIntro, editor.kinds])
      expect(Object.keys(names).sort(), language).toEqual(kindIds({}).sort());
  }
});

test('what is no kind has nothing of one', () => {
  for (const kind of ['', 'constructor', 'Discussion', 7, undefined, ['discussion']]) {
    expect(kindNamed({}, kind)).toBeUndefined();
    expect(asksQuestions({}, kind)).toBe(false);
  }
});

test('a program that names its kinds has these, and of ours those that it names', () => {
  const labels = { en: { one: 'Webinar', many: 'Webinars' } };
  const program = { kinds: { story: null, webinar: { path: 'talks', labels } } };
  expect(kindsOf(program)).toEqual({
    story: kindsOf({})['story'],
    webinar: { path: 'talks', hasQuestions: false, hasMonth: false, look: 'day', labels },
  });
  expect(asksQuestions(program, 'discussion')).toBe(false);
  expect(siteUrls('https://example.org', '/', program).kind('webinar')).toBe('/talks/');
});

test('a kind that has a month looks as a card of a catalogue, unless it says otherwise', () => {
  const kind = { path: 'monthly', month: true, questions: true };
  expect(kindNamed({ kinds: { monthly: kind } }, 'monthly')?.look).toBe('catalogue');
  expect(kindNamed({ kinds: { monthly: { ...kind, look: 'day' } } }, 'monthly')?.look).toBe('day');
});

test.each([
  [{}, 'discussion, update or story'],
  [{ kinds: { story: null } }, 'story'],
  [{ kinds: { story: null, update: null } }, 'story or update'],
])('the kinds stand in a sentence: %o', (program, words) => {
  expect(kindsInWords(program)).toBe(words);
});
