import { dayIn } from '../../core/model/dates.ts';
import { belongsToMonth } from '../../core/model/kinds.ts';
import {
  currentRound,
  defaultDate,
  defaultId,
  defaultMonth,
} from '../../core/model/new-post-defaults.ts';
import { isPlainLatin, slugOf } from '../../core/text/slug.ts';
import type { ContentSummary } from '../content-summary.ts';
import { element } from './dom.ts';
import { formValues, textControl } from './form-values.ts';
import type { PostEditorSettings } from './settings.ts';

/** What was filled in for the writer, by field. */
export type Defaults = Readonly<Record<string, string>>;

type InLatin = (text: string) => string;

/**
 * Fills in what is likely, as `npm run new` offers it: the next free month, the current round, the
 * folder's name. What was offered follows the other fields until somebody writes something else.
 */
export class Autofill {
  readonly #form: HTMLFormElement;
  readonly #setting: Pick<PostEditorSettings, 'timeZone' | 'authors' | 'kinds'>;
  readonly #changed: () => void;
  #offered: Record<string, string> = {};
  #summary: ContentSummary | undefined;
  #inLatin: InLatin | 'asked' | undefined;

  /** @param changed told when something could be offered only after a while */
  constructor(
    form: HTMLFormElement,
    setting: Pick<PostEditorSettings, 'timeZone' | 'authors' | 'kinds'>,
    changed: () => void,
  ) {
    this.#form = form;
    this.#setting = setting;
    this.#changed = changed;
  }

  /** What was offered so far, to be kept with a draft. */
  get offered(): Defaults {
    return this.#offered;
  }

  /** Begins a draft: a new one, or one to which this was offered before. */
  begin(offered: Defaults | undefined): void {
    this.#offered = { ...offered };
    if (offered) return;
    element<HTMLInputElement>(this.#form, '[name="kind"]').checked = true;
    const boxes = this.#form.querySelectorAll<HTMLInputElement>('[name="authors"]');
    for (const box of boxes) {
      box.checked = this.#setting.authors.includes(box.value) || boxes.length === 1;
    }
    this.offer();
  }

  /** Takes in what is known of the content. */
  learn(summary: ContentSummary): void {
    this.#summary = summary;
    this.offer();
  }

  /**
   * Offers anew what follows from the fields as they are.
   *
   * @param except the field in which somebody is writing
   */
  offer(except?: string): void {
    const today = dayIn(new Date(), this.#setting.timeZone);
    const value = (name: string) => formValues(this.#form)[name]?.[0] ?? '';
    const offer = (name: string, likely: string | undefined) => {
      if (name !== except && likely) this.#offerOne(name, likely);
    };
    const { months = [], rounds = [] } = this.#summary ?? {};
    if (this.#summary) offer('month', defaultMonth({ months, today }));
    const kind = value('kind');
    const month = (belongsToMonth(this.#setting, kind) && value('month')) || undefined;
    if (this.#summary) offer('round', currentRound(rounds, month ? `${month}-01` : today)?.id);
    offer('date', defaultDate(month, today));
    const slug = this.#slug(value('title'));
    const date = value('date') || today;
    offer('folder', value('title') && defaultId({ kind, month, date }, slug));
  }

  /** Offers a field's value again, if its writer took everything out of it. */
  offerAnew(name: string): void {
    if (textControl(this.#form, name)?.value) return;
    delete this.#offered[name];
    this.#changed();
  }

  #offerOne(name: string, likely: string) {
    const control = textControl(this.#form, name);
    const before = this.#offered[name];
    const isOpen = control && (before === undefined ? !control.value : control.value === before);
    if (!isOpen) return;
    control.value = likely;
    this.#offered[name] = likely;
  }

  /** The table of all scripts is large, and loaded for the titles that need it. */
  #slug(title: string): string {
    if (isPlainLatin(title)) return slugOf(title);
    if (typeof this.#inLatin === 'function') return slugOf(title, this.#inLatin);
    if (!this.#inLatin) void this.#loadScripts();
    return slugOf(title);
  }

  async #loadScripts() {
    this.#inLatin = 'asked';
    try {
      this.#inLatin = (await import('any-ascii')).default;
    } catch {
      this.#inLatin = undefined;
      return;
    }
    this.#changed();
  }
}
