import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCheck } from '../../../check/node/run.ts';
import { imageHeader, MOVING_AVIF } from '../../../images/image-header.ts';
import { imageStructure, plainGif } from '../../../images/image-structure.ts';
import { opened } from '../../../images/node/pixels.ts';
import {
  MADE_FRAMES,
  madePictures,
  movingAvif,
  plainPicture,
} from '../../support/made-pictures.ts';
import { postId, sampleContent, updateText } from '../../support/sample-content.ts';

const pictures = await madePictures();
const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
afterAll(() => rm(folder, { recursive: true }));

beforeAll(async () => {
  for (const [path, text] of sampleContent().texts) await write(path, text);
});

async function write(path: string, content: string | Uint8Array) {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), content);
}

/** What the check says of pictures in the text of a post, by their names. */
async function said(files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const post = `posts/${postId}`;
  await rm(join(folder, post), { recursive: true, force: true });
  for (const [name, bytes] of files) await write(`${post}/${name}`, bytes);
  const shown = [...files.keys()].map((name) => `![A pattern](./${name} "Photo: ours")`);
  await write(`${post}/index.mdx`, updateText(shown.join('\n\n')));
  const { problems } = await runCheck({ folder, now: new Date('2013-09-01') });
  return problems.map(({ rule, message }) => `${/"([^"]*)"/.exec(message)?.[1]} ${rule}`).sort();
}

test('pictures of every kind pass the check, whatever stands behind their end; what is stilled is told', async () => {
  const more = [...pictures].map(
    ([name, bytes]) =>
      [`more-${name}`, Buffer.concat([bytes, Buffer.from('<html>\xff\xd8;')])] as const,
  );
  expect(await said(new Map([...pictures, ...more]))).toEqual(
    ['more-moving-png.png', 'more-moving-webp.webp', 'moving-png.png', 'moving-webp.webp'].map(
      (name) => `${name} picture-stilled`,
    ),
  );
});

test.each([0.1, 0.3, 0.5, 0.7, 0.9, 0.98, -12, -5, -1])(
  'a picture of every kind that is cut off at %d is told as damaged',
  async (part) => {
    const cut = new Map(
      [...pictures].map(([name, bytes]) => [
        name,
        bytes.subarray(0, Math.round(bytes.length * (part > 0 ? part : 1) + Math.min(0, part))),
      ]),
    );
    const told = (await said(cut)).filter((one) => !one.endsWith('picture-stilled'));
    expect(told).toEqual([...pictures.keys()].sort().map((name) => `${name} picture-damaged`));
  },
);

test('bytes that are broken within are told, where no build could read them', async () => {
  const png = Buffer.from(pictures.get('plain.png') ?? '');
  png.writeUInt32BE(0, Math.floor(png.length / 2));
  expect(await said(new Map([['broken.png', png]]))).toEqual(['broken.png picture-damaged']);
  const end = Buffer.from(pictures.get('plain.png') ?? '');
  end.writeUInt8(0, end.length - 1);
  expect(await said(new Map([['end.png', end]]))).toEqual(['end.png picture-damaged']);
});

test('how many pictures follow one another is known without decoding them', async () => {
  const moving = [...pictures].filter(([, bytes]) => imageHeader(bytes).frames);
  expect(
    Object.fromEntries(moving.map(([name, bytes]) => [name, imageHeader(bytes).frames])),
  ).toEqual({
    'moving-gif.gif': MADE_FRAMES,
    'moving-webp.webp': MADE_FRAMES,
    'moving-png.png': MADE_FRAMES,
  });
  expect(imageHeader(await movingAvif()).type).toBe(MOVING_AVIF);
  expect(await said(new Map([['moving.avif', await movingAvif()]]))).toEqual([
    'moving.avif picture-type',
  ]);
});

test('a telephone may write megabytes in front of the size of a JPEG', async () => {
  const file = await plainPicture(64, 48).jpeg().toBuffer();
  const segment = Buffer.alloc(2 + 65_535, 7);
  segment.writeUInt32BE(0xff_e2_ff_ff);
  const long = Buffer.concat([
    file.subarray(0, 2),
    ...Array.from({ length: 40 }, () => segment),
    file.subarray(2),
  ]);
  expect(long.length).toBeGreaterThan(2.5e6);
  expect(imageHeader(long)).toEqual({ type: 'jpeg', width: 64, height: 48 });
  expect(await said(new Map([['portrait.jpg', long]]))).toEqual([]);
});

test('what a telephone writes beside the rules, and every reader can show, is not called damaged', async () => {
  const file = Buffer.from(await plainPicture(64, 48).jpeg().toBuffer());
  const scan = file.indexOf(Buffer.from([0xff, 0xda]));
  // The end of the spectrum (ITU-T T.81, B.2.3) is 63 in a picture that comes at once.
  file.writeUInt8(0, scan + 2 + file.readUInt16BE(scan + 2) - 2);
  expect(await said(new Map([['odd.jpg', file]]))).toEqual([]);
});

test('a GIF without its words is the same pictures, which still begin again', async () => {
  const gif = pictures.get('moving-gif.gif') ?? Buffer.alloc(0);
  const comment = Buffer.from('!\xfe\x0e12 Home Street\0', 'latin1');
  const program = Buffer.from('!\xff\x0bXMP DataXMP\x04here\0', 'latin1');
  const told = Buffer.concat([gif.subarray(0, -1), comment, program, gif.subarray(-1)]);
  const plain = Buffer.from(plainGif(told));
  expect(imageHeader(plain)).toEqual(imageHeader(gif));
  expect(plain.toString('latin1')).not.toMatch(/Home|XMP/);
  expect(plain.includes('NETSCAPE2.0')).toBe(gif.includes('NETSCAPE2.0'));
  const pixels = (picture: Buffer) => opened(picture, true).raw().toBuffer();
  expect((await pixels(plain)).equals(await pixels(gif))).toBe(true);
});

test('of whatever bytes, the structure is read to an end', () => {
  const types = fc.constantFrom('jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'svg', undefined);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .tuple(fc.constantFrom(...pictures.values()), fc.nat(), fc.nat({ max: 255 }))
      .map(([picture, at, value]) => {
        const changed = Uint8Array.from(picture);
        changed[at % changed.length] = value;
        return changed;
      }),
  );
  fc.assert(
    fc.property(types, bytes, (type, content) => {
      expect(imageStructure(type, content).frames).toBeGreaterThan(0);
      expect(plainGif(content).length).toBeLessThanOrEqual(Math.max(content.length, 800));
    }),
    { numRuns: 1000 },
  );
});
