/** How posts of a kind look in lists and on their page. */
export type Look =
  /** By the number of their month, as cards of a catalogue have one. */
  | 'catalogue'
  /** By their day. */
  | 'day'
  /** As a postcard of who wrote it. */
  | 'postcard';

/** What is particular to a kind of post. Its words are in `core/i18n/`. */
export interface KindOfPost {
  /** The folder of its list in the site's addresses. It never changes once it is published. */
  path: string;
  /** Whether its posts ask readers questions. */
  hasQuestions: boolean;
  /** Whether its posts belong to a month. */
  hasMonth: boolean;
  look: Look;
}

/** The kinds of posts, in the order in which they are named. */
export const KINDS_OF_POST = {
  discussion: { path: 'discussions', hasQuestions: true, hasMonth: true, look: 'catalogue' },
  update: { path: 'updates', hasQuestions: false, hasMonth: false, look: 'day' },
  story: { path: 'stories', hasQuestions: false, hasMonth: false, look: 'postcard' },
} as const satisfies Record<string, KindOfPost>;

export type Kind = keyof typeof KINDS_OF_POST;

export const KINDS = Object.keys(KINDS_OF_POST) as [Kind, ...Kind[]];

/** The kinds as a sentence names them: "discussion, update or story". */
export const KINDS_IN_WORDS = `${KINDS.slice(0, -1).join(', ')} or ${KINDS.at(-1)}`;

/** The kind that a field names; nothing where it names none. */
export function kindNamed(kind: unknown): KindOfPost | undefined {
  return typeof kind === 'string' && Object.hasOwn(KINDS_OF_POST, kind)
    ? KINDS_OF_POST[kind as Kind]
    : undefined;
}

/** Whether a field names a kind whose posts ask questions. */
export function asksQuestions(kind: unknown): boolean {
  return kindNamed(kind)?.hasQuestions ?? false;
}

/** Whether a field names a kind whose posts belong to a month. */
export function belongsToMonth(kind: unknown): boolean {
  return kindNamed(kind)?.hasMonth ?? false;
}

/** Whether a field names a kind whose posts are postcards. */
export function isPostcard(kind: unknown): boolean {
  return kindNamed(kind)?.look === 'postcard';
}
