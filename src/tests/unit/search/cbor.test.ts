import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCbor, encodeCbor } from '../../../search/build/cbor.ts';

test('the examples of RFC 8949 are written as it says', () => {
  const examples: [unknown, string][] = [
    [0, '00'],
    [23, '17'],
    [24, '1818'],
    [100, '1864'],
    [1000, '1903e8'],
    [1000000, '1a000f4240'],
    ['', '60'],
    ['IETF', '6449455446'],
    ['水', '63e6b0b4'],
    [[1, [2, 3], [4, 5]], '8301820203820405'],
  ];
  expect(examples.map(([value]) => encodeCbor(value).toString('hex'))).toEqual(
    examples.map(([, hex]) => hex),
  );
});

test('whatever is written is read as it was', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: 0, max: 0xffffffff }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(tie('value'), { maxLength: 40 }),
    ),
  }));
  fc.assert(
    fc.property(value, (one) => {
      expect(decodeCbor(encodeCbor(one))).toEqual(one);
    }),
  );
});

test.each([
  ['a negative number', '20'],
  ['a map', 'a0'],
  ['a list without its length', '9fff'],
  ['something after the end', '0000'],
  ['a text that breaks off', '6449'],
])('%s is refused rather than guessed', (_, hex) => {
  expect(() => decodeCbor(Buffer.from(hex, 'hex'))).toThrow(RangeError);
});
