import { type Choices, FACETS, type Facet } from '../../core/model/facets.ts';
import type { Query } from '../query.ts';
import type { Answer } from './pagefind.ts';

/** A box to tick, with the former ids of what it stands for in `data-formerly`. */
export type Choice = HTMLInputElement;

/** The facets of the search page, as they are ticked and counted. */
export class Facets {
  readonly #page: HTMLElement;

  constructor(page: HTMLElement) {
    this.#page = page;
  }

  /** Ticks what a query chose, by the ids of today or former ones, and opens its facets. */
  choose(chosen: Query['chosen']) {
    for (const facet of FACETS) {
      for (const box of this.#boxes(facet)) {
        const ids = [box.value, ...(box.dataset['formerly'] ?? '').split(' ')];
        box.checked = ids.some((id) => chosen[facet]?.includes(id));
        const details = box.closest('details');
        if (box.checked && details) details.open = true;
      }
    }
    this.#tellChosen();
  }

  /** What is ticked. */
  chosen(): Query['chosen'] {
    this.#tellChosen();
    const chosen: Partial<Record<Facet, Choices[Facet]>> = {};
    for (const facet of FACETS) {
      const ids = this.#boxes(facet)
        .filter((box) => box.checked)
        .map((box) => box.value);
      if (ids.length > 0) chosen[facet] = ids;
    }
    return chosen;
  }

  /** Writes how many there are of each choice. */
  count(counts: Answer['counts']) {
    for (const facet of FACETS) {
      for (const box of this.#boxes(facet)) {
        const number = counts[facet]?.[box.value] ?? 0;
        const label = box.closest('label');
        const count = label?.querySelector('.count');
        if (count) count.textContent = String(number);
        label?.classList.toggle('is-empty', number === 0);
      }
    }
  }

  #boxes(facet: Facet): Choice[] {
    return [...this.#page.querySelectorAll<Choice>(`input[name="${facet}"]`)];
  }

  #tellChosen() {
    const count = this.#page.querySelectorAll('.facets input:checked').length;
    const place = this.#page.querySelector('[data-chosen-count]');
    if (place) place.textContent = count > 0 ? ` (${count})` : '';
  }
}
