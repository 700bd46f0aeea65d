import type { APIRoute, GetStaticPaths } from 'astro';
import { type Post, site } from '../../content.ts';
import { completeFeed, completeFeedParts } from '../../feeds/from-content.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import { withCacheKey } from '../_cache-keys.ts';

interface Part {
  number: number;
  isLast: boolean;
  posts: readonly Post[];
}

export const getStaticPaths = (async () => {
  const parts = await completeFeedParts();
  return withCacheKey(
    parts.map((posts, index) => ({
      params: { part: nameOf(index + 1) },
      props: { number: index + 1, isLast: index === parts.length - 1, posts },
    })),
  );
}) satisfies GetStaticPaths;

/** All posts ever published, for archives and whoever registers them. */
export const GET: APIRoute<Part> = async ({ props: { number, isLast, posts } }) =>
  new Response(jsonFeed(await completeFeed(number, isLast, posts)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });

function nameOf(part: number): string {
  return site.urls.completeFeed(part).slice(`${site.urls.root}feed/`.length, -'.json'.length);
}
