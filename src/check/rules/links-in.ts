import type { Nodes, Root } from 'mdast';
import {
  attributeText,
  identifierOf,
  imageDefinitions,
  isComponent,
  type TreeNode,
  treeNodes,
} from '../../core/markdown/mdast.ts';
import { componentNamed } from '../../core/model/author-components.ts';
import type { Document } from '../document.ts';
import { type AddressPlace, addressPlace, attributePlace, isBareAddress } from './url-places.ts';

/** An address to which a text leads, and where it stands. */
export interface LinkUse extends AddressPlace {
  address: string;
  /** Whether it stands in the text by itself, without words of a link. */
  isBare: boolean;
}

/** Every address to which a text leads: in links, in definitions that a link names, in components. */
export function linkUses(tree: Root, prose: Document): LinkUse[] {
  const nodes = treeNodes(tree).map(({ node }) => node);
  const pictures = imageDefinitions(tree);
  const named = new Set(nodes.filter(({ type }) => type === 'linkReference').map(identifierOf));
  // What no link names leads nowhere, whatever its address is.
  const isLeading = (node: TreeNode) =>
    node.type !== 'definition' ||
    (named.has(identifierOf(node)) && !pictures.has(identifierOf(node)));
  return nodes.filter(isLeading).flatMap((node) => usesIn(node, prose));
}

function usesIn(node: TreeNode, prose: Document): LinkUse[] {
  if (node.type === 'link' || node.type === 'definition') {
    const address = (node as { url: string }).url;
    const isBare = isBareAddress(node, prose);
    return [{ address, isBare, ...addressPlace(node as Nodes, address, prose) }];
  }
  if (!isComponent(node)) return [];
  const attributes = Object.entries(componentNamed(node.name ?? '')?.attributes ?? {});
  return attributes.flatMap(([label, { kind }]) => {
    const address = kind === 'address' ? attributeText(node, label) : undefined;
    return address ? [{ address, isBare: false, ...attributePlace(node, label, prose) }] : [];
  });
}
