import { type Post, posts, site } from '../content.ts';
import { cslItem } from './csl.ts';
import { type Citation, citation, citations } from './node/cached.ts';

const { program } = site;

/** How a post is cited; undefined for one that is withdrawn. */
export async function citationOf(post: Post): Promise<Citation | undefined> {
  if (post.withdrawn) return undefined;
  // A preview shows one post at a time, and what its author has just written.
  if (import.meta.env.DEV) return await citation(itemOf(post));
  cited ??= citeAll();
  return (await cited).get(post);
}

let cited: Promise<ReadonlyMap<Post, Citation>> | undefined;

async function citeAll(): Promise<ReadonlyMap<Post, Citation>> {
  const shown = (await posts()).filter((post) => !post.withdrawn);
  const written = await citations(shown.map(itemOf));
  return new Map(
    shown.flatMap((post, place) => {
      const citation = written[place];
      return citation ? [[post, citation] as const] : [];
    }),
  );
}

function itemOf(post: Post) {
  return cslItem({ ...post, doi: post.fields.doi }, program, post.shortAddress);
}
