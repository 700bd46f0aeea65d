import type { Link, Nodes, Root } from 'mdast';
import { markdownToMdast, mdxToJs, mdxToMdast } from 'satteri';
import { isBareLink, readDialect, sourceAsMeant } from './dialect.ts';
import { headingIds } from './heading-ids.ts';
import { isComponent, treeNodes } from './mdast.ts';
import { questionMarks } from './plugins.ts';
import type { ProseRoot } from './prose-tree.ts';

/** The tree of a whole MDX file as the build reads it, front matter included, JSX as syntax. */
export function parseMdx(source: string): Root {
  return readDialect(source, mdxTree).tree;
}

function mdxTree(source: string): Root {
  return mdxToMdast(source) as Root;
}

function markdownTree(source: string): Root {
  return markdownToMdast(source) as Root;
}

function bodyTree(body: string): Root {
  return markdownToMdast(body, { features: { frontmatter: false } }) as Root;
}

/**
 * Whether a post is Markdown alone: both readings of it are the same tree, so that the Markdown
 * path gives what the MDX path would.
 *
 * @param body its text below the front matter
 * @param tree the tree of the whole file, from {@link parseMdx}
 */
export function isPlainMarkdown(body: string, tree: Root): boolean {
  if (treeNodes(tree).some(({ node }) => isComponent(node))) return false;
  if (!MAY_DIFFER.test(body)) return true;
  return withoutPlaces(tree) === withoutPlaces(readDialect(body, bodyTree).tree);
}

function withoutPlaces({ children }: Root): string {
  const written = children.filter(({ type }) => type !== 'yaml');
  return JSON.stringify(written, (key, value) => (key === 'position' ? undefined : value));
}

/** Without these the two readings have nothing to differ in: tags, braces, indented code, modules. */
const MAY_DIFFER = /[<{}\t]| {4}|^\s*(?:import|export)\b/m;

/**
 * The prose of a post as a tree of HTML elements, with the author's components as syntax: what
 * feeds, mails and the search are made of. Its headings and questions have the anchors that they have
 * on the page, and the list of questions the class `questions`.
 *
 * @param source a whole MDX file, or its body alone
 * @param headings from `questionHeadings(program)`
 * @param fileURL where it lies, from which follows what kind of page it makes
 * @param takenBeside see {@link headingIds}
 */
export function proseTree(
  source: string,
  headings: ReadonlySet<string>,
  fileURL = new URL('file:///index.mdx'),
  takenBeside?: Parameters<typeof headingIds>[0],
): ProseRoot {
  let tree = '';
  const take = {
    name: 'prose-tree',
    after: (root: object) => {
      tree = JSON.stringify(root, (key, value) => (OF_THE_PARSER.has(key) ? undefined : value));
    },
  };
  mdxToJs(sourceAsMeant(source, mdxTree), {
    mdastPlugins: [bareAddresses as never, questionMarks(headings) as never],
    hastPlugins: [() => headingIds(takenBeside) as never, take],
    features: { smartPunctuation: true },
    fileURL,
  });
  return JSON.parse(tree);
}

/** What the parser notes on its nodes for itself. */
const OF_THE_PARSER: ReadonlySet<string> = new Set(['_id', '_resolver', 'data', 'position']);

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
        renderer.render(sourceAsMeant(content, markdownTree), options);
      return { ...renderer, render };
    },
    createMdxRenderer: async (shared: never, mdx: never) => {
      const renderer = await processor.createMdxRenderer?.(shared, mdx);
      const process = (content: string, ...rest: never[]) =>
        renderer?.process(sourceAsMeant(content, mdxTree), ...rest);
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
