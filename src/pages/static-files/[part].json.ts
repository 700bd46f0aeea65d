import type { APIRoute, GetStaticPaths } from 'astro';
import type { StaticFile } from '../../build/output/static-file.ts';
import { type Post, posts, site } from '../../content.ts';
import { socialCards } from '../../social-cards/from-content.ts';
import { cardKey, SOCIAL_CARDS, socialCard } from '../../social-cards/node/render.ts';
import { withCacheKey } from '../_cache-keys.ts';
import { type PostFile, postFiles, shortPages } from '../posts/_post-files.ts';

/** How many posts are laid out, or made anew, at once. */
const PART = 20;

type Part = { posts: readonly Post[] } | { others: 'short addresses' | 'share pictures' };

export const getStaticPaths = (async () => {
  if (import.meta.env.DEV) return [];
  // The oldest first, so that a new post changes the last part alone.
  const all = (await posts()).toReversed();
  const parts = Array.from({ length: Math.ceil(all.length / PART) }, (_, part) => ({
    params: { part: String(part) },
    props: { posts: all.slice(part * PART, (part + 1) * PART) },
  }));
  const others = (['short addresses', 'share pictures'] as const).map((others, part) => ({
    params: { part: `other-${part}` },
    props: { others },
  }));
  return [...(await withCacheKey(parts)), ...others];
}) satisfies GetStaticPaths;

/** Files that are no pages, for the build to lay out. It takes this one away. */
export const GET: APIRoute<Part> = async ({ props }) => {
  if ('posts' in props) return Response.json(await written(props.posts.flatMap(postFiles)));
  if (props.others === 'short addresses') return Response.json(await written(await shortPages()));
  return Response.json(site.hasSocialCards ? await pictures() : []);
};

async function written(files: readonly PostFile[]): Promise<StaticFile[]> {
  const made: StaticFile[] = [];
  for (const { address, text } of files) made.push({ path: below(address), text: await text() });
  return made;
}

async function pictures(): Promise<StaticFile[]> {
  const made: StaticFile[] = [];
  for (const { page, card } of await socialCards()) {
    const path = below(site.urls.socialCard(page));
    await socialCard(card, console.warn);
    made.push({ path, kept: { namespace: SOCIAL_CARDS, key: cardKey(card) } });
  }
  return made;
}

function below(address: string): string {
  return address.slice(site.urls.root.length);
}
