import { kindWords } from '../core/i18n/kind-words.ts';
import { languageHeading } from '../core/i18n/language-name.ts';
import { nameInSentence, type Words, wordsFor } from '../core/i18n/words.ts';
import { dayIn } from '../core/model/dates.ts';
import { orcidAddress, rorAddress } from '../core/model/identifiers.ts';
import type { Kind } from '../core/model/kinds.ts';
import { LICENCES, type Licence } from '../core/model/licences.ts';
import type { Program } from '../core/model/program.ts';
import type { Site } from '../core/site/site.ts';
import type { Listing } from '../core/site/urls.ts';
import type { FeedCover } from '../standalone/context.ts';
import type { BrowserView } from './browser-view.ts';

/** What a feed needs of a post. */
export interface FeedPost {
  id: string;
  permanentId: string;
  title: string;
  kind: Kind;
  round?: { id: string; label: string } | undefined;
  tags: readonly { id: string; label: string }[];
  authors: readonly FeedAuthor[];
  published: Date;
  modified: Date;
  lang: string;
  summary: string;
  withdrawn: boolean;
  fields: {
    guid?: string | undefined;
    doi?: string | undefined;
    licence?: Licence | undefined;
    updated?: string | undefined;
  };
}

/** Who wrote a post. */
interface FeedAuthor {
  id: string;
  name: string;
  orcid?: string | undefined;
  ror?: string | undefined;
}

/** What is known of a post beyond its front matter. */
export interface FeedContent {
  /** The whole post as HTML for feeds, from `treeToHtml`. */
  html: string;
  picture?: FeedCover | undefined;
  /** How many responses it has by now; left out where a page must never change. */
  responses?: number | undefined;
}

/** One entry, the same for every format. Addresses are whole, with host. */
export interface FeedItem extends FeedContent {
  /** Never changes; see {@link entryId}. */
  id: string;
  address: string;
  /** Without the address that leads there. */
  doi?: string | undefined;
  title: string;
  summary: string;
  language: string;
  published: Date;
  /** The day of publication in the program's zone. */
  day: string;
  /** Moves with an edit; never before `published`. */
  updated: Date;
  /** Each with the address of the ORCID iD or ROR, else of the page about them. */
  authors: { name: string; address: string }[];
  categories: FeedCategory[];
  /** Of the text: the post's own, or else the program's. A withdrawn post has none. */
  licence?: FeedLicence | undefined;
  /** A withdrawn post has none. */
  responsesAddress?: string | undefined;
  /** Only where responses are known, and so have a feed. */
  responsesFeed?: string | undefined;
}

export interface FeedCategory {
  term: string;
  label: string;
  /** The list of which the category's page is one. */
  scheme: string;
}

export interface FeedLicence {
  label: string;
  /** Whole address of its text, if it has one. */
  address?: string | undefined;
}

/** A feed, the same for every format. Addresses are whole, with host. */
export interface Feed {
  id: string;
  title: string;
  description: string;
  issn?: string | undefined;
  language: string;
  /** The page that the feed follows. */
  home: string;
  /** The feed's own address. */
  self: string;
  items: FeedItem[];
  /** When an empty feed last changed; see {@link beforeAll}. */
  since: Date;
  /** The archive page before this document (RFC 5005), if there is one. */
  earlier?: string | undefined;
  /** Where the entries go on that this document has no place for, if any are left (JSON Feed's `next_url`). */
  further?: string | undefined;
  /** Where all entries ever published are, as JSON Feed. */
  complete: string;
  /** On an archive page: the address of the feed to which it belongs. */
  current?: string | undefined;
  /** Where feeds are explained, and the style sheet for those who open one in a browser. */
  subscribe: string;
  stylesheet: string;
  words: Words;
}

/** What the whole site knows and an entry shows. */
export interface FeedContext
  extends Pick<Site, 'urls' | 'words'>,
    Record<
      'program',
      Pick<
        Program,
        | 'name'
        | 'description'
        | 'language'
        | 'timeZone'
        | 'feedAuthority'
        | 'licence'
        | 'issn'
        | 'kinds'
      >
    > {
  /** The names of rounds, tags and people by their ids. */
  label: (of: 'round' | 'tag' | 'person', id: string) => string;
}

