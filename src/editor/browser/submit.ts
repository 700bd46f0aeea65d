import { editFilePage, newFilePage } from '../github-urls.ts';
import { postZip } from '../post-zip.ts';
import { copied, offerFile } from './copying.ts';
import { element } from './dom.ts';
import type { ImageCards } from './image-cards.ts';
import type { EditorSettings } from './settings.ts';

/** A post as it is handed in. */
export interface SubmittedPost {
  id: string;
  /** The whole file. */
  text: string;
  /** Its day, if it has one. */
  day: string;
}

/** The ways on which a post leaves the editor: GitHub's page, a zip, the clipboard. */
export class Submit {
  readonly #place: HTMLElement;
  readonly #setting: EditorSettings;
  readonly #pictures: ImageCards;
  readonly #post: () => SubmittedPost;
  #isPasted = false;

  /** @param post the post as it stands when somebody presses a button */
  constructor(
    place: HTMLElement,
    setting: EditorSettings,
    pictures: ImageCards,
    post: () => SubmittedPost,
  ) {
    this.#place = place;
    this.#setting = setting;
    this.#pictures = pictures;
    this.#post = post;
    const on = (selector: string, does: () => void) =>
      place.querySelector(selector)?.addEventListener('click', does);
    on('[data-download]', () => void this.#download());
    on('[data-copy]', () => void this.#copy());
    on('[data-github]', () => void this.#copyWhereNeeded());
  }

  /**
   * Leads to GitHub with a post's name and text. A post with pictures goes as a folder. Where the text
   * has to be pasted, since it is long or the post is there already, the steps are shown before anybody
   * presses: GitHub's page then covers this one.
   */
  show({ id, text, isTaken }: Omit<SubmittedPost, 'day'> & { isTaken: boolean }): void {
    element<HTMLTextAreaElement>(this.#place, '.source').value = text;
    const { repository, branch } = this.#setting;
    const hasPictures = this.#pictures.hasNew;
    element(this.#place, '.with-images').hidden = !hasPictures;
    element(this.#place, '.with-new-images').hidden = !hasPictures || !isTaken;
    element(this.#place, '.upload').hidden = !hasPictures || !repository;
    const link = this.#place.querySelector<HTMLAnchorElement>('[data-github]');
    if (!link || !repository) return;
    const path = `content/posts/${id || 'year-month-name'}/index.mdx`;
    const fresh = newFilePage({ repository, branch }, path, text);
    const isWhole = fresh.isWhole && !isTaken;
    link.hidden = hasPictures;
    element(this.#place, '.github-hint').hidden = hasPictures || !isWhole;
    link.href = isTaken ? editFilePage({ repository, branch }, path) : fresh.address;
    link.textContent = this.#setting.words[isWhole ? 'onGithub' : 'replyOld'];
    this.#isPasted = !isWhole;
    element(this.#place, '.as-new-file').hidden = isWhole || isTaken || hasPictures;
    element(this.#place, '.as-edit').hidden = !isTaken || hasPictures;
  }

  /** Copies the text where no address carries it. */
  async #copyWhereNeeded() {
    if (this.#isPasted) await this.#copy();
  }

  async #copy() {
    const { words } = this.#setting;
    const isCopied = await copied(this.#post().text);
    element(this.#place, '.copy-status').textContent = words[isCopied ? 'copied' : 'notCopied'];
    if (!isCopied) element<HTMLDetailsElement>(this.#place, '.source-details').open = true;
  }

  async #download() {
    const { id, text, day } = this.#post();
    const post = { id: id || 'post', text, day };
    const parcel = postZip(post, await this.#pictures.contents());
    offerFile(`${post.id}.zip`, new Blob([parcel], { type: 'application/zip' }));
    if (this.#setting.repository) element(this.#place, '.upload').hidden = false;
  }
}
