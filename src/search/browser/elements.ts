import type { Piece } from '../excerpts.ts';

/** An element with attributes and children; undefined attributes and children are left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | undefined>,
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Text with what was looked for marked. */
export function marked(pieces: readonly Piece[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...pieces.map(({ text, isMatch }) => (isMatch ? make('mark', {}, text) : text)));
  return fragment;
}
