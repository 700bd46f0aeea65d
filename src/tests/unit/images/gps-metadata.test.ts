import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { hasGps } from '../../../images/gps-metadata.ts';

const drawn = sharp({ create: { width: 64, height: 48, channels: 3, background: '#883' } });
/** A camera writes much else into a file. */
const CAMERA = {
  IFD0: { Make: 'Camera', Orientation: '6', Copyright: 'Ana' },
  IFD2: { DateTimeOriginal: '2013:06:01 10:00:00' },
};
const latitude = { GPSLatitude: '33/1 52/1 1234/100', GPSLatitudeRef: 'S' };
const longitude = { GPSLongitude: '151/1 12/1 0/1', GPSLongitudeRef: 'E' };
const IN_EXIF = { ...CAMERA, IFD3: { ...latitude, ...longitude } };
const FORMATS = ['jpeg', 'png', 'webp', 'avif'] as const;

test('the place that a camera wrote into EXIF is found in every format, in front of or behind the picture', async () => {
  for (const type of FORMATS) {
    const file = await drawn.clone().withExif(IN_EXIF).toFormat(type).toBuffer();
    expect(hasGps(file), type).toBe(true);
  }
});

test('the place that a program wrote into XMP is found in every format, as attribute and as element', async () => {
  const asAttribute = ' exif:GPSLatitude="33,52.2S" exif:GPSLongitude="151,12.5E"/>';
  const asElement = '><exif:GPSLatitude>\n33,52.2S</exif:GPSLatitude></rdf:Description>';
  for (const type of [...FORMATS, 'gif'] as const)
    for (const description of [asAttribute, asElement]) {
      const plain = drawn.clone().toFormat(type);
      const file =
        type === 'gif'
          ? gifWith(await plain.toBuffer(), xmp(description))
          : await plain.withXmp(xmp(description)).toBuffer();
      expect(hasGps(file), type + description).toBe(true);
    }
});

test('XMP in a PNG is found plain and packed, as either part of it has it', () => {
  const packet = xmp(' exif:GPSLatitude="33,52.2S"/>');
  const parts = {
    plain: `iTXtXML:com.adobe.xmp\0\0\0\0\0${packet}`,
    packed: `iTXtXML:com.adobe.xmp\0\x01\0en\0\0${deflateSync(packet).toString('latin1')}`,
    old: `zTXtXML:com.adobe.xmp\0\0${deflateSync(packet).toString('latin1')}`,
  };
  for (const [name, part] of Object.entries(parts))
    expect(hasGps(Buffer.from(`${part}1234`, 'latin1')), name).toBe(true);
});

test('both orders of bytes are read', () => {
  for (const isLittle of [true, false]) {
    expect(hasGps(exif({ isLittle })), `${isLittle}`).toBe(true);
    expect(hasGps(exif({ isLittle, degrees: [0, 151] })), 'on the equator').toBe(true);
  }
});

test('a second picture in the file is looked at too, and one that is not whole', async () => {
  const plain = await drawn.clone().withExif(CAMERA).jpeg().toBuffer();
  const place = await drawn.clone().withExif(IN_EXIF).jpeg().toBuffer();
  expect(hasGps(Buffer.concat([plain, place]))).toBe(true);
  expect(hasGps(place.subarray(0, place.length - 200))).toBe(true);
});

const iptc = (number: number, words: string) => {
  const text = Buffer.from(words);
  const row = Buffer.concat([Buffer.from([0x1c, 2, number, 0, text.length]), text]);
  const title = Buffer.from('\x1c\x02\x05\x00\x04Hall', 'latin1');
  const rows = Buffer.concat([title, row]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(rows.length);
  return Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), length, rows]);
};
const segment = (of: Buffer) => {
  const mark = Buffer.from([0xff, 0xed, 0, 0]);
  mark.writeUInt16BE(of.length + 2 + 14, 2);
  return Buffer.concat([mark, Buffer.from('Photoshop 3.0\0'), of]);
};

