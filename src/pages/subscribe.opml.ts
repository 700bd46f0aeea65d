import type { APIRoute } from 'astro';
import { site } from '../content.ts';
import { feedGroups } from '../feeds/from-content.ts';
import { opml } from '../feeds/opml.ts';

export const GET: APIRoute = async () =>
  new Response(opml(site.program.name, await feedGroups()), {
    headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
  });
