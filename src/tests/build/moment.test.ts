import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const filesOf = (folder: string) =>
  globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();

/** A file's content as text, unpacked if it is packed, as the search index is. */
function readable(path: string): string {
  const content = readFileSync(path);
  const isPacked = content[0] === 0x1f && content[1] === 0x8b;
  return `${path} ${(isPacked ? gunzipSync(content) : content).toString()}`.toLowerCase();
}

const holding = (word: string) =>
  filesOf(inject('east')).filter((file) => readable(join(inject('east'), file)).includes(word));

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
