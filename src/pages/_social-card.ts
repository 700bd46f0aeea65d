import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../content.ts';
import { socialCards } from '../social-cards/from-content.ts';
import type { SocialCard } from '../social-cards/node/card.ts';
import { socialCard } from '../social-cards/node/render.ts';

export const getStaticPaths = (async () => {
  if (!site.hasSocialCards) return [];
  return (await socialCards()).map(({ page, card }) => ({
    params: { page: page.slice(site.urls.root.length, -1) || undefined },
    props: { card },
  }));
}) satisfies GetStaticPaths;

/** The picture that is shown where a page is shared, while it is being written. */
export const GET: APIRoute<{ card: SocialCard }> = async ({ props: { card } }) => {
  const png = await socialCard(card, console.warn);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
