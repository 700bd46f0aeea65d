import type { APIRoute, GetStaticPaths } from 'astro';
import { rss } from '../../blog/feed-rss.ts';
import type { Listing } from '../../blog/urls.ts';
import { site } from '../../content.ts';
import { feed, followedLists, mainFeed } from '../../feeds.ts';

export const getStaticPaths = (async () => {
  const lists = await followedLists();
  return lists.flatMap(({ list, formerly }) =>
    [list, ...formerly.map((id) => ({ ...list, id }) as Listing)].map((known) => ({
      params: { list: folderOf(known) },
      props: { list },
    })),
  );
}) satisfies GetStaticPaths;

/** The feed of a list; at a former id of the list too, since subscribers follow no redirect page. */
export const GET: APIRoute<{ list: Listing }> = async ({ props: { list } }) => {
  const xml = rss(list.by === 'all' ? await mainFeed('rss') : await feed(list));
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};

function folderOf(list: Listing): string | undefined {
  const { urls } = site;
  return list.by === 'all' ? undefined : urls.listing(list).slice(urls.root.length, -1);
}
