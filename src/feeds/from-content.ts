import {
  latestResponses,
  type Post,
  people,
  postLanguages,
  posts,
  rounds,
  site,
  tags,
} from '../content.ts';
import { kindWords } from '../core/i18n/kind-words.ts';
import { languageHeading } from '../core/i18n/language-name.ts';
import { responseWordsFor } from '../core/i18n/response-words.ts';
import { wordsFor } from '../core/i18n/words.ts';
import { momentOf } from '../core/model/dates.ts';
import { kindIds } from '../core/model/kinds.ts';
import type { Listing } from '../core/site/urls.ts';
import { latest } from '../responses/response.ts';
import { contentOf, coverOf } from '../standalone/from-content.ts';
import {
  archivePages,
  beforeAll,
  completeParts,
  currentItems,
  currentPosts,
  entryId,
  type Feed,
  type FeedContext,
  type FeedItem,
  feedItem,
  feedOf,
  listingLabel,
} from './feed.ts';
import type { FeedGroup } from './opml.ts';
import { responseFeed } from './responses.ts';

const { program, urls, words } = site;

/** A list with its feed, and the ids that it once had, at which the feed answers still. */
export interface FollowedList {
  list: Listing;
  label: string;
  formerly: readonly string[];
}

/** Every list that has a feed of its own, the whole blog first. */
export async function followedLists(): Promise<FollowedList[]> {
  const [allRounds, allTags, everybody] = await Promise.all([rounds(), tags(), people()]);
  const named = (by: 'round' | 'tag' | 'person', id: string, label: string, old: string[]) => ({
    list: { by, id } as const,
    label,
    formerly: old,
  });
  return [
    { list: { by: 'all' }, label: words.allPosts, formerly: [] },
    ...kindIds(program).map((id) => ({
      list: { by: 'kind', id } as const,
      label: kindWords(program, id, program.language).many,
      formerly: [],
    })),
    ...allRounds.map(({ id, label, formerly }) => named('round', id, label, formerly)),
    ...allTags.map(({ id, label, formerly }) => named('tag', id, label, formerly)),
    ...everybody.map(({ id, name, formerly }) => named('person', id, name, formerly)),
    ...(await postLanguages()).map((id) => ({
      list: { by: 'language', id } as const,
      label: languageHeading(id, id),
      formerly: [],
    })),
  ];
}

/** The posts that a list's feed may hold, the newest first. */
export async function followedPosts(list: Listing): Promise<Post[]> {
  return currentPosts((await feedPosts()).filter((post) => isIn(post, list)));
}

/** The feed of a list with its posts, from {@link followedPosts}. */
export async function feed(list: Listing, followed: readonly Post[], self?: string): Promise<Feed> {
  const made = feedOf(list, await feedSetting());
  const items = currentItems(await Promise.all(followed.map(itemOf)));
  return { ...made, items, ...(self ? { self } : {}) };
}

/** The feed of the whole blog, at the address of a format that is not walked back. */
export async function wholeFeed(self: string): Promise<Feed> {
  return feed({ by: 'all' }, await followedPosts({ by: 'all' }), self);
}

/** The main feed in a format that is walked back to the first post. */
export async function mainFeed(format: 'rss' | 'atom'): Promise<Feed> {
  const current = await wholeFeed(urls.absolute(urls[format]));
  const pages = (await archives(current)).length;
  return pages > 0 ? { ...current, earlier: archiveAddress(format, pages) } : current;
}

/** The posts of each part of the feed of all posts ever, the newest first. */
export async function completeFeedParts(): Promise<Post[][]> {
  return completeParts(await feedPosts());
}

/**
 * A part of the feed of all posts ever.
 *
 * @param part from 1
 * @param isLast whether no part follows
 */
export async function completeFeed(
  part: number,
  isLast: boolean,
  posts: readonly Post[],
): Promise<Feed> {
  return {
    ...feedOf({ by: 'all' }, await feedSetting()),
    items: await Promise.all(posts.map(itemOf)),
    self: urls.absolute(urls.completeFeed(part)),
    further: isLast ? undefined : urls.absolute(urls.completeFeed(part + 1)),
  };
}

/** A page of the archive of the main feed (RFC 5005). */
export interface ArchivePage {
  /** From 1, the oldest first. */
  number: number;
  posts: readonly Post[];
}

/** The archive pages of the main feed. */
export async function archivePagesOf(format: 'rss' | 'atom'): Promise<ArchivePage[]> {
  const pages = await archives(await wholeFeed(urls.absolute(urls[format])));
  return pages.map((page, index) => ({ number: index + 1, posts: page }));
}

