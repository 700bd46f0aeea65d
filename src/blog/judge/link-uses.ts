import type { Root } from 'mdast';
import type { Place } from '../problem.ts';
import {
  attributeText,
  identifierOf,
  isComponent,
  pictureDefinitions,
  type TreeNode,
  treeNodes,
} from '../tree-nodes.ts';
import { componentNamed } from '../vocabulary.ts';

/** An address to which a text leads, and where it stands. */
export interface LinkUse {
  address: string;
  place: Place;
}

/** Every address to which a text leads: in links, in definitions that a link names, in components. */
export function linkUses(tree: Root, file: string): LinkUse[] {
  const nodes = treeNodes(tree).map(({ node }) => node);
  const pictures = pictureDefinitions(tree);
  const named = new Set(nodes.filter(({ type }) => type === 'linkReference').map(identifierOf));
  // What no link names leads nowhere, whatever its address is.
  const isLeading = (node: TreeNode) =>
    node.type !== 'definition' ||
    (named.has(identifierOf(node)) && !pictures.has(identifierOf(node)));
  return nodes.filter(isLeading).flatMap((node) => usesIn(node, file));
}

function usesIn(node: TreeNode, file: string): LinkUse[] {
  const place = { file, line: node.position?.start.line };
  if (node.type === 'link' || node.type === 'definition') {
    return [{ address: (node as { url: string }).url, place }];
  }
  if (!isComponent(node)) return [];
  const attributes = Object.entries(componentNamed(node.name ?? '')?.attributes ?? {});
  return attributes.flatMap(([label, { kind }]) => {
    const address = kind === 'address' ? attributeText(node, label) : undefined;
    return address ? [{ address, place }] : [];
  });
}
