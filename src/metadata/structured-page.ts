import type { Site } from '../core/site/site.ts';
import { type DataNode, idsOf } from './structured-data.ts';

/** What a page that is not a post says of itself. */
export interface DataPage {
  type?: 'WebPage' | 'CollectionPage' | 'ProfilePage' | 'SearchResultsPage' | undefined;
  path: string;
  title: string;
  description: string;
  lang?: string | undefined;
  /** The day or moment of its last change, ISO 8601. */
  modified?: string | undefined;
  /** The whole address of its share picture. */
  picture?: string | undefined;
  /** What it is about: a round, a tag, a person. */
  about?: DataNode | undefined;
  /** What it lists, in order. */
  lists?: readonly { id: string; title: string }[] | undefined;
}

/** A page: `WebPage`, or `CollectionPage` with the posts that it lists. */
export function pageNode(site: Site, page: DataPage): DataNode {
  const { urls, program } = site;
  const address = urls.absolute(page.path);
  const isProfile = page.type === 'ProfilePage';
  const list = page.lists && itemList(site, page.lists);
  return {
    '@type': page.type ?? 'WebPage',
    '@id': address,
    url: address,
    name: page.title,
    description: page.description,
    inLanguage: page.lang ?? program.language,
    dateModified: page.modified,
    isPartOf: { '@id': idsOf(site).website },
    image: page.picture,
    about: isProfile ? undefined : page.about,
    mainEntity: isProfile ? page.about : list,
    hasPart: isProfile ? list?.itemListElement.map(({ url }) => ({ '@id': url })) : undefined,
  };
}

function itemList({ urls }: Site, posts: readonly { id: string; title: string }[]) {
  const items = posts.map(({ id, title }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    url: urls.absolute(urls.post(id)),
    name: title,
  }));
  return { '@type': 'ItemList', numberOfItems: posts.length, itemListElement: items };
}

/** The way from the front page to a page. */
export function trailNode(site: Site, trail: readonly { label: string; href: string }[]): DataNode {
  const { urls, program } = site;
  const steps = [{ label: program.shortName ?? program.name, href: urls.home }, ...trail];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: urls.absolute(href),
    })),
  };
}
