import type { Link } from 'mdast';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { type TreeNode, treeNodes } from '../../core/markdown/mdast.ts';
import { schemeOf } from '../../core/site/url-scheme.ts';
import type { ContentIndex } from '../content-index.ts';
import type { Document } from '../document.ts';
import { externalLinkProblems } from './external-links.ts';
import { internalLinkProblems } from './internal-links.ts';
import { linkMistakes } from './link-mistakes.ts';
import { linkTextProblems } from './link-text.ts';
import { type LinkUse, linkUses } from './links-in.ts';
import { ownPath, ownSiteLinkProblem } from './own-site-links.ts';

/**
 * What is wrong with the links of a text: where they lead, what they say, and what was meant to be
 * one. Schemes are judged with the body.
 *
 * @param moment when the text is published, if it is dated (ISO 8601)
 */
export function linkProblems(
  prose: Document,
  catalogue: ContentIndex,
  moment: string | undefined,
): Problem[] {
  if (!prose.tree) return [];
  const nodes = treeNodes(prose.tree).map(({ node }) => node);
  const isLink = (node: TreeNode): node is Link => node.type === 'link';
  return [
    ...linkUses(prose.tree, prose).flatMap((use) => addressProblems(use, prose, catalogue, moment)),
    ...nodes.filter(isLink).flatMap((link) => linkTextProblems(link, prose)),
    ...linkMistakes(nodes, prose),
  ];
}

function addressProblems(
  use: LinkUse,
  prose: Document,
  catalogue: ContentIndex,
  moment: string | undefined,
): Problem[] {
  const { address, place } = use;
  if (/^#?$/.test(address.trim())) return [problem('link-empty', place, { part: 'address' })];
  const own = ownPath(address, prose, catalogue);
  if (own !== undefined) {
    return [
      ownSiteLinkProblem(use, own, prose),
      ...internalLinkProblems({ ...use, address: own }, prose, catalogue, moment),
    ];
  }
  const isInside = schemeOf(address) === undefined;
  return isInside
    ? internalLinkProblems(use, prose, catalogue, moment)
    : externalLinkProblems(use, prose);
}
