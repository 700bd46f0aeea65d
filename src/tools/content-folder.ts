import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFolder, PictureFile } from '../blog/content-folder.ts';
import { HEADER_BYTES, pictureIn } from '../blog/picture-header.ts';
import { saysWhereTaken } from '../blog/picture-place.ts';
import { decodedText } from '../blog/text-encoding.ts';

/** What is read as text, and what people write when they mean one of these. */
const TEXT = /\.(yaml|yml|mdx|md|markdown)$/i;

/**
 * Reads a content folder from the disk: texts whole, pictures by their header. Symbolic links
 * are listed and not followed.
 *
 * @param folder its path, as in `content`
 * @throws Error with a sentence when it is not there
 */
export async function readContentFolder(folder: string): Promise<ContentFolder> {
  const texts = new Map<string, string>();
  const pictures = new Map<string, PictureFile>();
  const links: string[] = [];
  const encodings = new Map<string, string>();
  const entries = await entriesIn(folder).catch(() => {
    throw new Error(`There is no folder "${folder}" here. Run the command in the blog's folder.`);
  });
  for (const entry of entries) {
    const place = join(entry.parentPath, entry.name);
    const path = place.slice(join(folder, '/').length).replaceAll('\\', '/');
    if (entry.isSymbolicLink()) links.push(path);
    else if (!entry.isFile()) continue;
    else if (TEXT.test(path)) {
      const { text, encoding } = decodedText(await readFile(place));
      texts.set(path, text);
      if (encoding !== 'UTF-8') encodings.set(path, encoding);
    } else pictures.set(path, await readPicture(place));
  }
  return {
    name: folder.replaceAll('\\', '/').replace(/\/+$/, ''),
    texts,
    encodings,
    pictures,
    links,
  };
}

/** The bytes of a picture in which the place where it was taken is looked for: more is too heavy anyway. */
const MOST_BYTES = 32e6;

/**
 * The content with the pictures looked through for the place where they were taken, which reads them
 * whole.
 *
 * @param content as {@link readContentFolder} gave it
 * @param changed paths in the folder that differ from what is published; nothing looks through all
 */
export async function lookedThrough(
  content: ContentFolder,
  changed?: ReadonlySet<string>,
): Promise<ContentFolder> {
  const pictures = new Map(content.pictures);
  for (const [path, picture] of pictures) {
    if (picture.type === undefined || picture.type === 'svg' || changed?.has(path) === false)
      continue;
    const bytes = await beginningOf(join(content.name, path), Math.min(picture.bytes, MOST_BYTES));
    pictures.set(path, { ...picture, saysWhereTaken: saysWhereTaken(bytes) });
  }
  return { ...content, pictures };
}

/** What lies in a folder and the folders in it. Node's own recursive reading goes through links too. */
async function entriesIn(folder: string): Promise<Dirent[]> {
  const own = await readdir(folder, { withFileTypes: true });
  const folders = own.filter((entry) => entry.isDirectory());
  const inside = await Promise.all(folders.map(({ name }) => entriesIn(join(folder, name))));
  return [...own, ...inside.flat()];
}

async function readPicture(place: string): Promise<PictureFile> {
  const { size: bytes } = await stat(place);
  return { ...pictureIn(await beginningOf(place, Math.min(bytes, HEADER_BYTES))), bytes };
}

async function beginningOf(place: string, length: number): Promise<Uint8Array> {
  const file = await open(place);
  try {
    const beginning = Buffer.alloc(length);
    await file.read(beginning, 0, length, 0);
    return beginning;
  } finally {
    await file.close();
  }
}
