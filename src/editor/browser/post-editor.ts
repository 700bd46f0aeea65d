import './zod-without-eval.ts';
import { checkChange, checkText } from '../../check/check.ts';
import { shownTree } from '../../core/content-files/post-tree.ts';
import type { Problem } from '../../core/content-files/problem.ts';
import { parsePost } from '../../core/markdown/micromark.ts';
import { asksQuestions, belongsToMonth } from '../../core/model/kinds.ts';
import { questionHeadings } from '../../core/model/questions.ts';
import { serializePost } from '../../core/model/serialize-post.ts';
import type { ContentSummary } from '../content-summary.ts';
import { questionLines, withQuestionLines } from '../edit-questions.ts';
import { formValuesOf, postFieldsOf } from '../form-fields.ts';
import { describedIn, inOrderOf, type PublishedSource } from '../published-source.ts';
import { Autofill } from './autofill.ts';
import { element } from './dom.ts';
import { DraftPicker } from './draft-picker.ts';
import { type Draft, drafts, saveDraft } from './draft-storage.ts';
import { fillForm, formValues } from './form-values.ts';
import { ImageCards } from './image-cards.ts';
import { type MarkdownEditor, markdownEditor } from './markdown-editor.ts';
import { Preview } from './preview.ts';
import { ProblemsPanel } from './problems-panel.ts';
import { PublishedPicker } from './published-picker.ts';
import { QuestionRows } from './question-rows.ts';
import { editorSettings, type PostEditorSettings } from './settings.ts';
import { Submit } from './submit.ts';
import { TagChoices } from './tag-choices.ts';
import { connectTools } from './text-tools.ts';

/** How long somebody has to rest before the post is judged and shown, in milliseconds. */
const REST = 250;

