import type { FoundPage, Passage } from '../excerpts.ts';
import { foundTitle, passagesOf } from '../excerpts.ts';
import type { FoundHead } from '../index-map.ts';
import { searchOf } from '../query.ts';
import { ChoiceList } from './choice-list.ts';
import { make, marked } from './elements.ts';
import { waysOn } from './nothing.ts';
import { type Answer, type AskedFiles, SearchIndex } from './pagefind.ts';
import { kicker, passageName } from './result.ts';
import { slashSwitch } from './slash-switch.ts';
import { WORDS } from './words.ts';

const RESULTS = 6;
/** In characters. */
const LONGEST_QUERY = 200;

let dialog: SearchDialog | undefined;

/**
 * Makes a search of a dialog that has been opened over the page; Escape, its button and a click
 * beside it lead back to where one was. A combobox with a list of results (ARIA Authoring Practices
 * 1.2).
 *
 * @param element the dialog: a form that leads to the search page, and its box
 * @param asked what of the index has been asked for already
 */
export function openSearch(element: HTMLDialogElement, asked?: AskedFiles) {
  dialog ??= new SearchDialog(element, asked);
  dialog.show();
}

class SearchDialog {
  #turn = 0;
  /** The words that the list answers whole. */
  #answered: string | undefined;
  #status = make('p', { role: 'status' });
  #help = make('div', {});
  #all = make('a', { href: '' });
  #list = new ChoiceList(WORDS.results);
  #box: HTMLInputElement;
  #address: string;

  constructor(element: HTMLDialogElement, asked: AskedFiles | undefined) {
    SearchIndex.open(asked);
    const words = WORDS;
    const form = element.querySelector('form') as HTMLFormElement;
    this.#box = form.querySelector('input') as HTMLInputElement;
    this.#address = form.action;
    const close = make('button', { type: 'button' }, words.close);
    form.append(close);
    element.setAttribute('aria-label', words.search);
    element.append(
      this.#status,
      make('div', { class: 'results' }, this.#list.element, this.#help),
      make('footer', {}, this.#all, make('p', {}, words.hint), slashSwitch(words)),
    );
    this.#box.setAttribute('aria-label', words.searchFor);
    this.#box.placeholder = words.searchFor;
    this.#box.maxLength = LONGEST_QUERY;
    this.#box.spellcheck = false;
    this.#list.join(this.#box);
    close.addEventListener('click', () => element.close());
    element.addEventListener('click', ({ target }) => {
      if (target === element) element.close();
    });
    element.addEventListener('close', () => this.#list.leave());
    this.#box.addEventListener('input', () => {
      this.#list.leave();
      this.show();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      location.assign(this.#list.chosen?.href ?? this.#all.href);
    });
  }

  /** Answers what stands in the box. */
  async show() {
    const turn = ++this.#turn;
    const words = this.#box.value.trim();
    const query = { words, chosen: {}, isNewestFirst: false };
    this.#all.href = this.#address + searchOf(query);
    // Who opens it again may be on their way through the list that is there.
    if (words === this.#answered) return;
    if (!words) return this.#answer(WORDS.start, [], undefined);
    try {
      const index = SearchIndex.open();
      index.prepare(words);
      const answer = await index.ask(query, false);
      if (!answer || turn !== this.#turn) return;
      const coming = answer.pages(0, RESULTS);
      // On a slow line the titles are there half a second before the texts.
      const heads = await Promise.race([coming.then(() => []), answer.heads(RESULTS)]);
      if (turn !== this.#turn) return;
      if (heads.length > 0)
        this.#answer(this.#say(answer, words), heads.map(headOption), undefined);
      const pages = await coming;
      const help =
        pages.length === 0 ? await waysOn(words, index, WORDS, this.#correction, false) : undefined;
      if (turn !== this.#turn) return;
      this.#answer(
        this.#say(answer, words),
        pages.flatMap((page) => this.#options(page)),
        help,
      );
      this.#answered = words;
    } catch {
      SearchIndex.forget();
      if (turn === this.#turn) this.#answer(WORDS.failed, [], undefined);
    }
  }

  get #correction() {
    return {
      address: (words: string) =>
        this.#address + searchOf({ words, chosen: {}, isNewestFirst: false }),
      follow: (words: string) => {
        this.#box.value = words;
        this.#box.focus();
        this.show();
      },
    };
  }

  #answer(status: string, options: HTMLAnchorElement[], help: HTMLElement | undefined) {
    this.#answered = undefined;
    this.#status.textContent = status;
    this.#list.fill(options);
    this.#help.replaceChildren(...(help ? [help] : []));
    this.#all.textContent = WORDS.all;
  }

  #say({ total }: Answer, words: string): string {
    return total > 0 ? WORDS.found({ count: total }) : WORDS.noneOf({ words });
  }

  /** A page and the places in it: the best of them with the page, up to two more by themselves. */
  #options(page: FoundPage): HTMLAnchorElement[] {
    const passages = passagesOf(page, 2);
    const whole = passages.find(({ place }) => place === 'page');
    const deep = passages.filter(({ place }) => place !== 'page');
    return [
      option(
        { href: page.url, lang: page.meta['lang'] },
        make('b', {}, marked(foundTitle(page))),
        make(
          'span',
          { class: 'kind-and-month', lang: document.documentElement.lang },
          kicker(page),
        ),
        whole && marked(whole.excerpt),
      ),
      ...deep.map((passage) => this.#deep(page, passage)),
    ];
  }

  #deep(page: FoundPage, passage: Passage): HTMLAnchorElement {
    return option(
      { href: `${page.url}#${passage.anchor}`, lang: page.meta['lang'], class: 'passage' },
      make('b', {}, ...passageName(passage, WORDS)),
      marked(passage.excerpt),
    );
  }
}

function headOption(head: FoundHead): HTMLAnchorElement {
  return option(
    { href: head.url, lang: head.meta['lang'] },
    make('b', {}, head.meta['title'] ?? ''),
    make('span', { class: 'kind-and-month', lang: document.documentElement.lang }, kicker(head)),
  );
}

function option(
  attributes: Record<string, string | undefined>,
  ...children: (Node | string | undefined)[]
) {
  return make('a', { role: 'option', tabindex: '-1', dir: 'auto', ...attributes }, ...children);
}
