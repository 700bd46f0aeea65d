import { z } from 'zod';
import type { CheckedContent } from '../../check/check.ts';
import { textField } from '../../check/document.ts';
import { permanentId } from '../../core/model/ids.ts';
import type { Program } from '../../core/model/program.ts';
import { siteUrls } from '../../core/site/urls.ts';
import { typeset } from '../../core/text/quotation-marks.ts';
import { hashesIn, sha1 } from '../../responses/giscus.ts';
import { readDiscussionList } from '../../responses/node/github-discussions.ts';
import {
  askGithub,
  type GithubApi,
  GithubError,
  pause,
} from '../../responses/node/github-graphql.ts';
import { recentlyPublished } from '../due-posts.ts';

/** How many discussions one run begins: GitHub counts what is written more strictly than reading. */
export const MOST_BEGUN = 10;

/** What the first text of a post's discussion says. */
export interface PostToDiscuss {
  permanentId: string;
  /** As the page's `og:description` has it. */
  summary: string;
  /** Whole address of its page. */
  address: string;
}

/** A discussion as far as it is needed to tell whose it is. */
const listed = z.object({
  id: z.string(),
  number: z.int(),
  url: z.string(),
  body: z.string(),
  author: z.object({ login: z.string() }).nullable(),
  comments: z.object({ totalCount: z.int() }),
});
type ListedDiscussion = z.output<typeof listed>;

/**
 * The posts that ought to have a discussion: out since the last weeks, there for everybody, and open
 * for responses. Older ones get theirs with the first answer, so that nobody who watches the
 * repository is told of a whole archive.
 */
export function postsToDiscuss(
  { posts, catalogue }: Pick<CheckedContent, 'posts' | 'catalogue'>,
  now: Date,
): PostToDiscuss[] {
  const { address, timeZone, language } = catalogue.program;
  const { origin, pathname } = new URL(address);
  const urls = siteUrls(origin, pathname);
  const open = posts.flatMap((post) => {
    const { id, given } = post;
    const [date, summary] = [textField(post, 'date'), textField(post, 'summary')];
    const isOpen = given['responses'] !== 'closed' && given['withdrawn'] === undefined;
    const known = catalogue.posts[id];
    if (!isOpen || !known?.from || !date || !summary) return [];
    const lang = textField(post, 'lang') ?? language;
    const to = {
      permanentId: permanentId({ id, formerly: known.formerly }),
      summary: typeset(summary, lang),
      address: urls.absolute(urls.post(id)),
    };
    return [{ to, date, draft: false }];
  });
  return recentlyPublished(open, now, timeZone).map(({ to }) => to);
}

/**
 * Begins the discussion of each post that has none, with the title and the text that giscus gives
 * it, so that giscus and the snapshot find it by its hash. Where one is begun elsewhere at the same
 * moment, ours is deleted again: another's stays, and of two runs of this the first.
 *
 * @returns the addresses of the discussions that were begun
 * @throws GithubError at the first trouble; the next run looks again at what is there
 */
export async function beginDiscussions(
  api: GithubApi,
  giscus: Pick<NonNullable<Program['giscus']>, 'repository' | 'repositoryId' | 'categoryId'>,
  posts: readonly PostToDiscuss[],
): Promise<string[]> {
  if (posts.length === 0) return [];
  const all = await readDiscussionList(api, giscus.repository, LISTED, listed);
  const there = new Set(all.flatMap(({ body }) => hashesIn(body)));
  const hashed = await Promise.all(
    posts.map(async (post) => ({ ...post, hash: await sha1(post.permanentId) })),
  );
  const missing = hashed.filter(({ hash }) => !there.has(hash)).slice(0, MOST_BEGUN);
  const begun: string[] = [];
  for (const [index, post] of missing.entries()) {
    if (index > 0) await pause(api, 1000);
    const url = await begin(api, giscus, post);
    if (url) begun.push(url);
  }
  return begun;
}

async function begin(
  api: GithubApi,
  giscus: Parameters<typeof beginDiscussions>[1],
  post: PostToDiscuss & { hash: string },
): Promise<string | undefined> {
  const { permanentId: title, summary, address, hash } = post;
  const input = {
    repositoryId: giscus.repositoryId,
    categoryId: giscus.categoryId,
    title,
    body: `# ${title}\n\n${summary}\n\n${address}\n\n<!-- sha1: ${hash} -->`,
  };
  // One try: when an answer is lost, the discussion may be there all the same.
  const data = await askGithub(
    { ...api, tries: 1 },
    {
      query: BEGIN,
      variables: { input },
      shape: z.object({ createDiscussion: z.object({ discussion: listed }) }),
    },
  );
  const own = data.createDiscussion.discussion;
  const newest = await newestWith(api, giscus.repository, own.number);
  const twin = newest.find(
    ({ number, author, body }) =>
      hashesIn(body).includes(hash) && (number < own.number || author?.login !== own.author?.login),
  );
  if (!twin) return own.url;
  const isAnswered = newest.some(
    ({ number, comments }) => number === own.number && comments.totalCount > 0,
  );
  const isGone = !isAnswered && (await isDeleted(api, own.id));
  if (isGone) return undefined;
  throw new GithubError(
    `${title} has two discussions, ${twin.url} and ${own.url}. Delete the one in which nobody has answered.`,
  );
}

async function isDeleted(api: GithubApi, id: string): Promise<boolean> {
  try {
    await askGithub(api, { query: DELETE, variables: { input: { id } }, shape: z.unknown() });
    return true;
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    api.say?.(error.message);
    return false;
  }
}

/** The newest discussions, as soon as one that has just been begun is among them. */
async function newestWith(
  api: GithubApi,
  repository: string,
  number: number,
): Promise<ListedDiscussion[]> {
  const [owner, name] = repository.split('/');
  for (let attempt = 0; attempt < 5; attempt++) {
    const { repository: found } = await askGithub(api, {
      query: NEWEST,
      variables: { owner, name },
      shape: z.object({
        repository: z.object({
          discussions: z.object({ nodes: z.array(listed.nullable()).nullable() }),
        }),
      }),
    });
    const newest = (found.discussions.nodes ?? []).filter((one) => one !== null);
    if (newest.some((one) => one.number === number)) return newest;
    await pause(api, 1000 * 2 ** attempt);
  }
  throw new GithubError(
    `GitHub does not list discussion ${number}, which was just created. Check whether its post has two.`,
  );
}

const LISTED = 'id number url body author { login } comments { totalCount }';

/** The requests, exactly as they are sent; the tests execute them on GitHub's schema. */
const NEWEST = `query Newest($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    discussions(first: 20, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ${LISTED} } }
  }
}`;

const BEGIN = `mutation Begin($input: CreateDiscussionInput!) {
  createDiscussion(input: $input) { discussion { ${LISTED} } }
}`;

const DELETE = `mutation Delete($input: DeleteDiscussionInput!) {
  deleteDiscussion(input: $input) { clientMutationId }
}`;
