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
}
