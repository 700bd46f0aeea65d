import type { APIRoute } from 'astro';
import { atom } from '../feeds/atom.ts';
import { mainFeed } from '../feeds/from-content.ts';

export const GET: APIRoute = async () =>
  new Response(atom(await mainFeed('atom')), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
