import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../content.ts';
import { shareCards } from '../social-cards/from-content.ts';
import type { ShareCard } from '../social-cards/node/card.ts';
import { sharePicture } from '../social-cards/node/render.ts';

export const getStaticPaths = (async () => {
  if (!site.hasSharePictures) return [];
  return (await shareCards()).map(({ page, card }) => ({
    params: { page: page.slice(site.urls.root.length, -1) || undefined },
    props: { card },
  }));
}) satisfies GetStaticPaths;

/** The picture that is shown where a page is shared, while it is being written. */
export const GET: APIRoute<{ card: ShareCard }> = async ({ props: { card } }) => {
  const png = await sharePicture(card, console.warn);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
