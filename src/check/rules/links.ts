import type { Link } from 'mdast';
import { broken, type Problem } from '../../core/content-files/problem.ts';
import { type TreeNode, treeNodes } from '../../core/markdown/mdast.ts';
import { schemeOf } from '../../core/site/url-scheme.ts';
import type { Catalogue } from '../content-index.ts';
import type { Prose } from '../document.ts';
import { outsideProblems } from './external-links.ts';
import { insideProblems } from './internal-links.ts';
import { linkSlips } from './link-mistakes.ts';
import { linkWordProblems } from './link-text.ts';
import { type LinkUse, linkUses } from './links-in.ts';
import { ownAddressProblem, ownPath } from './own-site-links.ts';

/**
 * What is wrong with the links of a text: where they lead, what they say, and what was meant to be
 * one. Schemes are judged with the body.
 *
 * @param moment when the text is published, if it is dated (ISO 8601)
 */
export function linkProblems(
  prose: Prose,
  catalogue: Catalogue,
  moment: string | undefined,
): Problem[] {
  if (!prose.tree) return [];
  const nodes = treeNodes(prose.tree).map(({ node }) => node);
  const isLink = (node: TreeNode): node is Link => node.type === 'link';
  return [
    ...linkUses(prose.tree, prose).flatMap((use) => addressProblems(use, prose, catalogue, moment)),
    ...nodes.filter(isLink).flatMap((link) => linkWordProblems(link, prose)),
    ...linkSlips(nodes, prose),
  ];
}

function addressProblems(
  use: LinkUse,
  prose: Prose,
  catalogue: Catalogue,
  moment: string | undefined,
): Problem[] {
  const { address, place } = use;
  if (/^#?$/.test(address.trim())) return [broken('link-empty', place, { part: 'address' })];
  const own = ownPath(address, prose, catalogue);
  if (own !== undefined) {
    return [
      ownAddressProblem(use, own, prose),
      ...insideProblems({ ...use, address: own }, prose, catalogue, moment),
    ];
  }
  const isInside = schemeOf(address) === undefined;
  return isInside ? insideProblems(use, prose, catalogue, moment) : outsideProblems(use, prose);
}
