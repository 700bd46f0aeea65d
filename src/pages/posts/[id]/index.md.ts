import type { APIRoute, GetStaticPaths } from 'astro';
import { LICENCES } from '../../../blog/fields.ts';
import { plainMarkdown } from '../../../blog/plain-markdown.ts';
import { type Post, posts, site } from '../../../content.ts';
import { mailTree } from '../../../feeds.ts';

export const getStaticPaths = (async () =>
  (await posts())
    .filter((post) => !post.withdrawn)
    .map((post) => ({ params: { id: post.id }, props: { post } }))) satisfies GetStaticPaths;

/** A post's plain Markdown. */
export const GET: APIRoute<{ post: Post }> = async ({ props: { post } }) => {
  const { label, url } = LICENCES[post.fields.licence ?? site.program.licence];
  const address = site.urls.absolute(site.urls.post(post.id));
  const licence = url ? `${label}: ${url}` : label;
  const markdown = plainMarkdown({ ...post, address, licence }, await mailTree(post), site);
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
