import type { APIRoute } from 'astro';
import { jsonFeed } from '../blog/feed-json.ts';
import { site } from '../content.ts';
import { wholeFeed } from '../feeds.ts';

export const GET: APIRoute = async () => {
  const { absolute, jsonFeed: address } = site.urls;
  return new Response(jsonFeed(await wholeFeed(absolute(address))), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
