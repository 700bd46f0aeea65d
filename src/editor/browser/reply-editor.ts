import './zod-without-eval.ts';
import type { Problem } from '../../core/content-files/problem.ts';
import type { EmailLabels } from '../../core/i18n/response-words.ts';
import { dayIn } from '../../core/model/dates.ts';
import { emailResponse, withoutAddresses } from '../../responses/email-response.ts';
import { readPastedEmail } from '../../responses/pasted-email.ts';
import { aheadProblems, readResponsesFile } from '../../responses/response-file.ts';
import type { AnsweredPost, ContentSummary } from '../content-summary.ts';
import { editFilePage, newFilePage } from '../github-urls.ts';
import { copied } from './copying.ts';
import { element } from './dom.ts';
import { formValues } from './form-values.ts';
import { showProblems } from './problem-list.ts';
import { type EditorSettings, editorSettings } from './settings.ts';

/** What the page tells its editor besides. */
interface ReplyEditorSettings extends EditorSettings {
  emailLabels: readonly EmailLabels[];
  questionWords: readonly string[];
}

/** The editor of an answer that came by mail: the same entry as `npm run responses -- add` writes. */
class ReplyEditor extends HTMLElement {
  #setting!: ReplyEditorSettings;
  #form!: HTMLFormElement;
  #summary: ContentSummary | undefined;

  connectedCallback() {
    if (this.#form) return;
    this.#setting = editorSettings<ReplyEditorSettings>(this);
    this.#form = element(this, 'form');
    this.hidden = false;
    const today = dayIn(new Date(), this.#setting.timeZone);
    element<HTMLInputElement>(this, '[name="date"]').value = today;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#copy();
    });
    this.#form.addEventListener('input', () => this.#show());
    element(this, '[data-read]').addEventListener('click', () => this.#read());
    element(this, '[name="post"]').addEventListener('change', () => this.#choices());
    this.querySelector('[data-github]')?.addEventListener('click', () => {
      if (!element(this, '.copy-steps').hidden) void this.#copy();
    });
    void this.#learn();
  }

  async #learn() {
    try {
      this.#summary = (await (await fetch(this.#setting.contentSummary)).json()) as ContentSummary;
    } catch {
      element(this, '.check-status').textContent = this.#setting.words.failed;
      return;
    }
    this.#choices();
  }

  /** Fills the form from the email that was pasted, and says what is left to do. */
  #read() {
    const { words, emailLabels, questionWords, timeZone } = this.#setting;
    const posts = this.#summary?.posts ?? [];
    const find = (id: string) => posts.find((post) => [post.permanentId, post.id].includes(id));
    const chosen = this.#post();
    const pasted = element<HTMLTextAreaElement>(this, '[name="email"]').value;
    const found = readPastedEmail(pasted, {
      labels: emailLabels,
      questionWords,
      questionsOf: (id) => find(id)?.questions,
      ...(chosen ? { questions: chosen.questions } : {}),
    });
    const post = found.post === undefined ? undefined : find(found.post)?.id;
    if (post !== undefined) this.#fill('post', post);
    this.#choices();
    if (found.question !== undefined) this.#fill('question', String(found.question));
    if (found.name !== undefined) this.#fill('name', found.name);
    if (found.role !== undefined) this.#fill('role', found.role);
    if (found.sent) this.#fill('date', dayIn(found.sent, timeZone));
    this.#fill('text', withoutAddresses(found.text));
    element<HTMLInputElement>(this, '[name="agreed"]').checked = found.agreed === true;
    const consent = found.consent && `${words.emailConsent}: “${found.consent}”`;
    const doubt = { true: '', false: words.emailRefused, undefined: words.emailUnclear };
    const said = [words.emailRead, consent, doubt[`${found.agreed}`]].filter(Boolean);
    element(this, '.email-read').replaceChildren(
      ...said.map((sentence) =>
        Object.assign(document.createElement('p'), { textContent: sentence }),
      ),
    );
    element(this, '.left-out').hidden = found.leftOut.length === 0;
    element(this, '.left-out p').textContent = found.leftOut.join('\n');
    this.#show();
  }

