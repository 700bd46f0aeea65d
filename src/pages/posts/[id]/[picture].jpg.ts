import type { APIRoute, GetStaticPaths } from 'astro';
import { posts } from '../../../content.ts';
import { prune } from '../../../core/cache/store.ts';
import { FEED_IMAGES } from '../../../images/node/feed-images.ts';
import { imagesOf } from '../../../standalone/from-content.ts';

export const getStaticPaths = (async () => {
  const all = await Promise.all(
    (await posts()).map(async (post) => ({ post, pictures: await imagesOf(post) })),
  );
  prune(FEED_IMAGES);
  return all.flatMap(({ post, pictures }) =>
    [post.id, ...post.fields.formerly].flatMap((id) =>
      pictures.map(({ name, content }) => ({
        params: { id, picture: name.slice(0, -'.jpg'.length) },
        props: { content },
      })),
    ),
  );
}) satisfies GetStaticPaths;

/** A picture at its stable address, at every id that the post ever had. */
export const GET: APIRoute<{ content: () => Promise<Uint8Array> }> = async ({ props }) =>
  new Response(new Uint8Array(await props.content()), {
    headers: { 'Content-Type': 'image/jpeg' },
  });
