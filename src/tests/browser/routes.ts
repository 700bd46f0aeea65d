import type { Nodes } from 'hast';
import { type BuiltPage, builtPages } from '../support/built-pages.ts';

/** A built site and its address while the tests run. */
export interface ServedSite {
  folder: string;
  address: string;
}

/** The addresses of all pages of a site, those that only lead elsewhere left out. */
export function allAddresses(site: ServedSite): string[] {
  return documentsOf(site).map((page) => addressOf(site, page));
}

/**
 * Addresses of pages that show between them all that a site has: each element with its classes and
 * its direction, in each other that it stands in anywhere. The page with the most in it that is
 * still unseen comes next, until nothing is left.
 */
export function addressesThatShowAll(site: ServedSite): string[] {
  const pages = documentsOf(site).map((page) => ({ page, parts: partsIn(page.tree) }));
  const unseen = new Set(pages.flatMap(({ parts }) => [...parts]));
  const chosen: string[] = [];
  while (unseen.size > 0) {
    const [next] = pages
      .map((one) => ({ ...one, added: one.parts.intersection(unseen).size }))
      .toSorted((a, b) => b.added - a.added);
    if (!next) break;
    for (const part of next.parts) unseen.delete(part);
    chosen.push(addressOf(site, next.page));
  }
  return chosen;
}

/** What stands in what: `ol.entries > li.entry.h-entry`. */
function partsIn(node: Nodes, within = ''): Set<string> {
  const parts = new Set<string>();
  for (const child of 'children' in node ? node.children : []) {
    if (child.type !== 'element') continue;
    const { className, dir } = child.properties;
    const name = [child.tagName, dir, ...[className ?? []].flat()].filter(Boolean).join('.');
    parts.add(`${within} > ${name}`);
    for (const part of partsIn(child, name)) parts.add(part);
  }
  return parts;
}

function documentsOf(site: ServedSite): BuiltPage[] {
  return builtPages(site.folder).filter((page) => !page.isRedirect);
}

function addressOf(site: ServedSite, page: BuiltPage): string {
  return new URL(page.route.slice(1), site.address).href;
}
