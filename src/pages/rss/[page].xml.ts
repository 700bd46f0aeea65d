import type { APIRoute, GetStaticPaths } from 'astro';
import type { Feed } from '../../blog/feed.ts';
import { rss } from '../../blog/feed-rss.ts';
import { archiveFeeds } from '../../feeds.ts';

export const getStaticPaths = (async () => {
  const pages = await archiveFeeds('rss');
  return pages.map((feed, index) => ({ params: { page: String(index + 1) }, props: { feed } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props: { feed } }) =>
  new Response(rss(feed), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
