import type { Element, Nodes, Root } from 'hast';
import { headingAnchors, type Room } from '../model/heading-anchors.ts';

/** The elements that have ids in a text: its headings, its questions, its footnotes. */
const NAMED = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li'];

/** What the Markdown processor hands to a visitor of its hast. */
interface HastContext {
  readonly fileURL: URL | undefined;
  textContent(node: Readonly<Element>): string;
  setProperty(node: Readonly<Element>, name: string, value: unknown): void;
}

/**
 * A plugin that gives the headings of a text their ids, before Astro gives those that it would.
 *
 * @param takenBeside the anchors that what lies beside a text's file has on its page
 */
export function headingIds(takenBeside: (file: URL) => readonly string[] = () => []) {
  const named: NamedElement[] = [];
  return {
    name: 'heading-ids-beside-the-page',
    element: {
      filter: NAMED,
      visit(node: Readonly<Element>, context: HastContext) {
        named.push({ node, words: isHeading(node) ? context.textContent(node) : '' });
      },
    },
    after(_: Readonly<Root>, context: HastContext) {
      // A post is the index of its folder, a standing page is named after itself.
      const isPost = context.fileURL?.pathname.endsWith('/index.mdx') ?? true;
      const beside = isPost && context.fileURL ? takenBeside(context.fileURL) : [];
      for (const [node, id] of idsOf(named, isPost ? 'posts' : 'pages', beside))
        context.setProperty(node, 'id', id);
    },
  };
}

/**
 * Gives the headings of a post's tree the ids that they have on its page.
 *
 * @param takenBeside the anchors that what lies beside the post has there
 */
export function setHeadingIds(tree: Root, takenBeside: readonly string[] = []): void {
  const named = elementsIn(tree)
    .filter(({ tagName }) => NAMED.includes(tagName))
    .map((node) => ({ node, words: textContent(node) }));
  for (const [node, id] of idsOf(named, 'posts', takenBeside)) node.properties['id'] = id;
}

interface NamedElement {
  node: Readonly<Element>;
  /** What readers see of it, if it is a heading. */
  words: string;
}

function idsOf(
  named: readonly NamedElement[],
  room: Room,
  takenBeside: readonly string[],
): (readonly [Readonly<Element>, string])[] {
  const inText = named.flatMap(({ node: { properties } }) =>
    typeof properties['id'] === 'string' ? [properties['id']] : [],
  );
  const taken = new Set([...inText, ...takenBeside]);
  const headings = named.filter(({ node }) => isHeading(node) && !('id' in node.properties));
  const anchors = headingAnchors(
    headings.map(({ words }) => words),
    room,
    taken,
  );
  return headings.map(({ node }, index) => [node, anchors[index] ?? ''] as const);
}

function isHeading({ tagName }: Readonly<Element>): boolean {
  return /^h[1-6]$/.test(tagName);
}

/** Every element of a tree, in the order of the text. */
export function elementsIn(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap(elementsIn) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

function textContent(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textContent).join('') : '';
}
