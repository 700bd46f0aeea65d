import { make } from './elements.ts';

/**
 * The list of a combobox: the arrows move through it while the focus stays in the box (ARIA
 * Authoring Practices, "Editable Combobox With List Autocomplete").
 */
export class ChoiceList {
  readonly element: HTMLElement;
  #box: HTMLInputElement | undefined;
  #options: HTMLAnchorElement[] = [];
  #at = -1;

  constructor(label: string) {
    this.element = make('div', { role: 'listbox', id: 'search:list', 'aria-label': label });
  }

  /** The option on which the reader is, if on any. */
  get chosen(): HTMLAnchorElement | undefined {
    return this.#options[this.#at];
  }

  /** Makes a box the one whose list this is. */
  join(box: HTMLInputElement) {
    this.#box = box;
    box.setAttribute('role', 'combobox');
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', this.element.id);
    box.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || event.isComposing || this.#options.length === 0) return;
      event.preventDefault();
      // One place more than there are options: the box itself.
      const places = this.#options.length + 1;
      this.#go(((this.#at + 1 + step + places) % places) - 1);
    });
    this.fill([]);
  }

  /** Puts other options in the place of those that were there; a chosen one that is still there stays. */
  fill(options: HTMLAnchorElement[]) {
    const href = this.chosen?.href;
    for (const [index, option] of options.entries()) option.id = `search:option-${index}`;
    this.#options = options;
    this.element.replaceChildren(...options);
    this.element.hidden = options.length === 0;
    this.#box?.setAttribute('aria-expanded', String(options.length > 0));
    this.#go(options.findIndex((option) => option.href === href));
  }

  /** Leads back to the box. */
  leave() {
    this.#go(-1);
  }

  #go(at: number) {
    this.#at = at;
    for (const [index, option] of this.#options.entries())
      option.setAttribute('aria-selected', String(index === at));
    const { chosen } = this;
    if (chosen) this.#box?.setAttribute('aria-activedescendant', chosen.id);
    else this.#box?.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  }
}