/** How many of the newest entries a feed holds, and how many a full archive page. */
export const FEED_LENGTH = 20;

/** How many entries a part of the complete feed holds: hosts refuse files of some 25 MB. */
export const COMPLETE_LENGTH = 1000;

/** How many characters of content a feed may hold before it stops short of its full length. */
export const FEED_CONTENT_LIMIT = 1_000_000;

/**
 * A `tag:` URI (RFC 4151) under the program's feed authority.
 *
 * @param specific what it names; anything that a URI cannot hold is encoded
 */
export function tagUri(authority: Program['feedAuthority'], specific: string): string {
  return `tag:${authority.domain},${authority.year}:${encodeURI(specific)}`;
}

/**
 * The permanent id of a post's entry: the one that it had in its former blog, or one made of the
 * feed authority and the permanent id. No title, folder, base path or host is in it.
 */
export function entryId(
  { fields, permanentId }: { permanentId: string; fields: Pick<FeedPost['fields'], 'guid'> },
  authority: Program['feedAuthority'],
): string {
  return fields.guid ?? tagUri(authority, permanentId);
}

/** One post as an entry. */
export function feedItem(post: FeedPost, matter: FeedContent, setting: FeedContext): FeedItem {
  const { program, urls } = setting;
  const { published, modified } = post;
  return {
    ...matter,
    id: entryId(post, program.feedAuthority),
    address: urls.absolute(urls.post(post.id)),
    title: post.title,
    summary: post.summary,
    language: post.lang,
    published,
    day: dayIn(published, program.timeZone),
    updated: modified,
    doi: post.fields.doi,
    authors: post.authors.map((author) => ({
      name: author.name,
      address: addressOf(author, urls),
    })),
    categories: categoriesOf(post, setting),
    licence: post.withdrawn ? undefined : licenceOf(post.fields.licence ?? program.licence),
    responsesAddress: post.withdrawn ? undefined : urls.absolute(urls.responsesOf(post.id)),
    responsesFeed:
      matter.responses === undefined ? undefined : urls.absolute(urls.responsesFeedOf(post.id)),
  };
}

/** Who harvests feeds knows people and organisations by these (Rogue Scholar). */
function addressOf({ id, orcid, ror }: FeedAuthor, urls: FeedContext['urls']): string {
  if (orcid) return orcidAddress(orcid);
  return ror ? rorAddress(ror) : urls.absolute(urls.person(id));
}

function licenceOf(id: Licence): FeedLicence {
  const { label, url } = LICENCES[id];
  return { label, address: url };
}

function categoriesOf(post: FeedPost, { program, urls }: FeedContext): FeedCategory[] {
  const { absolute, home, rounds, tags } = urls;
  const { round } = post;
  return [
    {
      term: post.kind,
      label: kindWords(program, post.kind, program.language).many,
      scheme: absolute(home),
    },
    ...(round ? [{ term: round.id, label: round.label, scheme: absolute(rounds) }] : []),
    ...post.tags.map(({ id, label }) => ({ term: id, label, scheme: absolute(tags) })),
  ];
}

/** The feed of a list, or of the whole blog, without its entries. */
export function feedOf(list: Listing, setting: FeedContext): Omit<Feed, 'items'> {
  const { program, urls } = setting;
  const { absolute } = urls;
  const everything = list.by === 'all';
  const language = list.by === 'language' ? list.id : program.language;
  const words = list.by === 'language' ? wordsFor(language) : setting.words;
  return {
    id: tagUri(program.feedAuthority, everything ? 'feed' : `feed/${list.by}/${list.id}`),
    title: everything ? program.name : `${program.name}: ${listingLabel(list, setting)}`,
    description: everything
      ? program.description
      : words.feedOf({
          list: listingLabel(list, setting),
          program: nameInSentence(program.name, language),
        }),
    issn: program.issn,
    language,
    home: absolute(everything ? urls.home : urls.listing(list)),
    self: absolute(urls.listingFeed(list)),
    complete: absolute(urls.completeFeed()),
    since: beforeAll(program.feedAuthority),
    subscribe: absolute(urls.subscribe),
    stylesheet: urls.local('feed.css'),
    words,
  };
}

