import type { Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { AddressedNode } from '../core/markdown/addressed-nodes.ts';
import { absoluteUrl, fileName, type UrlContext } from '../core/site/absolute-url.ts';
import type { Site } from '../core/site/site.ts';
import type { StandaloneContext } from './context.ts';

type MarkdownSetting = UrlContext & Pick<StandaloneContext, 'picture'>;

/** A post as its plain Markdown begins. Addresses are whole. */
export interface MarkdownPost {
  title: string;
  summary: string;
  /** ISO day. */
  date: string;
  authors: readonly { name: string }[];
  round?: { label: string } | undefined;
  tags: readonly { label: string }[];
  address: string;
  licence: string;
}

/**
 * A post as Markdown (CommonMark with GFM's tables), with nothing of MDX left: title, what is known
 * of it, summary, text.
 *
 * @param prose its text as Markdown
 */
export function postMarkdown(post: MarkdownPost, prose: string, { words }: Site): string {
  const facts = [
    [post.date, ...post.authors.map(({ name }) => name), post.round?.label ?? []]
      .flat()
      .join(' · '),
    ...(post.tags.length > 0
      ? [`${words.tags}: ${post.tags.map(({ label }) => label).join(', ')}`]
      : []),
    post.licence,
    post.address,
  ];
  const text = (value: string) => ({ type: 'text', value }) as const;
  const beginning = toMarkdown(
    {
      type: 'root',
      children: [
        { type: 'heading', depth: 1, children: [text(post.title)] },
        {
          type: 'list',
          spread: false,
          children: facts.map((fact) => ({
            type: 'listItem',
            spread: false,
            children: [{ type: 'paragraph', children: [text(fact)] }],
          })),
        },
        { type: 'blockquote', children: [{ type: 'paragraph', children: [text(post.summary)] }] },
      ],
    },
    { bullet: '-' },
  );
  return `${beginning}\n${prose}`;
}

/**
 * HTML as Markdown.
 *
 * @param tree a post, or a part of one, as it stands in feeds, from `standaloneTree`
 */
export function treeToMarkdown(tree: Root): string {
  return written(toMdast(tree) as Nodes);
}

/**
 * Markdown as it was written, but with whole addresses in links and pictures, so that it can be
 * read anywhere.
 *
 * @param addressed what has an address in it, from `addressedNodes`; it is changed
 * @param setting where the post stands
 */
export function withAbsoluteUrls(
  source: string,
  addressed: readonly AddressedNode[],
  setting: MarkdownSetting,
): string {
  const changed = addressed.filter(({ node }) => withWhole(node, setting));
  return changed.reduceRight((text, { start, end, node }) => {
    const inOneLine = written(node).trim().replaceAll('\n', ' ');
    return text.slice(0, start) + inOneLine + text.slice(end);
  }, source);
}

/** Gives a node, and those within it, whole addresses, and says whether that changed anything. */
function withWhole(node: Nodes, setting: MarkdownSetting): boolean {
  const within = 'children' in node ? node.children.map((child) => withWhole(child, setting)) : [];
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition')
    return within.includes(true);
  const picture = setting.picture(fileName(node.url));
  const whole = picture?.address ?? absoluteUrl(node.url, setting);
  if (!whole || isWhole(node.url)) return within.includes(true);
  node.url = whole;
  return true;
}

function isWhole(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(url);
}

function written(tree: Nodes): string {
  return toMarkdown(tree, { extensions: [gfmToMarkdown()], bullet: '-' });
}
