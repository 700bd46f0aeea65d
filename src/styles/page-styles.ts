import { createHash } from 'node:crypto';
import home from './pages/home.css?inline';
import list from './pages/list.css?inline';
import post from './pages/post.css?inline';
import search from './pages/search.css?inline';
import cite from './parts/cite.css?inline';
import conversation from './parts/conversation.css?inline';
import opening from './parts/opening.css?inline';
import withdrawn from './parts/withdrawn.css?inline';
import site from './site.css?inline';

/** The style that stands in each kind of page, so that the page is drawn with the first answer. */
export const PAGE_STYLES = {
  home: whole(opening, home),
  list: whole(opening, list),
  /** A standing page, and what else is text alone. */
  article: whole(opening, post, withdrawn),
  post: whole(post, cite, conversation),
  withdrawn: whole(post, cite, conversation, withdrawn),
  /** Further responses to a post. */
  responses: whole(opening, list, conversation),
  search: whole(opening, post, search),
};

export type PageKind = keyof typeof PAGE_STYLES;

/** @returns the text, and what names it in the policy (CSP Level 3, `style-src`) */
function whole(...ofKind: readonly string[]): { text: string; hash: string } {
  const text = [site, ...ofKind].join('').trim();
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}
