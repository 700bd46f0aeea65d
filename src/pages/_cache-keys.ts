import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { footerPages, languageTexts, people, posts, rounds, site, tags } from '../content.ts';
import { imageMetadata } from '../images/image-metadata.ts';
import { imageDigests } from '../images/node/feed-images.ts';

/**
 * Gives each path a key of all that its page shows, by which a build keeps what it makes; see
 * `build/page-cache.ts`, which adds the code to it. What a page with a key shows must follow
 * from its props, from {@link site} and from {@link footerPages} alone. Rounds, tags and people may
 * be asked for too; the posts and the day may not, but through the props.
 */
export async function withCacheKey<Path extends { props: object }>(
  paths: readonly Path[],
): Promise<(Path & { cacheKey?: string })[]> {
  // A preview shows what its author has just written.
  if (import.meta.env.DEV) return [...paths];
  known ??= readKnown();
  const { shared, digests } = await known;
  return paths.map((path) => ({
    ...path,
    cacheKey: digest(
      shared,
      inWords(path.props, (value) => digests.get(value)),
    ),
  }));
}

interface Known {
  /** The digest of what every page may show. */
  shared: string;
  /** Of each post, with all that was said about it and the pictures beside it. */
  digests: ReadonlyMap<unknown, string>;
}

let known: Promise<Known> | undefined;

async function readKnown(): Promise<Known> {
  const everywhere = [
    site,
    languageTexts,
    await footerPages(),
    await rounds(),
    await tags(),
    await people(),
  ];
  const digests = (await posts()).map(async (post) => {
    const { filePath } = post.entry;
    const beside = filePath ? await imageDigests(dirname(filePath)) : [];
    return [post, digest(inWords(post), beside.join())] as const;
  });
  return { shared: digest(inWords(everywhere)), digests: new Map(await Promise.all(digests)) };
}

/** All of a value as text. What has a name is told by that. */
function inWords(value: unknown, nameOf: (value: unknown) => string | undefined = () => undefined) {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Map ? [...part] : (nameOf(part) ?? plain(part)),
  );
}

function plain(part: unknown): unknown {
  const isImage = typeof part === 'object' && part !== null && 'src' in part;
  return isImage ? imageMetadata(part) : part;
}

function digest(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}
