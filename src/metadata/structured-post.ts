import { doiAddress } from '../core/model/identifiers.ts';
import type { Tag } from '../core/model/tag.ts';
import type { Site } from '../core/site/site.ts';
import type { Conversation, Response } from '../responses/response.ts';
import { responsePages, responsesOnPage } from '../responses/response-pages.ts';
import { responseText } from '../responses/sanitize-html.ts';
import { type DataNode, idsOf } from './structured-data.ts';
import { authorNode, type DataAuthor, roundNode, tagNode } from './structured-subjects.ts';

/** A post as the graph describes it. Moments are ISO 8601. */
export interface DataPost {
  id: string;
  title: string;
  summary: string;
  lang: string;
  published: string;
  modified: string;
  round?: { id: string; label: string } | undefined;
  section: string;
  authors: readonly DataAuthor[];
  tags: readonly Pick<Tag, 'id' | 'label'>[];
  pictures: readonly DataImage[];
  licence?: string | undefined;
  /** Whole address that never changes. */
  permanent: string;
  doi?: string | undefined;
  translationOf?: string | undefined;
  conversation: Conversation;
}

/** A picture with what image searches show under it. */
export interface DataImage {
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

/** How many responses a post's description holds, and how long they are together, in characters of HTML. */
const MOST_COMMENTS = 20;
const MOST_SAID = 40_000;

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
    identifier: post.doi
      ? [post.permanent, { '@type': 'PropertyValue', propertyID: 'DOI', value: post.doi }]
      : post.permanent,
    sameAs: post.doi && doiAddress(post.doi),
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
    isPartOf: [{ '@id': blog }, ...(post.round ? [roundNode(site, post.round)] : [])],
    license: post.licence,
    translationOfWork: post.translationOf
      ? { '@id': urls.absolute(urls.post(post.translationOf)) }
      : undefined,
    discussionUrl: urls.absolute(urls.responsesOf(post.id)),
    ...comments(address, post.conversation),
  };
}

function pictureNode(site: Site, picture: DataImage): DataNode {
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
  let length = 0;
  const [shown = []] = responsePages(conversation.threads);
  const newest = responsesOnPage(shown)
    .filter(({ state }) => state === 'published')
    .toSorted((a, b) => b.moment.getTime() - a.moment.getTime())
    .slice(0, MOST_COMMENTS)
    .filter(({ html }) => {
      length += html.length;
      return length <= MOST_SAID;
    });
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
    author: author && {
      '@type': 'Person',
      name: author.name,
      alternateName: author.login && `@${author.login}`,
      url: author.url,
    },
  };
}
