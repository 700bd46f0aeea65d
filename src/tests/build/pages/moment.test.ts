import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesHolding, filesOf } from '../../support/built-files.ts';

const holding = (word: string) => filesHolding(inject('east'), word);

test('a published post can be found in the files by its words', () => {
  expect(holding('horsetail').length).toBeGreaterThan(0);
  expect(holding('2013-06-today').length).toBeGreaterThan(0);
});

test('a draft appears nowhere', () => {
  expect([...holding('zebrafinch'), ...holding('2013-06-unfinished')]).toEqual([]);
});

test("tomorrow's post appears nowhere", () => {
  expect([...holding('quokkaberry'), ...holding('2013-06-tomorrow')]).toEqual([]);
});

test('two builds of one moment are the same to the byte, wherever the machine stands', () => {
  const digests = (folder: string) =>
    filesOf(folder).map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}`,
    );
  expect(digests(inject('west'))).toEqual(digests(inject('east')));
});
