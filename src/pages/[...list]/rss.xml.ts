import type { APIRoute, GetStaticPaths } from 'astro';
import { type Post, site } from '../../content.ts';
import type { Listing } from '../../core/site/urls.ts';
import { feed, followedLists, followedPosts, mainFeed } from '../../feeds/from-content.ts';
import { rss } from '../../feeds/rss.ts';
import { withCacheKey } from '../_cache-keys.ts';

interface Followed {
  list: Listing;
  posts: readonly Post[];
}

export const getStaticPaths = (async () => {
  const lists = await followedLists();
  const followed = lists.map(async ({ list, formerly }) => {
    const posts = await followedPosts(list);
    const ids = [list, ...formerly.map((id) => ({ ...list, id }) as Listing)];
    const paths = ids.map((known) => ({
      params: { list: folderOf(known) },
      props: { list, posts },
    }));
    // The main feed says how many pages its archive has, which does not follow from its posts.
    return list.by === 'all' ? paths : withCacheKey(paths);
  });
  return (await Promise.all(followed)).flat();
}) satisfies GetStaticPaths;

/** The feed of a list; at a former id of the list too, since subscribers follow no redirect page. */
export const GET: APIRoute<Followed> = async ({ props: { list, posts } }) => {
  const xml = await rss(list.by === 'all' ? await mainFeed('rss') : await feed(list, posts));
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};

function folderOf(list: Listing): string | undefined {
  const { urls } = site;
  return list.by === 'all' ? undefined : urls.listing(list).slice(urls.root.length, -1);
}
