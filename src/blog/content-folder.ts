/** What a picture file is, by its content and not by its name. */
export interface PictureFile {
  /** `jpeg`, `png`, `webp`, `avif`, `gif`, `svg`, `heic`; nothing when it is not a picture. */
  type: string | undefined;
  /** Pixels, where the file says them. */
  width: number | undefined;
  height: number | undefined;
  bytes: number;
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
  pictures: ReadonlyMap<string, PictureFile>;
  /** Paths of symbolic links, which are refused and not followed. */
  links: readonly string[];
  /** The saved snapshot of GitHub Discussions, which lies outside the folder: its name and text. */
  snapshot?: { file: string; text: string } | undefined;
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
export function besideIn(folder: ContentFolder, place: string): Map<string, PictureFile> {
  return new Map(
    [...folder.pictures]
      .filter(([path]) => path.startsWith(place))
      .map(([path, picture]) => [path.slice(place.length), picture]),
  );
}