/** An archive page as a feed. */
export async function archiveFeed(
  format: 'rss' | 'atom',
  { number, posts }: ArchivePage,
): Promise<Feed> {
  const items = await Promise.all(posts.map(itemOf));
  return {
    ...feedOf({ by: 'all' }, await feedSetting()),
    // How many responses a post has changes; an archive page does not.
    items: items.map((item) => ({ ...item, responses: undefined })),
    self: archiveAddress(format, number),
    current: urls.absolute(urls[format]),
    earlier: number > 1 ? archiveAddress(format, number - 1) : undefined,
  };
}

async function archives(current: Feed) {
  return archivePages(await feedPosts(), current.items.length);
}

function archiveAddress(format: 'rss' | 'atom', page: number): string {
  return urls.absolute(urls.feedArchive(format, page));
}

/** Every feed of the site under its heading. */
export async function feedGroups(): Promise<FeedGroup[]> {
  const lists = await followedLists();
  const setting = await feedSetting();
  const group = (title: string, by: Listing['by']) => ({
    title,
    feeds: lists
      .filter(({ list }) => list.by === by)
      .map(({ list }) => {
        const { title, self, home } = feedOf(list, setting);
        const lang = list.by === 'language' ? { lang: list.id } : {};
        return { title, label: listingLabel(list, setting), address: self, home, ...lang };
      }),
  });
  return [
    group(program.name, 'all'),
    group(words.byKind, 'kind'),
    ...((await rounds()).length > 0 ? [group(words.byRound, 'round')] : []),
    group(words.byTag, 'tag'),
    group(words.byPerson, 'person'),
    ...((await postLanguages()).length > 0 ? [group(words.byLanguage, 'language')] : []),
  ];
}

/** The newest responses as Atom: of one post, or across the blog. */
export async function responsesFeed(post?: Post): Promise<string> {
  const all = post ? latest(post.withdrawn ? [] : [{ post, ...post }]) : await latestResponses();
  const shown = all.filter((one) => !one.post.unseen);
  const newest = shown.slice(0, post ? 100 : 50).map(({ response, post: answered }) => ({
    response,
    post: {
      permanentId: answered.permanentId,
      title: answered.title,
      address: urls.absolute(urls.post(answered.id)),
      entryId: entryId(answered, program.feedAuthority),
    },
  }));
  const language = post?.lang ?? program.language;
  const own = wordsFor(language);
  const spoken = responseWordsFor(language);
  return responseFeed(
    newest,
    {
      title: post ? `${own.responses}: ${post.title}` : `${own.responses} · ${program.name}`,
      follows: post?.permanentId ?? 'all',
      self: urls.absolute(post ? urls.responsesFeedOf(post.id) : urls.responsesFeed),
      home: urls.absolute(post ? urls.post(post.id) : urls.responses()),
      subscribe: urls.absolute(urls.subscribe),
      stylesheet: urls.local('feed.css'),
      language,
      words: { ...own, feedUse: own.responsesFeedUse },
      nobody: spoken.nobody,
      on: post ? undefined : spoken.to,
      since: post ? momentOf(post.fields.date, program.timeZone) : beforeAll(program.feedAuthority),
    },
    program.feedAuthority,
  );
}

/** What feeds hold: posts that are out, in the order of the site. A preview's drafts never are. */
async function feedPosts(): Promise<Post[]> {
  return (await posts()).filter((post) => !post.unseen);
}

function isIn(post: Post, list: Listing): boolean {
  if (list.by === 'all') return true;
  if (list.by === 'kind') return post.kind === list.id;
  if (list.by === 'round') return post.round?.id === list.id;
  if (list.by === 'language') return post.lang === list.id;
  return (list.by === 'tag' ? post.tags : post.authors).some(({ id }) => id === list.id);
}

let setting: Promise<FeedContext> | undefined;

function feedSetting(): Promise<FeedContext> {
  if (!setting || import.meta.env.DEV) setting = readFeedSetting();
  return setting;
}

async function readFeedSetting(): Promise<FeedContext> {
  const [allRounds, allTags, everybody] = await Promise.all([rounds(), tags(), people()]);
  const labels = new Map([
    ...allRounds.map(({ id, label }) => [`round ${id}`, label] as const),
    ...allTags.map(({ id, label }) => [`tag ${id}`, label] as const),
    ...everybody.map(({ id, name }) => [`person ${id}`, name] as const),
  ]);
  return { program, urls, words, label: (of, id) => labels.get(`${of} ${id}`) ?? id };
}

const items = new Map<Post, Promise<FeedItem>>();

function itemOf(post: Post): Promise<FeedItem> {
  const known = items.get(post) ?? makeItem(post);
  items.set(post, known);
  return known;
}

async function makeItem(post: Post): Promise<FeedItem> {
  const matter = {
    html: await contentOf(post),
    picture: await coverOf(post),
    responses: post.withdrawn ? undefined : post.responseCount,
  };
  return feedItem(post, matter, await feedSetting());
}
