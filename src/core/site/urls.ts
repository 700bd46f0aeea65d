import { type Kind, kindNamed, type NamesKinds } from '../model/kinds.ts';
import { questionAnchor } from '../model/questions.ts';

/** The files that can stand beside a post's page, pictures apart. */
export const POST_FILES = [
  'index.md',
  'editor.json',
  'cite.bib',
  'cite.ris',
  'cite.txt',
  'mail.html',
  'mail.txt',
  'responses.xml',
] as const;

/** The picture shown where a page is shared; it stands in the page's folder. */
export const SOCIAL_CARD = 'share.png';

type PostFileName = (typeof POST_FILES)[number];

/** A list that has its own page, pages after it, and a feed. */
export type Listing =
  | { by: 'all' }
  | { by: 'kind'; id: Kind }
  | { by: 'round' | 'tag' | 'person'; id: string }
  /** By its BCP 47 tag. */
  | { by: 'language'; id: string };

/**
 * Every address of the site. All are root-relative, begin with the base path, and end with a
 * slash unless they name a file.
 *
 * @param site the origin, `https://example.org`
 * @param base the folder in which the site lives, `/` or `/blog`
 * @param program which kinds of posts there are; without it, ours
 */
export function siteUrls(site: string, base: string, program: NamesKinds = {}) {
  const root = `/${base}/`.replace(/\/+/g, '/');
  const at = (path: string) => root + path.replace(/^\/+/, '');
  const listing = (list: Listing) => at(listingPath(list, program));
  const besidePost = (id: string, file: PostFileName) => at(`posts/${id}/${file}`);
  const paged = (first: string, page: number) => (page > 1 ? `${first}page/${page}/` : first);
  return {
    root,
    /** An address on this site that stands in content, `/about/`, with the base path put before. */
    local: at,
    /** The whole address, with host. */
    absolute: (address: string) => new URL(address, site).href,
    home: at(''),
    post: (id: string) => at(`posts/${id}/`),
    question: (id: string, number: number) => `${at(`posts/${id}/`)}#${questionAnchor(number)}`,
    responsesOf: (id: string) => `${at(`posts/${id}/`)}#responses`,
    /** A page of what was said about a post; the first is on the post's own. */
    responsesPage: (id: string, page: number) =>
      page > 1 ? at(`posts/${id}/responses/page/${page}/`) : `${at(`posts/${id}/`)}#responses`,
    responsesFeedOf: (id: string) => besidePost(id, 'responses.xml'),
    postMarkdown: (id: string) => besidePost(id, 'index.md'),
    /** The post as the editor opens it. */
    postSource: (id: string) => besidePost(id, 'editor.json'),
    postPicture: (id: string, file: string) => at(`posts/${id}/${file}`),
    /** The citation in the formats of reference managers, or in words. */
    postCitation: (id: string, ending: 'bib' | 'ris' | 'txt') => besidePost(id, `cite.${ending}`),
    /** The short address of a post, by its code. */
    short: (code: string) => at(`p/${code}/`),
    /** The picture that is shown where a page is shared; page 1 of a list has that of all. */
    socialCard: (page: string) => at(`${page.slice(root.length)}${SOCIAL_CARD}`),
    postMail: (id: string, ending: 'html' | 'txt') => besidePost(id, `mail.${ending}`),
    listing: (list: Listing, page = 1) => paged(listing(list), page),
    listingFeed: (list: Listing) =>
      at(`${list.by === 'all' ? '' : listingPath(list, program)}rss.xml`),
    kind: (kind: Kind) => listing({ by: 'kind', id: kind }),
    round: (id: string) => listing({ by: 'round', id }),
    tag: (id: string) => listing({ by: 'tag', id }),
    person: (id: string) => listing({ by: 'person', id }),
    language: (id: string) => listing({ by: 'language', id }),
    rounds: at('rounds/'),
    tags: at('tags/'),
    people: at('people/'),
    archive: at('archive/'),
    archiveOf: (year: string) => at(`archive/${year}/`),
    search: at('search/'),
    subscribe: at('subscribe/'),
    responses: (page = 1) => paged(at('responses/'), page),
    write: at('write/'),
    writeHelp: at('write/help/'),
    writeReply: at('write/reply/'),
    contentSummary: at('write/catalogue.json'),
    page: (id: string) => at(`${id}/`),
    rss: at('rss.xml'),
    atom: at('atom.xml'),
    jsonFeed: at('feed.json'),
    /** A part of the feed of all posts ever, from 1, the newest. */
    completeFeed: (part = 1) => at(`feed/complete${part > 1 ? `-${part}` : ''}.json`),
    /** A page of the main feed's archive (RFC 5005), from 1, the oldest. */
    feedArchive: (format: 'rss' | 'atom', page: number) => at(`${format}/${page}.xml`),
    responsesFeed: at('responses.xml'),
    calendar: at('calendar.ics'),
    opml: at('subscribe.opml'),
    sitemap: at('sitemap-index.xml'),
    /** A part of the sitemap, from 1. */
    sitemapPart: (part: number) => at(`sitemap-${part}.xml`),
    robots: at('robots.txt'),
    llms: at('llms.txt'),
  };
}

export type Urls = ReturnType<typeof siteUrls>;

function listingPath(list: Listing, program: NamesKinds): string {
  if (list.by === 'all') return 'archive/';
  if (list.by === 'kind') {
    const kind = kindNamed(program, list.id);
    if (!kind) throw new Error(`There is no kind of post "${list.id}".`);
    return `${kind.path}/`;
  }
  const folder = { round: 'rounds', tag: 'tags', person: 'people', language: 'languages' }[list.by];
  // All addresses are in small letters: pt-BR is at pt-br/.
  const name = list.by === 'language' ? list.id.toLowerCase() : list.id;
  return `${folder}/${name}/`;
}
