import { defineMiddleware } from 'astro:middleware';
import {
  hasForeignWords,
  withForeignMarked,
  withoutForeignMarks,
} from './core/i18n/foreign-words.ts';
import { withDeferredScripts } from './core/site/deferred-scripts.ts';

/**
 * Hands out each page with its scripts after what is seen of it (the editor, which is a script, as it
 * is), and with words that another language lent marked as being of that one.
 */
export const onRequest = defineMiddleware(async ({ routePattern }, next) => {
  const response = await next();
  const type = response.headers.get('content-type') ?? '';
  const isPage = type.startsWith('text/html');
  // The live preview puts its own scripts into pages, and knows them by where they stand.
  const defers = isPage && !import.meta.env.DEV && !routePattern.startsWith('/write');
  const hasMarks = hasForeignWords() && !type.startsWith('image/');
  if (!defers && !hasMarks) return response;
  const text = await response.text();
  if (!isPage) return new Response(withoutForeignMarks(text), response);
  const marked = withForeignMarked(text);
  return new Response(defers ? withDeferredScripts(marked) : marked, response);
});