/** The editor of posts: a form and a text that become a post, checked and shown as one writes. */
class PostEditor extends HTMLElement {
  #setting!: PostEditorSettings;
  #headings!: ReadonlySet<string>;
  #form!: HTMLFormElement;
  #editor!: MarkdownEditor;
  #picker!: DraftPicker;
  #published!: PublishedPicker;
  #autofill!: Autofill;
  #tags!: TagChoices;
  #questions!: QuestionRows;
  #pictures!: ImageCards;
  #preview!: Preview;
  #problems!: ProblemsPanel;
  #submit!: Submit;
  #summary: ContentSummary | undefined;
  #draft = '';
  /** When the open draft was last changed here. */
  #changed = 0;
  /** The change that is kept already. */
  #kept = 0;
  /** The published post that the open draft changes. */
  #before: PublishedSource | undefined;
  #isOpening = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    if (this.#form) return;
    this.#setting = editorSettings<PostEditorSettings>(this);
    this.#headings = questionHeadings({ questionHeadings: this.#setting.headings });
    this.#form = element(this, 'form');
    this.hidden = false;
    this.#furnish();
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#changed = Date.now();
      this.#keep();
    });
    this.#form.addEventListener('input', ({ target }) => {
      const { name } = target as HTMLInputElement;
      if (name) this.#touched(name);
    });
    element(this, '[name="folder"]').addEventListener('change', () =>
      this.#autofill.offerAnew('folder'),
    );
    addEventListener('pagehide', () => this.#keep());
    this.#open(drafts()[0]);
    void this.#learn();
  }

  #furnish() {
    const { words } = this.#setting;
    const label = element(this, '.markdown-label').textContent ?? '';
    const touched = () => this.#touched();
    this.#editor = markdownEditor(
      element(this, '.markdown-editor'),
      label,
      touched,
      async (html) => {
        const { markdownFromPaste: pastedMarkdown } = await import('../paste.ts');
        return pastedMarkdown(html);
      },
    );
    this.#picker = new DraftPicker(element(this, '.draft-bar'), words, {
      open: (draft) => this.#open(draft),
      keep: () => this.#keep(),
      forget: () => this.#forget(),
    });
    this.#published = new PublishedPicker(
      element(this, '.draft-bar'),
      this.#setting,
      (post) => this.#openPublished(post),
      (sentence) => this.#picker.say(sentence),
    );
    this.#autofill = new Autofill(this.#form, this.#setting, touched);
    this.#tags = new TagChoices(this.#form);
    this.#questions = new QuestionRows(element(this, '.question-rows'), (lines) =>
      this.#ask(lines),
    );
    this.#pictures = new ImageCards(element(this, '.image-cards'), {
      draft: () => this.#draft,
      changed: touched,
      insert: (block) => this.#editor.insertBlock(block),
    });
    const preview = element(this, '.preview');
    this.#preview = new Preview(preview, this.#setting, this.#headings, this.#pictures);
    this.#problems = new ProblemsPanel(this, words, this.#editor, touched);
    this.#submit = new Submit(element(this, '.submit'), this.#setting, this.#pictures, () => {
      const { id, fields, text } = this.#post();
      return { id, text, day: String(fields['date'] ?? '') };
    });
    connectTools(this, this.#editor);
  }

  async #learn() {
    try {
      const answer = await fetch(this.#setting.contentSummary);
      this.#summary = (await answer.json()) as ContentSummary;
      this.#autofill.learn(this.#summary);
      this.#published.offer(this.#summary.posts);
    } catch {
      this.#problems.say(this.#setting.words.failed);
    }
    this.#show();
  }

  /** Begins a draft that changes a published post. */
  #openPublished(published: PublishedSource) {
    this.#keep();
    const { id, fields, body } = published;
    const form = { ...formValuesOf(fields, this.#setting.timeZone), folder: [id] };
    const pictures = describedIn(published, shownTree(body, parsePost));
    const text = body.replace(/^\n+/, '');
    this.#open({
      ...{ id: crypto.randomUUID(), changed: 0, offered: {} },
      ...{ form, body: text, pictures, published },
    });
    element(this, '[name="title"]').focus();
  }

  /** Opens a draft, or an empty one. */
  #open(draft: Draft | undefined) {
    clearTimeout(this.#timer);
    this.#isOpening = true;
    this.#draft = draft?.id ?? crypto.randomUUID();
    this.#changed = draft?.changed ?? 0;
    this.#kept = this.#changed;
    this.#before = draft?.published;
    fillForm(this.#form, draft?.form ?? {});
    element<HTMLInputElement>(this, '[name="folder"]').readOnly = this.#before !== undefined;
    for (const group of this.#form.querySelectorAll('details')) group.open = hasText(group);
    this.#editor.replace(draft?.body ?? '');
    this.#problems.forget();
    this.#autofill.begin(draft?.offered);
    this.#isOpening = false;
    this.#tags.show();
    this.#picker.show(this.#draft);
    this.#show();
    void this.#pictures
      .show(this.#draft, draft?.pictures ?? [], this.#before?.pictures ?? [])
      .then(() => this.#show());
  }

  /** @param field the field in which somebody writes */
  #touched(field?: string) {
    if (this.#isOpening) return;
    this.#changed = Date.now();
    this.#autofill.offer(field);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#keep();
      this.#show();
    }, REST);
  }

  #keep() {
    // What another tab has made of the draft since is left as it is, unless somebody writes here too.
    if (this.#changed === this.#kept) return;
    const { words } = this.#setting;
    const isKept = saveDraft({
      id: this.#draft,
      changed: this.#changed,
      form: formValues(this.#form),
      offered: this.#autofill.offered,
      body: this.#editor.text(),
      pictures: this.#pictures.described(),
      ...(this.#before && { published: this.#before }),
    });
    if (isKept) this.#kept = this.#changed;
    this.#picker.say(isKept ? words.kept : words.notKept);
    this.#picker.show(this.#draft);
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#kept = this.#changed;
  }

  /** The post as it stands: its id, its fields, and its file. */
  #post() {
    const values = formValues(this.#form);
    const said = postFieldsOf(values, this.#pictures.described(), this.#setting);
    const fields = this.#before ? inOrderOf(this.#before.fields, said) : said;
    const id = values['folder']?.[0]?.trim() ?? '';
    return { id, fields, text: serializePost(fields, this.#editor.text()) };
  }

  /** Judges the post and shows it. */
  #show() {
    const { id, fields, text } = this.#post();
    const hasQuestions = asksQuestions(this.#setting, fields['kind']);
    this.toggleAttribute('data-has-month', belongsToMonth(this.#setting, fields['kind']));
    this.toggleAttribute('data-has-questions', hasQuestions);
    const body = this.#editor.text();
    const tree = shownTree(body, parsePost);
    const questions = tree ? questionLines(body, tree, this.#headings) : [];
    if (tree && hasQuestions) this.#questions.show(questions);
    const authors = this.#chosen('authors');
    const isTaken = Object.hasOwn(this.#summary?.catalogue.posts ?? {}, id);
    this.#submit.show({ id, text, isTaken });
    if (this.#summary) this.#problems.show(this.#judged(id, text, this.#summary), text);
    // Last, so that a text too deep to be shown is judged all the same.
    const takenAnchors = this.#takenAnchors;
    const questionCount = questions.length;
    this.#preview.show({ fields, body, tree, questionCount, authors, takenAnchors });
  }

  /** The anchors that the responses of the published post have on its page. */
  get #takenAnchors(): readonly string[] {
    const published = this.#summary?.posts.find(({ id }) => id === this.#before?.id);
    return published?.takenAnchors ?? [];
  }

  #judged(id: string, source: string, { catalogue }: ContentSummary): Problem[] {
    const file = `content/posts/${id || '…'}/index.mdx`;
    const beside = this.#pictures.beside();
    const takenAnchors = this.#takenAnchors;
    const post = { room: 'posts' as const, id, file, source, beside, takenAnchors };
    if (this.#before) {
      const { fields, body } = this.#before;
      const before = serializePost(fields, body);
      return [
        ...checkChange(post, before, catalogue, parsePost, new Date()),
        ...checkText(post, catalogue, parsePost),
      ];
    }
    const found = checkText(post, catalogue, parsePost, true, new Date());
    // The address follows from the title, which is told by itself.
    return id ? found : found.filter(({ rule }) => rule !== 'id');
  }

  /** The labels of what is ticked in a field. */
  #chosen(name: string): string[] {
    const boxes = this.#form.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`);
    return [...boxes].map((box) => box.closest('label')?.textContent?.trim() ?? box.value);
  }

  /** Puts the questions that were asked beside the text into it. */
  #ask(lines: string[]) {
    const body = this.#editor.text();
    const tree = shownTree(body, parsePost);
    const { heading } = this.#setting;
    const headings = { headings: this.#headings, heading };
    if (tree) this.#editor.replace(withQuestionLines(body, tree, lines, headings));
  }
}

function hasText(group: HTMLDetailsElement): boolean {
  return [...group.querySelectorAll<HTMLInputElement>('input, select, textarea')].some((field) =>
    field.type === 'checkbox' ? field.checked : field.value !== '' && field.name !== 'folder',
  );
}

customElements.define('post-editor', PostEditor);
