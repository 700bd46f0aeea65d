import type { Problem } from '../blog/problem.ts';
import type { DeskWords } from '../blog/words/desk-words.ts';
import type { MarkdownEditor } from './markdown-editor.ts';
import { part } from './parts.ts';
import { type Spot, showProblems, spotOf } from './problem-list.ts';

/** Where a field's problem is mended, if not in a field of its name. */
const PLACES: Readonly<Record<string, string>> = {
  questions: '.question-rows [data-add]',
  pictures: '.picture-cards input[type="file"]',
  cover: '.picture-cards [name="alt"]',
};

/** What is still to be done, in a list and beside the fields, and the way there. */
export class Verdict {
  readonly #desk: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #words: Pick<DeskWords, 'errors' | 'allWell'>;
  readonly #editor: MarkdownEditor;
  /** The errors in fields: what to say, by field. */
  #inFields = new Map<string, string>();

  constructor(
    desk: HTMLElement,
    words: Pick<DeskWords, 'errors' | 'allWell'>,
    editor: MarkdownEditor,
  ) {
    this.#desk = desk;
    this.#form = part(desk, 'form');
    this.#words = words;
    this.#editor = editor;
    this.#form.addEventListener('focusout', (event) => {
      (event.target as HTMLElement).dataset['touched'] = '';
      this.#explain();
    });
  }

  /** Begins anew: nothing is told beside a field before its writer has been there. */
  forget(): void {
    for (const one of this.#desk.querySelectorAll<HTMLElement>('[data-touched]')) {
      delete one.dataset['touched'];
    }
  }

  /** @param source the file that was judged */
  show(problems: readonly Problem[], source: string): void {
    const isError = ({ severity }: Problem) => severity === 'error';
    const errors = problems.filter(isError);
    const advice = problems.filter((problem) => !isError(problem));
    const goTo = (spot: Spot) => this.#goTo(spot);
    showProblems(part(this.#desk, '.errors'), errors, source, goTo);
    showProblems(part(this.#desk, '.advice'), advice, source, goTo);
    part(this.#desk, '.advice-part').hidden = advice.length === 0;
    this.say(errors.length ? `${this.#words.errors} ${errors.length}` : this.#words.allWell);
    part(this.#desk, '.verdict').classList.toggle('is-well', errors.length === 0);
    part(this.#desk, '.hand-in-first').hidden = errors.length === 0;
    const inFields = errors.toReversed().flatMap((problem): [string, string][] => {
      const spot = spotOf(problem, source);
      return 'field' in spot ? [[spot.field, `${problem.what} ${problem.todo}`]] : [];
    });
    this.#inFields = new Map(inFields);
    this.#explain();
  }

  /** Says a sentence in the verdict's place; again only if it is another one. */
  say(sentence: string): void {
    const place = part(this.#desk, '.verdict');
    if (place.textContent !== sentence) place.textContent = sentence;
  }

  /** Says beside a field what is wrong with it, once the writer has left it. */
  #explain() {
    for (const place of this.#desk.querySelectorAll<HTMLElement>('[data-says]')) {
      const name = place.dataset['says'] ?? '';
      const controls = [...this.#form.querySelectorAll<HTMLElement>(`[name="${name}"]`)];
      const isTouched = controls.some((control) => 'touched' in control.dataset);
      const sentence = isTouched ? this.#inFields.get(name) : undefined;
      place.textContent = sentence ?? '';
      for (const control of controls) {
        if (sentence) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
      }
    }
  }

  #goTo(spot: Spot) {
    if ('line' in spot) return this.#editor.goTo(spot.line, spot.column);
    const field =
      this.#desk.querySelector<HTMLElement>(PLACES[spot.field] ?? `[name="${spot.field}"]`) ??
      part(this.#desk, '[name="title"]');
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }
}
