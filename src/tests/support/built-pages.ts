import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** A page of a built site, read as a stranger would. */
export interface BuiltPage {
  /** Its address within the site, `/` for the front page, `/about/` for a folder's. */
  route: string;
  /** Its file, within the site's folder. */
  file: string;
  html: string;
  tree: Root;
  /** Whether it only leads to another address. */
  isRedirect: boolean;
}

/**
 * Every page of a built site, in the order of their files. The mails that coordinators send are no
 * pages: they have styles on their elements and no policy. The pattern `**\/*.html` has them too.
 */
export function builtPages(folder: string, pattern = '**/{index,404}.html'): BuiltPage[] {
  return globSync(pattern, { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const tree = fromHtml(html);
      const isRedirect = elements(tree, 'meta').some(
        (meta) => attribute(meta, 'httpEquiv').toLowerCase() === 'refresh',
      );
      return {
        route: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
        file,
        html,
        tree,
        isRedirect,
      };
    });
}

/** The elements below a node with one of these names, in document order; all of them for none. */
export function elements(node: Nodes, ...names: string[]): Element[] {
  const own =
    node.type === 'element' && (names.length === 0 || names.includes(node.tagName)) ? [node] : [];
  const below = 'children' in node ? node.children.flatMap((one) => elements(one, ...names)) : [];
  const inTemplate =
    node.type === 'element' && node.content ? elements(node.content, ...names) : [];
  return [...own, ...below, ...inTemplate];
}

/** An attribute's text by its property name in hast (`href`, `srcSet`), or an empty text. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}

/** The text below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** For reports: the page and the line on which an element stands. */
export function whereIs(page: BuiltPage, element: Element): string {
  return `${page.file}:${element.position?.start.line ?? '?'}`;
}
