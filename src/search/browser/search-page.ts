import { FACETS } from '../../core/model/facets.ts';
import { type Query, queryFrom, searchOf } from '../query.ts';
import { type Choice, Facets } from './facets.ts';
import { waysOn } from './nothing.ts';
import { type Answer, SearchIndex } from './pagefind.ts';
import { resultItem } from './result.ts';
import { WORDS } from './words.ts';

const AT_A_TIME = 10;

/**
 * The search page: words and choices, each answer in its place, and the whole of it in the address.
 * Writing changes the address as it stands; a choice, or Enter, makes a new one to go back from.
 */
export class SearchPage extends HTMLElement {
  #turn = 0;
  /** Whether the results are still those that stand in the page: the newest of all. */
  #isAsPrinted = true;
  #isWriting = false;
  #facets = new Facets(this);

  connectedCallback() {
    this.#find<HTMLDetailsElement>('.filters').open = matchMedia('(min-width: 60rem)').matches;
    const form = this.#find('form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#isWriting = false;
      this.#ask('push');
    });
    this.addEventListener('input', (event) => this.#noticed(event.target as Choice));
    this.#find<HTMLButtonElement>('[data-clear]').addEventListener('click', () => {
      this.#facets.choose({});
      this.#ask('push');
      this.#box.focus();
    });
    this.#find<HTMLButtonElement>('[data-next]').addEventListener('click', () => this.#more());
    // Who comes to the fields will ask.
    this.addEventListener('focusin', () => SearchIndex.open(undefined, true));
    addEventListener('popstate', () => this.#read());
    addEventListener('pagehide', () => this.#remember());
    const isAhead = location.search === '' && this.#box.value !== '';
    if (isAhead) this.#noticed(this.#box);
    else this.#read();
  }

  get #box() {
    return this.#find<HTMLInputElement>('[name="q"]');
  }

  #find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (!found) throw new Error(`The search page has no ${selector}.`);
    return found;
  }

  #noticed(field: Choice) {
    if (field.name !== 'q') return this.#ask('push');
    // The first letter after a pause leaves the address before it to go back to.
    this.#ask(this.#isWriting ? 'replace' : 'push');
    this.#isWriting = true;
  }

  /** Takes the query from the address into the fields. */
  #read() {
    const query = queryFrom(location.search);
    this.#isWriting = false;
    this.#box.value = query.words;
    this.#find<HTMLSelectElement>('[name="sort"]').value = query.isNewestFirst ? 'newest' : '';
    this.#facets.choose(query.chosen);
    const { shown = AT_A_TIME, top = 0 } = history.state ?? {};
    // What the fields made of it: former ids are today's, unknown ones are none.
    const asked = this.#query();
    const isPrinted = this.#isAsPrinted && location.search === '' && shown <= AT_A_TIME;
    if (!isPrinted) this.#show(asked, shown, top);
  }

  /** Takes the query from the fields into the address. */
  #ask(how: 'push' | 'replace') {
    if (this.#box.value.trim() === '') this.#isWriting = false;
    const query = this.#query();
    const address = location.pathname + searchOf(query);
    if (address !== location.pathname + location.search) {
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }
    this.#show(query, AT_A_TIME, undefined);
  }

  #query(): Query {
    const isNewestFirst = this.#find<HTMLSelectElement>('[name="sort"]').value === 'newest';
    const words = this.#box.value.trim();
    return { words, chosen: this.#facets.chosen(), isNewestFirst: isNewestFirst && words !== '' };
  }

  async #show(query: Query, shown: number, top: number | undefined) {
    const turn = ++this.#turn;
    this.#isAsPrinted = false;
    this.#find('[data-sort]').hidden = query.words === '';
    this.#find('[data-clear]').hidden = !FACETS.some((facet) => query.chosen[facet]);
    try {
      const index = SearchIndex.open(undefined, true);
      if (query.words) index.prepare(query.words);
      const answer = await index.ask(query, true);
      const pages = await answer?.pages(0, shown);
      if (!answer || !pages || turn !== this.#turn) return;
      delete this.dataset['searching'];
      this.#facets.count(answer.counts);
      this.#find('.search-results').replaceChildren(
        ...pages.map((page) => resultItem(page, WORDS)),
      );
      this.#say(answer, query);
      this.#next(answer);
      if (top) scrollTo({ top, behavior: 'instant' });
      const none = answer.total === 0;
      const ways = none && (await waysOn(query.words, index, WORDS, this.#correction, true));
      if (turn === this.#turn) this.#help(...(ways ? [ways] : []));
    } catch {
      SearchIndex.forget();
      if (turn === this.#turn) this.#find('.search-status').textContent = WORDS.failed;
    }
  }

  get #correction() {
    return {
      address: (words: string) => location.pathname + searchOf({ ...this.#query(), words }),
      follow: (words: string) => {
        this.#box.value = words;
        this.#isWriting = false;
        this.#ask('push');
        this.#box.focus();
      },
    };
  }

  #say({ total }: Answer, { words }: Query) {
    const nothing = words ? WORDS.noneOf({ words }) : WORDS.none;
    this.#find('.search-status').textContent = total > 0 ? WORDS.found({ count: total }) : nothing;
  }

  #help(...ways: HTMLElement[]) {
    this.#find('.search-help').replaceChildren(...ways);
  }

  #answer: Answer | undefined;

  #next(answer: Answer) {
    this.#answer = answer;
    this.#find('[data-next]').hidden = this.#shown >= answer.total;
  }

  get #shown() {
    return this.#find('.search-results').childElementCount;
  }

  /** Shows further results and leads the reader to the first of them. */
  async #more() {
    const from = this.#shown;
    if (this.#isAsPrinted) {
      await this.#show(this.#query(), from + AT_A_TIME, undefined);
      return this.#find('.search-results').children[from]?.querySelector('a')?.focus();
    }
    const answer = this.#answer;
    const turn = this.#turn;
    const pages = (await answer?.pages(from, from + AT_A_TIME)) ?? [];
    if (!answer || turn !== this.#turn) return;
    const items = pages.map((page) => resultItem(page, WORDS));
    this.#find('.search-results').append(...items);
    items[0]?.querySelector('a')?.focus();
    this.#next(answer);
  }

  /** Keeps how far somebody read, for when they come back. */
  #remember() {
    history.replaceState({ shown: Math.max(this.#shown, AT_A_TIME), top: scrollY }, '');
  }
}
