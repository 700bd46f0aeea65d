/** The ways in which posts of a kind can look in lists and on their page. */
export const LOOKS = ['catalogue', 'day', 'postcard'] as const;

/**
 * How posts of a kind look: by the number of their month, as cards of a catalogue have one; by their
 * day; or as a postcard of who wrote it.
 */
export type Look = (typeof LOOKS)[number];

/** The id of a kind of post: one of ours, or one that `program.yaml` names. */
export type Kind = string;

/** What a kind is called in a language. */
export interface KindLabels {
  /** One post: "Discussion". */
  one: string;
  /** Their list: "Discussions". */
  many: string;
  /** What stands below the heading of their list. */
  about?: string | undefined;
  /** What the editor offers: "A discussion with questions". */
  choice?: string | undefined;
}

/** What is particular to a kind of post. */
export interface KindOfPost {
  /** The folder of its list in the site's addresses. It never changes once it is published. */
  path: string;
  /** Whether its posts ask readers questions. */
  hasQuestions: boolean;
  /** Whether its posts belong to a month. */
  hasMonth: boolean;
  look: Look;
  /** What the program calls it, by language; ours have words in `core/i18n/` too. */
  labels: Readonly<Record<string, KindLabels>>;
}

/** A kind as `program.yaml` has it; what a kind of ours leaves out is as it is with us. */
export interface WrittenKind {
  path?: string | undefined;
  questions?: boolean | undefined;
  month?: boolean | undefined;
  look?: Look | undefined;
  labels?: Readonly<Record<string, KindLabels>> | undefined;
}

/** The part of the program that says which kinds of posts there are. */
export interface NamesKinds {
  kinds?: Readonly<Record<string, WrittenKind | null>> | undefined;
}

/** The kinds of a program that names none, in the order in which they are named. */
export const KINDS_OF_OURS = {
  discussion: {
    ...{ path: 'discussions', hasQuestions: true, hasMonth: true, look: 'catalogue', labels: {} },
  },
  update: { path: 'updates', hasQuestions: false, hasMonth: false, look: 'day', labels: {} },
  story: { path: 'stories', hasQuestions: false, hasMonth: false, look: 'postcard', labels: {} },
} as const satisfies Record<string, KindOfPost>;

/** One of the kinds for which the interface has words. */
export type KindOfOurs = keyof typeof KINDS_OF_OURS;

/** Whether a kind is one for which the interface has words. */
export function isOurs(kind: Kind): kind is KindOfOurs {
  return Object.hasOwn(KINDS_OF_OURS, kind);
}

/** The kinds of posts of a program, by their ids, in the order in which they are named. */
export function kindsOf({ kinds }: NamesKinds): Readonly<Record<Kind, KindOfPost>> {
  if (!kinds) return KINDS_OF_OURS;
  const known = tables.get(kinds) ?? tableOf(kinds);
  tables.set(kinds, known);
  return known;
}

/** Each post asks for its kind many times. */
const tables = new WeakMap<object, Readonly<Record<Kind, KindOfPost>>>();

function tableOf(kinds: NonNullable<NamesKinds['kinds']>): Readonly<Record<Kind, KindOfPost>> {
  return Object.fromEntries(
    Object.entries(kinds).map(([id, written]) => {
      const ours: KindOfPost | undefined = isOurs(id) ? KINDS_OF_OURS[id] : undefined;
      const hasMonth = written?.month ?? ours?.hasMonth ?? false;
      const kind: KindOfPost = {
        path: written?.path ?? ours?.path ?? id,
        hasQuestions: written?.questions ?? ours?.hasQuestions ?? false,
        hasMonth,
        look: written?.look ?? ours?.look ?? (hasMonth ? 'catalogue' : 'day'),
        labels: written?.labels ?? {},
      };
      return [id, kind];
    }),
  );
}

/** The ids of a program's kinds, in the order in which they are named. */
export function kindIds(program: NamesKinds): Kind[] {
  return Object.keys(kindsOf(program));
}

/** The kinds as a sentence names them: "discussion, update or story". */
export function kindsInWords(program: NamesKinds): string {
  const ids = kindIds(program);
  return [ids.slice(0, -1).join(', '), ids.at(-1)].filter(Boolean).join(' or ');
}

/** The kind that a field names; nothing where it names none. */
export function kindNamed(program: NamesKinds, kind: unknown): KindOfPost | undefined {
  const kinds = kindsOf(program);
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}

/** Whether a field names a kind whose posts ask questions. */
export function asksQuestions(program: NamesKinds, kind: unknown): boolean {
  return kindNamed(program, kind)?.hasQuestions ?? false;
}

/** Whether a field names a kind whose posts belong to a month. */
export function belongsToMonth(program: NamesKinds, kind: unknown): boolean {
  return kindNamed(program, kind)?.hasMonth ?? false;
}

/** Whether a field names a kind whose posts have the number of their month, as cards of a catalogue. */
export function hasCallNumber(program: NamesKinds, kind: unknown): boolean {
  return kindNamed(program, kind)?.look === 'catalogue';
}

/** Whether a field names a kind whose posts are postcards. */
export function isPostcard(program: NamesKinds, kind: unknown): boolean {
  return kindNamed(program, kind)?.look === 'postcard';
}
