import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import type { Nodes, Root } from 'mdast';
import { type Handler, toHast } from 'mdast-util-to-hast';
import { elementsIn, setHeadingIds } from '../core/markdown/heading-ids.ts';
import type { JsxNode } from '../core/markdown/mdast.ts';
import { proseHast, questionMarks } from '../core/markdown/plugins.ts';
import type { ProseComponent } from '../core/markdown/prose-tree.ts';
import { decodeUrl } from '../core/site/decode-url.ts';
import { setQuotationMarks } from '../core/text/quotation-marks.ts';
import { componentHtml } from '../standalone/component-html.ts';
import type { ComponentContext } from '../standalone/context.ts';
import { smartPunctuation } from './smart-punctuation.ts';

/** How a preview is made. */
export interface PreviewContext {
  /** From `questionHeadings(program)`. */
  headings: ReadonlySet<string>;
  /** The folder in which the site lives. */
  base: string;
  /** The language of the text, whose quotation marks it has. */
  language: string;
  /** The anchors that responses have on its page, from `takenAnchorsIn`. */
  takenAnchors?: readonly string[] | undefined;
  /** The address of a picture beside the post, by its name; nothing while it is not there. */
  picture: (name: string) => string | undefined;
}

/**
 * A text as its page will show it, for a writer's eyes: the same plugins, the authors' components
 * too. Nothing in it can run or load: only what {@link kept} names is left, links have the schemes
 * of posts, and pictures only addresses that `picture` gave.
 *
 * @param tree the text's mdast; it is changed
 */
export function previewTree(tree: Root, setting: PreviewContext): HastRoot {
  questionMarks(setting.headings).before(tree, mdastContext);
  smartPunctuation(tree);
  const nothing: Handler = () => undefined;
  const made = toHast(tree as Nodes, {
    handlers: {
      ...{ mdxJsxFlowElement: componentHandler, mdxJsxTextElement: componentHandler },
      ...{ mdxFlowExpression: nothing, mdxTextExpression: nothing, mdxjsEsm: nothing },
    },
  }) as HastRoot;
  setHeadingIds(made, setting.takenAnchors);
  const shown = withChildren(made, (child) => visited(child, setting));
  setQuotationMarks(shown, setting.language);
  return sanitize(withOwnAnchors(shown), kept) as HastRoot;
}

/** What the ids of a preview begin with, beside those of the page that shows it. */
const PREFIX = 'preview-';

/** The same with links to places in the text that lead to the places of the preview. */
function withOwnAnchors(tree: HastRoot): HastRoot {
  const all = elementsIn(tree);
  const ids = new Set(all.map(({ properties }) => properties['id']));
  for (const { tagName, properties } of all) {
    const anchor = /^#(.+)$/.exec(String(properties['href'] ?? ''))?.[1];
    if (tagName === 'a' && anchor !== undefined && ids.has(decodeUrl(anchor)))
      properties['href'] = `#${PREFIX}${anchor}`;
  }
  return tree;
}

const mdastContext = {
  setProperty: (node: Nodes, name: string, value: unknown) =>
    void Object.assign(node, { [name]: value }),
};

const hastContext = {
  setProperty: (node: Element, name: string, value: unknown) =>
    void Object.assign(node.properties, { [name]: value }),
};

/** An element and what is in it, as the site's plugins leave them. */
function visited(node: ElementContent, setting: PreviewContext): ElementContent {
  if (node.type !== 'element') return node;
  const aligned = node.properties['align'];
  if (aligned) node.properties['className'] = [`align-${aligned}`];
  if (node.tagName === 'img') node.properties['src'] = pictureAddress(node, setting);
  let result = withChildren(node, (child) => visited(child, setting));
  for (const { element } of proseHast(setting.base)) {
    const isMeant = (element.filter as readonly string[]).includes(result.tagName);
    if (isMeant) result = element.visit(result, hastContext) ?? result;
  }
  return result;
}

function withChildren<Node extends HastRoot | Element>(
  node: Node,
  change: (child: ElementContent) => ElementContent,
): Node {
  return { ...node, children: node.children.map((child) => change(child as ElementContent)) };
}

function pictureAddress(node: Element, { picture }: PreviewContext): string | undefined {
  const written = String(node.properties['src'] ?? '');
  return picture(written.replace(/^\.\//, '').replaceAll('%20', ' '));
}

const componentHandler: Handler = (state, node: JsxNode) =>
  componentHtml(
    node as Pick<ProseComponent, 'name' | 'attributes'>,
    state.all(node as never) as ElementContent[],
    COMPONENTS,
  );

/** Components as their page shows them. Addresses of pictures and links are seen to after. */
const COMPONENTS: ComponentContext = {
  ...{ isStyled: true, address: '', local: (path) => path },
  picture: (file) => ({ address: file, width: 0, height: 0 }),
};

/** All that a preview may hold. */
const kept: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption', 'section', 'small'],
  attributes: {
    ...defaultSchema.attributes,
    '*': ['className', 'id', 'lang', 'dir', 'role', 'ariaLabel'],
    a: ['href', 'rel', 'className', 'ariaLabel', 'id'],
    img: ['src', 'alt'],
    ol: ['start', 'className'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['data'] },
  clobberPrefix: PREFIX,
};
