import type { Element, Nodes, Root } from 'hast';
import { foldedHeading, questionAnchor } from '../core/model/questions.ts';
import { textContent } from '../core/text/hast.ts';

/**
 * Gives the headings and questions of a post's plain form the anchors that they have on its page.
 *
 * @param slugs the anchors of its headings, in the order of the text
 * @param headings of question lists, from `questionHeadings(program)`
 */
export function withAnchors(
  tree: Root,
  slugs: readonly string[],
  headings: ReadonlySet<string>,
): Root {
  const left = [...slugs];
  let isBeforeQuestions = false;
  for (const element of elementsOf(tree)) {
    if (/^h[1-6]$/.test(element.tagName)) {
      element.properties['id'] = left.shift();
      isBeforeQuestions = headings.has(foldedHeading(textContent(element)));
    } else if (isBeforeQuestions && element.tagName === 'ol') {
      isBeforeQuestions = false;
      const items = element.children.filter((child) => child.type === 'element');
      for (const [index, item] of items.entries())
        item.properties['id'] = questionAnchor(index + 1);
    }
  }
  return tree;
}

function elementsOf(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap(elementsOf) : [];
  return node.type === 'element' ? [node, ...below] : below;
}
