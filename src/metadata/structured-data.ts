import { rorAddress } from '../core/model/identifiers.ts';
import type { Site } from '../core/site/site.ts';

/** A node of the graph, in the vocabulary of schema.org. What is undefined is left out. */
export interface DataNode {
  '@type': string;
  [property: string]: unknown;
}

/**
 * A page's structured data (JSON-LD 1.1) as one graph: the site, who publishes it, the blog, and
 * what the page is about.
 *
 * @returns JSON for a script element, with every `<` escaped
 */
export function structuredData(site: Site, nodes: readonly DataNode[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': [...siteNodes(site), ...nodes] };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

function siteNodes(site: Site): DataNode[] {
  const { program, urls } = site;
  const home = urls.absolute(urls.home);
  const { name, shortName: alternateName, description, language: inLanguage } = program;
  const { website, publisher, blog } = idsOf(site);
  const ror = program.ror && rorAddress(program.ror);
  const same = [...(ror ? [ror] : []), ...program.links.map(({ url }) => url)];
  const search = `${urls.absolute(urls.search)}?q={search_term_string}`;
  return [
    {
      '@type': 'WebSite',
      '@id': website,
      ...{ url: home, name, alternateName, description, inLanguage },
      publisher: { '@id': publisher },
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: search },
        'query-input': 'required name=search_term_string',
      },
    },
    {
      '@type': 'Organization',
      '@id': publisher,
      ...{ name: program.publisher ?? name, url: home },
      alternateName: program.publisher ? name : alternateName,
      logo: urls.absolute(urls.local('/favicon.svg')),
      email: program.contact?.includes('@') ? program.contact : undefined,
      identifier: ror,
      sameAs: same.length > 0 ? same : undefined,
    },
    {
      '@type': 'Blog',
      '@id': blog,
      ...{ url: home, name, description, inLanguage },
      issn: program.issn,
      isPartOf: { '@id': website },
      publisher: { '@id': publisher },
    },
  ];
}

/** The ids of the nodes that stand in the graph of every page. */
export function idsOf({ urls }: Site) {
  const home = urls.absolute(urls.home);
  return { website: `${home}#website`, publisher: `${home}#publisher`, blog: `${home}#blog` };
}
