import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, GraphQLError, graphql } from 'graphql';
import { responseAnchor } from '../core/model/heading-anchors.ts';
import { escapeHtml } from '../core/text/escape-html.ts';
import { discussionMarker } from '../responses/giscus.ts';
import {
  answerCard,
  fakeGiscus,
  LONGEST_ANSWER,
  LONGEST_NAME,
  type ShownAnswer,
  signInPage,
} from './fake-giscus.ts';

/** A comment as the stand-in keeps it. */
export interface FakeComment {
  databaseId: number;
  bodyHTML: string;
  /** The Markdown of which GitHub made it. */
  body?: string;
  createdAt: string;
  login: string | null;
  /** What the account is called beside its login. */
  name?: string | null;
  isMinimized?: boolean;
  deletedAt?: string | null;
  lastEditedAt?: string | null;
  hearts?: number;
  replies: FakeComment[];
}

export interface FakeDiscussion {
  number: number;
  title: string;
  body: string;
  locked: boolean;
  /** Who began it; giscus, if nothing is said. */
  login?: string;
  /** Whether GitHub leaves it out of the list, though it is there. */
  unlisted?: boolean;
  /** Hearts for the post itself. */
  hearts?: number;
  comments: FakeComment[];
}

export interface FakeGithub {
  /** `http://127.0.0.1:…`, the host of giscus and of GitHub in one. */
  address: string;
  discussions: FakeDiscussion[];
  /** How giscus's page behaves from now on. */
  widget: StandInWidget;
  /** How many GraphQL requests came. */
  requests: () => number;
  /** Puts what was answered on the pages; called after each answer. The form waits for its end. */
  publish?: () => Promise<void>;
  close: () => Promise<void>;
}

export interface StandInWidget {
  /** What giscus says instead of a discussion. */
  error?: string;
  /** Whether an answer needs a sign-in, on a page that stands in for GitHub's. */
  needsSignIn?: boolean;
}

/** What a test puts in the way of a request: true when it has answered. */
export type Trouble = (request: number, response: ServerResponse) => boolean | Promise<boolean>;

/**
 * A stand-in for GitHub Discussions and giscus on this machine alone: it executes queries on
 * GitHub's published schema, and serves a page that speaks giscus's protocol.
 *
 * @param options.port 0, and one that is taken, means any free port
 */
export async function startFakeGithub(
  options: { port?: number; discussions?: FakeDiscussion[]; trouble?: Trouble } = {},
): Promise<FakeGithub> {
  const discussions = options.discussions ?? [];
  const widget: StandInWidget = {};
  let requests = 0;
  let published: Promise<void> | undefined;
  const server = createServer((request, response) => {
    handle(request, response).catch(() =>
      send(response, 400, 'text/plain', 'This cannot be read.'),
    );
  });
  const fake: FakeGithub = {
    address: '',
    discussions,
    widget,
    requests: () => requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (request.headers.host !== host) return send(response, 421, 'text/plain', 'Not here.');
    const url = new URL(request.url ?? '/', `http://${host}`);
    if (request.method === 'POST' && url.pathname === '/graphql') {
      requests++;
      if (await options.trouble?.(requests, response)) return;
      const { query, variables } = JSON.parse(await bodyOf(request));
      const data = JSON.stringify(await answer(query, variables, discussions));
      return send(response, 200, 'application/json', data);
    }
    const isFromForm = request.headers['sec-fetch-site'] === 'same-origin';
    if (request.method === 'POST' && url.pathname === '/answer') {
      if (!isFromForm) return send(response, 403, 'text/plain', 'Only from the form.');
      const given = givenAnswer(JSON.parse(await bodyOf(request)));
      if (typeof given === 'string') return send(response, 422, 'text/plain', given);
      const discussion = await discussionFor(given.term, given.number, discussions);
      const said = comment(discussions, given);
      discussion.comments.push(said);
      published = fake.publish?.();
      // Whether it failed is asked by whoever follows it.
      published?.catch(() => {});
      const id = responseAnchor(`github-${said.databaseId}`);
      const told = { ...totals(discussion), answer: { id, card: answerCard(shownAnswer(said)) } };
      return send(response, 200, 'application/json', JSON.stringify(told));
    }
    if (url.pathname === '/published') {
      if (!published) return send(response, 404, 'text/plain', 'Nobody publishes here.');
      const isBuilt = await published.then(
        () => true,
        () => false,
      );
      return send(response, isBuilt ? 200 : 500, 'text/plain', isBuilt ? 'Built.' : 'Not built.');
    }
    if (/^(\/[\w-]+)?\/widget$/.test(url.pathname)) {
      const known = await discussionOf(url.searchParams, discussions);
      const said = known?.comments.filter(({ deletedAt }) => !deletedAt).map(shownAnswer) ?? [];
      const page = fakeGiscus(url.searchParams, known && totals(known), said, widget);
      return send(response, 200, 'text/html; charset=utf-8', page);
    }
    if (url.pathname === '/api/oauth/authorize')
      return send(response, 200, 'text/html; charset=utf-8', signInPage(url.searchParams));
    send(response, 404, 'text/plain', 'There is nothing here.');
  }

  const listen = (port: number) =>
    new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(port, '127.0.0.1', done);
    });
  await listen(options.port ?? 0).catch(() => listen(0));
  server.removeAllListeners('error');
  fake.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}

