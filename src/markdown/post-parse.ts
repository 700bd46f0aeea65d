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
 * The tree of a whole MDX file, front matter included, JSX as syntax: what check and desk judge, by
 * a parser that also runs in browsers. The build's own, `parseMdx`, gives the same. It reads no
 * JavaScript, since a post may hold none: whatever stands between braces is an expression.
 *
 * @throws Error with a place on a syntax error
 */
export function parsePost(source: string): Root {
  const tree = fromMarkdown(source, SYNTAX);
  placeAll(tree, source, 0);
  return { ...tree, children: withModuleCode(tree.children, source) };
}

/** Addresses that are only found in a second reading of a text, and what is around them, have no place. */
function placeAll(node: Nodes, source: string, from: number): number {
  let at = node.position?.start.offset ?? from;
  if (!node.position) {
    const words = 'value' in node ? node.value : (firstText(node) ?? '');
    const found = source.indexOf(words.split('\n', 1)[0] ?? '', at);
    at = found < 0 ? at : found;
    const before = source.slice(0, at).split('\n');
    const point = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset: at };
    node.position = { start: point, end: point };
    at += words.length;
  }
  if ('children' in node) for (const child of node.children) at = placeAll(child, source, at);
  return node.position.end.offset === node.position.start.offset
    ? at
    : (node.position.end.offset ?? at);
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
