import type { SearchWords } from '../../core/i18n/search-words.ts';
import { type FoundPage, foundTitle, type Passage, passagesOf } from '../excerpts.ts';
import type { FoundHead } from '../index-map.ts';
import { make, marked } from './elements.ts';

/** A result of the catalogue: title, kind, month, and where on the page something was found. */
export function resultItem(page: FoundPage, words: SearchWords): HTMLLIElement {
  const lang = page.meta['lang'];
  return make(
    'li',
    {},
    make('h2', {}, make('a', { href: page.url, lang, dir: 'auto' }, marked(foundTitle(page)))),
    make('p', { class: 'kicker' }, kicker(page)),
    ...passagesOf(page, 3).map((passage) =>
      make(
        'p',
        { class: `passage passage-${passage.place}`, dir: 'auto', lang },
        passageLink(page, passage, words),
        passage.excerpt.length > 0 ? marked(passage.excerpt) : undefined,
      ),
    ),
  );
}

/** What a page is, and of when. */
export function kicker({ meta }: FoundHead): string {
  return [meta['kind'], meta['month']].filter(Boolean).join(' · ');
}

/** What a passage is called: a heading, a question with its number, or whose response. */
export function passageName(passage: Passage, words: SearchWords): (Node | string)[] {
  if (passage.place === 'response')
    return [ours(inResponse(passage.title.map(({ text }) => text).join(''), words))];
  if (!passage.question) return [marked(passage.title)];
  return [ours(`${words.question({ number: passage.question })} · `), marked(passage.title)];
}

function inResponse(name: string, words: SearchWords): string {
  return name ? words.inResponseBy({ name }) : words.inResponse;
}

/** Words of the interface within a text that may be of another language. */
function ours(text: string): HTMLElement {
  return make('span', { lang: document.documentElement.lang }, text);
}

function passageLink(page: FoundPage, passage: Passage, words: SearchWords) {
  if (passage.anchor === '') return undefined;
  const href = `${page.url}#${passage.anchor}`;
  return make('a', { href }, ...passageName(passage, words));
}
