import type { Link, Nodes, Root } from 'mdast';
import { markdownToMdast, mdxToHast, mdxToMdast } from 'satteri';
import { isBareLink, readDialect } from './dialect.ts';
import type { ProseNode, ProseRoot } from './prose-tree.ts';

/** The tree of a whole MDX file as the build reads it, front matter included, JSX as syntax. */
export function parseMdx(source: string): Root {
  return readDialect(source, mdxTree).tree;
}

/** The tree of Markdown without components, with the places of its nodes. */
export function parseMarkdown(source: string): Root {
  return readDialect(source, markdownTree).tree;
}

function mdxTree(source: string): Root {
  return mdxToMdast(source) as Root;
}

function markdownTree(source: string): Root {
  return markdownToMdast(source) as Root;
}

/**
 * Whether a post is Markdown alone: both readings of it are the same tree, so that the Markdown
 * path gives what the MDX path would.
 */
export function isPlainMarkdown(source: string): boolean {
  const asMdx = mdxToMdast(source, { position: false });
  const asMarkdown = markdownToMdast(source, { position: false });
  return JSON.stringify(asMdx) === JSON.stringify(asMarkdown);
}

/**
 * The prose of a post as a tree of HTML elements, with the author's components as syntax: what
 * feeds and mails are made of.
 *
 * @param source a whole MDX file, or its body alone
 */
export function proseTree(source: string): ProseRoot {
  const meant = readDialect(source, mdxTree).source;
  const tree = mdxToHast(meant, { features: { smartPunctuation: true } }) as ProseRoot;
  return { ...tree, children: withoutBareLinks(tree.children) };
}

/** The prose with the addresses that only the parser takes for links, like handles, as text. */
function withoutBareLinks(nodes: readonly ProseNode[]): ProseNode[] {
  return nodes.flatMap((node): ProseNode[] => {
    if (!('children' in node)) return [node];
    const [only] = node.children;
    const isBare =
      node.type === 'element' &&
      node.tagName === 'a' &&
      only?.type === 'text' &&
      only.position !== undefined &&
      only.position.start.offset === node.position?.start.offset;
    const children = withoutBareLinks(node.children as ProseNode[]);
    return isBare ? children : [{ ...node, children } as ProseNode];
  });
}

/** A Markdown processor as Astro's configuration takes it, as far as it is changed here. */
interface Processor {
  createRenderer(shared: never): Promise<{ render(content: string, options?: never): unknown }>;
  createMdxRenderer?(
    shared: never,
    mdx: never,
  ): Promise<{ process(content: string, ...rest: never[]): unknown }>;
}

/**
 * Astro's Markdown processor with our dialect: it is given the source that says what is meant. The
 * plugin {@link bareAddresses} has to be among its own.
 */
export function withDialect<Kind extends Processor>(processor: Kind): Kind {
  return {
    ...processor,
    createRenderer: async (shared: never) => {
      const renderer = await processor.createRenderer(shared);
      const render = (content: string, options?: never) =>
        renderer.render(readDialect(content, markdownTree).source, options);
      return { ...renderer, render };
    },
    createMdxRenderer: async (shared: never, mdx: never) => {
      const renderer = await processor.createMdxRenderer?.(shared, mdx);
      const process = (content: string, ...rest: never[]) =>
        renderer?.process(readDialect(content, mdxTree).source, ...rest);
      return { ...renderer, process };
    },
  };
}

/** Leaves as text what only the parser takes for an address, like a handle. */
export const bareAddresses = {
  name: 'bare-addresses',
  options: { position: true },
  link(node: Link): Nodes | undefined {
    return isBareLink(node) ? node.children[0] : undefined;
  },
};
