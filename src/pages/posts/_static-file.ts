import type { APIRoute, GetStaticPaths } from 'astro';
import { posts, site } from '../../content.ts';
import { type PostFile, postFiles } from './_post-files.ts';

/** The files of one name, which is that of the route; see `build/output/static-files.ts`. */
export const getStaticPaths = (async ({ routePattern }) => {
  const name = routePattern.split('/').at(-1);
  return (await posts()).flatMap(postFiles).flatMap((file) => {
    const [id, found] = file.address.slice(site.urls.post('').length - 1).split('/');
    return id && found === name ? [{ params: { id }, props: { file } }] : [];
  });
}) satisfies GetStaticPaths;

/** A file that stands beside the page of a post, while it is being written. */
export const GET: APIRoute<{ file: PostFile }> = async ({ props: { file } }) =>
  new Response(await file.text(), {
    headers: { 'Content-Type': `${file.type}; charset=utf-8` },
  });
