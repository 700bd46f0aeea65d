import { directionOf } from '../core/i18n/direction.ts';
import type { Words } from '../core/i18n/words.ts';
import type { Licence } from '../core/model/licences.ts';
import { absoluteUrl, type UrlContext } from '../core/site/absolute-url.ts';

/** Where a component of a post is shown, and what it may point to. */
export interface ComponentContext extends UrlContext {
  /** The picture of the post's folder with that name. */
  picture: (file: string) => FeedImage | undefined;
  /** Whether our own style sheet is there, as in the editor's preview: addresses are then left as written. */
  isStyled?: boolean;
}

/** Where the content of one post stands, and what it may point to. */
export interface StandaloneContext extends ComponentContext {
  language: string;
  /** The words that the site adds, and their language. */
  words: Words;
  wordsLanguage: string;
  /** What was corrected, with its day in the site's words. */
  correction?: { day: string; says: string } | undefined;
  /** Whether questions can still be answered. */
  open: boolean;
  cover?: CaptionedImage | undefined;
  /** Whether headings and questions keep their anchors. Outside the site they lead nowhere. */
  keepsAnchors?: boolean;
}

/** A picture as it is offered outside the site. */
export interface FeedImage {
  /** Whole address. */
  address: string;
  width: number;
  height: number;
}

/** A picture of the post's folder with the words under it. */
export interface CaptionedImage {
  file: string;
  alt: string;
  caption?: string | undefined;
  credit?: string | undefined;
  licence?: Licence | undefined;
  /** Where it was found. */
  source?: string | undefined;
}

/** The address of what a component names, as it is written where that is enough. */
export function wholeAddress(written: string, setting: ComponentContext): string | undefined {
  return setting.isStyled ? written : absoluteUrl(written, setting);
}

/** Language and direction of what the site itself says, where the prose is in another language. */
export function languageOfSite({
  language,
  wordsLanguage,
}: StandaloneContext): Record<string, string> {
  return language === wordsLanguage ? {} : { lang: wordsLanguage, dir: directionOf(wordsLanguage) };
}

export interface FeedCover {
  /** Whole address. */
  address: string;
  type: string;
  bytes: number;
  width: number;
  height: number;
  alt: string;
}
