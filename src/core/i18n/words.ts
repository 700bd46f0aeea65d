import type { Kind } from '../model/post.ts';
import { inLanguage, knownLanguage, PAGES } from './languages.ts';

/** Every word of the interface. A language that lacks one does not type-check. */
export interface Words {
  home: string;
  search: string;
  subscribe: string;
  archive: string;
  rounds: string;
  tags: string;
  people: string;
  responses: string;
  skip: string;
  menu: string;
  footer: string;
  where: string;
  theme: string;
  themes: { system: string; light: string; dark: string };
  kind: Record<Kind, string>;
  kinds: Record<Kind, string>;
  kindIntro: Record<Kind, string>;
  openNow: string;
  newest: string;
  answer: string;
  answerThis: string;
  readAll: string;
  readPost: string;
  answers: (n: number) => string;
  questions: (n: number) => string;
  responseCount: (n: number) => string;
  reactionCount: (n: number) => string;
  postCount: (n: number) => string;
  minutes: (n: number) => string;
  question: (n: number) => string;
  callNumber: (month: string) => string;
  howToAnswer: string;
  howToAnswerText: string;
  answerByMail: string;
  comesNext: string;
  nextTopic: (day: string) => string;
  noNextTopic: string;
  hours: string;
  enlarge: string;
  latestResponses: string;
  allResponses: string;
  noResponsesYet: string;
  recent: string;
  everything: string;
  latestStory: string;
  figures: (round: string) => string;
  figure: Record<'participants' | 'countries' | 'discussions' | 'responses' | 'posts', string>;
  asOf: (day: string) => string;
  contents: string;
  partOf: string;
  followUps: string;
  inOtherLanguages: string;
  filedUnder: string;
  older: string;
  newer: string;
  related: string;
  corrected: (day: string) => string;
  updated: (day: string) => string;
  withdrawn: string;
  withdrawnText: string;
  draft: string;
  scheduled: (day: string) => string;
  edit: string;
  mail: string;
  copy: string;
  copied: string;
  cite: string;
  copyCitation: (style: string) => string;
  permanentAddress: string;
  forReferenceManagers: string;
  print: string;
  source: string;
  ours: (program: string) => string;
  licensed: (licence: string) => string;
  notesFor: string;
  /** Where answers are not, or no longer, taken. */
  notes: string;
  leads: (host: string) => string;
  from: string;
  to: string;
  toEverybody: (program: string) => string;
  roundsIntro: string;
  roundsTable: string;
  chartOf: (what: string) => string;
  moreResponses: (n: number) => string;
  round: string;
  fromTo: (first: string, last: string) => string;
  since: (first: string) => string;
  until: (last: string) => string;
  applications: string;
  matchingDay: string;
  notKnown: string;
  monthByMonth: string;
  roundEmpty: string;
  previousRound: string;
  nextRound: string;
  tagsIntro: string;
  peopleIntro: string;
  archiveIntro: (n: number, month: string) => string;
  writtenBy: (name: string) => string;
  page: (n: number) => string;
  pageOf: (n: number, all: number) => string;
  pages: string;
  earlier: string;
  later: string;
  nothingHere: string;
  feed: string;
  notFound: string;
  notFoundText: string;
  notFoundTry: string;
  subscribeIntro: string;
  byMail: string;
  byMailText: string;
  signUp: string;
  byFeed: string;
  byFeedText: string;
  allPosts: string;
  byKind: string;
  byRound: string;
  byTag: string;
  byPerson: string;
  inCalendar: string;
  inCalendarText: string;
  atWhatHour: string;
  atWhatHourText: (day: string) => string;
  opml: string;
  sameLicence: (licence: string) => string;
  contact: string;
  answerQuestion: (n: number) => string;
  readAndAnswer: string;
  readOnSite: string;
  picture: (shows: string) => string;
  feedIs: string;
  feedUse: string;
  responsesFeedUse: string;
  feedExplained: string;
  toTheSite: string;
  feedOf: (list: string, program: string) => string;
  whatAFeedIs: string;
  oneClick: string;
  oneClickCalendar: string;
  roundBegins: (round: string) => string;
  roundEnds: (round: string) => string;
  applicationsOpen: (round: string) => string;
  applicationsClose: (round: string) => string;
  matching: (round: string) => string;
  closesIn: (timeZone: string) => string;
  searchIntro: (program: string) => string;
}

/** The interface in a language, by the first part of its tag; English where there is none. */
export function wordsFor(language: string): Words {
  return inLanguage(PAGES, language);
}

/** The language of the words that {@link wordsFor} gives. */
export const wordsLanguage: (language: string) => string = knownLanguage;

/** Words that stay in one line: "3 min read". */
export function noBreak(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

/** What stands between the members of a list in a language's script, with its space. */
export function commaIn(language: string): string {
  return ['ar', 'fa', 'ur'].includes(new Intl.Locale(language).language) ? '، ' : ', ';
}
