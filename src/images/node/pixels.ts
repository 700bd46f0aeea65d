import sharp, { type Sharp } from 'sharp';

// Each picture is read a few times at most, and then not again in this build.
sharp.cache(false);

/** Behind what was transparent, where a picture is made as a JPEG, which can't be. */
export const BEHIND = '#ffffff';

/**
 * Opens a picture as all of the site's pictures are made: as it is to be looked at (cameras write
 * which way up), in colours of the screen, and not at all where a part of it is missing.
 *
 * @param moves whether all pictures of one that moves are read; else its first alone
 */
export function opened(picture: string | Uint8Array, moves = false): Sharp {
  // What some telephones write beside the rules ("Invalid SOS parameters") is a warning alone.
  return sharp(picture, { failOn: 'error', pages: moves ? -1 : 1 }).autoOrient();
}

/** The size of a picture in pixels as it is to be looked at, whatever its pixels lie like in the file. */
export async function uprightSize(file: string): Promise<{ width: number; height: number }> {
  return (await sharp(file).metadata()).autoOrient;
}

/** Whether all pixels of a picture can be read. */
export async function hasAllPixels(picture: string | Uint8Array, moves = false): Promise<boolean> {
  const small = opened(picture, moves).resize(8, 8, { fit: 'fill' }).raw();
  return small.toBuffer().then(
    () => true,
    () => false,
  );
}
