import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** The size of {@link madePictures} in pixels, as they are looked at. */
export const MADE = { width: 60, height: 40 };

/** How many pictures follow one another in those that move. */
export const MADE_FRAMES = 3;

/** A picture of every kind that the site takes, by the name of its file. What moves is called so. */
export async function madePictures(): Promise<ReadonlyMap<string, Buffer>> {
  const drawn = noise(MADE.width, MADE.height);
  const turned = noise(MADE.height, MADE.width);
  const seeThrough = noise(MADE.width, MADE.height, 4);
  const moving = sharp(pixels(MADE.width, MADE.height * MADE_FRAMES, 4), {
    raw: { ...MADE, height: MADE.height * MADE_FRAMES, channels: 4, pageHeight: MADE.height },
  });
  const delay = Array.from({ length: MADE_FRAMES }, () => 100);
  const kinds: Record<string, Sharp> = {
    'baseline.jpg': drawn.clone().jpeg(),
    'progressive.jpg': drawn.clone().jpeg({ progressive: true }),
    'print-colours.jpg': drawn.clone().toColourspace('cmyk').jpeg(),
    'grey.jpeg': drawn.clone().greyscale().jpeg(),
    'plain.png': drawn.clone().png(),
    'sixteen-bit.png': drawn.clone().toColourspace('rgb16').png(),
    'interlaced.png': drawn.clone().png({ progressive: true }),
    'palette.png': drawn.clone().png({ palette: true }),
    'lossy.webp': drawn.clone().webp(),
    'lossless.webp': drawn.clone().webp({ lossless: true }),
    'plain.avif': drawn.clone().avif({ effort: 0 }),
    'plain.gif': drawn.clone().gif(),
    'transparent-png.png': seeThrough.clone().png(),
    'transparent-webp.webp': seeThrough.clone().webp(),
    'transparent-avif.avif': seeThrough.clone().avif({ effort: 0 }),
    'transparent-gif.gif': seeThrough.clone().gif(),
    'moving-gif.gif': moving.clone().gif({ delay }),
    'moving-webp.webp': moving.clone().webp({ delay }),
  };
  for (const orientation of [2, 3, 4, 5, 6, 7, 8])
    kinds[`turned-${orientation}.jpg`] = (orientation < 5 ? drawn : turned)
      .clone()
      .withMetadata({ orientation })
      .jpeg();
  const made = new Map<string, Buffer>();
  for (const [name, picture] of Object.entries(kinds)) made.set(name, await picture.toBuffer());
  made.set('moving-png.png', movingPng(await drawn.clone().png().toBuffer()));
  return made;
}

/** A picture of one colour in any proportions. */
export function plainPicture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#883' } });
}

/** An AVIF that calls itself a sequence of pictures. */
export async function movingAvif(): Promise<Buffer> {
  const file = await plainPicture(MADE.width, MADE.height).avif({ effort: 0 }).toBuffer();
  file.write('avis', 8, 'latin1');
  return file;
}

function noise(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  return sharp(pixels(width, height, channels), { raw: { width, height, channels } });
}

/** Pixels without a pattern that repeats; where they may be transparent, the upper half is. */
function pixels(width: number, height: number, channels: 3 | 4): Buffer {
  const all = Buffer.alloc(width * height * channels);
  for (let at = 0; at < all.length; at++) all[at] = (at * 31 + (at >> 3) * (at % 57)) % 256;
  if (channels === 4)
    for (let at = 3; at < all.length; at += 4) all[at] = at < all.length / 2 ? 0 : 255;
  if (channels === 4) for (let at = 0; at < all.length / 2; at++) all[at] = 0;
  return all;
}

/** A PNG that shows itself again and again (PNG, 11.3.6). */
function movingPng(still: Buffer): Buffer {
  const header = 33;
  const data = still.indexOf('IDAT') - 4;
  const end = data + 12 + still.readUInt32BE(data);
  const control = (sequence: number) =>
    numbers(sequence, MADE.width, MADE.height, 0, 0, 0x1_000a, 0);
  const further = Array.from({ length: MADE_FRAMES - 1 }, (_, index) => [
    chunk('fcTL', control(2 * index + 1).subarray(0, 26)),
    chunk('fdAT', Buffer.concat([numbers(2 * index + 2), still.subarray(data + 8, end - 4)])),
  ]);
  return Buffer.concat([
    still.subarray(0, header),
    chunk('acTL', numbers(MADE_FRAMES, 0)),
    chunk('fcTL', control(0).subarray(0, 26)),
    still.subarray(header, end),
    ...further.flat(),
    still.subarray(end),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  return Buffer.concat([numbers(data.length), named, numbers(crc32(named))]);
}

function numbers(...all: number[]): Buffer {
  const bytes = Buffer.alloc(4 * all.length);
  for (const [index, number] of all.entries()) bytes.writeUInt32BE(number, 4 * index);
  return bytes;
}
