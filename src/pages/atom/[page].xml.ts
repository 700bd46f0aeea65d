import type { APIRoute, GetStaticPaths } from 'astro';
import { atom } from '../../feeds/atom.ts';
import { type ArchivePage, archiveFeed, archivePagesOf } from '../../feeds/from-content.ts';
import { withCacheKey } from '../_cache-keys.ts';

export const getStaticPaths = (async () => {
  const pages = await archivePagesOf('atom');
  return withCacheKey(
    pages.map((page) => ({ params: { page: String(page.number) }, props: { page } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ArchivePage }> = async ({ props: { page } }) =>
  new Response(atom(await archiveFeed('atom', page)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
