import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { LANGUAGE_TAGS } from './language-tags.ts';
import type { Translation } from './message.ts';
import { pt } from './pt.ts';
import { zhHans } from './zh-hans.ts';

/** The languages of the interface, each in a file of its own. */
export const LANGUAGES = { en, es, ar, de, fr, pt, 'zh-Hans': zhHans } as const satisfies Record<
  (typeof LANGUAGE_TAGS)[number],
  Translation
>;
