import type { PictureFile } from '../blog/content-folder.ts';
import { FILM } from '../blog/judge/picture-files.ts';
import { HEADER_BYTES, pictureIn } from '../blog/picture-header.ts';
import { broken, type Problem } from '../blog/problem.ts';

/** A picture as it goes into a post's folder. */
export interface TakenPicture {
  name: string;
  /** Nothing where it lies in the post's folder already. */
  content?: Blob;
  file: PictureFile;
  /** Its address, or a small copy for the page as a `data:` address. */
  thumbnail: string;
}

/** A picture that is new in the folder. */
export type AddedPicture = TakenPicture & { content: Blob };

/** Why a file is not taken in, as a sentence for the one who dropped it. */
export class RefusedPicture extends Error {}

/** The longest side, in pixels. */
const LONGEST = 1600;
const THUMBNAIL = 640;
/** The endings of what every browser shows. */
const SHOWN: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'webp', 'avif', 'gif']);
const PHOTOGRAPHS: ReadonlySet<string> = new Set(['jpeg', 'webp', 'avif', 'heic']);

/**
 * Draws a dropped picture anew, at most 1600 pixels long: nothing of the file comes along but what
 * can be seen, so no place, no camera, no hidden words.
 *
 * @param taken names that are taken in the folder
 * @throws RefusedPicture when it can't be read as a picture
 */
export async function takenIn(file: File, taken: readonly string[]): Promise<AddedPicture> {
  const type = await typeOf(file);
  const place = { file: file.name };
  const named = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (type === 'svg' || named === 'svg') {
    throw refused(broken('picture-svg', place, { name: file.name }));
  }
  const bitmap = await createImageBitmap(file).catch(() => {
    if (type === 'heic' || /^hei[cf]$/.test(named)) {
      throw refused(broken('picture-heic', place, { name: file.name }));
    }
    if (SHOWN.has(named)) throw refused(broken('picture-damaged', place, { name: file.name }));
    if (FILM.test(file.name)) throw refused(broken('film', place, { name: file.name }));
    const kind = type ?? 'it is none at all';
    throw refused(broken('picture-type', place, { name: file.name, type: kind }));
  });
  const drawn = await redrawn(bitmap, LONGEST, PHOTOGRAPHS.has(type ?? '') ? 'jpeg' : 'png');
  bitmap.close();
  return await shown(drawn, freeName(file.name, drawn.type, taken));
}

/** A kept picture, as {@link takenIn} gave it. */
export async function shown(content: Blob, name: string): Promise<AddedPicture> {
  const bitmap = await createImageBitmap(content);
  const { width, height } = bitmap;
  const small = await redrawn(bitmap, THUMBNAIL, content.type === 'image/png' ? 'png' : 'jpeg');
  bitmap.close();
  const type = content.type.replace('image/', '');
  const file = { type, width, height, bytes: content.size };
  return { name, content, file, thumbnail: await dataAddress(small) };
}

async function typeOf(file: File): Promise<string | undefined> {
  return pictureIn(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer())).type;
}

function refused({ what, todo }: Problem): RefusedPicture {
  return new RefusedPicture(`${what} ${todo}`);
}

async function redrawn(bitmap: ImageBitmap, longest: number, type: 'jpeg' | 'png'): Promise<Blob> {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('canvas');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return await new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('canvas'))), `image/${type}`, 0.84),
  );
}

/** A name that every computer can hold, and that no other picture of the post has. */
function freeName(original: string, mediaType: string, taken: readonly string[]): string {
  const ending = mediaType === 'image/png' ? 'png' : 'jpg';
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
