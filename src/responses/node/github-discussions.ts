import { z } from 'zod';
import { askGithub, type GithubApi, GithubError } from './github-graphql.ts';

const number = z.int().min(0);

/** A page of a list, as GitHub gives it. */
function pageOf<Node extends z.ZodType>(node: Node) {
  return z.object({
    totalCount: number,
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    nodes: z.array(node.nullable()).nullable(),
  });
}

/** What is said, as GitHub gives it. New kinds of reactions and associations may come. */
const said = z.object({
  id: z.string(),
  url: z.string(),
  createdAt: z.string(),
  lastEditedAt: z.string().nullable(),
  authorAssociation: z.string(),
  bodyHTML: z.string(),
  body: z.string(),
  author: z.object({ login: z.string(), url: z.string(), name: z.string().nullish() }).nullable(),
  reactionGroups: z
    .array(z.object({ content: z.string(), reactors: z.object({ totalCount: number }) }))
    .nullable(),
});
const reply = said.extend({
  databaseId: number.nullable(),
  deletedAt: z.string().nullable(),
  isMinimized: z.boolean(),
});
const replies = pageOf(reply);
const comment = reply.extend({ replies });
const comments = pageOf(comment);
const discussion = said.extend({
  number,
  title: z.string(),
  locked: z.boolean(),
  closed: z.boolean(),
  updatedAt: z.string(),
  comments,
});

/** A comment or reply as GitHub gives it. */
export type GithubReply = z.output<typeof reply>;
type GithubComment = z.output<typeof comment>;
type GithubDiscussion = z.output<typeof discussion>;
type Page<Node> = z.output<ReturnType<typeof pageOf<z.ZodType<Node>>>>;

const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';
const SAID = `id url createdAt lastEditedAt authorAssociation bodyHTML body
  author { login url ... on User { name } }
  reactionGroups { content reactors { totalCount } }`;
const REPLY = `databaseId deletedAt isMinimized ${SAID}`;
const COMMENT = `${REPLY} replies(first: 20) { ${PAGE} nodes { ${REPLY} } }`;

/** The queries, exactly as they are sent; the tests execute them on GitHub's schema. */
const DISCUSSIONS_QUERY = `query Discussions($owner: String!, $name: String!, $category: ID!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(categoryId: $category, first: 20, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      ${PAGE}
      nodes { number title locked closed updatedAt ${SAID}
        comments(first: 50) { ${PAGE} nodes { ${COMMENT} } } }
    }
  }
}`;

const COMMENTS_QUERY = `query Comments($id: ID!, $after: String) {
  node(id: $id) { ... on Discussion { comments(first: 50, after: $after) { ${PAGE} nodes { ${COMMENT} } } } }
}`;

const REPLIES_QUERY = `query Replies($id: ID!, $after: String) {
  node(id: $id) { ... on DiscussionComment { replies(first: 100, after: $after) { ${PAGE} nodes { ${REPLY} } } } }
}`;

/** A discussion with every comment and every reply. */
export interface WholeDiscussion extends Omit<GithubDiscussion, 'comments'> {
  comments: (Omit<GithubComment, 'replies'> & { replies: GithubReply[] })[];
}

/**
 * Every discussion of a category, whole: every page of discussions, comments and replies.
 *
 * @param repository owner/name
 * @throws GithubError when any part of it cannot be had
 */
export async function readDiscussions(
  api: GithubApi,
  repository: string,
  category: string,
): Promise<WholeDiscussion[]> {
  const [owner, name] = repository.split('/');
  const shape = z.object({
    repository: z.object({ discussions: pageOf(discussion) }).nullable(),
  });
  const discussions = await wholePage<GithubDiscussion>(undefined, async (after) => {
    const variables = { owner, name, category, after };
    const data = await askGithub(api, { query: DISCUSSIONS_QUERY, variables, shape });
    if (!data.repository)
      throw new GithubError(`GitHub does not show the repository ${repository}.`);
    return data.repository.discussions;
  });
  const whole: WholeDiscussion[] = [];
  for (const [index, one] of discussions.entries()) {
    api.say?.(`Reading discussion ${index + 1} of ${discussions.length} …`);
    whole.push(await wholeDiscussion(api, one));
  }
  return whole;
}

/**
 * Every discussion of a repository, whatever its category, with the fields that are asked for.
 *
 * @param fields as GraphQL asks for them
 * @param shape what they are
 * @throws GithubError when any part of it cannot be had
 */
