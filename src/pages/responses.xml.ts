import type { APIRoute } from 'astro';
import { responsesFeed } from '../feeds/from-content.ts';

export const GET: APIRoute = async () =>
  new Response(await responsesFeed(), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