  #fill(name: string, value: string) {
    element<HTMLInputElement>(this, `[name="${name}"]`).value = value;
  }

  #post(): AnsweredPost | undefined {
    const id = element<HTMLSelectElement>(this, '[name="post"]').value;
    return this.#summary?.posts.find((post) => post.id === id);
  }

  /** The questions and responses of the chosen post. */
  #choices() {
    const post = this.#post();
    const none = new Option(this.#setting.words.none, '');
    const questions = (post?.questions ?? []).map(
      (question, index) => new Option(`${index + 1}. ${question}`, String(index + 1)),
    );
    element(this, '[name="question"]').replaceChildren(none, ...questions);
    const responses = (post?.responses ?? []).map(({ id, name }) => new Option(name, id));
    element(this, '[name="parent"]').replaceChildren(none.cloneNode(true), ...responses);
    this.#show();
  }

  #entry(): string {
    const values = formValues(this.#form);
    const one = (name: string) => values[name]?.[0] ?? '';
    const answer = {
      ...{ name: one('name'), role: one('role').trim(), date: one('date') },
      question: Number(one('question')) || undefined,
      ...{ parent: one('parent'), text: one('text') },
    };
    return emailResponse(answer, this.#post()?.nextMailId ?? 'mail-1');
  }

  #path(): string {
    return `content/posts/${this.#post()?.id ?? '…'}/responses.yaml`;
  }

  #show() {
    const entry = this.#entry();
    const post = this.#post();
    element<HTMLTextAreaElement>(this, '.source').value = entry;
    const problems = this.#problems(entry, post);
    showProblems(element(this, '.errors'), problems, '', {
      goTo: () => {},
      applyFix: () => undefined,
    });
    this.#leadToFields(problems);
    const { words, repository, branch } = this.#setting;
    const hasAgreed = element<HTMLInputElement>(this, '[name="agreed"]').checked;
    const isReady = post !== undefined && problems.length === 0 && hasAgreed;
    element(this, '.check-status').textContent = verdict();
    element(this, '.check-status').classList.toggle('is-ok', isReady);
    element(this, '.new-file').hidden = !isReady || post.hasFile;
    element(this, '.copy-steps').hidden = !isReady || !post.hasFile || !repository;
    element<HTMLButtonElement>(this, '[data-copy]').disabled = !isReady;
    const link = this.querySelector<HTMLAnchorElement>('[data-github]');
    if (!link || !repository) return;
    link.hidden = !isReady;
    if (!isReady) return;
    const where = { repository, branch };
    const fresh = newFilePage(where, this.#path(), entry);
    const isPasted = post.hasFile || !fresh.isWhole;
    link.textContent = isPasted ? words.replyOld : words.onGithub;
    link.href = post.hasFile ? editFilePage(where, this.#path()) : fresh.address;
    element(this, '.copy-steps').hidden = !isPasted;
    element(this, '.new-file').hidden = isPasted;

    function verdict(): string {
      if (!post) return `${words.errors} ${words.post}`;
      if (problems.length > 0) return `${words.errors} ${problems.length}`;
      return hasAgreed ? words.allWell : words.agreedFirst;
    }
  }

  /** What is wrong with the entry by itself; the response it answers is in the file already. */
  #problems(entry: string, post: AnsweredPost | undefined): readonly Problem[] {
    if (!post) return [];
    const alone = entry.replace(/^ {2}parent: .*\n/m, '');
    const file = this.#path();
    const { responses, problems } = readResponsesFile(alone, file, post.questions.length);
    const { timeZone } = this.#setting;
    const today = dayIn(new Date(), timeZone);
    return [...problems, ...aheadProblems(responses, alone, file, today, timeZone)];
  }

  #leadToFields(problems: readonly Problem[]) {
    const buttons = this.querySelectorAll('.errors [data-go-to]');
    for (const [index, problem] of problems.entries()) {
      const isAhead = problem.rule === 'response-ahead';
      const field = isAhead ? 'date' : (problem.field?.split('.').at(-1) ?? 'text');
      buttons[index]?.addEventListener('click', () =>
        (
          this.querySelector<HTMLElement>(`[name="${field}"]`) ?? element(this, '[name="text"]')
        ).focus(),
      );
    }
  }

  async #copy() {
    const { words } = this.#setting;
    const isCopied = await copied(this.#entry());
    element(this, '.copy-status').textContent = words[isCopied ? 'copied' : 'notCopied'];
  }
}

customElements.define('reply-editor', ReplyEditor);
