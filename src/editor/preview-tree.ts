import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import type { Nodes, Root } from 'mdast';
import { type Handler, toHast } from 'mdast-util-to-hast';
import { directionOf } from '../core/i18n/direction.ts';
import { elementsIn, setHeadingIds } from '../core/markdown/heading-ids.ts';
import { attributeText, type JsxNode } from '../core/markdown/mdast.ts';
import { proseHast, questionMarks } from '../core/markdown/plugins.ts';
import type { ComponentName } from '../core/model/author-components.ts';
import { LICENCES } from '../core/model/licences.ts';
import { decodeUrl } from '../core/site/decode-url.ts';
import { LINK_SCHEMES, schemeOf } from '../core/site/url-scheme.ts';
import { setQuotationMarks, smartQuotes } from '../core/text/quotation-marks.ts';
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
  const component = componentHandler(setting);
  const nothing: Handler = () => undefined;
  const made = toHast(tree as Nodes, {
    handlers: {
      ...{ mdxJsxFlowElement: component, mdxJsxTextElement: component },
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

function componentHandler(setting: PreviewContext): Handler {
  return (state, node: JsxNode) => {
    const name = node.name ?? '';
    const make = Object.hasOwn(PREVIEWS, name) ? PREVIEWS[name as ComponentName] : undefined;
    const children = state.all(node as never) as ElementContent[];
    return make?.((label) => attributeText(node, label), children, setting) ?? children;
  };
}

type Maker = (
  attribute: (label: string) => string | undefined,
  children: ElementContent[],
  setting: PreviewContext,
) => Element;

/** The elements that the site's own components give, by component. */
const PREVIEWS: Readonly<Record<ComponentName, Maker>> = {
  Figure: (attribute) => {
    const picture = element('img', { src: attribute('src'), alt: attribute('alt') });
    const credit = attribute('credit');
    const licence = LICENCES[attribute('licence') as keyof typeof LICENCES]?.label;
    const below = [
      ...(attribute('caption') ? [words(attribute('caption'))] : []),
      ...(credit
        ? [
            element('span', { className: ['credit'] }, [
              text([credit, licence].filter(Boolean).join(', ')),
            ]),
          ]
        : []),
    ];
    return element(
      'figure',
      {},
      below.length > 0 ? [picture, element('figcaption', {}, below)] : [picture],
    );
  },
  Gallery: (attribute, children) =>
    element('section', { className: ['gallery'], ariaLabel: attribute('label') }, children),
  Note: (attribute, children) => {
    const title = attribute('title');
    const head = title ? [element('p', { className: ['note-title'] }, [words(title)])] : [];
    return element('div', { className: ['note'], role: 'note' }, [...head, ...children]);
  },
  Quote: (attribute, children) => {
    const [url, lang] = [safeAddress(attribute('url')), attribute('lang')];
    const source = words(attribute('source'));
    return element('figure', { className: ['quote'] }, [
      element('blockquote', inLanguage(lang), children),
      element('figcaption', {}, [url ? element('a', { href: url }, [source]) : source]),
    ]);
  },
  Figures: (attribute, children) => {
    const source = attribute('source');
    const credit = source ? [element('span', { className: ['credit'] }, [words(source)])] : [];
    return element('figure', { className: ['figures'] }, [
      element('div', { className: ['scroller', 'ruled'] }, children),
      element('figcaption', {}, [words(attribute('caption')), ...credit]),
    ]);
  },
  Embed: (attribute) => {
    const url = safeAddress(attribute('url'));
    const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
    const note = [host, attribute('note')].filter(Boolean).join(' · ');
    return element('a', { className: ['embed'], href: url }, [
      element('span', {}, [text('▶')]),
      element('span', {}, [words(attribute('title'))]),
      element('small', {}, [words(note)]),
    ]);
  },
  InLanguage: (attribute, children) =>
    element('div', { className: ['in-language'], ...inLanguage(attribute('lang')) }, children),
};

function inLanguage(lang: string | undefined) {
  try {
    return lang ? { lang, dir: directionOf(lang) } : {};
  } catch {
    return {};
  }
}

function safeAddress(address: string | undefined): string | undefined {
  const scheme = schemeOf(address ?? '');
  return scheme === undefined || LINK_SCHEMES.has(scheme) ? address : undefined;
}

function element(
  tagName: string,
  properties: Record<string, unknown>,
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties: properties as Element['properties'], children };
}

/** What an author wrote in an attribute, with its marks as the page has them. */
function words(value: string | undefined): ElementContent {
  return text(value && smartQuotes(value));
}

function text(value: string | undefined): ElementContent {
  return { type: 'text', value: value ?? '' };
}

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
