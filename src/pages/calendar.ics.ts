import type { APIRoute } from 'astro';
import { posts, rounds, site } from '../content.ts';
import { calendar } from '../feeds/calendar.ts';

export const GET: APIRoute = async () => {
  const out = (await posts()).filter((post) => !post.unseen && !post.withdrawn);
  const discussions = out.map(({ id, fields }) => ({ ...fields, id }));
  return new Response(calendar(discussions, await rounds(), site), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
};
