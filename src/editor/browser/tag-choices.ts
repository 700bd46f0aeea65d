import { normalize } from '../../core/text/closest-match.ts';
import { element } from './dom.ts';

/** The tags to choose from: those that are chosen, and those that a few letters find. */
export class TagChoices {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    element(form, '.tag-filter').addEventListener('input', () => this.show());
  }

  /** Shows the chosen tags, and those whose name or synonym holds what was typed. */
  show(): void {
    const wanted = normalize(element<HTMLInputElement>(this.#form, '.tag-filter').value.trim());
    let shown = 0;
    for (const choice of this.#form.querySelectorAll<HTMLElement>('.tag-choice')) {
      const isChosen = element<HTMLInputElement>(choice, 'input').checked;
      const isFound = normalize(choice.dataset['search'] ?? '').includes(wanted);
      choice.hidden = !isChosen && !isFound;
      if (isFound) shown++;
    }
    element(this.#form, '.no-tag-found').hidden = shown > 0;
  }
}
