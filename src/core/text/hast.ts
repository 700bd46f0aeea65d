import type { Element, ElementContent, Nodes } from 'hast';

/** An element of HTML. */
export function element(
  tagName: string,
  properties: Element['properties'] = {},
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

/** A link. What is no text as its title is left out. */
export function link(href: string, children: ElementContent[], title?: unknown): Element {
  return element('a', { href, ...(typeof title === 'string' ? { title } : {}) }, children);
}

/** Text in an element. */
export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** The text of a piece of HTML, with white space folded. */
export function textContent(node: Nodes): string {
  const words = (each: Nodes): string =>
    each.type === 'text' ? each.value : 'children' in each ? each.children.map(words).join('') : '';
  return words(node).replace(/\s+/g, ' ').trim();
}
