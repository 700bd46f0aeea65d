import { type Problem, reportedProblems } from '../../core/content-files/problem.ts';
import type { EditorWords } from '../../core/i18n/editor-words.ts';
import { element } from './dom.ts';
import { textControl } from './form-values.ts';
import type { MarkdownEditor } from './markdown-editor.ts';
import { type Spot, showProblems, spotOf } from './problem-list.ts';

/** Where a field's problem is mended, if not in a field of its name. */
const PLACES: Readonly<Record<string, string>> = {
  questions: '.question-rows [data-add]',
  pictures: '.image-cards input[type="file"]',
  cover: '.image-card:has([name="isCover"]:checked) [name="alt"]',
};

/** The longest that a press of a button takes, in milliseconds. */
const PRESS = 300;

/** What is still to be done, in a list and beside the fields, and the way there. */
export class ProblemsPanel {
  readonly #postEditor: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #words: Pick<EditorWords, 'errors' | 'allWell'>;
  readonly #editor: MarkdownEditor;
  readonly #changed: () => void;
  /** The errors in fields: what to say, by field. */
  #inFields = new Map<string, string>();

  constructor(
    postEditor: HTMLElement,
    words: Pick<EditorWords, 'errors' | 'allWell'>,
    editor: MarkdownEditor,
    changed: () => void,
  ) {
    this.#postEditor = postEditor;
    this.#form = element(postEditor, 'form');
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
    for (const one of this.#postEditor.querySelectorAll<HTMLElement>('[data-touched]')) {
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
      applyFix: (spot: Spot, fix: string) => this.#fix(spot, fix),
    };
    showProblems(element(this.#postEditor, '.errors'), errors, source, ways);
    showProblems(element(this.#postEditor, '.advice'), advice, source, ways);
    element(this.#postEditor, '.advice-section').hidden = advice.length === 0;
    this.say(errors.length ? `${this.#words.errors} ${errors.length}` : this.#words.allWell);
    element(this.#postEditor, '.check-status').classList.toggle('is-ok', errors.length === 0);
    element(this.#postEditor, '.errors-first').hidden = errors.length === 0;
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
    const place = element(this.#postEditor, '.check-status');
    if (place.textContent !== sentence) place.textContent = sentence;
  }

  /** Says beside a field what is wrong with it, once the writer has left it. */
  #explain() {
    for (const place of this.#postEditor.querySelectorAll<HTMLElement>('[data-error-of]')) {
      const name = place.dataset['errorOf'] ?? '';
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
  #fix(spot: Spot, fix: string): (() => void) | undefined {
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
      this.#postEditor.querySelector<HTMLElement>(PLACES[spot.field] ?? `[name="${spot.field}"]`) ??
      element(this.#postEditor, '[name="title"]');
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }
}