/** What a list is called in the name of its feed. */
export function listingLabel(list: Listing, { program, words, label }: FeedContext): string {
  if (list.by === 'all') return words.allPosts;
  if (list.by === 'kind') return kindWords(program, list.id, program.language).many;
  if (list.by === 'language') return languageHeading(list.id, list.id);
  return label(list.by, list.id);
}

/**
 * The posts that a feed may hold: the newest {@link FEED_LENGTH}, and behind them as many older ones
 * that were changed since the last of these came out. Who read a post long ago hears that it was
 * corrected or withdrawn, since no reader looks at an archive twice (RFC 5005, section 4.1). A post
 * that was withdrawn without a day stays there, since it may have happened just now.
 *
 * @param newest posts, the newest first
 */
export function currentPosts<
  Post extends Pick<FeedPost, 'published' | 'modified' | 'withdrawn' | 'fields'>,
>(newest: readonly Post[]): Post[] {
  const current = newest.slice(0, FEED_LENGTH);
  const last = current.at(-1);
  if (!last) return [];
  const changed = newest
    .slice(FEED_LENGTH)
    .filter(
      ({ modified, withdrawn, fields }) =>
        modified > last.published || (withdrawn && !fields.updated),
    )
    .toSorted((a, b) => b.modified.getTime() - a.modified.getTime())
    .slice(0, FEED_LENGTH);
  const told = new Set(changed);
  return [...current, ...newest.filter((post) => told.has(post))];
}

/**
 * The entries that a feed holds: all, or fewer where they are so long that readers would refuse the
 * file.
 *
 * @param items from the posts of {@link currentPosts}
 */
export function currentItems<Item extends { html: string }>(items: readonly Item[]): Item[] {
  let characters = 0;
  const end = items.findIndex((item, index) => {
    characters += item.html.length;
    return index > 0 && characters > FEED_CONTENT_LIMIT;
  });
  return items.slice(0, end < 0 ? items.length : end);
}

/**
 * The archive pages (RFC 5005) that hold what the current feed no longer does, page 1 the oldest.
 * Pages are counted from the first post, so that a full page keeps its entries for ever; the
 * newest page overlaps with the current feed.
 *
 * @param newest all entries, the newest first
 * @param current how many entries the current feed holds
 * @returns pages, each with its newest entry first
 */
export function archivePages<Item>(newest: readonly Item[], current: number): Item[][] {
  const oldest = [...newest].reverse();
  const past = newest.length - Math.min(current, FEED_LENGTH);
  const pages = Math.max(0, Math.ceil(past / FEED_LENGTH));
  return Array.from({ length: pages }, (_, index) =>
    oldest.slice(index * FEED_LENGTH, (index + 1) * FEED_LENGTH).reverse(),
  );
}

/** The parts of the feed of all posts ever, the newest first; one that is empty where there are none. */
export function completeParts<Item>(newest: readonly Item[]): Item[][] {
  const count = Math.max(1, Math.ceil(newest.length / COMPLETE_LENGTH));
  return Array.from({ length: count }, (_, index) =>
    newest.slice(index * COMPLETE_LENGTH, (index + 1) * COMPLETE_LENGTH),
  );
}

/** When a feed last changed, by its entries alone; where it has none, `since`. */
export function lastChange(feed: Pick<Feed, 'items' | 'since'>): Date {
  const { items, since } = feed;
  return new Date(Math.max(since.getTime(), ...items.map((item) => item.updated.getTime())));
}

/** What a browser shows of a feed. */
export function browserViewOf(feed: Feed): BrowserView {
  return {
    ...feed,
    entries: feed.items.map(({ title, address, day, summary, language }) => {
      return { title, address, day, summary, language };
    }),
  };
}

/** A moment before every post, for a feed that has none yet. */
export function beforeAll({ year }: Program['feedAuthority']): Date {
  return new Date(Date.UTC(year, 0, 1));
}
