import { createHash } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFolder, ImageFile, Obstacle } from '../../core/content-files/folder.ts';
import { decodeText } from '../../core/text/text-encoding.ts';
import { hasGps } from '../../images/gps-metadata.ts';
import { imageHeader } from '../../images/image-header.ts';
import { hasAllPixels } from '../../images/node/pixels.ts';
import { isReadable } from '../rules/image-files.ts';

/** What is read as text, and what people write when they mean one of these. */
const TEXT = /\.(yaml|yml|mdx|md|markdown)$/i;
/** The folders that a content folder may have; what holds no more than pictures can have any name. */
const ROOMS: ReadonlySet<string> = new Set(['posts', 'pages', 'people']);

/**
 * Reads a content folder from the disk: texts whole, pictures without their pixels. Symbolic links
 * are listed and not followed, and what can't be read is listed with its reason.
 *
 * @param folder its path, as in `content`
 * @throws Error with a sentence when there is no such folder, or it can't be read
 */
export async function readContentFolder(folder: string): Promise<ContentFolder> {
  const texts = new Map<string, string>();
  const pictures = new Map<string, ImageFile>();
  const links: string[] = [];
  const encodings = new Map<string, string>();
  const unreadable = new Map<string, Obstacle>();
  for (const { path, kind } of await entriesIn(folder)) {
    const place = join(folder, path);
    if (kind === 'link') links.push(path);
    else if (kind !== 'file') unreadable.set(path, kind);
    else if (ROOMS.has(path)) unreadable.set(path, 'file');
    else {
      try {
        if (TEXT.test(path)) {
          const { text, encoding } = decodeText(await readFile(place));
          texts.set(path, text);
          if (encoding !== 'UTF-8') encodings.set(path, encoding);
        } else pictures.set(path, await readPicture(place));
      } catch {
        unreadable.set(path, 'refused');
      }
    }
  }
  return {
    name: folder.replaceAll('\\', '/').replace(/\/+$/, ''),
    texts,
    encodings,
    pictures,
    links,
    unreadable,
  };
}

/** The bytes of a picture that are read: more is too heavy anyway. */
const MOST_BYTES = 32e6;

/**
 * The content with its pictures decoded, as a build does it: what cannot be read is damaged.
 *
 * @param remembered gives what is known of pictures by their digests, and asks for the rest by place
 */
export async function decoded(
  content: ContentFolder,
  remembered = (digests: readonly string[], ask: (place: number) => Promise<boolean>) =>
    Promise.all(digests.map((_, place) => ask(place))),
): Promise<ContentFolder> {
  const readable = [...content.pictures].filter(([, picture]) => isReadable(picture));
  const places = readable.map(([path]) => join(content.name, path));
  const digests: string[] = [];
  // One by one: all of them at once may be more than the memory holds.
  for (const place of places) digests.push(await digestOf(place));
  const verdicts = await remembered(digests, (place) => {
    const isGif = readable[place]?.[1].type === 'gif';
    return hasAllPixels(places[place] ?? '', isGif);
  });
  const pictures = new Map(content.pictures);
  for (const [place, [path, picture]] of readable.entries())
    if (!verdicts[place]) pictures.set(path, { ...picture, isDamaged: true });
  return { ...content, pictures };
}

async function digestOf(place: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(place))
    .digest('hex');
}

/**
 * The content with the pictures looked through for the place where they were taken, which reads them
 * whole.
 *
 * @param content as {@link readContentFolder} gave it
 * @param changed paths in the folder that differ from what is published; nothing looks through all
 */
export async function withGpsFlags(
  content: ContentFolder,
  changed?: ReadonlySet<string>,
): Promise<ContentFolder> {
  const pictures = new Map(content.pictures);
  for (const [path, picture] of pictures) {
    if (picture.type === undefined || picture.type === 'svg' || changed?.has(path) === false)
      continue;
    const bytes = await beginningOf(join(content.name, path), Math.min(picture.bytes, MOST_BYTES));
    pictures.set(path, { ...picture, saysWhereTaken: hasGps(bytes) });
  }
  return { ...content, pictures };
}

/** Something that lies in a content folder, by its path from there. */
interface Entry {
  path: string;
  kind: 'file' | 'link' | Exclude<Obstacle, 'file'>;
}

/** What lies in a content folder and the folders in it. Node's own recursive reading goes through links too. */
async function entriesIn(folder: string): Promise<Entry[]> {
  try {
    return await entriesBelow(folder, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
    throw new Error(
      isAbsent
        ? `There is no folder "${folder}" here. Run the command in the blog's folder.`
        : `The folder "${folder}" cannot be read (${code}). Give yourself permission to read it.`,
    );
  }
}

async function entriesBelow(folder: string, path: string): Promise<Entry[]> {
  // As bytes: a name that isn't UTF-8 would come back as one that there isn't.
  const found = await readdir(join(folder, path), { withFileTypes: true, encoding: 'buffer' });
  const entries = found.map(async (entry): Promise<Entry[]> => {
    const { text: name, encoding } = decodeText(entry.name);
    const here = path === '' ? name : `${path}/${name}`;
    if (encoding !== 'UTF-8') return [{ path: here, kind: 'name' }];
    if (entry.isSymbolicLink()) return [{ path: here, kind: 'link' }];
    if (entry.isFile()) return [{ path: here, kind: 'file' }];
    if (!entry.isDirectory()) return [{ path: here, kind: 'other' }];
    if (TEXT.test(name)) return [{ path: here, kind: 'folder' }];
    return entriesBelow(folder, here).catch(() => [{ path: here, kind: 'refused' }]);
  });
  return (await Promise.all(entries)).flat();
}

async function readPicture(place: string): Promise<ImageFile> {
  const { size: bytes } = await stat(place);
  return { ...imageHeader(await beginningOf(place, Math.min(bytes, MOST_BYTES))), bytes };
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
