import type { Element, ElementContent } from 'hast';
import type { ProseNode } from '../core/markdown/prose-tree.ts';
import { absoluteUrl, fileName } from '../core/site/absolute-url.ts';
import { element, link, text } from '../core/text/hast.ts';
import { componentHtml } from './component-html.ts';
import type { StandaloneContext } from './context.ts';
import { picture } from './figure.ts';
import { isQuestionList, questionList } from './questions.ts';

/** Prose in elements that every feed reader shows: components too, and none of our own anchors. */
export function standaloneProse(
  nodes: readonly ProseNode[],
  setting: StandaloneContext,
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [text(node.value)];
    if (node.type === 'element') return ofMarkdown(node, setting);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      return componentHtml(node, standaloneProse(node.children, setting), setting);
    }
    return [];
  });
}

const NEVER = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'template']);

function ofMarkdown(node: Element, setting: StandaloneContext): ElementContent[] {
  const { tagName, properties } = node;
  if (NEVER.has(tagName) || 'dataFootnoteBackref' in properties) return [];
  if (properties['id'] === 'footnote-label') return [element('hr')];
  if (tagName === 'input') return [text(properties['checked'] ? '☑' : '☐')];
  const children = standaloneProse(node.children as ProseNode[], setting);
  if (isQuestionList(node)) return [questionList(children, setting)];
  if (tagName === 'section') return [element('div', {}, children)];
  if (tagName === 'img') return ofPicture(properties, setting);
  if (tagName === 'a') {
    const href = absoluteUrl(String(properties['href'] ?? ''), setting);
    return href ? [link(href, children, properties['title'])] : children;
  }
  if (isLonePicture(tagName, children)) return children;
  return [element(tagName, kept(properties, setting), children)];
}

function ofPicture(properties: Element['properties'], setting: StandaloneContext): Element[] {
  const name = fileName(String(properties['src'] ?? ''));
  const { alt, title } = properties;
  return picture(name, String(alt ?? ''), setting, typeof title === 'string' ? { title } : {});
}

/** A paragraph around a figure would end before it. */
function isLonePicture(tagName: string, children: readonly ElementContent[]): boolean {
  const [only] = children;
  return (
    tagName === 'p' &&
    children.length === 1 &&
    only?.type === 'element' &&
    only.tagName === 'figure'
  );
}

/** Attributes that mean the same everywhere; those with addresses are seen to apart. */
const KEPT_ATTRIBUTES = ['alt', 'title', 'lang', 'dir', 'start', 'colSpan', 'rowSpan', 'scope'];

function kept(
  properties: Element['properties'],
  { keepsAnchors }: StandaloneContext,
): Element['properties'] {
  const alignment = /text-align:\s*(left|right|center)/.exec(String(properties['style'] ?? ''));
  const align = properties['align'] ?? alignment?.[1];
  return {
    ...Object.fromEntries(
      KEPT_ATTRIBUTES.flatMap((name) =>
        properties[name] === undefined ? [] : [[name, properties[name]]],
      ),
    ),
    ...(align ? { align } : {}),
    ...(keepsAnchors && properties['id'] ? { id: properties['id'] } : {}),
  };
}
