import type { Root } from 'mdast';
import { markdownToMdast, mdxToHast, mdxToMdast } from 'satteri';
import type { ProseRoot } from './prose-tree.ts';

/** The tree of a whole MDX file as the build reads it, front matter included, JSX as syntax. */
export function parseMdx(source: string): Root {
  return mdxToMdast(source) as Root;
}

/** The tree of Markdown without components, with the places of its nodes. */
export function parseMarkdown(source: string): Root {
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
  return mdxToHast(source, { features: { smartPunctuation: true } }) as ProseRoot;
}
