import './jitless.ts';
import { toDom } from 'hast-util-to-dom';
import { dayIn } from '../blog/dates.ts';
import type { DeskKnowledge } from '../blog/desk-knowledge.ts';
import { newFilePage } from '../blog/github-editor.ts';
import { judgeText } from '../blog/judge.ts';
import { postParcel } from '../blog/post-parcel.ts';
import { broken, type Problem } from '../blog/problem.ts';
import { questionHeadings } from '../blog/program.ts';
import { questionLines, withQuestionLines } from '../blog/question-list-text.ts';
import { writtenPost } from '../blog/written-post.ts';
import { parseInBrowser } from '../markdown/browser-parse.ts';
import { previewTree } from '../markdown/preview-tree.ts';
import { copied, offerFile } from './copying.ts';
import { type Draft, deleteDraft, draftNamed, drafts, keepDraft } from './draft-shelf.ts';
import { type MarkdownEditor, markdownEditor } from './markdown-editor.ts';
import { part } from './parts.ts';
import { PictureCards } from './picture-cards.ts';
import { fillForm, formValues, offeredFolder, postFields } from './post-fields.ts';
import { type Spot, showProblems, spotOf } from './problem-list.ts';
import { QuestionRows } from './question-rows.ts';

/** What the page tells its desk: words, and what the program is. */
interface Setting {
  words: Readonly<Record<string, string>>;
  /** Where the desk's knowledge of the content stands. */
  knowledge: string;
  base: string;
  repository?: string;
  branch: string;
  timeZone: string;
  /** The questions' headings per language, and the one over a new list. */
  headings: Record<string, string[]>;
  heading: string;
  authors: string[];
}

/** The author's desk: a form and an editor that become a post, judged and shown as one writes. */
class PostDesk extends HTMLElement {
  #setting!: Setting;
  #headings!: ReadonlySet<string>;
  #form!: HTMLFormElement;
  #editor!: MarkdownEditor;
  #questions!: QuestionRows;
  #pictures!: PictureCards;
  #knowledge: DeskKnowledge | undefined;
  #draft = '';
  /** When the open draft was last changed here. */
  #changed = 0;
  #isOwnFolder = false;
  #isShowing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #problems: readonly Problem[] = [];

