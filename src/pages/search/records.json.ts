import type { APIRoute } from 'astro';
import { searchCatalogue } from '../../search/from-content.ts';

/** What the search index is made of. A build takes it away once the index is there. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await searchCatalogue()), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
