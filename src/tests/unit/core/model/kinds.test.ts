import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../../core/i18n/translations.ts';
import { RESERVED_IDS } from '../../../../core/model/ids.ts';
import { asksQuestions, KINDS, kindNamed } from '../../../../core/model/kinds.ts';
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
  const paths = KINDS.map((kind) => kindNamed(kind)?.path ?? '');
  expect(new Set(paths).size).toBe(KINDS.length);
  expect(paths.filter((path) => !RESERVED_IDS.has(path))).toEqual([]);
});

test('every language names every kind, and says what it is', () => {
  for (const [language, { pages, editor }] of Object.entries(LANGUAGES)) {
    for (const names of [pages.kind, pages.kinds, pages.kindIntro, editor.kinds])
      expect(Object.keys(names).sort(), language).toEqual([...KINDS].sort());
  }
});

test('what is no kind has nothing of one', () => {
  for (const kind of ['', 'constructor', 'Discussion', 7, undefined, ['discussion']]) {
    expect(kindNamed(kind)).toBeUndefined();
    expect(asksQuestions(kind)).toBe(false);
  }
});
