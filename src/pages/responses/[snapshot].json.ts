import type { APIRoute, GetStaticPaths } from 'astro';
import { posts, snapshot } from '../../content.ts';
import { publicSnapshot, snapshotText } from '../../responses/snapshot.ts';

/** `/responses/snapshot.json`, where there is a snapshot. */
export const getStaticPaths = (() =>
  snapshot ? [{ params: { snapshot: 'snapshot' } }] : []) satisfies GetStaticPaths;

/** What was said on GitHub, from which a machine without a snapshot of its own begins. */
export const GET: APIRoute = async () => {
  const ids = new Set(
    (await posts()).filter((post) => !post.unseen).map((post) => post.permanentId),
  );
  return new Response(snapshot ? snapshotText(publicSnapshot(snapshot, ids)) : '', {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
