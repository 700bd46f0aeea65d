import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { posts } from '../../../content.ts';
import { imagesOf } from '../../../standalone/from-content.ts';

export const getStaticPaths = (async () => {
  const all = await Promise.all(
    (await posts()).map(async (post) => ({ post, pictures: await imagesOf(post) })),
  );
  return all.flatMap(({ post, pictures }) =>
    [post.id, ...post.fields.formerly].flatMap((id) =>
      pictures.map(({ name, path }) => ({
        params: { id, picture: name.slice(0, -'.jpg'.length) },
        props: { path },
      })),
    ),
  );
}) satisfies GetStaticPaths;

/** A picture at its stable address, at every id that the post ever had. */
export const GET: APIRoute<{ path: string }> = async ({ props: { path } }) =>
  new Response(new Uint8Array(await readFile(path)), { headers: { 'Content-Type': 'image/jpeg' } });
