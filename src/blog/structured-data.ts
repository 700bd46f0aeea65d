import type { Person } from './person.ts';
import { type Conversation, publishedIn, type Response } from './response.ts';
import { responseText } from './response-html.ts';
import type { Round } from './round.ts';
import type { Site } from './site.ts';
import type { Tag } from './tag.ts';

/** A node of the graph, in the vocabulary of schema.org. What is undefined is left out. */
export interface DataNode {
  '@type': string;
  [property: string]: unknown;
}

/** A picture with what image searches show under it. */
export interface DataPicture {
  /** Whole address. */
  address: string;
  width: number;
  height: number;
  alt?: string | undefined;
  caption?: string | undefined;
  /** Who made it. */
  credit?: string | undefined;
  /** The whole address of the licence's text. */
  licence?: string | undefined;
  /** Where it was found. */
  source?: string | undefined;
}

/** A post as the graph describes it. Moments are ISO 8601. */
export interface DataPost {
  id: string;
  title: string;
  summary: string;
  lang: string;
  published: string;
  modified: string;
  round: { id: string; label: string };
  section: string;
  authors: readonly Author[];
  tags: readonly Pick<Tag, 'id' | 'label'>[];
  pictures: readonly DataPicture[];
  licence?: string | undefined;
  /** Whole address that never changes. */
  permanent: string;
  translationOf?: string | undefined;
  conversation: Conversation;
}

type Author = Pick<Person, 'id' | 'name'> & { team?: boolean | undefined };

/** How many responses a post's description holds. */
const MOST_COMMENTS = 20;

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
      sameAs: program.links.length > 0 ? program.links.map(({ url }) => url) : undefined,
    },
    {
      '@type': 'Blog',
      '@id': blog,
      ...{ url: home, name, description, inLanguage },
      isPartOf: { '@id': website },
      publisher: { '@id': publisher },
    },
  ];
}

function idsOf({ urls }: Site) {
  const home = urls.absolute(urls.home);
  return { website: `${home}#website`, publisher: `${home}#publisher`, blog: `${home}#blog` };
}

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

/** A round, which posts are part of. */
export function roundNode(
  { urls }: Site,
  round: Pick<Round, 'id' | 'label'> & Partial<Pick<Round, 'summary' | 'starts' | 'ends'>>,
): DataNode {
  const address = urls.absolute(urls.round(round.id));
  return {
    '@type': 'CreativeWorkSeries',
    '@id': `${address}#round`,
    url: address,
    name: round.label,
    description: round.summary,
    startDate: round.starts,
    endDate: round.ends,
  };
}

/** A word of the tag vocabulary. */
export function tagNode(site: Site, tag: Pick<Tag, 'id' | 'label'> & Partial<Tag>): DataNode {
  const { urls } = site;
  const address = urls.absolute(urls.tag(tag.id));
  return {
    '@type': 'DefinedTerm',
    '@id': `${address}#tag`,
    url: address,
    name: tag.label,
    termCode: tag.id,
    description: tag.description,
    alternateName: tag.synonyms?.length ? tag.synonyms : undefined,
    inDefinedTermSet: { '@id': tagSetId(site) },
  };
}

/** The tag vocabulary. */
export function tagSetNode(site: Site, tags: readonly Tag[]): DataNode {
  const { urls, words, program } = site;
  return {
    '@type': 'DefinedTermSet',
    '@id': tagSetId(site),
    url: urls.absolute(urls.tags),
    name: `${words.tags} · ${program.name}`,
    description: words.tagsIntro,
    hasDefinedTerm: tags.map((tag) => tagNode(site, tag)),
  };
}

function tagSetId({ urls }: Site): string {
  return `${urls.absolute(urls.tags)}#tags`;
}

/** Somebody who writes; a team is an organisation. */
export function authorNode(
  { urls }: Site,
  author: Author & Partial<Pick<Person, 'role' | 'about' | 'country' | 'links'>>,
): DataNode {
  const address = urls.absolute(urls.person(author.id));
  const { name, about, role, country, links = [], team } = author;
  return {
    '@type': team ? 'Organization' : 'Person',
    '@id': `${address}#author`,
    url: address,
    name,
    description: about,
    jobTitle: team ? undefined : role,
    workLocation: country && !team ? { '@type': 'Place', name: country } : undefined,
    sameAs: links.length > 0 ? links.map(({ url }) => url) : undefined,
  };
}

/** A post with its author, pictures, tags, round and newest responses. */
export function postNode(site: Site, post: DataPost): DataNode {
  const { urls } = site;
  const { blog, publisher } = idsOf(site);
  const address = urls.absolute(urls.post(post.id));
  return {
    '@type': 'BlogPosting',
    '@id': address,
    url: address,
    mainEntityOfPage: address,
    identifier: post.permanent,
    headline: post.title,
    description: post.summary,
    inLanguage: post.lang,
    datePublished: post.published,
    dateModified: post.modified,
    author: post.authors.map((author) => authorNode(site, author)),
    publisher: { '@id': publisher },
    image:
      post.pictures.length > 0
        ? post.pictures.map((picture) => pictureNode(site, picture))
        : undefined,
    keywords: post.tags.length > 0 ? post.tags.map(({ label }) => label) : undefined,
    about: post.tags.length > 0 ? post.tags.map((tag) => tagNode(site, tag)) : undefined,
    articleSection: post.section,
    isPartOf: [{ '@id': blog }, roundNode(site, post.round)],
    license: post.licence,
    translationOfWork: post.translationOf
      ? { '@id': urls.absolute(urls.post(post.translationOf)) }
      : undefined,
    discussionUrl: urls.absolute(urls.responsesOf(post.id)),
    ...comments(address, post.conversation),
  };
}

function pictureNode(site: Site, picture: DataPicture): DataNode {
  const { address, width, height, alt, caption, credit, licence, source } = picture;
  return {
    '@type': 'ImageObject',
    url: address,
    contentUrl: address,
    width: `${width} px`,
    height: `${height} px`,
    caption: caption ?? alt,
    creditText: credit ?? site.program.name,
    creator: credit ? undefined : { '@id': idsOf(site).publisher },
    license: licence,
    acquireLicensePage: source ?? licence,
  };
}

/** How many responses there are, and the newest with the same text that the page shows. */
function comments(address: string, conversation: Conversation) {
  const newest = publishedIn(conversation)
    .toSorted((a, b) => b.moment.getTime() - a.moment.getTime())
    .slice(0, MOST_COMMENTS);
  return {
    commentCount: conversation.count,
    comment: newest.length > 0 ? newest.map((one) => commentNode(address, one)) : undefined,
  };
}

function commentNode(address: string, response: Response): DataNode {
  const { author, moment, edited, anchor, html } = response;
  return {
    '@type': 'Comment',
    '@id': `${address}#${anchor}`,
    url: `${address}#${anchor}`,
    text: responseText(html),
    dateCreated: response.hasTime ? moment.toISOString() : response.day,
    dateModified: edited?.toISOString(),
    author: author && { '@type': 'Person', name: author.name, url: author.url },
  };
}