export async function readDiscussionList<Discussion>(
  api: GithubApi,
  repository: string,
  fields: string,
  shape: z.ZodType<Discussion>,
): Promise<Discussion[]> {
  const [owner, name] = repository.split('/');
  const query = `query List($owner: String!, $name: String!, $after: String) {
    repository(owner: $owner, name: $name) {
      discussions(first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
        ${PAGE} nodes { ${fields} } } } }`;
  const list = z.object({ repository: z.object({ discussions: pageOf(shape) }).nullable() });
  return wholePage<Discussion>(undefined, async (after) => {
    const data = await askGithub(api, { query, variables: { owner, name, after }, shape: list });
    if (!data.repository)
      throw new GithubError(`GitHub does not show the repository ${repository}.`);
    return data.repository.discussions;
  });
}

async function wholeDiscussion(api: GithubApi, one: GithubDiscussion): Promise<WholeDiscussion> {
  const first = await wholePage(one.comments, async (after) => {
    const shape = z.object({ node: z.object({ comments }).nullable() });
    const variables = { id: one.id, after };
    const { node } = await askGithub(api, { query: COMMENTS_QUERY, variables, shape });
    return (node ?? lost()).comments;
  });
  const found: WholeDiscussion['comments'] = [];
  for (const inner of first) {
    const answers = await wholePage(inner.replies, async (after) => {
      const shape = z.object({ node: z.object({ replies }).nullable() });
      const variables = { id: inner.id, after };
      const { node } = await askGithub(api, { query: REPLIES_QUERY, variables, shape });
      return (node ?? lost()).replies;
    });
    found.push({ ...inner, replies: answers });
  }
  return { ...one, comments: found };
}

function lost(): never {
  throw new GithubError('GitHub lost a discussion while it was being read.');
}

/** All nodes of a list, from its first page on. */
async function wholePage<Node>(
  start: Page<Node> | undefined,
  next: (after: string | null) => Promise<Page<Node>>,
): Promise<Node[]> {
  let page = start ?? (await next(null));
  const { totalCount } = page;
  const found = nodesOf(page);
  const seen = new Set<string>();
  while (page.pageInfo.hasNextPage) {
    const { endCursor } = page.pageInfo;
    if (!endCursor || seen.has(endCursor)) throw new GithubError('GitHub repeats a page.');
    seen.add(endCursor);
    page = await next(endCursor);
    found.push(...nodesOf(page));
  }
  if (found.length < totalCount) {
    throw new GithubError(`GitHub gave ${found.length} of ${totalCount} entries of a list.`);
  }
  return found;
}

function nodesOf<Node>(page: Page<Node>): Node[] {
  const nodes = page.nodes ?? [];
  if (nodes.includes(null as Node | null))
    throw new GithubError('GitHub left a part of its answer out.');
  return nodes as Node[];
}

/** How many are asked for at once; each has its own place in the answer. */
const AT_ONCE = 50;

/**
 * Which of some comments and discussions people took away: each is asked for by its own id, and is
 * gone, deleted or hidden. What a list leaves out and GitHub still has is not among them.
 *
 * @param nodeIds GitHub's global ids
 * @throws GithubError when GitHub doesn't say it of every one
 */
export async function takenAwayAmong(
  api: GithubApi,
  repository: string,
  nodeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const [owner, name] = repository.split('/');
  const gone = new Set<string>();
  for (let start = 0; start < nodeIds.length; start += AT_ONCE) {
    const ids = Object.fromEntries(
      nodeIds.slice(start, start + AT_ONCE).map((id, index) => [`id${index}`, id]),
    );
    const query = takenAwayQuery(Object.keys(ids));
    const shape = z.object({
      repository: z.object({ hasDiscussionsEnabled: z.boolean() }).nullable(),
      ...Object.fromEntries(Object.keys(ids).map((key) => [key, node.nullable()])),
    });
    const variables = { owner, name, ...ids };
    const data = await askGithub(api, { query, variables, shape, mayMiss: true });
    // Whoever sees no discussions at all would call every one of them gone.
    if (!data.repository)
      throw new GithubError(`GitHub does not show the repository ${repository}.`);
    if (!data.repository.hasDiscussionsEnabled)
      throw new GithubError(`Discussions are switched off in ${repository}.`);
    for (const [key, id] of Object.entries(ids)) {
      const found = (data as Record<string, z.output<typeof node> | null>)[key];
      if (!found || found.isMinimized || found.deletedAt) gone.add(id);
    }
  }
  return gone;
}

const node = z.object({ isMinimized: z.boolean().optional(), deletedAt: z.string().nullish() });

function takenAwayQuery(keys: readonly string[]): string {
  return `query TakenAway($owner: String!, $name: String!, ${keys.map((key) => `$${key}: ID!`).join(', ')}) {
  repository(owner: $owner, name: $name) { hasDiscussionsEnabled }
  ${keys.map((key) => `${key}: node(id: $${key}) { __typename ... on DiscussionComment { isMinimized deletedAt } }`).join('\n  ')}
}`;
}
