import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mdx } from 'micromark-extension-mdx';
import { readDialect } from './dialect.ts';

const SYNTAX = {
  extensions: [frontmatter(['yaml']), gfm(), mdx(), withoutBareAddresses()],
  mdastExtensions: [
    frontmatterFromMarkdown(['yaml']),
    gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest),
    mdxFromMarkdown(),
  ],
};

/** Which bare addresses are links, the dialect says. */
function withoutBareAddresses() {
  return { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } };
}

/**
 * The tree of a whole MDX file, front matter included, JSX as syntax: what check and editor judge, by
 * a parser that also runs in browsers. The build's own, `parseMdx`, gives the same. It reads no
 * JavaScript, since a post may hold none: whatever stands between braces is an expression.
 *
 * @throws Error with a place on a syntax error
 */
export function parsePost(source: string): Root {
  const { tree } = readDialect(source, (text) => fromMarkdown(text, SYNTAX));
  return { ...tree, children: withModuleCode(tree.children, source) };
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
