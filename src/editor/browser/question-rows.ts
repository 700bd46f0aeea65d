import { element, fromTemplate } from './dom.ts';

/** The questions of a discussion, one field each, beside the text in which they stand. */
export class QuestionRows {
  readonly #place: HTMLElement;
  readonly #changed: (questions: string[]) => void;

  constructor(place: HTMLElement, changed: (questions: string[]) => void) {
    this.#place = place;
    this.#changed = changed;
    element(place, '[data-add]').addEventListener('click', () => this.#add('', true));
    place.addEventListener('input', () => this.#tell());
  }

  /** Shows the questions that stand in the text, unless somebody is writing here. */
  show(questions: readonly string[]): void {
    if (this.#place.contains(document.activeElement)) return;
    element(this.#place, 'ol').replaceChildren();
    for (const question of questions) this.#add(question, false);
  }

  #add(question: string, isNew: boolean): void {
    const row = fromTemplate(this.#place, 'template');
    const field = element<HTMLTextAreaElement>(row, 'textarea');
    field.value = question;
    element(row, 'button').addEventListener('click', () => {
      row.remove();
      element(this.#place, '[data-add]').focus();
      this.#name();
      this.#tell();
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      this.#add('', true);
    });
    element(this.#place, 'ol').append(row);
    this.#name();
    if (isNew) field.focus();
  }

  #rows() {
    return [...this.#place.querySelectorAll<HTMLTextAreaElement>('textarea')];
  }

  /** Each field is called by its number. */
  #name(): void {
    const word = this.#place.dataset['question'];
    for (const [index, field] of this.#rows().entries()) {
      field.setAttribute('aria-label', `${word} ${index + 1}`);
      const remove = element(field.parentElement ?? field, 'button');
      remove.setAttribute('aria-label', `${remove.textContent?.trim()}: ${word} ${index + 1}`);
    }
  }

  #tell(): void {
    this.#changed(this.#rows().flatMap(({ value }) => value.trim() || []));
  }
}
