import type { Element } from 'hast';
import type { Heading, List, ListItem, Nodes, Parents } from 'mdast';
import { foldedHeading } from '../blog/program.ts';
import { plainText, questionAnchor } from '../blog/questions.ts';

/** What the Markdown processor hands to a visitor of its mdast. */
interface MdastContext {
  parent(node: Nodes): Parents | undefined;
  indexOf(node: Nodes): number | undefined;
  setProperty(node: Nodes, name: string, value: unknown): void;
}

/** What it hands to a visitor of its hast. */
interface HastContext {
  setProperty(node: Element, name: string, value: unknown): void;
}

/**
 * Numbers the questions of a discussion: the list below the questions' heading becomes ordered
 * from 1, and each item gets its anchor, `#question-3`.
 *
 * @param headings from `questionHeadings(program)`
 */
export function questionAnchors(headings: ReadonlySet<string>) {
  return {
    name: 'question-anchors',
    heading(node: Heading, context: MdastContext) {
      if (!headings.has(foldedHeading(plainText(node)))) return;
      const list = listBelow(context.parent(node), context.indexOf(node));
      if (!list) return;
      context.setProperty(list, 'ordered', true);
      context.setProperty(list, 'start', 1);
      context.setProperty(list, 'data', { hProperties: { className: ['questions'] } });
      for (const [index, item] of list.children.entries()) {
        context.setProperty(item as ListItem, 'data', {
          hProperties: { id: questionAnchor(index + 1) },
        });
      }
    },
  };
}

/** Says how a table's cell is aligned with an attribute: the policy allows no inline style. */
export const alignedCells = {
  name: 'aligned-cells',
  element: {
    filter: ['th', 'td'],
    visit(node: Readonly<Element>, context: HastContext) {
      const style = node.properties['style'];
      const side = /text-align:\s*(left|right|center)/.exec(String(style ?? ''))?.[1];
      if (!side) return;
      context.setProperty(node as Element, 'style', undefined);
      context.setProperty(node as Element, 'align', side);
    },
  },
};

/** The list right below a heading, with short paragraphs allowed between. */
function listBelow(parent: Parents | undefined, heading: number | undefined): List | undefined {
  const following = (parent?.children ?? []).slice((heading ?? 0) + 1);
  const next = following.find((node) => node.type !== 'paragraph');
  return next?.type === 'list' ? next : undefined;
}
