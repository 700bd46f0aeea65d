import type { EditorWords } from '../../core/i18n/editor-words.ts';
import { element } from './dom.ts';
import { type Draft, deleteDraft, draftNamed, drafts } from './draft-storage.ts';

/** The editor on which a draft lies. */
interface OpenEditor {
  open: (draft: Draft | undefined) => void;
  keep: () => void;
  /** Lets go of what was written and is not kept yet. */
  forget: () => void;
}

/** The bar in which a draft is chosen, begun and deleted. */
export class DraftPicker {
  readonly #place: HTMLElement;
  readonly #words: Pick<EditorWords, 'untitled' | 'newDraft' | 'deleteSure' | 'elsewhere'>;
  readonly #editor: OpenEditor;
  #opened = '';

  constructor(
    place: HTMLElement,
    words: Pick<EditorWords, 'untitled' | 'newDraft' | 'deleteSure' | 'elsewhere'>,
    editor: OpenEditor,
  ) {
    this.#place = place;
    this.#words = words;
    this.#editor = editor;
    element(place, '[data-new]').addEventListener('click', () => {
      editor.keep();
      editor.open(undefined);
    });
    element(place, '[data-delete]').addEventListener('click', () => void this.#delete());
    this.#list().addEventListener('change', () => {
      editor.keep();
      editor.open(draftNamed(this.#list().value));
    });
    addEventListener('storage', ({ key, newValue }) => {
      const isMine = key === `draft:${this.#opened}` && newValue !== null;
      if (isMine) this.say(words.elsewhere);
      else this.show(this.#opened);
    });
  }

  /** Lists the drafts of this browser. */
  show(opened: string): void {
    this.#opened = opened;
    const known = drafts().map(({ id, form }) => [id, form['title']?.[0] || this.#words.untitled]);
    const isKnown = known.some(([id]) => id === opened);
    const all = isKnown ? known : [[opened, this.#words.newDraft], ...known];
    const options = all.map(([id, name]) => new Option(name, id, false, id === opened));
    this.#list().replaceChildren(...options);
    element<HTMLButtonElement>(this.#place, '[data-delete]').disabled = !isKnown;
  }

  /** Says whether the draft is kept. */
  say(sentence: string): void {
    const place = element(this.#place, '.draft-status');
    if (place.textContent !== sentence) place.textContent = sentence;
  }

  async #delete() {
    if (!confirm(this.#words.deleteSure)) return;
    this.#editor.forget();
    await deleteDraft(this.#opened);
    this.#editor.open(drafts()[0]);
    this.#list().focus();
  }

  #list() {
    return element<HTMLSelectElement>(this.#place, '[name="opened"]');
  }
}
