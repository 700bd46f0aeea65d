import { searchOf } from '../../blog/search.ts';
import type { FoundHead } from '../../blog/search-map.ts';
import type { FoundPage, Passage } from '../../blog/search-passages.ts';
import { foundTitle, passagesOf } from '../../blog/search-passages.ts';
import { searchWordsFor } from '../../blog/words/search-words.ts';
import style from '../../styles/search-dialog.css?url';
import { ChoiceList } from './choice-list.ts';
import { make, marked } from './elements.ts';
import { waysOn } from './nothing.ts';
import { type Answer, SearchIndex } from './pagefind.ts';
import { kicker, passageName } from './result.ts';
import { slashSwitch } from './slash-switch.ts';

const RESULTS = 6;

let dialog: SearchDialog | undefined;

/**
 * Opens the search over the page; Escape, its button and a click beside it lead back to where one
 * was. A combobox with a list of results (ARIA Authoring Practices 1.2).
 *
 * @param address of the search page, which has all choices
 * @param map of the index, where it has been asked for already
 */
export function openSearch(address: string, map?: Promise<Response>) {
  dialog ??= new SearchDialog(address);
  dialog.open(map);
}

class SearchDialog {
  #words = searchWordsFor(document.documentElement.lang);
  #index: SearchIndex | undefined;
  #turn = 0;
  #status = make('p', { role: 'status' });
  #help = make('div', {});
  #all = make('a', { href: '' });
  #list = new ChoiceList(this.#words.results);
  #box = make('input', {
    ...{ type: 'text', name: 'q', role: 'combobox', maxlength: '200', enterkeyhint: 'search' },
    ...{ autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', inputmode: 'search' },
    ...{ 'aria-label': this.#words.searchFor, placeholder: this.#words.searchFor },
  });
  #element: HTMLDialogElement;
  #address: string;

  constructor(address: string) {
    this.#address = address;
    const words = this.#words;
    const close = make('button', { type: 'button' }, words.close);
    const form = make('form', { action: address, role: 'search' }, this.#box, close);
    this.#element = make(
      'dialog',
      { class: 'search-dialog', 'aria-label': words.search },
      form,
      this.#status,
      make('div', { class: 'found' }, this.#list.element, this.#help),
      make('footer', {}, this.#all, make('p', {}, words.hint), slashSwitch(words)),
    );
    this.#list.join(this.#box);
    close.addEventListener('click', () => this.#element.close());
    this.#element.addEventListener('click', ({ target }) => {
      if (target === this.#element) this.#element.close();
    });
    this.#box.addEventListener('input', () => {
      this.#list.leave();
      this.#show();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      location.assign(this.#list.chosen?.href ?? this.#all.href);
    });
    document.head.append(make('link', { rel: 'stylesheet', href: style }));
    document.body.append(this.#element);
  }

  open(map?: Promise<Response>) {
    this.#index ??= SearchIndex.open(map);
    if (!this.#element.open) this.#element.showModal();
    this.#box.focus();
    this.#box.select();
    this.#list.leave();
    this.#show();
  }

  async #show() {
    const turn = ++this.#turn;
    const words = this.#box.value.trim();
    const query = { words, chosen: {}, isNewestFirst: false };
    this.#all.href = this.#address + searchOf(query);
    this.#index ??= SearchIndex.open();
    if (!words) return this.#answer(this.#words.start, [], undefined);
    try {
      this.#index.prepare(words);
      const answer = await this.#index.ask(query, false);
      const coming = answer.pages(0, RESULTS);
      // On a slow line the titles are there half a second before the texts.
      const heads = await Promise.race([coming.then(() => []), answer.heads(RESULTS)]);
      if (turn !== this.#turn) return;
      if (heads.length > 0)
        this.#answer(this.#say(answer, words), heads.map(headOption), undefined);
      const [pages, map] = [await coming, await this.#index.map];
      if (turn !== this.#turn) return;
      const help = pages.length === 0 ? waysOn(words, map, this.#words) : undefined;
      this.#answer(
        this.#say(answer, words),
        pages.flatMap((page) => this.#options(page)),
        help,
      );
    } catch {
      this.#index = undefined;
      if (turn === this.#turn) this.#answer(this.#words.failed, [], undefined);
    }
  }

  #answer(status: string, options: HTMLAnchorElement[], help: HTMLElement | undefined) {
    this.#status.textContent = status;
    this.#list.fill(options);
    this.#help.replaceChildren(...(help ? [help] : []));
    this.#all.textContent = this.#words.all;
  }

  #say({ total }: Answer, words: string): string {
    return total > 0 ? this.#words.found(total) : this.#words.noneOf(words);
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
        make('span', { class: 'about' }, kicker(page)),
        whole && marked(whole.excerpt),
      ),
      ...deep.map((passage) => this.#deep(page, passage)),
    ];
  }

  #deep(page: FoundPage, passage: Passage): HTMLAnchorElement {
    return option(
      { href: `${page.url}#${passage.anchor}`, lang: page.meta['lang'], class: 'deep' },
      make('b', {}, ...passageName(passage, this.#words)),
      marked(passage.excerpt),
    );
  }
}

function headOption(head: FoundHead): HTMLAnchorElement {
  return option(
    { href: head.url, lang: head.meta['lang'] },
    make('b', {}, head.meta['title'] ?? ''),
    make('span', { class: 'about' }, kicker(head)),
  );
}

function option(
  attributes: Record<string, string | undefined>,
  ...children: (Node | string | undefined)[]
) {
  return make('a', { role: 'option', tabindex: '-1', dir: 'auto', ...attributes }, ...children);
}
