import type { APIRoute } from 'astro';
import { site } from '../content.ts';
import { robotsFile } from '../metadata/sitemap.ts';

/** Robots read it at the root of a host; a site in a folder names its sitemap to them by hand. */
export const GET: APIRoute = () =>
  new Response(robotsFile(site.urls.absolute(site.urls.sitemap), site.isPreview), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
