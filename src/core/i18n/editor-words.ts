import type { Cover, Kind, PostFields } from '../model/post.ts';
import { EDITOR, inLanguage } from './languages.ts';

/** The words of the editor. A language that lacks one does not type-check. */
export interface EditorWords {
  title: string;
  intro: string;
  footer: string;
  toHelp: string;
  toReply: string;
  without: string;
  withoutSteps: readonly string[];
  newFile: string;
  drafts: string;
  draftsSay: string;
  untitled: string;
  save: string;
  newDraft: string;
  deleteDraft: string;
  deleteSure: string;
  change: string;
  changeFailed: string;
  kept: string;
  notKept: string;
  elsewhere: string;
  what: string;
  kinds: Record<Kind, string>;
  field: Record<keyof PostFields | Exclude<keyof Cover, 'image'> | 'folder' | 'time', string>;
  hint: Record<HintedField, string>;
  optional: string;
  choose: string;
  more: string;
  published: string;
  publishedSay: string;
  draftTick: string;
  responsesAre: Record<'open' | 'closed', string>;
  folderSays: string;
  /** Before the name of the program's time zone. */
  timeSays: string;
  tagFilter: string;
  tagNone: string;
  text: string;
  textSays: string;
  tools: string;
  tool: Record<'bold' | 'italic' | 'heading' | 'link' | 'list' | 'quote' | 'note', string>;
  questions: string;
  questionsSay: string;
  question: string;
  addQuestion: string;
  removeQuestion: string;
  pictures: string;
  picturesSay: string;
  choosePictures: string;
  intoText: string;
  isCover: string;
  removePicture: string;
  pictureUnread: string;
  pictureTaken: string;
  pictureStilled: string;
  pictureNarrowed: string;
  pictureThere: string;
  check: string;
  allWell: string;
  errors: string;
  loading: string;
  failed: string;
  goThere: string;
  mend: string;
  advice: string;
  preview: string;
  previewSays: string;
  handIn: string;
  handInFirst: string;
  onGithub: string;
  onGithubSays: string;
  tooLong: string;
  tooLongSteps: readonly string[];
  toChange: string;
  toChangeSteps: readonly string[];
  withPictures: string;
  withNewPictures: string;
  download: string;
  downloadSays: string;
  noRepository: string;
  upload: string;
  uploadSteps: readonly string[];
  uploadPage: string;
  copy: string;
  copied: string;
  notCopied: string;
  source: string;
  reply: string;
  replyIntro: string;
  toPost: string;
  post: string;
  name: string;
  nameSays: string;
  role: string;
  roleSays: string;
  day: string;
  answersQuestion: string;
  answersResponse: string;
  none: string;
  replyText: string;
  addressesGone: string;
  agreed: string;
  agreedFirst: string;
  replyNew: string;
  replyOld: string;
  replyOldSteps: readonly string[];
  entry: string;
}

/** The fields of which more is said than their name. */
type HintedField =
  | 'title'
  | 'month'
  | 'date'
  | 'summary'
  | 'lang'
  | 'follows'
  | 'translationOf'
  | 'licence'
  | 'responsesClosed'
  | 'updated'
  | 'correction'
  | 'formerly'
  | 'guid'
  | 'withdrawn';

/** The editor's words in a language, by the first part of its tag; English where there are none. */
export function editorWords(language: string): EditorWords {
  return inLanguage(EDITOR, language);
}
