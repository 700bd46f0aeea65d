import { HELP, inLanguage } from './languages.ts';

/** The words of the help for authors. A language that lacks one does not type-check. */
export interface HelpWords {
  title: string;
  intro: (program: string) => string;
  toForm: string;
  firstPost: string;
  open: string;
  write: string;
  ask: (heading: string) => string;
  handIn: string;
  comment: string;
  publish: (timeZone: string) => string;
  safe: string;
  /** What the three pictures show. */
  pictures: Record<'form' | 'github' | 'comment', string>;
  /** Said above what is made of the schema and the rules, which speak English. */
  inEnglish: string;
}

/** The help's words in a language; English where there are none. */
export function helpWords(language: string): HelpWords {
  return inLanguage(HELP, language);
}