const github = buildSchema(published.idl, { assumeValidSDL: true, assumeValid: true });

async function answer(
  query: string,
  variables: Record<string, unknown>,
  discussions: FakeDiscussion[],
) {
  const typeResolver = (value: { __typename: string }) => value.__typename;
  const rootValue = {
    repository: () => ({
      hasDiscussionsEnabled: true,
      discussions: (args: PageArguments) => {
        const listed = discussions.filter(({ unlisted }) => !unlisted);
        const all = listed.toSorted((a, b) => a.number - b.number);
        const isNewestFirst = args.orderBy?.direction === 'DESC';
        return page((isNewestFirst ? all.reverse() : all).map(asDiscussion), args);
      },
    }),
    createDiscussion: ({ input }: { input: { title: string; body: string } }) => {
      const { title, body } = input;
      return {
        discussion: asDiscussion(begin(discussions, { title, body, login: 'github-actions' })),
      };
    },
    deleteDiscussion: ({ input }: { input: { id: string } }) => {
      const index = discussions.findIndex(({ number }) => `D_${number}` === input.id);
      if (index < 0) return missing(input.id);
      discussions.splice(index, 1);
      return {};
    },
    node: ({ id }: { id: string }) => nodeOf(id, discussions) ?? missing(id),
  };
  const { data, errors } = await graphql({
    schema: github,
    source: query,
    variableValues: variables,
    rootValue,
    typeResolver,
  });
  // GitHub says in `type` what a program may go by.
  const told = errors?.map(({ message, path, extensions }) => ({ ...extensions, path, message }));
  return { data, ...(told ? { errors: told } : {}) };
}

/** @throws what GitHub says of an id that it doesn't know */
function missing(id: string): never {
  throw new GraphQLError(`Could not resolve to a node with the global id of '${id}'`, {
    extensions: { type: 'NOT_FOUND' },
  });
}

interface PageArguments {
  first: number;
  after?: string | null;
  orderBy?: { direction: 'ASC' | 'DESC' };
}

function page<Node>(all: readonly Node[], { first, after }: PageArguments) {
  const start = Number(after ?? 0);
  const end = Math.min(start + first, all.length);
  return {
    totalCount: all.length,
    pageInfo: { hasNextPage: end < all.length, endCursor: String(end) },
    nodes: all.slice(start, end),
  };
}

function nodeOf(id: string, discussions: FakeDiscussion[]) {
  const discussion = discussions.find(({ number }) => `D_${number}` === id);
  if (discussion) return asDiscussion(discussion);
  for (const one of discussions) {
    const all = one.comments.flatMap((comment) => [comment, ...comment.replies]);
    const found = all.find(({ databaseId }) => `DC_${databaseId}` === id);
    if (found) return asComment(one)(found);
  }
  return null;
}

function asDiscussion(one: FakeDiscussion) {
  const time = one.comments[0]?.createdAt ?? '2026-01-01T00:00:00Z';
  return {
    ...{
      __typename: 'Discussion',
      id: `D_${one.number}`,
      url: `https://github.com/o/r/discussions/${one.number}`,
    },
    ...{ number: one.number, title: one.title, body: one.body, bodyHTML: `<p>${one.number}</p>` },
    ...{ locked: one.locked, closed: false, createdAt: time, updatedAt: time, lastEditedAt: null },
    author: {
      __typename: 'Bot',
      login: one.login ?? 'giscus',
      url: 'https://github.com/apps/giscus',
    },
    ...{ authorAssociation: 'NONE', reactionGroups: hearts(one) },
    comments: (args: PageArguments) => page(one.comments.map(asComment(one)), args),
  };
}