test('a place in words is found in IPTC, as programs for pictures write it', async () => {
  const file = await drawn.clone().jpeg().toBuffer();
  const withWords = (number: number, words: string) =>
    Buffer.concat([file.subarray(0, 2), segment(iptc(number, words)), file.subarray(2)]);
  for (const number of [26, 27, 90, 92, 95, 100, 101])
    for (const words of ['12 Home Street', 'Łódź', '東京'])
      expect(hasGps(withWords(number, words)), `${number}: ${words}`).toBe(true);
  // A city without words; who made it, what it shows, and when.
  for (const [number, words] of [
    ...([
      [90, '  '],
      [90, ''],
      [80, 'Ana'],
      [120, 'Readers in Sydney'],
      [55, '20130601'],
    ] as const),
  ])
    expect(hasGps(withWords(number, words)), `${number}: ${words}`).toBe(false);
});

test('in a PNG IPTC and EXIF may be written as numbers, packed or not', async () => {
  const file = await drawn.clone().png().toBuffer();
  const place = await drawn.clone().withExif(IN_EXIF).jpeg().toBuffer();
  const exifIn = place.subarray(place.indexOf('Exif'));
  for (const [name, block] of Object.entries({ iptc: iptc(92, '12 Home Street'), exif: exifIn })) {
    const numbers = `\n${name}\n${String(block.length).padStart(8)}\n${block.toString('hex').replace(/.{72}/g, '$&\n')}\n`;
    const plain = `tEXtRaw profile type ${name}\0${numbers}`;
    const packed = [`zTXtRaw profile type ${name}\0\0`, deflateSync(numbers)];
    expect(hasGps(Buffer.concat([file, Buffer.from(plain)])), name).toBe(true);
    expect(hasGps(Buffer.concat([file, ...packed.map((one) => Buffer.from(one))]))).toBe(true);
  }
});