  connectedCallback() {
    if (this.#form) return;
    this.#setting = JSON.parse(this.dataset['setting'] ?? '{}') as Setting;
    this.#headings = questionHeadings({ questionHeadings: this.#setting.headings });
    this.#form = part(this, 'form');
    this.hidden = false;
    const label = part(this, '.editor-label').textContent ?? '';
    this.#editor = markdownEditor(part(this, '.editor'), label, () => this.#touched());
    this.#questions = new QuestionRows(part(this, '.question-rows'), (lines) =>
      this.#askQuestions(lines),
    );
    this.#pictures = new PictureCards(part(this, '.picture-cards'), {
      draft: () => this.#draft,
      changed: () => this.#touched(),
      insert: (block) => this.#editor.insertBlock(block),
    });
    this.#listen();
    this.#open(drafts()[0]);
    void this.#learn();
  }

  #listen() {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#changed ||= Date.now();
      this.#keep();
    });
    this.#form.addEventListener('input', (event) =>
      this.#written(event.target as HTMLInputElement),
    );
    this.#form.addEventListener('focusout', (event) => {
      (event.target as HTMLElement).dataset['touched'] = '';
      this.#explain();
    });
    for (const button of this.querySelectorAll<HTMLElement>('[data-tool]')) {
      button.addEventListener('click', () => this.#use(button));
    }
    const on = (selector: string, does: () => void) =>
      this.querySelector(selector)?.addEventListener('click', does);
    on('[data-new]', () => this.#open(undefined));
    on('[data-delete]', () => void this.#delete());
    on('[data-download]', () => void this.#download());
    on('[data-copy]', () => void this.#copy());
    on('[data-github]', () => void this.#tellTooLong());
    part(this, '[name="draft"]').addEventListener('change', (event) => {
      this.#keep();
      this.#open(draftNamed((event.target as HTMLSelectElement).value));
    });
    part(this, '.tag-filter').addEventListener('input', () => this.#filterTags());
    addEventListener('pagehide', () => this.#keep());
    addEventListener('storage', ({ key, newValue }) => {
      const isMine = key === `draft:${this.#draft}` && newValue !== null;
      if (isMine) this.#say('.kept', this.#setting.words['elsewhere'] ?? '');
      else this.#listDrafts();
    });
  }

  async #learn() {
    try {
      const answer = await fetch(this.#setting.knowledge);
      this.#knowledge = (await answer.json()) as DeskKnowledge;
      this.#offer();
    } catch {
      this.#say('.verdict', this.#setting.words['failed'] ?? '');
    }
    this.#show();
  }

  /** Opens a draft, or an empty one. */
  #open(draft: Draft | undefined) {
    clearTimeout(this.#timer);
    this.#isShowing = true;
    this.#draft = draft?.id ?? crypto.randomUUID();
    this.#changed = draft?.changed ?? 0;
    fillForm(this.#form, draft?.form ?? {});
    this.#isOwnFolder = Boolean(draft?.form['ownFolder']?.[0]);
    this.#editor.replace(draft?.body ?? '');
    for (const one of this.querySelectorAll<HTMLElement>('[data-touched]')) {
      delete one.dataset['touched'];
    }
    if (!draft) this.#offer();
    this.#isShowing = false;
    this.#filterTags();
    this.#listDrafts();
    this.#show();
    void this.#pictures.show(this.#draft, draft?.pictures ?? []).then(() => this.#show());
  }

  /** What is likely, where nothing is chosen yet. */
  #offer() {
    const { timeZone, authors } = this.#setting;
    const today = dayIn(new Date(), timeZone);
    const values = formValues(this.#form);
    const set = (name: string, value: string | undefined) => {
      const control = this.#form.elements.namedItem(name);
      const isEmpty = !values[name]?.[0];
      if (
        isEmpty &&
        value &&
        (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      ) {
        control.value = value;
      }
    };
    if (!values['kind']) part<HTMLInputElement>(this.#form, '[name="kind"]').checked = true;
    if (!values['authors']) {
      const boxes = this.#form.querySelectorAll<HTMLInputElement>('[name="authors"]');
      for (const box of boxes) {
        box.checked = authors.includes(box.value) || boxes.length === 1;
      }
    }
    set('date', today);
    set('month', today.slice(0, 7));
    const rounds = this.#knowledge?.rounds ?? [];
    const begun = rounds.filter(({ starts }) => starts && starts <= today);
    set('round', (begun.at(-1) ?? rounds.at(-1))?.id);
  }

  #written(field: HTMLInputElement) {
    if (field.name === 'draft' || field.classList.contains('tag-filter')) return;
    if (field.name === 'folder') this.#isOwnFolder = field.value !== '';
    this.#touched();
  }

  #touched() {
    if (this.#isShowing) return;
    this.#changed = Date.now();
    if (!this.#isOwnFolder) {
      part<HTMLInputElement>(this.#form, '[name="folder"]').value = offeredFolder(
        formValues(this.#form),
      );
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#keep();
      this.#show();
    }, 250);
  }

  #keep() {
    if (this.#changed === 0 || draftNamed(this.#draft)?.changed === this.#changed) return;
    const { draft: _, ...form } = formValues(this.#form);
    const isKept = keepDraft({
      id: this.#draft,
      changed: this.#changed,
      form: { ...form, ownFolder: this.#isOwnFolder ? ['yes'] : [] },
      body: this.#editor.text(),
      pictures: this.#pictures.described(),
    });
    this.#say('.kept', this.#setting.words[isKept ? 'kept' : 'notKept'] ?? '');
    this.#listDrafts();
  }

  async #delete() {
    const { words } = this.#setting;
    if (!confirm(words['deleteSure'])) return;
    clearTimeout(this.#timer);
    this.#changed = 0;
    await deleteDraft(this.#draft);
    this.#open(drafts()[0]);
    part(this, '[name="draft"]').focus();
  }

  #listDrafts() {
    const list = part<HTMLSelectElement>(this, '[name="draft"]');
    const { words } = this.#setting;
    const known = drafts().map(({ id, form }) => [id, form['title']?.[0] || words['untitled']]);
    const isKnown = known.some(([id]) => id === this.#draft);
    const all = isKnown ? known : [[this.#draft, words['newDraft']], ...known];
    list.replaceChildren(
      ...all.map(([id, name]) => new Option(name, id, false, id === this.#draft)),
    );
    part<HTMLButtonElement>(this, '[data-delete]').disabled = !isKnown;
  }

  /** The post as it stands: its id, and its file. */
  #post() {
    const values = formValues(this.#form);
    const id = values['folder']?.[0]?.trim() ?? '';
    const fields = postFields(values, this.#pictures.described());
    return {
      id,
      fields,
      kind: values['kind']?.[0],
      text: writtenPost(fields, this.#editor.text()),
    };
  }

  /** Judges the post and shows it. */
  #show() {
    const { id, fields, kind, text } = this.#post();
    this.dataset['kind'] = kind ?? '';
    this.#preview(fields);
    this.#handIn(id, text);
    if (!this.#knowledge) return;
    const { posts } = this.#knowledge.catalogue;
    const file = `content/posts/${id || '…'}/index.mdx`;
    const source = {
      room: 'posts' as const,
      id,
      file,
      source: text,
      beside: this.#pictures.beside(),
    };
    const found = judgeText(source, this.#knowledge.catalogue, parseInBrowser);
    this.#problems = id in posts ? [...this.#taken(id, file), ...found] : found;
    const isError = ({ severity }: Problem) => severity === 'error';
    const errors = this.#problems.filter(isError);
    const advice = this.#problems.filter((problem) => !isError(problem));
    const goTo = (spot: Spot) => this.#goTo(spot);
    showProblems(part(this, '.errors'), errors, text, goTo);
    showProblems(part(this, '.advice'), advice, text, goTo);
    part(this, '.advice-part').hidden = advice.length === 0;
    const { words } = this.#setting;
    this.#say(
      '.verdict',
      errors.length ? `${words['errors']} ${errors.length}` : (words['allWell'] ?? ''),
    );
    part(this, '.verdict').classList.toggle('is-well', errors.length === 0);
    part(this, '.hand-in-first').hidden = errors.length === 0;
    this.#explain();
  }

  #taken(id: string, file: string): Problem[] {
    const other = `content/posts/${id}/index.mdx`;
    return [broken('id-twice', { file }, { id, other })];
  }

  #preview(fields: Record<string, unknown>) {
    part(this, '.preview-title').textContent = String(fields['title'] ?? '');
    part(this, '.preview-summary').textContent = String(fields['summary'] ?? '');
    const body = this.#editor.text();
    const page = part(this, '.preview-body');
    try {
      const tree = parseInBrowser(body);
      if (fields['kind'] === 'discussion') {
        this.#questions.show(questionLines(body, tree, this.#headings));
      }
      const setting = {
        headings: this.#headings,
        base: this.#setting.base,
        picture: (name: string) => this.#pictures.thumbnail(name),
      };
      page.replaceChildren(toDom(previewTree(tree, setting), { fragment: true }));
      for (const link of page.querySelectorAll('a')) link.target = '_blank';
    } catch {
      // While a sign is open, the text before it stays in view; the problem is told below.
    }
    const cover = this.#pictures.described().find(({ isCover }) => isCover);
    const image = part<HTMLImageElement>(this, '.preview-cover img');
    const address = cover && this.#pictures.thumbnail(cover.name);
    part(this, '.preview-cover').hidden = !address;
    if (address) image.src = address;
    image.alt = cover?.alt ?? '';
    part(this, '.preview-cover figcaption').textContent = cover?.caption ?? '';
    const isEmpty = !fields['title'] && body.trim() === '';
    part(this, '.preview-empty').hidden = !isEmpty;
  }

  #askQuestions(lines: string[]) {
    const body = this.#editor.text();
    try {
      const { heading } = this.#setting;
      const headings = { headings: this.#headings, heading };
      this.#editor.replace(withQuestionLines(body, parseInBrowser(body), lines, headings));
    } catch {
      // The text cannot be read just now; the problem is told below.
    }
  }

  #handIn(id: string, text: string) {
    part<HTMLTextAreaElement>(this, '.source').value = text;
    const { repository, branch } = this.#setting;
    const hasPictures = this.#pictures.beside().size > 0;
    part(this, '.with-pictures').hidden = !hasPictures;
    part(this, '.upload').hidden = !hasPictures || !repository;
    const link = this.querySelector<HTMLAnchorElement>('[data-github]');
    if (!link || !repository) return;
    link.hidden = hasPictures;
    part(this, '.on-github-says').hidden = hasPictures;
    const path = `content/posts/${id || 'year-month-name'}/index.mdx`;
    const { address, isWhole } = newFilePage({ repository, branch }, path, text);
    link.href = address;
    link.dataset['whole'] = String(isWhole);
    if (isWhole) part(this, '.too-long').hidden = true;
  }

  async #tellTooLong() {
    const isWhole = part(this, '[data-github]').dataset['whole'] === 'true';
    part(this, '.too-long').hidden = isWhole;
    if (!isWhole) await this.#copy();
  }

  async #copy() {
    const { words } = this.#setting;
    const isCopied = await copied(this.#post().text);
    this.#say('.handed', words[isCopied ? 'copied' : 'notCopied'] ?? '');
    if (!isCopied) part<HTMLDetailsElement>(this, '.source-part').open = true;
  }

  async #download() {
    const { id, text, fields } = this.#post();
    const post = { id: id || 'post', text, day: String(fields['date'] ?? '') };
    const parcel = postParcel(post, await this.#pictures.contents());
    offerFile(`${post.id}.zip`, new Blob([parcel], { type: 'application/zip' }));
    if (this.#setting.repository) part(this, '.upload').hidden = false;
  }

  /** Says beside a field what is wrong with it, once the writer has left it. */
  #explain() {
    const { text } = this.#post();
    for (const place of this.querySelectorAll<HTMLElement>('[data-says]')) {
      const name = place.dataset['says'] ?? '';
      const controls = [...this.#form.querySelectorAll<HTMLElement>(`[name="${name}"]`)];
      const isTouched = controls.some((control) => 'touched' in control.dataset);
      const problem = this.#problems.find((one) => {
        const spot = spotOf(one, text);
        return one.severity === 'error' && 'field' in spot && spot.field === name;
      });
      const isTold = isTouched && problem !== undefined;
      place.textContent = isTold ? `${problem.what} ${problem.todo}` : '';
      for (const control of controls) {
        if (isTold) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
      }
    }
  }

  #goTo(spot: Spot) {
    if ('line' in spot) return this.#editor.goTo(spot.line, spot.column);
    const places: Record<string, string> = {
      questions: '.question-rows [data-add]',
      pictures: '.picture-cards input[type="file"]',
      cover: '.picture-cards [name="alt"]',
    };
    const field =
      this.querySelector<HTMLElement>(places[spot.field] ?? `[name="${spot.field}"]`) ??
      part(this, '[name="title"]');
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }

  #use(button: HTMLElement) {
    const sample = button.textContent?.trim() ?? '';
    switch (button.dataset['tool']) {
      case 'bold':
        return this.#editor.wrap('**', '**', sample);
      case 'italic':
        return this.#editor.wrap('*', '*', sample);
      case 'link':
        return this.#editor.wrap('[', '](https://)', sample);
      case 'heading':
        return this.#editor.prefix('## ');
      case 'list':
        return this.#editor.prefix('- ');
      case 'quote':
        return this.#editor.prefix('> ');
      case 'note':
        return this.#editor.wrap('<Note>\n\n', '\n\n</Note>\n', sample);
    }
  }

  #filterTags() {
    const wanted = part<HTMLInputElement>(this, '.tag-filter').value.trim().toLowerCase();
    for (const choice of this.querySelectorAll<HTMLElement>('.tag-choice')) {
      const isChosen = part<HTMLInputElement>(choice, 'input').checked;
      const isFound = (choice.dataset['words'] ?? '').toLowerCase().includes(wanted);
      choice.hidden = !isChosen && !isFound;
    }
  }

  #say(selector: string, sentence: string) {
    const place = part(this, selector);
    if (place.textContent !== sentence) place.textContent = sentence;
  }
}

customElements.define('post-desk', PostDesk);
