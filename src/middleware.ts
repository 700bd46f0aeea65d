import { defineMiddleware } from 'astro:middleware';
import { withDeferredScripts } from './core/site/deferred-scripts.ts';

/** Hands out each page with its scripts after what is seen of it; the editor, which is a script, as it is. */
export const onRequest = defineMiddleware(async ({ routePattern }, next) => {
  const response = await next();
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  // The live preview puts its own scripts into pages, and knows them by where they stand.
  if (import.meta.env.DEV || !isPage || routePattern.startsWith('/write')) return response;
  return new Response(withDeferredScripts(await response.text()), response);
});