test('a place in words is found in XMP, however its characters are written', () => {
  const attributes = ['photoshop:City="Sydney"', "Iptc4xmpCore:Location='12 Home Street'"];
  const elements = [
    '<photoshop:Country>\n Perú</photoshop:Country>',
    '<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li><Iptc4xmpExt:Sublocation>12 Home Street</Iptc4xmpExt:Sublocation></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>',
    '<Iptc4xmpExt:LocationName><rdf:Alt><rdf:li xml:lang="x-default">東京</rdf:li></rdf:Alt></Iptc4xmpExt:LocationName>',
    '<exif:GPSLatitude>33,52.2S</exif:GPSLatitude>',
  ];
  const nothing = [
    'photoshop:City="" photoshop:Country=" "',
    '<Iptc4xmpExt:City></Iptc4xmpExt:City><dc:title>City</dc:title>',
    '<photoshop:CaptionWriter>State Library</photoshop:CaptionWriter>',
  ];
  const encodings: [string, (text: string) => Buffer][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-16LE', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16BE', (text) => Buffer.from(text, 'utf16le').swap16()],
    [
      'UTF-32',
      (text) =>
        Buffer.from(
          [...text]
            .flatMap((character) => [character.codePointAt(0) ?? 0])
            .flatMap((code) => [code & 255, (code >> 8) & 255, 0, 0]),
        ),
    ],
  ];
  for (const [encoding, encoded] of encodings) {
    const said = (text: string) =>
      hasGps(encoded(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${text}</x:xmpmeta>`));
    for (const text of [...attributes, ...elements])
      expect(said(text), `${encoding}: ${text}`).toBe(true);
    for (const text of nothing) expect(said(text), `${encoding}: ${text}`).toBe(false);
  }
});

test('the name of an area in EXIF is a place, in whatever encoding', async () => {
  const area = (words: Buffer) => {
    const block = Buffer.alloc(60 + words.length);
    block.write('MM\0*\0\0\0\x08\0\x01', 'latin1');
    block.set([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26], 10);
    block.set([0, 1, 0, 28, 0, 7, 0, 0, 0, words.length, 0, 0, 0, 50], 26);
    block.set(words, 50);
    return block;
  };
  const named = (encoding: string, words: Buffer) =>
    hasGps(area(Buffer.concat([Buffer.from(encoding.padEnd(8, '\0')), words])));
  const home = '12 Home Street';
  expect(named('ASCII', Buffer.from(home))).toBe(true);
  expect(named('UNICODE', Buffer.from(home, 'utf16le'))).toBe(true);
  expect(named('UNICODE', Buffer.from(home, 'utf16le').swap16())).toBe(true);
  expect(named('ASCII', Buffer.from('   \0'))).toBe(false);
  expect(named('ASCII', Buffer.alloc(0))).toBe(false);
});

test('a picture without a place says nothing, whatever else its camera wrote', async () => {
  for (const type of FORMATS) {
    const file = drawn.clone().toFormat(type).withExif(CAMERA);
    expect(hasGps(await file.clone().toBuffer()), type).toBe(false);
    const empty = ' exif:GPSLatitude="" exif:GPSLatitudeRef="N" exif:GPSVersionID="2.3.0.0"/>';
    expect(hasGps(await file.withXmp(xmp(empty)).toBuffer()), type).toBe(false);
  }
  const zeros = ' exif:GPSLatitude="0,0.0N" exif:GPSLongitude="0,0.0E"/>';
  expect(hasGps(await drawn.clone().png().withXmp(xmp(zeros)).toBuffer())).toBe(false);
});

test('a list about the place without one is none: cameras write zeros, or the version alone', () => {
  for (const isLittle of [true, false])
    for (const [name, parts] of Object.entries({
      zeros: { degrees: [0, 0] },
      'fractions of zero': { degrees: [33, 151], below: 0 },
      'beyond the poles': { degrees: [133, 151] },
      'one coordinate': { degrees: [33] },
      'no coordinate': { degrees: [] },
    }))
      expect(hasGps(exif({ isLittle, ...parts })), name).toBe(false);
});

test('no file throws, and each is looked through to an end', () => {
  const whole = exif({ isLittle: false });
  for (let length = 0; length < whole.length; length++) hasGps(whole.subarray(0, length));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
      (changes) => {
        const file = Buffer.from(whole);
        for (const [at, byte] of changes) file[at] = byte;
        expect(typeof hasGps(file)).toBe('boolean');
      },
    ),
  );
  // The list about the place is the list itself, with as many entries as can be said.
  const ring = exif({ isLittle: true, list: 8, entries: 0xffff });
  const bomb = Buffer.concat([
    Buffer.from('zTXtXML:com.adobe.xmp\0\0'),
    deflateSync(Buffer.alloc(5e7)),
  ]);
  for (const hostile of [ring, bomb, Buffer.from('II*\0'), Buffer.from('gpslatitude ')]) {
    const file = Buffer.alloc(8e6, hostile);
    expect(hasGps(file)).toBe(false);
  }
});

function xmp(description: string): string {
  const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${rdf}><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/"${description}</rdf:RDF></x:xmpmeta>`;
}

/** XMP stands in a GIF as an extension of its own, before the end. */
function gifWith(gif: Buffer, packet: string): Buffer {
  const extension = Buffer.from(`!\xff\x0bXMP DataXMP${packet}\x01\x00\x00`, 'latin1');
  return Buffer.concat([gif.subarray(0, -1), extension, gif.subarray(-1)]);
}

interface Exif {
  isLittle: boolean;
  /** Degrees of latitude and longitude. */
  degrees?: number[];
  /** What all fractions are divided by. */
  below?: number;
  /** Where the list about the place is said to be. */
  list?: number;
  /** How many entries the first list says it has. */
  entries?: number;
}

/** A block of EXIF by hand: one entry in the first list, the list about the place, its fractions. */
function exif({ isLittle, degrees = [33, 151], below = 1, list = 26, entries = 1 }: Exif): Buffer {
  const block = Buffer.alloc(160);
  const view = new DataView(block.buffer, block.byteOffset, block.length);
  const short = (at: number, value: number) => view.setUint16(at, value, isLittle);
  const long = (at: number, value: number) => view.setUint32(at, value, isLittle);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    short(at, tag);
    short(at + 2, type);
    long(at + 4, count);
    long(at + 8, value);
  };
  block.write(isLittle ? 'II' : 'MM');
  short(2, 42);
  long(4, 8);
  short(8, entries);
  entry(10, 0x8825, 4, 1, list);
  short(26, 1 + degrees.length);
  entry(28, 0, 1, 4, 2);
  for (const [index, degree] of degrees.entries()) {
    const at = 80 + index * 24;
    entry(40 + index * 12, 2 + index * 2, 5, 3, at);
    for (const part of [0, 1, 2]) {
      long(at + part * 8, part === 0 ? degree : 0);
      long(at + part * 8 + 4, below);
    }
  }
  return block;
}
