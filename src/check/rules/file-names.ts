import { type ContentFolder, type Obstacle, unreadIn } from '../../core/content-files/folder.ts';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import type { RuleName } from '../../core/content-files/rule-messages.ts';
import { idSchema, postIdSchema, RESERVED_IDS } from '../../core/model/ids.ts';
import { normalize } from '../../core/text/closest-match.ts';
import type { Document } from '../document.ts';

const MOST_IN_NAME = 100;
/** Names of devices on Windows, with any ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
/** Characters that some system keeps for itself, hidden ones, and what Windows drops at the end. */
const CHARACTERS = /[<>:"\\|?*\p{Cc}\p{Cf}]|[. ]$|^ |##\[/u;

/** The files in which a content folder is wrong by itself: links, names, places, encodings. */
export function fileProblems(folder: ContentFolder): Problem[] {
  const paths = [...folder.texts.keys(), ...folder.pictures.keys()].sort();
  const named = (path: string) => `${folder.name}/${path}`;
  const links = folder.links.map((path) => problem('symbolic-link', { file: named(path) }, {}));
  const unreadable = [...(folder.unreadable ?? [])].map(([path, obstacle]) =>
    problem(UNREADABLE[obstacle], { file: named(path) }, {}),
  );
  const encodings = [...(folder.encodings ?? [])].map(([path, encoding]) =>
    problem('encoding', { file: named(path) }, { encoding }),
  );
  return [
    ...links,
    ...unreadable,
    ...encodings,
    ...paths.flatMap((path) => nameProblems(path, named(path))),
    ...twiceProblems(paths, named),
    ...placeProblems(folder, named),
  ];
}

/** The rule that is broken by what can't be read. */
export const UNREADABLE = {
  folder: 'folder-as-file',
  file: 'file-as-folder',
  other: 'not-a-file',
  name: 'file-name-encoding',
  refused: 'unreadable-file',
} as const satisfies Record<Obstacle, RuleName>;

/** Whether a file's or folder's name can be an address. */
export function idProblems(prose: Pick<Document, 'id' | 'file' | 'room'>): Problem[] {
  const { id, file } = prose;
  if (RESERVED_IDS.has(id)) return [problem('id-reserved', { file }, { id })];
  const result = (prose.room === 'posts' ? postIdSchema : idSchema).safeParse(id);
  const reason = result.error?.issues[0]?.message;
  if (!reason) return [];
  const suggestion = asId(id, prose.room === 'posts' ? postIdSchema : idSchema);
  return [problem('id', { file }, { id, reason }, { suggestion })];
}

/** A name as it could be an address: its year and month first, and in two digits. */
function asId(name: string, schema: typeof idSchema): string | undefined {
  const id = normalize(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d{1,2})-(\d{4})-/, '$2-$1-')
    .replace(/^(\d{4})(\d\d)-/, '$1-$2-')
    .replace(/^(\d{4})-(\d)-/, '$1-0$2-');
  return id !== name && schema.safeParse(id).success ? id : undefined;
}

function nameProblems(path: string, file: string): Problem[] {
  const wrong = path
    .split('/')
    .find(
      (name) =>
        CHARACTERS.test(name) ||
        DEVICES.test(name) ||
        name.length > MOST_IN_NAME ||
        name !== name.normalize('NFC'),
    );
  return wrong === undefined ? [] : [problem('file-name', { file }, { name: wrong })];
}

/** Paths that a system which doesn't tell capital from small letters can't hold both of. */
function twiceProblems(paths: readonly string[], named: (path: string) => string): Problem[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const key = path.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    seen.set(key, other ?? path);
    const name = path.split('/').at(-1) ?? path;
    if (other === undefined) return [];
    const blanks = { name, other: other.split('/').at(-1) ?? other };
    return [problem('file-name-twice', { file: named(path) }, blanks)];
  });
}

/** Texts that nothing reads, and folders of posts without a text. */
function placeProblems(folder: ContentFolder, named: (path: string) => string): Problem[] {
  const texts = [...folder.texts.keys()];
  const misplaced = texts.filter(
    (path) => /\.mdx?$|^(posts|pages|people|languages)\//.test(path) && !PLACES.test(path),
  );
  const others = [...folder.pictures.keys()].filter((path) =>
    /^posts\/[^/]+\.\w+$|^posts\/[^/]+\/index\.[^/]*(txt|docx?|odt|rtf|html?)$/i.test(path),
  );
  const folders = new Set(
    [...texts, ...folder.pictures.keys()].flatMap((path) => /^posts\/[^/]+(?=\/)/.exec(path) ?? []),
  );
  const empty = [...folders].filter(
    (path) =>
      !folder.texts.has(`${path}/index.mdx`) &&
      unreadIn(folder, `${path}/index.mdx`).length === 0 &&
      !/\/\./.test(path),
  );
  return [
    ...[...misplaced, ...others].map((path) =>
      problem('misplaced-file', { file: named(path) }, {}, meantName(path, folder)),
    ),
    ...empty.map((path) => problem('post-without-text', { file: named(path) }, {})),
  ];
}

/** What a file was probably to be called: a text in a post's folder is most likely the post. */
function meantName(path: string, { texts }: ContentFolder): { suggestion?: string } {
  const [room = '', ...rest] = path.split('/');
  const last = rest.at(-1) ?? '';
  if (/^\d{4}-\d\d-/.test(room)) return { suggestion: `posts/${path}` };
  if (room === 'pages' && /\.(mdx?|markdown)$/i.test(last)) {
    return { suggestion: last.replace(/\.\w+$/, '.mdx') };
  }
  if (/\.yml$/i.test(last)) return { suggestion: last.replace(/\.\w+$/, '.yaml') };
  if (room === 'people' || room === 'languages')
    return { suggestion: last.replace(/\.\w+$/, '.yaml') };
  if (room === 'posts' && rest.length === 3 && /^\d{4}-/.test(rest[1] ?? '')) {
    return { suggestion: `posts/${rest[1]}/${last}` };
  }
  const isPost = room === 'posts' && rest.length === 2 && !texts.has(`posts/${rest[0]}/index.mdx`);
  const isText = /\.(mdx?|markdown|txt|docx?|odt|rtf|html?)$/i.test(last);
  return isPost && isText ? { suggestion: 'index.mdx' } : {};
}

const PLACES =
  /^(README\.md|[^/]+\/README\.md|posts\/[^/]+\/(index\.mdx|responses\.yaml)|pages\/[^/]+\.mdx|(people|languages)\/[^/]+\.yaml)$/;
