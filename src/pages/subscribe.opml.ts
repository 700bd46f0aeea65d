import type { APIRoute } from 'astro';
import { opml } from '../blog/feed-list.ts';
import { site } from '../content.ts';
import { feedGroups } from '../feeds.ts';

export const GET: APIRoute = async () =>
  new Response(opml(site.program.name, await feedGroups()), {
    headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
  });
