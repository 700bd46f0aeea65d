import type { APIRoute, GetStaticPaths } from 'astro';
import { type Post, posts } from '../../../content.ts';
import { responsesFeed } from '../../../feeds.ts';

/** At the post's former ids too, since subscribers follow no redirect page. */
export const getStaticPaths = (async () =>
  (await posts()).flatMap((post) =>
    [post.id, ...post.fields.formerly].map((id) => ({ params: { id }, props: { post } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ post: Post }> = async ({ props: { post } }) =>
  new Response(await responsesFeed(post), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
