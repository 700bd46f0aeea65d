import type { Site } from '../core/site/site.ts';

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
