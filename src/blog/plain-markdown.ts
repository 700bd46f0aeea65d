import type { Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Site } from './site.ts';

/** A post as its plain Markdown begins. Addresses are whole. */
export interface MarkdownPost {
  title: string;
  summary: string;
  /** ISO day. */
  date: string;
  authors: readonly { name: string }[];
  round: { label: string };
  tags: readonly { label: string }[];
  address: string;
  licence: string;
}

/**
 * A post as Markdown (CommonMark with GFM's tables), with nothing of MDX left: title, what is known
 * of it, summary, text.
 *
 * @param tree the post as it stands in feeds, from `feedTree`
 */
export function plainMarkdown(post: MarkdownPost, tree: Root, { words }: Site): string {
  const facts = [
    [post.date, ...post.authors.map(({ name }) => name), post.round.label].join(' · '),
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
  const prose = toMdast(tree);
  return `${beginning}\n${toMarkdown(prose as Parameters<typeof toMarkdown>[0], { extensions: [gfmToMarkdown()], bullet: '-' })}`;
}

/** A group of links under a heading. */
export interface LinkGroup {
  title: string;
  links: readonly { title: string; address: string; says: string }[];
}

/** The archive as Markdown links for language models and plain readers (llmstxt.org). */
export function llmsFile({ program }: Pick<Site, 'program'>, groups: readonly LinkGroup[]): string {
  const line = ({ title, address, says }: LinkGroup['links'][number]) =>
    `- [${title.replace(/[[\]\\]/g, '\\$&')}](${address}): ${says}`;
  const sections = groups
    .filter(({ links }) => links.length > 0)
    .map(({ title, links }) => `## ${title}\n\n${links.map(line).join('\n')}\n`);
  return [`# ${program.name}\n`, `> ${program.description}\n`, ...sections].join('\n');
}
