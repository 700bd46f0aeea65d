import { askGithub, type GithubApi, GithubError } from './github-api.ts';

/** A comment or reply as GitHub gives it. */
export interface GithubReply {
  id: string;
  databaseId: number | null;
  url: string;
  createdAt: string;
  lastEditedAt: string | null;
  deletedAt: string | null;
  isMinimized: boolean;
  authorAssociation: string;
  bodyHTML: string;
  author: { login: string; url: string; name?: string | null } | null;
  reactionGroups: { content: string; reactors: { totalCount: number } }[] | null;
}

export interface GithubComment extends GithubReply {
  replies: Page<GithubReply>;
}

export interface GithubDiscussion
  extends Omit<GithubReply, 'databaseId' | 'deletedAt' | 'isMinimized'> {
  number: number;
  title: string;
  body: string;
  locked: boolean;
  closed: boolean;
  updatedAt: string;
  comments: Page<GithubComment>;
}

/** A page of a list of GitHub's. */
export interface Page<Node> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: (Node | null)[] | null;
}

const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';
const SAID = `id url createdAt lastEditedAt authorAssociation bodyHTML
  author { login url ... on User { name } }
  reactionGroups { content reactors { totalCount } }`;
const REPLY = `databaseId deletedAt isMinimized ${SAID}`;
const COMMENT = `${REPLY} replies(first: 20) { ${PAGE} nodes { ${REPLY} } }`;

/** The queries, exactly as they are sent; the tests execute them on GitHub's schema. */
export const DISCUSSIONS_QUERY = `query Discussions($owner: String!, $name: String!, $category: ID!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(categoryId: $category, first: 20, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      ${PAGE}
      nodes { number title body locked closed updatedAt ${SAID}
        comments(first: 50) { ${PAGE} nodes { ${COMMENT} } } }
    }
  }
}`;

export const COMMENTS_QUERY = `query Comments($id: ID!, $after: String) {
  node(id: $id) { ... on Discussion { comments(first: 50, after: $after) { ${PAGE} nodes { ${COMMENT} } } } }
}`;

export const REPLIES_QUERY = `query Replies($id: ID!, $after: String) {
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
  const discussions = await wholePage<GithubDiscussion>(undefined, async (after) => {
    const data = await askGithub<{ repository: { discussions: Page<GithubDiscussion> } | null }>(
      api,
      DISCUSSIONS_QUERY,
      { owner, name, category, after },
    );
    if (!data.repository)
      throw new GithubError(`GitHub does not show the repository ${repository}.`);
    return data.repository.discussions;
  });
  const whole: WholeDiscussion[] = [];
  for (const [index, discussion] of discussions.entries()) {
    api.say?.(`Reading discussion ${index + 1} of ${discussions.length} …`);
    whole.push(await wholeDiscussion(api, discussion));
  }
  return whole;
}

/**
 * Every discussion of a repository, whatever its category, with the fields that are asked for.
 *
 * @throws GithubError when any part of it cannot be had
 */
export async function readDiscussionList<Discussion>(
  api: GithubApi,
  repository: string,
  fields: string,
): Promise<Discussion[]> {
  const [owner, name] = repository.split('/');
  const query = `query List($owner: String!, $name: String!, $after: String) {
    repository(owner: $owner, name: $name) {
      discussions(first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
        ${PAGE} nodes { ${fields} } } } }`;
  return wholePage<Discussion>(undefined, async (after) => {
    const data = await askGithub<{ repository: { discussions: Page<Discussion> } | null }>(
      api,
      query,
      { owner, name, after },
    );
    if (!data.repository)
      throw new GithubError(`GitHub does not show the repository ${repository}.`);
    return data.repository.discussions;
  });
}

async function wholeDiscussion(
  api: GithubApi,
  discussion: GithubDiscussion,
): Promise<WholeDiscussion> {
  const first = await wholePage(discussion.comments, (after) =>
    inside(api, COMMENTS_QUERY, discussion.id, after, 'comments'),
  );
  const comments: WholeDiscussion['comments'] = [];
  for (const comment of first as GithubComment[]) {
    const replies = await wholePage(comment.replies, (after) =>
      inside(api, REPLIES_QUERY, comment.id, after, 'replies'),
    );
    comments.push({ ...comment, replies: replies as GithubReply[] });
  }
  return { ...discussion, comments };
}

async function inside<Node>(
  api: GithubApi,
  query: string,
  id: string,
  after: string | null,
  list: string,
): Promise<Page<Node>> {
  const data = await askGithub<{ node: Record<string, Page<Node>> | null }>(api, query, {
    id,
    after,
  });
  const page = data.node?.[list];
  if (!page) throw new GithubError('GitHub lost a discussion while it was being read.');
  return page;
}

/** All nodes of a list, from its first page on. */
async function wholePage<Node>(
  start: Page<Node> | undefined,
  next: (after: string | null) => Promise<Page<Node>>,
): Promise<Node[]> {
  let page = start ?? (await next(null));
  const { totalCount } = page;
  const found = nodesOf(page);
  while (page.pageInfo.hasNextPage) {
    const { endCursor } = page.pageInfo;
    page = await next(endCursor);
    if (page.pageInfo.endCursor === endCursor) throw new GithubError('GitHub repeats a page.');
    found.push(...nodesOf(page));
  }
  if (found.length < totalCount) {
    throw new GithubError(`GitHub gave ${found.length} of ${totalCount} entries of a list.`);
  }
  return found;
}

function nodesOf<Node>(page: Page<Node>): Node[] {
  const nodes = page.nodes ?? [];
  if (nodes.includes(null)) throw new GithubError('GitHub left a part of its answer out.');
  return nodes as Node[];
}
