import type { ImageFile } from '../../core/content-files/folder.ts';
import {
  type DescribedImage,
  IMAGE_FIELDS,
  type ImageField,
  imageMarkdown,
} from '../form-fields.ts';
import { type PublishedImage, publishedFile } from '../published-source.ts';
import { element, fromTemplate } from './dom.ts';
import { deleteImage, saveImage, storedImage } from './draft-storage.ts';
import { type ImportedImage, importImage, RefusedImage, shown } from './image-import.ts';

/** The pictures of a draft: dropped, described, put into the text. */
export class ImageCards {
  readonly #place: HTMLElement;
  readonly #editor: { draft: () => string; changed: () => void; insert: (block: string) => void };
  #taken = new Map<string, ImportedImage>();

  constructor(
    place: HTMLElement,
    editor: { draft: () => string; changed: () => void; insert: (block: string) => void },
  ) {
    this.#place = place;
    this.#editor = editor;
    const input = element<HTMLInputElement>(place, 'input[type="file"]');
    input.addEventListener('change', async () => {
      await this.#take([...(input.files ?? [])]);
      input.value = '';
    });
    place.addEventListener('dragover', (event) => {
      event.preventDefault();
      place.classList.add('is-dragover');
    });
    place.addEventListener('dragleave', () => place.classList.remove('is-dragover'));
    place.addEventListener('drop', (event) => {
      event.preventDefault();
      place.classList.remove('is-dragover');
      void this.#take([...(event.dataTransfer?.files ?? [])]);
    });
    place.addEventListener('input', (event) => {
      const box = event.target as HTMLInputElement;
      if (box.name === 'isCover' && box.checked) this.#onlyCover(box);
      editor.changed();
    });
  }

  /** What is written about the pictures. */
  described(): DescribedImage[] {
    return this.#cards().map((card) => {
      const described = Object.fromEntries(
        IMAGE_FIELDS.map((name) => [
          name,
          element<HTMLInputElement>(card, `[name="${name}"]`).value.trim(),
        ]),
      ) as Record<ImageField, string>;
      return {
        ...described,
        name: card.dataset['name'] ?? '',
        isCover: element<HTMLInputElement>(card, '[name="isCover"]').checked,
      };
    });
  }

  /** The pictures as files beside the text. */
  beside(): ReadonlyMap<string, ImageFile> {
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
    pictures: readonly DescribedImage[],
    there: readonly PublishedImage[],
  ): Promise<void> {
    this.#taken = new Map();
    element(this.#place, 'ul').replaceChildren();
    element(this.#place, '[role="status"]').textContent = '';
    for (const picture of pictures) {
      const known = there.find(({ name }) => name === picture.name);
      if (known) {
        const { name, address } = known;
        this.#add({ name, file: publishedFile(known), thumbnail: address }, picture);
        continue;
      }
      const content = await storedImage(draft, picture.name);
      if (!content || this.#editor.draft() !== draft) continue;
      this.#add(await shown(content, picture.name), picture);
    }
  }

  async #take(files: readonly File[]): Promise<void> {
    const said: string[] = [];
    for (const file of files) {
      try {
        const picture = await importImage(file, [...this.#taken.keys()]);
        this.#add(picture);
        const isKept = await saveImage(this.#editor.draft(), picture.name, picture.content);
        said.push(`${this.#place.dataset['added']} ${picture.name}`);
        for (const loss of picture.losses) said.push(this.#place.dataset[loss] ?? '');
        if (!isKept) said.push(this.#place.dataset['notSaved'] ?? '');
      } catch (error) {
        const { unreadable = '' } = this.#place.dataset;
        said.push(error instanceof RefusedImage ? error.message : unreadable);
      }
    }
    element(this.#place, '[role="status"]').textContent = said.join('\n');
    this.#editor.changed();
  }

  #add(picture: ImportedImage, written?: DescribedImage): void {
    this.#taken.set(picture.name, picture);
    const card = fromTemplate(this.#place, 'template');
    card.dataset['name'] = picture.name;
    card.setAttribute('aria-label', picture.name);
    element<HTMLImageElement>(card, 'img').src = picture.thumbnail;
    element(card, '.file-name').textContent = picture.name;
    element(card, '.in-folder').hidden = Boolean(picture.content);
    element(card, '[data-remove]').hidden = !picture.content;
    for (const name of IMAGE_FIELDS) {
      element<HTMLInputElement>(card, `[name="${name}"]`).value = written?.[name] ?? '';
    }
    element<HTMLInputElement>(card, '[name="isCover"]').checked = written?.isCover ?? false;
    element(card, '[data-insert]').addEventListener('click', () => {
      const described = this.described().find(({ name }) => name === picture.name);
      if (described) this.#editor.insert(imageMarkdown(described));
    });
    element(card, '[data-remove]').addEventListener('click', () => {
      card.remove();
      this.#taken.delete(picture.name);
      void deleteImage(this.#editor.draft(), picture.name);
      this.#editor.changed();
      element(this.#place, 'input[type="file"]').focus();
    });
    element(this.#place, 'ul').append(card);
  }

  #onlyCover(chosen: HTMLInputElement): void {
    for (const card of this.#cards()) {
      const box = element<HTMLInputElement>(card, '[name="isCover"]');
      if (box !== chosen) box.checked = false;
    }
  }

  #cards() {
    return [...this.#place.querySelectorAll<HTMLElement>('[data-name]')];
  }
}
