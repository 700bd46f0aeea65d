import { GISCUS_LANGUAGES } from '../core/model/giscus-languages.ts';
import type { Program } from '../core/model/program.ts';

/** Languages whose code giscus writes in its own way. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  ...{ el: 'gr', km: 'kh', hr: 'hbs', sr: 'hbs', bs: 'hbs', zh: 'zh-Hans', nb: 'da' },
};

/** The language for giscus: the wanted one, its closest relative, else English. */
export function giscusLanguage(wanted: string): string {
  const first = wanted.split('-')[0] ?? '';
  const known = (code: string) =>
    GISCUS_LANGUAGES.find((language) => language.toLowerCase() === code.toLowerCase());
  return known(wanted) ?? OTHER_CODES[first] ?? known(first) ?? 'en';
}

type Giscus = NonNullable<Program['giscus']>;

/** The origin of giscus's frames, which alone the security policy lets in. */
export function giscusOrigin(giscus: Pick<Giscus, 'host'>): string {
  return new URL(giscus.host ?? 'https://giscus.app').origin;
}

/**
 * The attributes of giscus's element for a post. A number that the snapshot has seen avoids
 * GitHub's search; without one, the strict search finds the permanent id by its hash.
 */
export function giscusAttributes(
  giscus: Giscus,
  post: { permanentId: string; lang: string },
  number: number | undefined,
): Record<string, string> {
  return {
    host: giscusOrigin(giscus),
    repo: giscus.repository,
    repoid: giscus.repositoryId,
    category: giscus.category,
    categoryid: giscus.categoryId,
    mapping: number ? 'number' : 'specific',
    term: number ? String(number) : post.permanentId,
    strict: '1',
    reactionsenabled: '1',
    emitmetadata: '1',
    inputposition: 'top',
    lang: giscusLanguage(giscus.language ?? post.lang),
    loading: 'eager',
  };
}

/**
 * The line by which a discussion belongs to a post, as giscus writes it into the body.
 *
 * @returns `<!-- sha1: … -->` with the hash of the permanent id
 */
export async function discussionMarker(post: string): Promise<string> {
  return `<!-- sha1: ${await sha1(post)} -->`;
}

/** The hashes that stand in a discussion's body. */
export function hashesIn(body: string): string[] {
  return [...body.matchAll(/sha1:\s*([0-9a-f]{40})\b/gi)].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
}

/** SHA-1 as hexadecimal digits, which giscus uses as a key, not as a secret. */
export async function sha1(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
