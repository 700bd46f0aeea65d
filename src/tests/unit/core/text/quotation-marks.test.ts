import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import {
  setQuotationMarks,
  smartQuotes,
  typeset,
  withQuotationMarks,
} from '../../../../core/text/quotation-marks.ts';

const text = 'Ella dijo: “lee ‘Platero y yo’ antes”.';

test.each([
  ['en', 'Ella dijo: “lee ‘Platero y yo’ antes”.'],
  ['es-MX', 'Ella dijo: «lee “Platero y yo” antes».'],
  ['fr', 'Ella dijo\u00a0: «\u00a0lee “Platero y yo” antes\u00a0».'],
  ['fr-CH', 'Ella dijo: «lee ‹Platero y yo› antes».'],
  ['de', 'Ella dijo: „lee ‚Platero y yo‘ antes“.'],
  ['pl', 'Ella dijo: „lee «Platero y yo» antes”.'],
  ['ru', 'Ella dijo: «lee „Platero y yo“ antes».'],
  ['sv', 'Ella dijo: ”lee ’Platero y yo’ antes”.'],
  ['ar', 'Ella dijo: «lee “Platero y yo” antes».'],
  ['ja', 'Ella dijo: 「lee 『Platero y yo』 antes」.'],
  ['pt', 'Ella dijo: “lee ‘Platero y yo’ antes”.'],
  ['pt-PT', 'Ella dijo: «lee “Platero y yo” antes».'],
  ['zh-CN', 'Ella dijo: “lee ‘Platero y yo’ antes”.'],
  ['zh-HK', 'Ella dijo: 「lee 『Platero y yo』 antes」.'],
])('a text in %s is quoted as its printers would', (language, expected) => {
  expect(withQuotationMarks(`<p>${text}</p>`, language)).toBe(`<p>${expected}</p>`);
  const tree = fromHtml(`<p>${text}</p>`, { fragment: true });
  setQuotationMarks(tree, language);
  expect(toHtml(tree)).toBe(`<p>${expected}</p>`);
});

test('a quotation may begin before a link and end in it', () => {
  expect(withQuotationMarks('<p>“una <a href="/x?a>b">casa”</a> y <em>“otra”</em></p>', 'es')).toBe(
    '<p>«una <a href="/x?a>b">casa»</a> y <em>«otra»</em></p>',
  );
});

test('what an author set in the marks of the language stays, and what it encloses is inner', () => {
  const es = (html: string) => withQuotationMarks(html, 'es');
  expect(es('<p>«dijo “no” ayer»</p>')).toBe('<p>«dijo “no” ayer»</p>');
  expect(withQuotationMarks('<p>„Wort“ und “Wort”</p>', 'de')).toBe('<p>„Wort“ und „Wort“</p>');
  expect(es('<p>amigo, ‘friend’</p>')).toBe('<p>amigo, ‘friend’</p>');
});

test('apostrophes and marks that are alone stay', () => {
  const html = '<p>l’ami d’“Anne”, et un “ seul</p>';
  expect(withQuotationMarks(html, 'fr')).toBe('<p>l’ami d’«\u00a0Anne\u00a0», et un “ seul</p>');
});

test('a part in another language has its own marks, code has none of ours', () => {
  const html =
    '<p>“uno”</p><div lang="de"><p>“zwei”</p></div><p><span lang="en">“three”</span> <code>“x”</code></p>';
  expect(withQuotationMarks(html, 'es')).toBe(
    '<p>«uno»</p><div lang="de"><p>„zwei“</p></div><p><span lang="en">“three”</span> <code>“x”</code></p>',
  );
});

test('a paragraph’s marks do not pair with those of the next', () => {
  const html = '<p>“abierta</p><p>cerrada” y “otra”</p>';
  expect(withQuotationMarks(html, 'es')).toBe('<p>“abierta</p><p>cerrada” y «otra»</p>');
});

test.each([
  [
    'fr',
    'Quoi ? Oui ; non : « ah » !',
    'Quoi\u00a0? Oui\u00a0; non\u00a0: «\u00a0ah\u00a0»\u00a0!',
  ],
  ['fr', 'Quoi? Oui; non: "ah"!', 'Quoi\u00a0? Oui\u00a0; non\u00a0: «\u00a0ah\u00a0»\u00a0!'],
  ['fr', 'À 9:30, https://a.example/?b', 'À 9:30, https://a.example/?b'],
  ['fr-CA', 'Quoi? Voici: "ah"!', 'Quoi? Voici\u00a0: «\u00a0ah\u00a0»!'],
  ['fr-CH', 'Quoi? "ah"', 'Quoi? «ah»'],
  ['en', 'What ? Yes ; no', 'What ? Yes ; no'],
])(
  'in %s, %j keeps its characters at the word, in titles and texts',
  (language, typed, expected) => {
    expect(typeset(typed, language)).toBe(expected);
    const html = `<p>${smartQuotes(typed)}</p>`;
    expect(withQuotationMarks(html, language)).toBe(`<p>${expected}</p>`);
    const tree = fromHtml(html, { fragment: true });
    setQuotationMarks(tree, language);
    expect(tree.children[0]).toMatchObject({ children: [{ value: expected }] });
  },
);

test('typed marks in a title or a question are printed as the language has them', () => {
  expect(typeset(`Our partner's "first" day`, 'en')).toBe('Our partner’s “first” day');
  expect(typeset('¿Qué es "una casa"?', 'es')).toBe('¿Qué es «una casa»?');
  expect(typeset(`'tis the season, the '90s`, 'en')).toBe('’tis the season, the ’90s');
  expect(typeset(`("quoted") and 'single' too`, 'en')).toBe('(“quoted”) and ‘single’ too');
});
