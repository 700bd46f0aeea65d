import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { datedPost, plainField } from '../../../github/dated-posts.ts';

test.each([
  ['date: 2013-06-05', '2013-06-05'],
  ['date: "2013-06-05" # a Wednesday', '2013-06-05'],
  ["'date'  :   '2013-06-05T18:00+10:00'", '2013-06-05T18:00+10:00'],
  ['update: 2013-06-05', undefined],
  ['  date: 2013-06-05', undefined],
  ['date:', undefined],
  ['date: &day 2013-06-05', undefined],
  ['date: >\n  2013-06-05', undefined],
])('%s says %s', (line, date) => {
  expect(plainField(`title: A day\n${line}\nkind: update`, 'date')).toBe(date);
  const text = `\ufeff---\r\ntitle: A day\r\n${line.replaceAll('\n', '\r\n')}\r\n---\r\ndate: 1999-01-01`;
  expect(datedPost('x', text)?.date).toBe(date);
});

test('it says of the fixture what a reader of YAML says', () => {
  const files = globSync('src/tests/fixtures/site/posts/*/index.mdx');
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const fields = parse(text.split(/^---$/m)[1] ?? '', { schema: 'failsafe' });
    expect(datedPost(basename(dirname(file)), text)).toEqual({
      id: basename(dirname(file)),
      date: fields.date,
      draft: fields.draft === 'true',
    });
  }
});