function asComment(discussion: FakeDiscussion) {
  return (one: FakeComment): object => ({
    ...{ __typename: 'DiscussionComment', id: `DC_${one.databaseId}`, databaseId: one.databaseId },
    url: `https://github.com/o/r/discussions/${discussion.number}#discussioncomment-${one.databaseId}`,
    ...{
      createdAt: one.createdAt,
      lastEditedAt: one.lastEditedAt ?? null,
      deletedAt: one.deletedAt ?? null,
    },
    ...{ isMinimized: one.isMinimized ?? false, authorAssociation: 'NONE' },
    ...{ bodyHTML: one.bodyHTML, body: one.body ?? '' },
    author: one.login
      ? {
          __typename: 'User',
          login: one.login,
          url: `https://github.com/${one.login}`,
          name: one.name ?? null,
        }
      : null,
    reactionGroups: hearts(one),
    replies: (args: PageArguments) => page(one.replies.map(asComment(discussion)), args),
  });
}

function hearts({ hearts: totalCount = 0 }: { hearts?: number }) {
  return [{ content: 'HEART', reactors: { totalCount, __typename: 'ReactorConnection' } }];
}

async function discussionOf(parameters: URLSearchParams, discussions: FakeDiscussion[]) {
  const number = Number(parameters.get('number'));
  const tie = await discussionMarker(parameters.get('term') ?? '');
  return discussions.find((one) => (number ? one.number === number : one.body.includes(tie)));
}

/** The discussion of a term; the first answer begins it, with the body that giscus writes. */
async function discussionFor(term: string, known: number, discussions: FakeDiscussion[]) {
  const parameters = new URLSearchParams({ term, number: String(known) });
  const there = await discussionOf(parameters, discussions);
  if (there) return there;
  return begin(discussions, {
    title: term,
    body: `# ${term}\n\n\n\n${await discussionMarker(term)}`,
  });
}

/** Begins a discussion. Its number is nobody's, not even that of one which is deleted. */
function begin(
  discussions: FakeDiscussion[],
  about: Pick<FakeDiscussion, 'title' | 'body' | 'login'>,
): FakeDiscussion {
  const number =
    Math.max(numbers.get(discussions) ?? 0, ...discussions.map((one) => one.number)) + 1;
  numbers.set(discussions, number);
  const begun = { ...about, number, locked: false, comments: [] };
  discussions.push(begun);
  return begun;
}

const numbers = new WeakMap<FakeDiscussion[], number>();

/** What the form sends. */
interface GivenAnswer {
  term: string;
  number: number;
  name: string;
  text: string;
}

/** What was sent, or a sentence where that is no answer. */
function givenAnswer(sent: Partial<Record<keyof GivenAnswer, unknown>>): GivenAnswer | string {
  const { term, number = 0, name = '', text } = sent;
  if (typeof term !== 'string' || typeof number !== 'number' || typeof name !== 'string')
    return 'This does not come from the form.';
  if (typeof text !== 'string' || text.trim() === '') return 'It is empty.';
  if (text.length > LONGEST_ANSWER || name.length > LONGEST_NAME) return 'It is too long.';
  return { term, number, name: name.replace(/\s+/g, ' ').trim(), text };
}

function comment(discussions: FakeDiscussion[], { name, text }: GivenAnswer): FakeComment {
  const databaseId = 1000 + discussions.reduce((sum, one) => sum + one.comments.length, 0);
  return {
    databaseId,
    bodyHTML: paragraphs(text),
    body: text,
    createdAt: new Date().toISOString(),
    login: loginFor(name),
    name: name || null,
    replies: [],
  };
}

/** A text as GitHub shows one without any Markdown in it. */
function paragraphs(text: string): string {
  const blocks = text.trim().split(/\r?\n(?:[ \t]*\r?\n)+/);
  const lines = (block: string) => escapeHtml(block).replace(/\r?\n/g, '<br>\n');
  return blocks.map((block) => `<p dir="auto">${lines(block)}</p>`).join('\n');
}

/** A name of an account, of the letters that GitHub allows, for somebody who is called so. */
function loginFor(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    letters
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 39)
      .replace(/^-|-$/g, '') || 'a-reader'
  );
}

function shownAnswer({ name, login, createdAt, bodyHTML }: FakeComment): ShownAnswer {
  return { name: name ?? login ?? 'ghost', createdAt, html: bodyHTML };
}

function totals({ number, comments }: FakeDiscussion) {
  const totalReplyCount = comments.reduce((sum, { replies }) => sum + replies.length, 0);
  return { number, totalCommentCount: comments.length, totalReplyCount };
}

/** The most bytes that a request may have. */
const LARGEST_BODY = 1_000_000;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > LARGEST_BODY) throw new Error('Too much for one request.');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, status: number, type: string, body: string) {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': type }).end(body);
}
