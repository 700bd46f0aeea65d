import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { codeHash } from '../../core/cache/code-hash.ts';
import { remember } from '../../core/cache/store.ts';
import { feedImageName, isImage } from '../feed-image-name.ts';
import { dominantColor, type PlaceholderColor } from '../placeholder-color.ts';
import { BEHIND, opened } from './pixels.ts';

/** A post's picture as it is offered outside the site. Sizes in pixels and bytes. */
export interface FeedImageFile {
  /** Its name in the post's address, `cover.jpg`. */
  name: string;
  /** The name of the file that the author put there. */
  source: string;
  width: number;
  height: number;
  bytes: number;
  /** The finished JPEG. */
  content: () => Promise<Uint8Array>;
}

/** Enough for any feed reader's column, at twice the density. */
const MOST_PIXELS = 1200;
const QUALITY = 78;

/** Under which name these pictures are kept between builds. */
export const FEED_IMAGES = 'feed-images';

/** The code that decides how they are made. */
const CODE = ['src/images/node'];
let code: string | undefined;

const found = new Map<string, Promise<FeedImageFile[]>>();

/**
 * Every picture in a post's folder as a JPEG of bounded size, whether the post still shows it or
 * not: readers keep what they once fetched. Each is made once per content, and kept between builds.
 * What the camera wrote into it (place, time, owner) is left out.
 *
 * @param folder the post's folder, relative to the project
 */
export function feedImages(folder: string): Promise<FeedImageFile[]> {
  const known = found.get(folder) ?? picturesIn(folder);
  // A preview shows a picture that was just put there; a build reads each folder once.
  if (process.env['NODE_ENV'] === 'production') found.set(folder, known);
  return known;
}

/** What the pictures in a folder are, by their names and contents. */
export async function imageDigests(folder: string): Promise<string[]> {
  const files = readdirSync(folder).filter(isImage).sort();
  return Promise.all(
    files.map(async (file) => {
      const content = await readFile(join(folder, file));
      return `${file} ${createHash('sha256').update(content).digest('hex')}`;
    }),
  );
}

const tones = new Map<string, Promise<PlaceholderColor>>();

/** The tone of a picture's dominant colour; undefined where its file is not known. */
export async function placeholderColorOf(image: {
  readonly src: string;
}): Promise<PlaceholderColor | undefined> {
  // Astro keeps the file's path beside what it declares.
  const { fsPath } = image as { fsPath?: string };
  if (!fsPath) return undefined;
  return toneIn(fsPath);
}

/**
 * The tones of the pictures that a post's text shows, by their names without endings.
 *
 * @param folder the post's folder, relative to the project
 */
export async function placeholderColorsOfText(
  folder: string,
  text: string,
): Promise<Map<string, PlaceholderColor>> {
  if (!text.includes('](') && !text.includes('<Figure')) return new Map();
  const shown = readdirSync(folder).filter((file) => isImage(file) && text.includes(file));
  return new Map(
    await Promise.all(
      shown.map(async (file) => [parse(file).name, await toneIn(join(folder, file))] as const),
    ),
  );
}

function toneIn(file: string): Promise<PlaceholderColor> {
  const known = tones.get(file) ?? measuredTone(file);
  tones.set(file, known);
  return known;
}

async function measuredTone(file: string): Promise<PlaceholderColor> {
  const small = opened(file).resize(24, 24, { fit: 'fill' }).flatten({ background: BEHIND });
  return dominantColor(await small.toColourspace('srgb').raw().toBuffer());
}

async function picturesIn(folder: string): Promise<FeedImageFile[]> {
  const files = readdirSync(folder).filter(isImage).sort();
  return Promise.all(files.map((file) => outsideFile(folder, file)));
}

async function outsideFile(folder: string, source: string): Promise<FeedImageFile> {
  const file = join(folder, source);
  const original = await readFile(file);
  const digest = createHash('sha256').update(original).digest('hex');
  code ??= codeHash(CODE);
  const key = `${code} ${digest}`;
  const make = (picture: string | Uint8Array) => () => made(picture);
  const { jpeg, ...size } = await remember(FEED_IMAGES, key, make(original));
  const content = async () => (await remember(FEED_IMAGES, key, make(file))).jpeg;
  return { name: feedImageName(source), source, ...size, bytes: jpeg.length, content };
}

async function made(original: string | Uint8Array) {
  const { data, info } = await opened(original)
    .resize({
      width: MOST_PIXELS,
      height: MOST_PIXELS,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .flatten({ background: BEHIND })
    .jpeg({ quality: QUALITY, progressive: true })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: new Uint8Array(data), width: info.width, height: info.height };
}
