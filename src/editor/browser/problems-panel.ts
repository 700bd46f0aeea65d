import { type Problem, reportedProblems } from '../../core/content-files/problem.ts';
import type { EditorWords } from '../../core/i18n/editor-words.ts';
import { element } from './dom.ts';
import { textControl } from './form-values.ts';
import type { MarkdownEditor } from './markdown-editor.ts';
import { type Spot, showProblems, spotOf } from './problem-list.ts';

/** Where a field's problem is mended, if not in a field of its name. */
const PLACES: Readonly<Record<string, string>> = {
  questions: '.question-rows [data-add]',
  pictures: '.picture-cards input[type="file"]',
  cover: '.picture-card:has([name="isCover"]:checked) [name="alt"]',
};

/** The longest that a press of a button takes, in milliseconds. */
const PRESS = 300;

/** What is still to be done, in a list and beside the fields, and the way there. */
export class ProblemsPanel {
  readonly #desk: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #words: Pick<EditorWords, 'errors' | 'allWell'>;
  readonly #editor: MarkdownEditor;
  readonly #changed: () => void;
  /** The errors in fields: what to say, by field. */
  #inFields = new Map<string, string>();

  constructor(
    desk: HTMLElement,
    words: Pick<EditorWords, 'errors' | 'allWell'>,
    editor: MarkdownEditor,
    changed: () => void,
  ) {
    this.#desk = desk;
    this.#form = element(desk, 'form');
    this.#words = words;
    this.#editor = editor;
    this.#changed = changed;
    this.#form.addEventListener('focusout', (event) => {
      (event.target as HTMLElement).dataset['touched'] = '';
      // What is said moves the page: not while somebody presses a button below.
      setTimeout(() => this.#explain(), PRESS);
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
    const ways = {
      goTo: (spot: Spot) => this.#goTo(spot),
      mend: (spot: Spot, fix: string) => this.#mended(spot, fix),
    };
    showProblems(element(this.#desk, '.errors'), errors, source, ways);
    showProblems(element(this.#desk, '.advice'), advice, source, ways);
    element(this.#desk, '.advice-part').hidden = advice.length === 0;
    this.say(errors.length ? `${this.#words.errors} ${errors.length}` : this.#words.allWell);
    element(this.#desk, '.verdict').classList.toggle('is-well', errors.length === 0);
    element(this.#desk, '.hand-in-first').hidden = errors.length === 0;
    const inFields = reportedProblems(errors)
      .toReversed()
      .flatMap((problem): [string, string][] => {
        const spot = spotOf(problem, source);
        return 'field' in spot ? [[spot.field, `${problem.message} ${problem.hint}`]] : [];
      });
    this.#inFields = new Map(inFields);
    this.#explain();
  }

  /** Says a sentence in the verdict's place; again only if it is another one. */
  say(sentence: string): void {
    const place = element(this.#desk, '.verdict');
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

  /** How the corrected line is put in place, where it can be: in the text, or in a field of one line. */
  #mended(spot: Spot, fix: string): (() => void) | undefined {
    if ('line' in spot) return () => this.#editor.setLine(spot.line, fix);
    const control = textControl(this.#form, spot.field);
    const value = /^\w+: +(["']?)([^[\]{}]+)\1$/.exec(fix)?.[2];
    if (!control || value === undefined) return undefined;
    return () => {
      control.value = value;
      this.#changed();
    };
  }

  #goTo(spot: Spot) {
    if ('line' in spot) return this.#editor.goTo(spot.line, spot.column);
    const field =
      this.#desk.querySelector<HTMLElement>(PLACES[spot.field] ?? `[name="${spot.field}"]`) ??
      element(this.#desk, '[name="title"]');
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }
}
