import { siteUrls } from '../../core/site/urls.ts';
import type { AnsweredPost } from '../content-summary.ts';
import type { PublishedSource } from '../published-source.ts';
import { element } from './dom.ts';
import type { PostEditorSettings } from './settings.ts';

/** The list in which somebody chooses a published post, to change it. */
export class PublishedPicker {
  readonly #list: HTMLSelectElement;
  readonly #setting: Pick<PostEditorSettings, 'base' | 'words'>;

  /**
   * @param open told of the post that was chosen
   * @param say says a sentence where the drafts are
   */
  constructor(
    place: HTMLElement,
    setting: Pick<PostEditorSettings, 'base' | 'words'>,
    open: (post: PublishedSource) => void,
    say: (sentence: string) => void,
  ) {
    this.#list = element(place, '[name="published"]');
    this.#setting = setting;
    this.#list.addEventListener('change', async () => {
      const { value } = this.#list;
      this.#list.value = '';
      try {
        if (value) open(await this.#source(value));
      } catch {
        say(setting.words.changeFailed);
      }
    });
  }

  /** Offers the posts that can be changed. */
  offer(posts: readonly Pick<AnsweredPost, 'id' | 'title'>[]): void {
    const options = posts.map(({ id, title }) => new Option(`${title} (${id.slice(0, 7)})`, id));
    this.#list.replaceChildren(new Option(this.#setting.words.choose, ''), ...options);
    this.#list.disabled = posts.length === 0;
  }

  async #source(id: string): Promise<PublishedSource> {
    const { postSource } = siteUrls(location.origin, this.#setting.base);
    const answer = await fetch(postSource(id));
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()) as PublishedSource;
  }
}
