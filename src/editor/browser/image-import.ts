import { VIDEO_ENDINGS } from '../../check/rules/image-files.ts';
import type { ImageFile } from '../../core/content-files/folder.ts';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { imageHeader, MOVING_AVIF } from '../../images/image-header.ts';
import { plainGif } from '../../images/image-structure.ts';

/** A picture as it goes into a post's folder. */
export interface ImportedImage {
  name: string;
  /** Nothing where it lies in the post's folder already. */
  content?: Blob;
  file: ImageFile;
  /** Its address, or a small copy for the page as a `data:` address. */
  thumbnail: string;
}

/** A picture that is new in the folder. */
export type AddedImage = ImportedImage & { content: Blob };

/** What a picture lost when it was drawn anew: that it moves, or size that may have been needed. */
export type Loss = 'stilled' | 'narrowed';

/** Why a file is not taken in, as a sentence for the one who dropped it. */
export class RefusedImage extends Error {}

/** The longer side in pixels, unless the shorter one would be less than can be read. */
const LONG = 1600;
const SHORT = 800;
/** What every browser can draw, telephones too, and the site can show: a side, and all pixels. */
const LONGEST = 16_000;
const MOST_PIXELS = 16e6;
const THUMBNAIL = 640;
/** The endings of what every browser shows. */
const SHOWN: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'webp', 'avif', 'gif']);
const PHOTOGRAPHS: ReadonlySet<string> = new Set(['jpeg', 'webp', 'avif', 'heic', MOVING_AVIF]);

/**
 * Draws a dropped picture anew, as large as a page needs it: nothing of the file comes along but what
 * can be seen, so no place, no camera, no hidden words. A GIF that moves is left as it is, without its
 * words, since a drawing would stand still.
 *
 * @param taken names that are taken in the folder
 * @throws RefusedImage when it can't be read as a picture
 */
export async function importImage(
  file: File,
  taken: readonly string[],
): Promise<AddedImage & { losses: Loss[] }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { type, frames = 1, isDamaged } = imageHeader(bytes);
  const named = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const isDrawing = type === 'svg' || named === 'svg';
  const bitmap =
    isDrawing || isDamaged ? undefined : await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) throw refusal(file.name, named, type);
  if (type === 'gif' && frames > 1) {
    bitmap.close();
    const content = new Blob([plainGif(bytes)], { type: 'image/gif' });
    return { ...(await shown(content, freeName(file.name, content.type, taken))), losses: [] };
  }
  const isPhotograph = PHOTOGRAPHS.has(type ?? '') && !isSeenThrough(bitmap);
  const scale = pageScale(bitmap);
  const drawn = await redrawn(bitmap, scale, isPhotograph ? 'jpeg' : 'png');
  const shorter = Math.min(bitmap.width, bitmap.height);
  bitmap.close();
  const losses: Loss[] = [];
  if (frames > 1 || type === MOVING_AVIF) losses.push('stilled');
  if (shorter * scale < Math.min(shorter, SHORT) - 1) losses.push('narrowed');
  return { ...(await shown(drawn, freeName(file.name, drawn.type, taken))), losses };
}

/** A kept picture, as {@link importImage} gave it. */
export async function shown(content: Blob, name: string): Promise<AddedImage> {
  const bitmap = await createImageBitmap(content);
  const scale = Math.min(1, THUMBNAIL / Math.max(bitmap.width, bitmap.height));
  const small = await redrawn(bitmap, scale, content.type === 'image/jpeg' ? 'jpeg' : 'png');
  bitmap.close();
  const seen = imageHeader(new Uint8Array(await content.arrayBuffer()));
  const file = { ...seen, bytes: content.size };
  return { name, content, file, thumbnail: await dataAddress(small) };
}

/** By what a picture is made smaller, so that it fits a page and can still be read. */
function pageScale({ width, height }: ImageBitmap): number {
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)];
  const wished = Math.max(LONG / longer, SHORT / shorter);
  return Math.min(1, wished, LONGEST / longer, Math.sqrt(MOST_PIXELS / (width * height)));
}

/** Why a file can't be taken. */
function refusal(name: string, named: string, type: string | undefined): RefusedImage {
  const place = { file: name };
  if (type === 'svg' || named === 'svg') return refused(problem('picture-svg', place, { name }));
  if (type === 'heic' || /^hei[cf]$/.test(named)) {
    return refused(problem('picture-heic', place, { name }));
  }
  if (SHOWN.has(named)) return refused(problem('picture-damaged', place, { name }));
  if (VIDEO_ENDINGS.test(name)) return refused(problem('film', place, { name }));
  return refused(problem('picture-type', place, { name, type: type ?? 'not a picture at all' }));
}

function refused({ message, hint }: Problem): RefusedImage {
  return new RefusedImage(`${message} ${hint}`);
}

/** Whether what is behind a picture can be seen through it, as far as a small drawing of it tells. */
function isSeenThrough(bitmap: ImageBitmap): boolean {
  const small = penFor(64, 64);
  small.drawImage(bitmap, 0, 0, 64, 64);
  const { data } = small.getImageData(0, 0, 64, 64);
  return data.some((part, index) => index % 4 === 3 && part < 255);
}

async function redrawn(bitmap: ImageBitmap, scale: number, type: 'jpeg' | 'png'): Promise<Blob> {
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = penFor(width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, width, height);
  return await new Promise((done, fail) =>
    pen.canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('canvas'))),
      `image/${type}`,
      0.84,
    ),
  );
}

function penFor(width: number, height: number): CanvasRenderingContext2D {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('canvas');
  return pen;
}

/** A name that every computer can hold, and that no other picture of the post has. */
function freeName(original: string, mediaType: string, taken: readonly string[]): string {
  const ending = mediaType.replace('image/', '').replace('jpeg', 'jpg');
  const stem =
    original
      .replace(/\.[^.]*$/, '')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40)
      // Names that Windows keeps for devices.
      .replace(/^(con|prn|aux|nul|com\d|lpt\d)$/, '$1-picture') || 'picture';
  const names = [stem, ...Array.from({ length: 99 }, (_, index) => `${stem}-${index + 2}`)];
  return `${names.find((name) => !taken.includes(`${name}.${ending}`)) ?? stem}.${ending}`;
}

async function dataAddress(blob: Blob): Promise<string> {
  return await new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}
