import type { APIRoute, GetStaticPaths } from 'astro';
import { posts, site } from '../../../content.ts';
import { type PostFile, postFiles } from '../../../post-files.ts';

/** While writing; a build lays out all files of posts at once, since a page for each takes longer. */
export const getStaticPaths = (async () => {
  if (!import.meta.env.DEV) return [];
  return (await posts()).flatMap(postFiles).map((file) => {
    const [id, name] = file.address.slice(site.urls.post('').length - 1).split('/');
    return { params: { id, file: name }, props: { file } };
  });
}) satisfies GetStaticPaths;

/** A file that stands beside the page of a post. */
export const GET: APIRoute<{ file: PostFile }> = async ({ props: { file } }) =>
  new Response(await file.text(), {
    headers: { 'Content-Type': `${file.type}; charset=utf-8` },
  });
