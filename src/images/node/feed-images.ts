import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import sharp from 'sharp';
import { cacheFolder } from '../../core/cache/store.ts';
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
  /** Where the finished JPEG lies. */
  path: string;
}

/** Enough for any feed reader's column, at twice the density. */
const MOST_PIXELS = 1200;
const QUALITY = 78;
const CACHE = join(cacheFolder(), 'outside-pictures');

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
  const original = await readFile(join(folder, source));
  const path = cachePath(original);
  const jpeg = await readFile(path).catch(() => made(original, path));
  const { width, height } = await sharp(jpeg).metadata();
  return { name: feedImageName(source), source, width, height, bytes: jpeg.length, path };
}

function cachePath(original: Buffer): string {
  const settings = `${MOST_PIXELS} ${QUALITY} ${sharp.versions.sharp ?? ''}`;
  const key = createHash('sha256').update(settings).update(original).digest('hex').slice(0, 32);
  return join(CACHE, `${key}.jpg`);
}

async function made(original: Buffer, path: string): Promise<Buffer> {
  const jpeg = await opened(original)
    .resize({
      width: MOST_PIXELS,
      height: MOST_PIXELS,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .flatten({ background: BEHIND })
    .jpeg({ quality: QUALITY, progressive: true })
    .toBuffer();
  await mkdir(CACHE, { recursive: true });
  // Another may be at the same picture.
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, jpeg);
  await rename(unfinished, path);
  return jpeg;
}
