import type { ContentFolder } from '../content-folder.ts';
import { broken, type Problem } from '../problem.ts';

const MOST_IN_NAME = 100;
/** Names of devices on Windows, with any ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
/** Signs that some system keeps for itself, hidden ones, and what Windows drops at the end. */
const SIGNS = /[<>:"\\|?*\p{Cc}\p{Cf}]|[. ]$|^ /u;

/** The files in which a content folder is wrong by itself: links, names, places, encodings. */
export function fileProblems(folder: ContentFolder): Problem[] {
  const paths = [...folder.texts.keys(), ...folder.pictures.keys()].sort();
  const named = (path: string) => `${folder.name}/${path}`;
  const links = folder.links.map((path) => broken('symbolic-link', { file: named(path) }, {}));
  const encodings = [...(folder.encodings ?? [])].map(([path, encoding]) =>
    broken('encoding', { file: named(path) }, { encoding }),
  );
  return [
    ...links,
    ...encodings,
    ...paths.flatMap((path) => nameProblems(path, named(path))),
    ...twiceProblems(paths, named),
    ...placeProblems(folder, named),
  ];
}

function nameProblems(path: string, file: string): Problem[] {
  const wrong = path
    .split('/')
    .find(
      (name) =>
        SIGNS.test(name) ||
        DEVICES.test(name) ||
        name.length > MOST_IN_NAME ||
        name !== name.normalize('NFC'),
    );
  return wrong === undefined ? [] : [broken('file-name', { file }, { name: wrong })];
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
    return [broken('file-name-twice', { file: named(path) }, blanks)];
  });
}

/** Texts that nothing reads, and folders of posts without a text. */
function placeProblems(folder: ContentFolder, named: (path: string) => string): Problem[] {
  const texts = [...folder.texts.keys()];
  const misplaced = texts.filter(
    (path) => /^(posts|pages|people)\//.test(path) && !PLACES.test(path),
  );
  const others = [...folder.pictures.keys()].filter((path) => /^posts\/[^/]+\.\w+$/.test(path));
  const folders = new Set(
    [...texts, ...folder.pictures.keys()].flatMap((path) => /^posts\/[^/]+(?=\/)/.exec(path) ?? []),
  );
  const empty = [...folders].filter(
    (path) => !folder.texts.has(`${path}/index.mdx`) && !/\/\./.test(path),
  );
  return [
    ...[...misplaced, ...others].map((path) =>
      broken('misplaced-file', { file: named(path) }, {}, meantName(path)),
    ),
    ...empty.map((path) => broken('post-without-text', { file: named(path) }, {})),
  ];
}

/** A text in a post's folder is probably the post. */
function meantName(path: string): { guess?: string } {
  return /^posts\/[^/]+\/[^/]+\.(mdx?|markdown)$/i.test(path) ? { guess: 'index.mdx' } : {};
}

const PLACES =
  /^(posts\/[^/]+\/(index\.mdx|responses\.yaml)|pages\/[^/]+\.mdx|people\/[^/]+\.yaml)$/;
