import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mdx } from 'micromark-extension-mdx';

const SYNTAX = {
  extensions: [frontmatter(['yaml']), gfm(), mdx()],
  mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmFromMarkdown(), mdxFromMarkdown()],
};

/**
 * The tree of a whole MDX file, front matter included, JSX as syntax: what check and editor judge, by
 * a parser that also runs in browsers. The build's own, `parseMdx`, gives the same. It reads no
 * JavaScript, since a post may hold none: whatever stands between braces is an expression.
 *
 * @throws Error with a place on a syntax error
 */
export function parsePost(source: string): Root {
  const tree = fromMarkdown(source, SYNTAX);
  placeAll(tree, source, { offset: 0, line: 1 });
  return { ...tree, children: withModuleCode(tree.children, source) };
}

/**
 * Gives a place to addresses that are only found in a second reading of a text, and to what is around
 * them: where their words stand, from a place on.
 *
 * @returns the place behind them
 */
function placeAll(node: Nodes, source: string, from: Spot): Spot {
  const { start, end } = node.position ?? {};
  let at: Spot = start ? { offset: start.offset ?? from.offset, line: start.line } : from;
  if (!start) {
    const words = ('value' in node ? node.value : firstText(node))?.split('\n', 1)[0] ?? '';
    const near = source.slice(from.offset, from.offset + MOST_BETWEEN);
    const found = Math.max(near.indexOf(words), 0);
    at = ahead(from, near.slice(0, found));
    const point = { ...at, column: at.offset - source.lastIndexOf('\n', at.offset - 1) };
    node.position = { start: point, end: point };
    at = ahead(at, words);
  }
  if ('children' in node) for (const child of node.children) at = placeAll(child, source, at);
  return end ? { offset: end.offset ?? at.offset, line: end.line } : at;
}

interface Spot {
  offset: number;
  line: number;
}

/** In how many characters the words of what has no place are looked for. */
const MOST_BETWEEN = 2000;

function ahead({ offset, line }: Spot, text: string): Spot {
  return { offset: offset + text.length, line: line + text.split('\n').length - 1 };
}

function firstText(node: Nodes): string | undefined {
  if ('value' in node) return node.value;
  return 'children' in node && node.children[0] ? firstText(node.children[0]) : undefined;
}

function withModuleCode(nodes: RootContent[], source: string): RootContent[] {
  return nodes.map((node) =>
    node.type === 'mdxJsxFlowElement'
      ? { ...node, children: withModuleCode(node.children, source) as typeof node.children }
      : asModuleCode(node, source),
  );
}

/** MDX takes a paragraph that begins with `import` or `export` for program code. */
function asModuleCode(node: RootContent, source: string): RootContent {
  if (node.type !== 'paragraph') return node;
  const { start, end } = node.position ?? {};
  const text = source.slice(start?.offset, end?.offset);
  if (start?.column !== 1 || !/^(?:import|export)[ {*]/.test(text)) return node;
  return { type: 'mdxjsEsm', value: text, position: node.position } as unknown as RootContent;
}
