import type { PictureFile } from '../../core/content-files/folder.ts';
import {
  type DescribedPicture,
  PICTURE_FIELDS,
  type PictureField,
  pictureMarkdown,
} from '../form-fields.ts';
import { type PublishedPicture, publishedFile } from '../published-source.ts';
import { fromTemplate, part } from './dom.ts';
import { deletePicture, keepPicture, keptPicture } from './draft-storage.ts';
import { RefusedPicture, shown, type TakenPicture, takenIn } from './image-import.ts';

/** The pictures of a draft: dropped, described, put into the text. */
export class PictureCards {
  readonly #place: HTMLElement;
  readonly #desk: { draft: () => string; changed: () => void; insert: (block: string) => void };
  #taken = new Map<string, TakenPicture>();

  constructor(
    place: HTMLElement,
    desk: { draft: () => string; changed: () => void; insert: (block: string) => void },
  ) {
    this.#place = place;
    this.#desk = desk;
    const input = part<HTMLInputElement>(place, 'input[type="file"]');
    input.addEventListener('change', async () => {
      await this.#take([...(input.files ?? [])]);
      input.value = '';
    });
    place.addEventListener('dragover', (event) => {
      event.preventDefault();
      place.classList.add('is-over');
    });
    place.addEventListener('dragleave', () => place.classList.remove('is-over'));
    place.addEventListener('drop', (event) => {
      event.preventDefault();
      place.classList.remove('is-over');
      void this.#take([...(event.dataTransfer?.files ?? [])]);
    });
    place.addEventListener('input', (event) => {
      const box = event.target as HTMLInputElement;
      if (box.name === 'isCover' && box.checked) this.#onlyCover(box);
      desk.changed();
    });
  }

  /** What is written about the pictures. */
  described(): DescribedPicture[] {
    return this.#cards().map((card) => {
      const described = Object.fromEntries(
        PICTURE_FIELDS.map((name) => [
          name,
          part<HTMLInputElement>(card, `[name="${name}"]`).value.trim(),
        ]),
      ) as Record<PictureField, string>;
      return {
        ...described,
        name: card.dataset['name'] ?? '',
        isCover: part<HTMLInputElement>(card, '[name="isCover"]').checked,
      };
    });
  }

  /** The pictures as files beside the text. */
  beside(): ReadonlyMap<string, PictureFile> {
    return new Map([...this.#taken].map(([name, { file }]) => [name, file]));
  }

  /** Whether there are pictures that do not lie in the post's folder already. */
  get hasNew(): boolean {
    return [...this.#taken.values()].some(({ content }) => content);
  }

  /** The new pictures: what lies in the post's folder already stays as it is. */
  async contents(): Promise<ReadonlyMap<string, Uint8Array>> {
    const read = [...this.#taken].map(async ([name, { content }]) =>
      content ? ([[name, new Uint8Array(await content.arrayBuffer())]] as const) : [],
    );
    return new Map((await Promise.all(read)).flat());
  }

  thumbnail(name: string): string | undefined {
    return this.#taken.get(name)?.thumbnail;
  }

  /**
   * Shows the pictures of another draft.
   *
   * @param there those that lie in the post's folder already
   */
  async show(
    draft: string,
    pictures: readonly DescribedPicture[],
    there: readonly PublishedPicture[],
  ): Promise<void> {
    this.#taken = new Map();
    part(this.#place, 'ul').replaceChildren();
    part(this.#place, '[role="status"]').textContent = '';
    for (const picture of pictures) {
      const known = there.find(({ name }) => name === picture.name);
      if (known) {
        const { name, address } = known;
        this.#add({ name, file: publishedFile(known), thumbnail: address }, picture);
        continue;
      }
      const content = await keptPicture(draft, picture.name);
      if (!content || this.#desk.draft() !== draft) continue;
      this.#add(await shown(content, picture.name), picture);
    }
  }

  async #take(files: readonly File[]): Promise<void> {
    const said: string[] = [];
    for (const file of files) {
      try {
        const picture = await takenIn(file, [...this.#taken.keys()]);
        this.#add(picture);
        const isKept = await keepPicture(this.#desk.draft(), picture.name, picture.content);
        said.push(`${this.#place.dataset['taken']} ${picture.name}`);
        for (const loss of picture.losses) said.push(this.#place.dataset[loss] ?? '');
        if (!isKept) said.push(this.#place.dataset['notKept'] ?? '');
      } catch (error) {
        const { unread = '' } = this.#place.dataset;
        said.push(error instanceof RefusedPicture ? error.message : unread);
      }
    }
    part(this.#place, '[role="status"]').textContent = said.join(' ');
    this.#desk.changed();
  }

  #add(picture: TakenPicture, written?: DescribedPicture): void {
    this.#taken.set(picture.name, picture);
    const card = fromTemplate(this.#place, 'template');
    card.dataset['name'] = picture.name;
    card.setAttribute('aria-label', picture.name);
    part<HTMLImageElement>(card, 'img').src = picture.thumbnail;
    part(card, '.file-name').textContent = picture.name;
    part(card, '.is-there').hidden = Boolean(picture.content);
    part(card, '[data-remove]').hidden = !picture.content;
    for (const name of PICTURE_FIELDS) {
      part<HTMLInputElement>(card, `[name="${name}"]`).value = written?.[name] ?? '';
    }
    part<HTMLInputElement>(card, '[name="isCover"]').checked = written?.isCover ?? false;
    part(card, '[data-insert]').addEventListener('click', () => {
      const described = this.described().find(({ name }) => name === picture.name);
      if (described) this.#desk.insert(pictureMarkdown(described));
    });
    part(card, '[data-remove]').addEventListener('click', () => {
      card.remove();
      this.#taken.delete(picture.name);
      void deletePicture(this.#desk.draft(), picture.name);
      this.#desk.changed();
      part(this.#place, 'input[type="file"]').focus();
    });
    part(this.#place, 'ul').append(card);
  }

  #onlyCover(chosen: HTMLInputElement): void {
    for (const card of this.#cards()) {
      const box = part<HTMLInputElement>(card, '[name="isCover"]');
      if (box !== chosen) box.checked = false;
    }
  }

  #cards() {
    return [...this.#place.querySelectorAll<HTMLElement>('[data-name]')];
  }
}
