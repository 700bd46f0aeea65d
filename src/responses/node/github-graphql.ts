import { z } from 'zod';
import { onOneLine } from '../../core/text/printable.ts';

/** Why GitHub's answer could not be had whole. Nothing was changed. */
export class GithubError extends Error {}

export interface GithubApi {
  /** `GITHUB_GRAPHQL_URL`, as GitHub's own runners set it. */
  endpoint: string;
  token: string;
  /** How long one request may take, in milliseconds. */
  patience?: number;
  /** How often one question is asked at most; six times, if nothing is said. */
  tries?: number;
  /** How long all pauses together may be, in milliseconds; what was waited is taken off. */
  pauses?: { left: number };
  /** Waits for milliseconds; tests pass their own. */
  wait?: (milliseconds: number) => Promise<void>;
  /** One line on what is going on. */
  say?: (line: string) => void;
}

/** A question to GitHub, and the shape of its answer. */
export interface GithubQuestion<Data extends z.ZodType> {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  /** What more GitHub says than this is left out. */
  shape: Data;
  /** Whether what GitHub does not find at the top of its answer is null instead of an error. */
  mayMiss?: boolean;
}

const TRIES = 6;
/** The longest wait that is still waited, in milliseconds: GitHub's hour, and a little. */
export const LONGEST_WAIT = 65 * 60_000;
/** As much of what GitHub says as is told, in characters. */
const MOST_SAID = 300;
/** More than any answer of GitHub's, and less than a machine's memory; in bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Asks GitHub's GraphQL API one question. What passes is tried again: a lost connection, a
 * timeout and a server error after 1, 2, 4 … seconds; a rate limit after `retry-after`, else at
 * `x-ratelimit-reset`, else after a minute and then twice as long, as GitHub's guide asks.
 *
 * @throws GithubError for every other error, and for any answer that is not whole or not of the
 *   shape that was asked for
 */
export async function askGithub<Data extends z.ZodType>(
  api: GithubApi,
  question: GithubQuestion<Data>,
): Promise<z.output<Data>> {
  const pauses = api.pauses ?? { left: LONGEST_WAIT };
  for (let attempt = 0; ; attempt++) {
    const answer = await oneTry(api, question, attempt);
    if ('data' in answer) return answer.data;
    if (attempt + 1 >= (api.tries ?? TRIES) || answer.after === undefined)
      throw new GithubError(answer.why);
    if (answer.after > Math.min(pauses.left, LONGEST_WAIT))
      throw new GithubError(`${answer.why} Waiting would take too long.`);
    api.say?.(`${answer.why} Trying again in ${Math.ceil(answer.after / 1000)} seconds.`);
    pauses.left -= answer.after;
    await pause(api, answer.after);
  }
}

/** Waits for milliseconds, in the way that the API is used. */
export async function pause({ wait }: Pick<GithubApi, 'wait'>, milliseconds: number) {
  if (wait) return wait(milliseconds);
  await new Promise((done) => setTimeout(done, milliseconds));
}

/** What one try brought: data, or why not, and after how many milliseconds another makes sense. */
type Try<Data> = { data: Data } | { why: string; after?: number };

