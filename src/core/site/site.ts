import type { Words } from '../i18n/words.ts';
import type { Program } from '../model/program.ts';
import type { Urls } from './urls.ts';

/** What every page needs to know about the blog as a whole. */
export interface Site {
  program: Program;
  urls: Urls;
  words: Words;
  /** A preview for few eyes, which search engines should leave alone. */
  isPreview?: boolean;
  /** On this machine alone, where answers go to a stand-in. */
  isPractice?: boolean;
  /** Whether each page has a share picture. */
  hasSocialCards?: boolean;
}
