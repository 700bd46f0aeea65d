import sharp from 'sharp';
import { expect, test } from 'vitest';
import { imageHeader } from '../../../images/image-header.ts';

const drawn = sharp({ create: { width: 64, height: 48, channels: 3, background: '#883' } });
const size = { width: 64, height: 48 };
const unknown = { width: undefined, height: undefined };

/** AVIF and HEIC are one container, with another brand. */
async function heic(): Promise<Buffer> {
  const file = await drawn.clone().avif().toBuffer();
  file.write('heic', 8, 'latin1');
  return file;
}

test('a picture is known by its content', async () => {
  for (const type of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const)
    expect(imageHeader(await drawn.clone().toFormat(type).toBuffer())).toEqual({ type, ...size });
  expect(imageHeader(await heic())).toEqual({ type: 'heic', ...size });
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"/>');
  expect(imageHeader(svg)).toEqual({ type: 'svg', ...size });
});

test('one that is cut off, or says no size, is still known for what it is', async () => {
  for (const type of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
    const cut = (await drawn.clone().toFormat(type).toBuffer()).subarray(0, 14);
    expect(imageHeader(cut).type, type).toBe(type);
  }
  expect(imageHeader((await heic()).subarray(0, 24))).toMatchObject({ type: 'heic', ...unknown });
  for (const svg of ['<svg><script>1</script></svg>', '<?xml version="1.0"?>\n<!-- x -->\n<svg>'])
    expect(imageHeader(Buffer.from(svg)), svg).toEqual({ type: 'svg', ...unknown });
});

test('what is no picture is none, whatever it is called', () => {
  for (const text of ['', 'Hello', '<html><svg></svg></html>', '%PDF-1.4', 'PK\x03\x04'])
    expect(imageHeader(Buffer.from(text)), text).toEqual({ type: undefined, ...unknown });
});