async function oneTry<Data extends z.ZodType>(
  api: GithubApi,
  { query, variables, shape, mayMiss }: GithubQuestion<Data>,
  attempt: number,
): Promise<Try<z.output<Data>>> {
  const soon = 1000 * 2 ** attempt;
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(api.endpoint, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${api.token}`,
        'content-type': 'application/json',
        'user-agent': 'program-blog',
      },
      body: JSON.stringify({ query, variables }),
      // A token goes where it was meant to go, and nowhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(api.patience ?? 30_000),
    });
    text = await boundedText(response, LARGEST);
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return {
      why: isLate ? 'GitHub did not answer in time.' : 'GitHub could not be reached.',
      after: soon,
    };
  }
  const { status } = response;
  if (text === undefined) return { why: "GitHub's answer is too large." };
  if (status >= 500) return { why: `GitHub answered with HTTP ${status}.`, after: soon };
  if (status >= 300 && status < 400)
    return {
      why: `GitHub redirects to another address (HTTP ${status}), which this command does not follow.`,
    };
  const body = parsed(text);
  if (isLimited(response, body)) {
    return { why: 'GitHub asks us to wait (rate limit).', after: pauseOf(response, attempt) };
  }
  if (status === 401) {
    return {
      why: 'GitHub does not accept the token (HTTP 401). Set GITHUB_TOKEN to one that may read discussions.',
    };
  }
  if (!response.ok)
    return { why: `GitHub answered with HTTP ${status}. ${messageOf(body)}`.trim() };
  if (body === undefined)
    return { why: 'GitHub answered with something other than JSON.', after: soon };
  const errors = body.errors.filter((error) => !(mayMiss && isMissing(error)));
  if (errors.length > 0) {
    const said = messageOf({ errors });
    const passes = /something went wrong|timeout|timed out/i.test(said);
    return {
      why: `GitHub reported an error: ${said || 'it does not say which.'}`,
      ...(passes ? { after: soon } : {}),
    };
  }
  if (body.data === undefined || body.data === null)
    return { why: 'GitHub answered without data.' };
  const read = shape.safeParse(body.data);
  if (read.success) return { data: read.data };
  const place = read.error.issues[0]?.path.join('.') || 'the whole';
  return {
    why: `GitHub's answer has an unexpected form (${onOneLine(place).slice(0, MOST_SAID)}).`,
  };
}

/** GitHub's body in any shape that it may have. */
const bodyShape = z.object({
  data: z.unknown(),
  message: z.string().optional().catch(undefined),
  // Errors in another shape than a list are errors too.
  errors: z
    .preprocess((errors) => (errors ? [errors].flat() : []), z.array(z.unknown()))
    .transform((errors) => errors.map((error) => errorShape.parse(error))),
});
const errorShape = z
  .object({
    type: z.string().catch(''),
    message: z.string().catch(''),
    path: z.array(z.unknown()).catch([]),
  })
  .catch({ type: '', message: '', path: [] });

type Body = z.output<typeof bodyShape>;

function parsed(text: string): Body | undefined {
  try {
    return bodyShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** GitHub's "Could not resolve to a node" for one of the things that were asked for. */
function isMissing({ type, path }: Body['errors'][number]): boolean {
  return type === 'NOT_FOUND' && path.length === 1;
}

function messageOf(body: Pick<Body, 'errors'> | Body | undefined): string {
  const messages = body?.errors.map(({ message }) => message) ?? [];
  const own = body && 'message' in body ? [body.message] : [];
  return onOneLine([...messages, ...own].filter(Boolean).join(' ')).slice(0, MOST_SAID);
}

function isLimited(response: Response, body: Body | undefined): boolean {
  if (response.status === 429) return true;
  const { headers, status } = response;
  const says = /\brate limit|abuse detection/i.test(messageOf(body));
  if (status === 403)
    return says || headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0';
  return (
    status === 200 && (says || body?.errors.some(({ type }) => /^RATE_LIMIT/.test(type))) === true
  );
}

/** How long GitHub asks to wait, in milliseconds; `retry-after` is seconds or a date (RFC 9110). */
function pauseOf({ headers }: Response, attempt: number): number {
  const asked = headers.get('retry-after') ?? '';
  const after = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  if (after > 0) return after;
  const reset = Number(headers.get('x-ratelimit-reset'));
  if (headers.get('x-ratelimit-remaining') === '0' && reset > 0) {
    return Math.max(1000, reset * 1000 - Date.now() + 1000);
  }
  return 60_000 * 2 ** attempt;
}

/**
 * An answer's text, unless it is larger than it can be.
 *
 * @param most in bytes
 */
export async function boundedText(answer: Response, most: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.byteLength;
    if (bytes > most) return undefined;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
