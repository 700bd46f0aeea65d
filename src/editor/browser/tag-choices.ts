import { folded } from '../../core/text/closest-match.ts';
import { part } from './dom.ts';

/** The tags to choose from: those that are chosen, and those that a few letters find. */
export class TagChoices {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    part(form, '.tag-filter').addEventListener('input', () => this.show());
  }

  /** Shows the chosen tags, and those whose name or synonym holds what was typed. */
  show(): void {
    const wanted = folded(part<HTMLInputElement>(this.#form, '.tag-filter').value.trim());
    let shown = 0;
    for (const choice of this.#form.querySelectorAll<HTMLElement>('.tag-choice')) {
      const isChosen = part<HTMLInputElement>(choice, 'input').checked;
      const isFound = folded(choice.dataset['words'] ?? '').includes(wanted);
      choice.hidden = !isChosen && !isFound;
      if (isFound) shown++;
    }
    part(this.#form, '.tag-none').hidden = shown > 0;
  }
}
