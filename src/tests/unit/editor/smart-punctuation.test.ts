import { globSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { mdxToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { smartPunctuation } from '../../../editor/smart-punctuation.ts';

function words(node: Nodes): string[] {
  if (node.type === 'text') return node.value.trim() ? [node.value] : [];
  return 'children' in node ? (node.children as Nodes[]).flatMap(words) : [];
}

function inTheEditor(source: string): string[] {
  const tree = parsePost(source);
  smartPunctuation(tree);
  return words(tree);
}

function onThePage(source: string): string[] {
  return words(mdxToMdast(source, { features: { smartPunctuation: true } }) as Nodes);
}

const files = globSync(['content/**/*.mdx', 'src/tests/fixtures/**/*.mdx']).sort();

test.each(files)('the editor prints the marks of %s as the page does', (file) => {
  const source = readFileSync(file, 'utf8');
  expect(inTheEditor(source)).toEqual(onThePage(source));
});

test.each([
  '"Hello," she said, \'yes\'.',
  "Don't, l'école, rock 'n' roll, the dogs' house",
  'a -- b --- c ---- d ----- e ------ f ------- g',
  'wait... what.... no .. yes',
  '"*em*" and *"em"*, **bold**"quote", "[link](/x/)"',
  '("x") [“x”] «"x"» —"x" ""x"" a--b',
  '`"code" -- ...` and "words"',
  '- "a"\n- \'b\'\n\n# "c"\n\n| "d" |\n| --- |\n| \'e\' |',
])('the editor prints the marks of %j as the page does', (source) => {
  expect(inTheEditor(source)).toEqual(onThePage(source));
});
