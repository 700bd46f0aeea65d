import type { Definition, Image, Link, Nodes, Root } from 'mdast';

/** A link, a picture or a definition, and where it stands in a text. */
export interface AddressedNode {
  /** The first of its characters, and the one behind its last. */
  start: number;
  end: number;
  node: Link | Image | Definition;
}

/**
 * What has an address in a post: its links, pictures and definitions in their order, but for those
 * within another.
 *
 * @param tree the tree of the whole file
 * @param body the text below the front matter; its places are counted without the space around it
 */
export function addressedNodes(tree: Root, body: string): AddressedNode[] {
  const length = tree.position?.end.offset ?? 0;
  const first = length - body.trimStart().length;
  return within(tree).flatMap((node) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return [];
    return [{ start: start.offset - first, end: end.offset - first, node }];
  });
}

function within(node: Nodes): AddressedNode['node'][] {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return [node];
  return 'children' in node ? node.children.flatMap(within) : [];
}
