/** What a picture file is, by its content and not by its name. */
export interface ImageFile {
  /** `jpeg`, `png`, `webp`, `avif`, `gif`, `svg`, `heic`; nothing when it is not a picture. */
  type: string | undefined;
  /** Pixels, where the file says them. */
  width: number | undefined;
  height: number | undefined;
  bytes: number;
  /** How many pictures follow one another, where it moves. */
  frames?: number;
  /** That a part is missing or can't be read, as far as that was looked for. */
  isDamaged?: boolean;
  /** Whether the file says where it was taken, where that was looked for. */
  saysWhereTaken?: boolean;
}

/** A content folder as data, so that judging it touches no disk. Paths use forward slashes. */
export interface ContentFolder {
  /** The folder's name for reports, as in `content`. */
  name: string;
  /** Path in the folder → text, of every `.yaml` and `.mdx` file. */
  texts: ReadonlyMap<string, string>;
  /** Path in the folder → the name of its encoding, of texts that are not UTF-8. */
  encodings?: ReadonlyMap<string, string>;
  /** Path in the folder → picture, of every other file. */
  pictures: ReadonlyMap<string, ImageFile>;
  /** Paths of symbolic links, which are refused and not followed. */
  links: readonly string[];
  /** The saved snapshot of GitHub Discussions, which lies outside the folder: its name and text. */
  snapshot?: { file: string; text: string } | undefined;
  /** Path in the folder → why what lies there can't be read. */
  unreadable?: ReadonlyMap<string, Obstacle> | undefined;
}

/**
 * Why something in the folder can't be read: it is a folder where a file belongs, a file where a
 * folder belongs, neither of them, its name isn't written in UTF-8, or the system refuses it.
 */
export type Obstacle = 'folder' | 'file' | 'other' | 'name' | 'refused';

/** The paths of a part of the folder that are there and can't be read, links among them. */
export function unreadIn(
  folder: Pick<ContentFolder, 'links' | 'unreadable'>,
  place: string,
): string[] {
  return [...folder.links, ...(folder.unreadable?.keys() ?? [])].filter(
    (path) => path === place || path.startsWith(`${place}/`) || place.startsWith(`${path}/`),
  );
}

/** The ids of a kind of text: `posts/<id>/index.mdx`, `people/<id>.yaml`. */
export function idsIn(folder: ContentFolder, room: string, ending: string): string[] {
  return [...folder.texts.keys()]
    .filter((path) => path.startsWith(`${room}/`) && path.endsWith(ending))
    .map((path) => path.slice(room.length + 1, -ending.length))
    .filter((id) => !id.includes('/'))
    .sort();
}

/** The pictures in a part of the content, as `posts/2013-08-reflection/`, by their path from there. */
export function filesBeside(folder: ContentFolder, place: string): Map<string, ImageFile> {
  return new Map(
    [...folder.pictures]
      .filter(([path]) => path.startsWith(place))
      .map(([path, picture]) => [path.slice(place.length), picture]),
  );
}
