import { z } from 'zod';
import { KINDS_OF_OURS } from './kinds.ts';

/** Names that belong to the site's own addresses, so that no kind of posts can have its list there. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  'archive',
  'calendar',
  'feed',
  'fonts',
  'index',
  'languages',
  'pagefind',
  'page',
  'pages',
  'people',
  'posts',
  'responses',
  'robots',
  'rounds',
  'rss',
  'atom',
  'search',
  'share',
  'sitemap',
  'styleguide',
  'subscribe',
  'tags',
  'write',
  'p',
  'assets',
  '404',
]);

/** The same and the lists of our kinds, so that no content may have them as its id. */
export const RESERVED_IDS: ReadonlySet<string> = new Set([
  ...Object.values(KINDS_OF_OURS).map(({ path }) => path),
  ...RESERVED_WORDS,
]);

/** Each earlier id keeps a page at its address, and a post's also a feed. */
export const MOST_FORMER = 50;

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The id of a tag, round, person or page: small letters, digits and single hyphens. */
export const idSchema = z
  .string()
  .max(80, 'An id may have 80 characters at most.')
  .regex(ID, 'An id may contain only small letters (a to z), digits and single hyphens.');

/** The id of a post, which is its folder's name and its address: year, month, then words. */
export const postIdSchema = idSchema.regex(
  /^[12]\d{3}-(0[1-9]|1[0-2])-./,
  "A post's id begins with year and month, like 2013-08-reflection.",
);

/** The earlier ids of a tag, round, person or page, oldest first. */
export const formerIds = z
  .array(idSchema)
  .max(MOST_FORMER)
  .default([])
  .describe('Earlier ids. Their addresses redirect here.');

/**
 * What names a thing for ever, whatever it is called today: its first former id, or its own.
 * Feeds, responses and giscus go by it.
 */
export function permanentId(thing: {
  id: string;
  formerly?: readonly string[] | undefined;
}): string {
  return thing.formerly?.[0] ?? thing.id;
}
