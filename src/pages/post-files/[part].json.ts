import type { APIRoute, GetStaticPaths } from 'astro';
import type { LaidOutFile } from '../../blog/laid-out-file.ts';
import { posts, site } from '../../content.ts';
import { type PostFile, postFiles, shortPages } from '../../post-files.ts';

/** The posts of one part, so that no more than that is held in memory. */
const PART = 200;

export const getStaticPaths = (async () => {
  if (import.meta.env.DEV) return [];
  const all = (await posts()).map(postFiles);
  const parts = Array.from({ length: Math.ceil(all.length / PART) }, (_, part) =>
    all.slice(part * PART, (part + 1) * PART).flat(),
  );
  return [...parts, await shortPages()].map((files, part) => ({
    params: { part: String(part) },
    props: { files },
  }));
}) satisfies GetStaticPaths;

/** The files beside posts' pages, for the build to lay out. It takes this one away. */
export const GET: APIRoute<{ files: PostFile[] }> = async ({ props: { files } }) => {
  const made: LaidOutFile[] = [];
  for (const { address, text } of files)
    made.push({ path: address.slice(site.urls.root.length), text: await text() });
  return Response.json(made);
};
