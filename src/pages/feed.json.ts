import type { APIRoute } from 'astro';
import { site } from '../content.ts';
import { wholeFeed } from '../feeds/from-content.ts';
import { jsonFeed } from '../feeds/json-feed.ts';

export const GET: APIRoute = async () => {
  const { absolute, jsonFeed: address } = site.urls;
  return new Response(jsonFeed(await wholeFeed(absolute(address))), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
