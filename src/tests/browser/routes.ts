import { type BuiltPage, builtPages } from '../built-pages.ts';

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
 * Addresses of every kind of page, at most two of a kind: the page with the most in it, and the one
 * with the least. Pages are of a kind when they stand in the same folder of the site at the same
 * depth; each page at the top is of its own kind.
 */
export function addressesOfEachKind(site: ServedSite): string[] {
  const kinds = Map.groupBy(documentsOf(site), ({ route }) => {
    const parts = route.split('/').filter(Boolean);
    return parts.length < 2 ? route : `${parts[0]} ${parts.length}`;
  });
  return [...kinds.values()].flatMap((pages) => {
    const bySize = pages.toSorted((a, b) => b.html.length - a.html.length);
    return [...new Set([bySize.at(0), bySize.at(-1)])].flatMap((page) =>
      page ? addressOf(site, page) : [],
    );
  });
}

function documentsOf(site: ServedSite): BuiltPage[] {
  return builtPages(site.folder).filter((page) => !page.isRedirect);
}

function addressOf(site: ServedSite, page: BuiltPage): string {
  return new URL(page.route.slice(1), site.address).href;
}
