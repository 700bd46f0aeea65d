/** A part of the page that its markup promises. */
export function element<Kind extends Element = HTMLElement>(
  inside: ParentNode,
  selector: string,
): Kind {
  const found = inside.querySelector<Kind>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** A fresh copy of what a template of the page holds. */
export function fromTemplate(inside: ParentNode, selector: string): HTMLElement {
  const { content } = element<HTMLTemplateElement>(inside, selector);
  return content.firstElementChild?.cloneNode(true) as HTMLElement;
}
