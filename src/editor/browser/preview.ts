import { toDom } from 'hast-util-to-dom';
import type { Root } from 'mdast';
import { spokenPart } from '../../core/i18n/message.ts';
import { nearestLanguages } from '../../core/i18n/nearest-languages.ts';
import type { PreviewWords } from '../../core/i18n/preview-words.ts';
import { dayInWords, isDay } from '../../core/model/dates.ts';
import { isLanguage } from '../../core/model/fields.ts';
import { LICENCES } from '../../core/model/licences.ts';
import { minutesToRead } from '../../core/model/post-summary.ts';
import type { DescribedImage } from '../form-fields.ts';
import { previewTree } from '../preview-tree.ts';
import { element } from './dom.ts';
import type { ImageCards } from './image-cards.ts';
import type { PostEditorSettings } from './settings.ts';

/** A post as it is shown. */
export interface ShownPost {
  fields: Readonly<Record<string, unknown>>;
  body: string;
  /** Nothing while the text cannot be read: what was shown of it stays in view. */
  tree: Root | undefined;
  questionCount: number;
  /** The names of those who wrote it. */
  authors: readonly string[];
  /** The anchors that responses have on its page. */
  takenAnchors: readonly string[];
}

/** The post as readers will see it. */
export class Preview {
  readonly #place: HTMLElement;
  readonly #setting: PostEditorSettings;
  readonly #headings: ReadonlySet<string>;
  readonly #pictures: ImageCards;

  constructor(
    place: HTMLElement,
    setting: PostEditorSettings,
    headings: ReadonlySet<string>,
    pictures: ImageCards,
  ) {
    this.#place = place;
    this.#setting = setting;
    this.#headings = headings;
    this.#pictures = pictures;
  }

  show(post: ShownPost): void {
    const { fields, body, tree } = post;
    const lang = languageOf(fields, this.#setting.language);
    element(this.#place, '.preview-page').lang = lang;
    this.#say('.preview-title', fields['title']);
    this.#say('.byline', this.#byline(post, lang));
    const isGone = this.#gone(fields, lang);
    this.#say('.preview-summary', isGone ? '' : fields['summary']);
    this.#change(isGone ? {} : fields, lang);
    this.#cover(
      isGone ? undefined : this.#pictures.described().find(({ isCover }) => isCover),
      lang,
    );
    element(this.#place, '.preview-body').hidden = isGone;
    if (tree) this.#text(tree, lang, post.takenAnchors);
    element(this.#place, '.preview-empty').hidden = Boolean(fields['title']) || body.trim() !== '';
  }

  /** What stands in the place of a post that is withdrawn; says whether this one is. */
  #gone(fields: ShownPost['fields'], lang: string): boolean {
    const isGone = Boolean(fields['withdrawn']);
    const words = this.#words(lang);
    element(this.#place, '.preview-withdrawn').hidden = !isGone;
    this.#say('.preview-withdrawn .stamp b', words.withdrawn);
    this.#say('.preview-withdrawn .withdrawal-reason', fields['withdrawn']);
    this.#say('.preview-withdrawn .soft', words.withdrawnText);
    return isGone;
  }

  /** What is told of a change, above the text. */
  #change({ updated, correction }: ShownPost['fields'], lang: string) {
    const day = String(updated ?? '').slice(0, 10);
    element(this.#place, '.preview-change').hidden = !isDay(day);
    if (!isDay(day)) return;
    const words = this.#words(lang);
    const said = words[correction ? 'corrected' : 'updated']({ day: dayInWords(day, lang) });
    this.#say('.preview-change .note-title', said);
    this.#say('.preview-change .correction-text', correction);
  }

  #byline({ fields, body, questionCount, authors }: ShownPost, lang: string): string {
    const words = this.#words(lang);
    const day = String(fields['date'] ?? '').slice(0, 10);
    const start = [...(isDay(day) ? [dayInWords(day, lang)] : []), ...authors];
    if (fields['withdrawn']) return start.join(' · ');
    return [
      ...start,
      ...(body.trim() ? [words.minutes({ minutes: minutesToRead(body) })] : []),
      ...(questionCount > 0 ? [words.questions({ count: questionCount })] : []),
    ].join(' · ');
  }

  #text(tree: Root, language: string, takenAnchors: readonly string[]) {
    const page = element(this.#place, '.preview-body');
    const setting = {
      headings: this.#headings,
      base: this.#setting.base,
      language,
      takenAnchors,
      picture: (name: string) => this.#pictures.thumbnail(name),
    };
    const { children } = previewTree(tree, setting);
    page.replaceChildren(...children.map((child) => toDom(child)));
    for (const link of page.querySelectorAll('a:not([href^="#"])'))
      link.setAttribute('target', '_blank');
  }

  #cover(cover: DescribedImage | undefined, lang: string) {
    const address = cover && this.#pictures.thumbnail(cover.name);
    element(this.#place, '.preview-cover').hidden = !address;
    const image = element<HTMLImageElement>(this.#place, '.preview-cover img');
    if (address) image.src = address;
    image.alt = cover?.alt ?? '';
    this.#say('.preview-cover figcaption span', cover?.caption);
    this.#say('.preview-cover .credit', cover && this.#credit(cover, lang));
  }

  /** Who made a picture, as the page says it: the program, where nobody is named. */
  #credit({ credit, licence }: DescribedImage, lang: string): string {
    const id = licence || this.#setting.licence;
    const label = Object.hasOwn(LICENCES, id) ? LICENCES[id as keyof typeof LICENCES].label : '';
    const maker = credit || this.#words(lang).ours({ program: this.#setting.ours });
    return [maker, label].filter(Boolean).join(', ');
  }

  #words(lang: string): PreviewWords {
    const { spoken } = this.#setting;
    const [nearest = 'en'] = nearestLanguages(lang, Object.keys(spoken));
    return spokenPart<'pages'>(spoken[nearest] ?? {}, nearest);
  }

  #say(selector: string, text: unknown) {
    element(this.#place, selector).textContent = String(text ?? '');
  }
}

function languageOf(fields: Readonly<Record<string, unknown>>, otherwise: string): string {
  const lang = String(fields['lang'] ?? '');
  return isLanguage(lang) ? lang : otherwise;
}
