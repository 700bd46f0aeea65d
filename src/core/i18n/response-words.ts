import type { GiscusState } from '../model/giscus-state.ts';
import { inLanguage, RESPONSES } from './languages.ts';

/** The words around what readers say. A language that lacks one does not type-check. */
export interface ResponseWords {
  responses: (n: number) => string;
  first: string;
  /** Where nobody can be the first. */
  none: string;
  closed: string;
  closedSince: (day: string) => string;
  saved: (day: string) => string;
  question: (n: number) => string;
  badge: { coordinator: string; participant: string };
  source: { 'former-blog': string; email: string; github: string };
  gone: { hidden: string; withdrawn: string };
  nobody: string;
  /** Above the list of what stands on further pages. */
  further: string;
  /** Above replies whose first response stands on an earlier page. */
  continued: (name: string) => string;
  edited: string;
  answer: string;
  here: string;
  hereSays: (host: string) => string;
  github: string;
  githubSays: string;
  there: string;
  lockedSays: string;
  email: string;
  emailSays: string;
  needsScript: string;
  line: (n: number) => string;
  lineSays: (line: string) => string;
  copyLine: string;
  loading: string;
  /** What is wrong with the form, or with who signs in. */
  states: Readonly<Record<Exclude<GiscusState, 'trouble'> | 'notSignedIn', string>>;
  /** With what giscus says, in English. */
  trouble: (said: string) => string;
  otherWays: string;
  newer: (n: number) => string;
  to: string;
  latestSays: string;
  reactions: Readonly<Record<string, string>>;
}

/** The words in a language, by the first part of its tag; English where there are none. */
export function responseWordsFor(language: string): ResponseWords {
  return inLanguage(RESPONSES, language);
}

/** The signs of GitHub's reactions. */
export const REACTION_SIGNS: Readonly<Record<string, string>> = {
  THUMBS_UP: '👍',
  THUMBS_DOWN: '👎',
  LAUGH: '😄',
  HOORAY: '🎉',
  CONFUSED: '😕',
  HEART: '❤️',
  ROCKET: '🚀',
  EYES: '👀',
};
