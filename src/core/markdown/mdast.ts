import type { Nodes, Root } from 'mdast';

/** How deep a post's tree may be; what is deeper is refused and not looked at. */
export const MOST_DEPTH = 40;

/** A component in a tree whose JSX is still syntax. Both parsers in use give this shape. */
export interface JsxNode {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Nodes[];
  position?: Nodes['position'];
}

/** A node of a post's tree: Markdown's, a component, or whatever else a parser makes. */
export type TreeNode = Nodes | JsxNode | { type: string; position?: Nodes['position'] };

/**
 * Every node of a tree in the order of the text, down to one level below {@link MOST_DEPTH}, so
 * that nesting without end can't exhaust the machine.
 */
export function treeNodes(tree: Root): { node: TreeNode; depth: number }[] {
  const found: { node: TreeNode; depth: number }[] = [];
  const waiting: { node: TreeNode; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    const { node, depth } = next;
    if (depth > MOST_DEPTH || !('children' in node)) continue;
    for (const child of (node.children as TreeNode[]).toReversed()) {
      waiting.push({ node: child, depth: depth + 1 });
    }
  }
  return found;
}

/** Whether a node is a component. */
export function isComponent(node: TreeNode): node is JsxNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** The text of a component's attribute, if it has it and it is text. */
export function attributeText(node: JsxNode, label: string): string | undefined {
  const value = node.attributes.find(({ name }) => name === label)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The name by which references find a definition. */
export function identifierOf(node: TreeNode): string {
  return (node as { identifier?: string }).identifier ?? '';
}

/** The definitions that say where a picture is: those that a reference to a picture names. */
export function imageDefinitions(tree: Root): ReadonlySet<string> {
  const references = treeNodes(tree).filter(({ node }) => node.type === 'imageReference');
  return new Set(references.map(({ node }) => identifierOf(node)));
}
