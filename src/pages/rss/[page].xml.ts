import type { APIRoute, GetStaticPaths } from 'astro';
import { type ArchivePage, archiveFeed, archivePagesOf } from '../../feeds/from-content.ts';
import { rss } from '../../feeds/rss.ts';
import { withCacheKey } from '../_cache-keys.ts';

export const getStaticPaths = (async () => {
  const pages = await archivePagesOf('rss');
  return withCacheKey(
    pages.map((page) => ({ params: { page: String(page.number) }, props: { page } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ArchivePage }> = async ({ props: { page } }) =>
  new Response(await rss(await archiveFeed('rss', page)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
