import type { Room } from '../../core/model/heading-anchors.ts';
import { kindIds, kindsOf } from '../../core/model/kinds.ts';
import { decodeUrl } from '../../core/site/decode-url.ts';
import { POST_FILES, SOCIAL_CARD, siteUrls } from '../../core/site/urls.ts';
import { feedImageName } from '../../images/feed-image-name.ts';
import { type ContentIndex, currentId, type Known } from '../content-index.ts';
import type { Document } from '../document.ts';
import { textAnchors } from './headings.ts';

/** What is found at an address of this site. */
export interface LinkTarget {
  /** The places on it to which a link may lead, where they are known. */
  anchors?: readonly string[] | undefined;
  /** Of which room it is, where it is a text. */
  room?: Room;
  /** Since when it is published (ISO 8601), or that it is a draft; nothing where that is no matter. */
  from?: string | undefined;
  /** Its address of today, if the given one is a former one. */
  now?: string | undefined;
  /** Whether the address lacks the slash at its end. */
  slash?: true;
}

/** Content knows no base path: it is put before all addresses when the site is built. */
const urls = siteUrls('https://site.invalid', '/');

/** The site's own addresses, which are there whatever the content. */
const OWN: ReadonlySet<string> = new Set([
  ...Object.values(urls).filter((address) => typeof address === 'string'),
  urls.responses(),
]);

/** Addresses that are made of more than content: years, pages of lists, short addresses. */
const MADE = /^\/(archive\/\d{4}|responses\/page\/\d+|p\/\w+|write\/help)\/$/;

/** What stands beside every post, but for what only the editor reads. */
const BESIDE = [...POST_FILES.filter((name) => name !== 'editor.json'), SOCIAL_CARD];

/** Every page of the site that content makes, and those that are always there. */
export function addressesOf(catalogue: ContentIndex): readonly string[] {
  const addresses = known.get(catalogue) ?? allAddresses(catalogue);
  known.set(catalogue, addresses);
  return addresses;
}

/** Each broken link looks through all of them. */
const known = new WeakMap<ContentIndex, readonly string[]>();

function allAddresses(catalogue: ContentIndex): string[] {
  const hasRounds = Object.keys(catalogue.rounds).length > 0;
  const { kind, listingFeed } = siteUrls('https://site.invalid', '/', catalogue.program);
  const kinds = kindIds(catalogue.program);
  return [
    ...[...OWN].filter((address) => hasRounds || address !== urls.rounds),
    ...kinds.map(kind),
    ...kinds.map((id) => listingFeed({ by: 'kind', id })),
    ...Object.keys(catalogue.pages).map(urls.page),
    ...Object.keys(catalogue.posts).map(urls.post),
    ...Object.keys(catalogue.tags).map(urls.tag),
    ...Object.keys(catalogue.rounds).map(urls.round),
    ...Object.keys(catalogue.people).map(urls.person),
  ];
}

/**
 * What stands at an address of this site, or nothing.
 *
 * @param path root-relative, without ? and #; empty for the page of the text itself
 * @param prose that text; nothing for what stands in no text
 */
export function linkTarget(
  path: string,
  prose: Document | undefined,
  catalogue: ContentIndex,
): LinkTarget | undefined {
  if (path === '' && prose) return { anchors: textAnchors(prose), room: prose.room };
  const found = exactly(path, catalogue);
  if (found) return found;
  const withSlash = path.endsWith('/') ? undefined : exactly(`${path}/`, catalogue);
  if (withSlash) return { ...withSlash, slash: true };
  return isInUnread(path, catalogue) ? {} : undefined;
}

/** Whether an address belongs to a part of the content that can't be read as a whole. */
function isInUnread(path: string, { unread = [] }: ContentIndex): boolean {
  const [, room = ''] = path.split('/');
  const part = ['posts', 'tags', 'rounds', 'people'].includes(room) ? room : 'pages';
  return unread.some((one) => one === part);
}

function exactly(path: string, catalogue: ContentIndex): LinkTarget | undefined {
  const hasRounds = Object.keys(catalogue.rounds).length > 0;
  if (path === urls.rounds && !hasRounds) return undefined;
  if (OWN.has(path) || MADE.test(path)) return {};
  const [, ofKind] = /^\/([^/]+)\/(?:page\/\d+\/|rss\.xml)?$/.exec(path) ?? [];
  if (Object.values(kindsOf(catalogue.program)).some((kind) => kind.path === ofKind)) return {};
  const [, room = '', id = '', rest = ''] = /^\/([^/]+)\/(?:([^/]+)\/(.*))?$/.exec(path) ?? [];
  if (id === '' && !path.endsWith('/')) return undefined;
  if (room === 'posts') return postAt(id, rest, catalogue);
  const lists: Record<string, [Readonly<Record<string, Known>>, (id: string) => string]> = {
    tags: [catalogue.tags, urls.tag],
    rounds: [catalogue.rounds, urls.round],
    people: [catalogue.people, urls.person],
  };
  const list = Object.hasOwn(lists, room) ? lists[room] : undefined;
  if (list) return listAt(id, rest, ...list);
  if (id !== '') return undefined;
  const page = Object.hasOwn(catalogue.pages, room) ? catalogue.pages[room] : undefined;
  if (page) return { anchors: page.anchors, room: 'pages' };
  const now = currentId(catalogue.pages, room);
  return now ? { now: urls.page(now) } : undefined;
}

function postAt(id: string, rest: string, catalogue: ContentIndex): LinkTarget | undefined {
  const today = Object.hasOwn(catalogue.posts, id) ? id : currentId(catalogue.posts, id);
  const post = today === undefined ? undefined : catalogue.posts[today];
  if (!today || !post) return undefined;
  const files = [...BESIDE, ...post.pictures.map(feedImageName)];
  if (/^responses\/page\/\d+\/$/.test(rest)) return {};
  if (rest !== '') return files.includes(decodeUrl(rest)) ? {} : undefined;
  const { anchors, from = 'draft' } = post;
  return { anchors, room: 'posts', from, ...(today === id ? {} : { now: urls.post(today) }) };
}

function listAt(
  id: string,
  rest: string,
  known: Readonly<Record<string, Known>>,
  address: (id: string) => string,
): LinkTarget | undefined {
  if (!/^(page\/\d+\/|rss\.xml)?$/.test(rest)) return undefined;
  if (Object.hasOwn(known, id)) return {};
  const now = currentId(known, id);
  return now ? { now: address(now) } : undefined;
}
