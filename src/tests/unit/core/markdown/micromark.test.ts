import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent, checkText } from '../../../../check/check.ts';
import type { Document } from '../../../../check/document.ts';
import { readContentFolder } from '../../../../check/node/read-folder.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import { parseMdx } from '../../../../core/markdown/satteri.ts';

const files = globSync(['content/**/*.mdx', 'src/tests/fixtures/**/*.mdx']).sort();

/** A tree without what the parsers word differently: where an attribute stands, and extra data. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { data, position, ...rest } = value as Record<string, unknown>;
  const line = (position as { start?: { line: number } } | undefined)?.start?.line;
  const isAttribute = String(rest['type']).includes('Attribute');
  const entries = Object.entries(rest).filter(([, one]) => one !== undefined && one !== null);
  return {
    ...Object.fromEntries(entries.map(([key, one]) => [key, plain(one)])),
    ...(isAttribute ? {} : { line }),
  };
}

test.each(files)("the editor's parser reads %s as the build does", (file) => {
  const source = readFileSync(file, 'utf8');
  expect(plain(parsePost(source))).toEqual(plain(parseMdx(source)));
});

const site = await readContentFolder('src/tests/fixtures/site');
const path = 'posts/2013-05-water/index.mdx';
const start = (site.texts.get(path) ?? '').split('\n---\n')[0];

const { catalogue, posts } = checkContent(site, parseMdx);
const post = posts.find(({ id }) => id === '2013-05-water') as Document;

function verdict(body: string, parse: typeof parseMdx): string[] {
  const source = `${start}\n---\n\n${body}\n`;
  return checkText({ ...post, source }, catalogue, parse).map(
    ({ rule, line }) => `${line} ${rule}`,
  );
}

test.each([
  'Costs < 5 and {curly} braces',
  'A <Note title={1} /> here',
  '<Note {...all} />',
  '<script>alert(1)</script>',
  '<Fragment set:html="x" />',
  '[x](javascript:alert(1))',
  '![](./barrel.png)',
  'import statistics, they say',
  '<Note>\n\nNever closed.',
  '</Note>',
  '<https://example.org>',
  '<!-- a remark -->',
  '# Top\n\n#### Deep',
  'A [gap] (https://example.org)',
  '<Quote>\n\nWithout a source.\n\n</Quote>',
  '<Embed url="javascript:1" title="x" />',
  'H~2~O and x^2^ and ~~gone~~',
  'A note[^1] and none[^2].\n\n[^1]: There.',
  '| a | b |\n| --- | ---: |\n| 1 | 2 |',
])('both parsers lead to one verdict on %j', (body) => {
  expect(verdict(body, parsePost)).toEqual(verdict(body, parseMdx));
});

const pieces = fc.constantFrom(
  ...[
    'Words ',
    '**bold** ',
    '*a* ',
    '`code` ',
    '[link](/about/) ',
    '\n\n',
    '\n',
    '- ',
    '1. ',
    '> ',
  ],
  ...['## ', '\\<', '\\{', '![x](./barrel.png)', 'é', '&amp;', '| a |\n| - |\n', '~~x~~', '---\n'],
  ...[
    '<Note>\n\n',
    '\n\n</Note>\n\n',
    '<Embed url="https://a.example" title="t" />',
    'a_b_c ',
    '  ',
  ],
);

test('whatever an author puts together, what one parser refuses the other does too', () => {
  const isRefused = (body: string, parse: typeof parseMdx) => verdict(body, parse).length > 1;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const body = parts.join('');
      expect(isRefused(body, parsePost)).toBe(isRefused(body, parseMdx));
    }),
    { numRuns: 200, seed: 5 },
  );
});
