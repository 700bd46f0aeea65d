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
  /** Waits for milliseconds; tests pass their own. */
  wait?: (milliseconds: number) => Promise<void>;
  /** One line on what is going on. */
  say?: (line: string) => void;
}

const TRIES = 6;
/** The longest wait that is still waited, in milliseconds: GitHub's hour, and a little. */
const LONGEST_WAIT = 65 * 60_000;

/**
 * Asks GitHub's GraphQL API one question. What passes is tried again: a lost connection, a
 * timeout and a server error after 1, 2, 4 … seconds; a rate limit after `retry-after`, else at
 * `x-ratelimit-reset`, else after a minute and then twice as long, as GitHub's guide asks.
 *
 * @throws GithubError for every other error, and for any answer that is not whole
 */
export async function askGithub<Data>(
  api: GithubApi,
  query: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  for (let attempt = 0; ; attempt++) {
    const answer = await oneTry<Data>(api, query, variables, attempt);
    if ('data' in answer) return answer.data;
    if (attempt + 1 >= (api.tries ?? TRIES) || answer.after === undefined)
      throw new GithubError(answer.why);
    if (answer.after > LONGEST_WAIT)
      throw new GithubError(`${answer.why} It asks for a long wait.`);
    api.say?.(`${answer.why} Trying again in ${Math.ceil(answer.after / 1000)} s.`);
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

async function oneTry<Data>(
  api: GithubApi,
  query: string,
  variables: Record<string, unknown>,
  attempt: number,
): Promise<Try<Data>> {
  const soon = 1000 * 2 ** attempt;
  let response: Response;
  let text: string;
  try {
    response = await fetch(api.endpoint, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${api.token}`,
        'content-type': 'application/json',
        'user-agent': 'program-blog',
      },
      body: JSON.stringify({ query, variables }),
      redirect: 'error',
      signal: AbortSignal.timeout(api.patience ?? 30_000),
    });
    text = await response.text();
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return {
      why: isLate ? 'GitHub did not answer in time.' : 'GitHub could not be reached.',
      after: soon,
    };
  }
  if (response.status >= 500)
    return { why: `GitHub answered with HTTP ${response.status}.`, after: soon };
  const body = parsed(text);
  if (isLimited(response, body)) {
    return { why: 'GitHub asks for a pause (rate limit).', after: pauseOf(response, attempt) };
  }
  if (response.status === 401) {
    return {
      why: 'GitHub does not accept the token (HTTP 401). Set GITHUB_TOKEN to one that may read discussions.',
    };
  }
  if (!response.ok)
    return { why: `GitHub answered with HTTP ${response.status}. ${messageOf(body)}`.trim() };
  if (body === undefined)
    return { why: 'GitHub answered with something that is not JSON.', after: soon };
  if (body.errors?.length) {
    const passes = /something went wrong|timeout|timed out/i.test(messageOf(body));
    return {
      why: `GitHub reported an error: ${messageOf(body)}`,
      ...(passes ? { after: soon } : {}),
    };
  }
  if (!body.data) return { why: 'GitHub answered without data.' };
  return { data: body.data as Data };
}

interface Body {
  data?: unknown;
  message?: string;
  errors?: { type?: string; message?: string }[];
}

function parsed(text: string): Body | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

function messageOf(body: Body | undefined): string {
  const messages = body?.errors?.map(({ message }) => message) ?? [body?.message];
  return messages
    .filter(Boolean)
    .join(' ')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 300);
}

function isLimited(response: Response, body: Body | undefined): boolean {
  if (response.status === 429) return true;
  if (body?.errors?.some(({ type }) => type === 'RATE_LIMITED')) return true;
  if (response.status !== 403) return false;
  const { headers } = response;
  const isOut = headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0';
  return isOut || /rate limit|abuse/i.test(messageOf(body));
}

function pauseOf({ headers }: Response, attempt: number): number {
  const after = Number(headers.get('retry-after'));
  if (after > 0) return after * 1000;
  const reset = Number(headers.get('x-ratelimit-reset'));
  if (headers.get('x-ratelimit-remaining') === '0' && reset > 0) {
    return Math.max(1000, reset * 1000 - Date.now() + 1000);
  }
  return 60_000 * 2 ** attempt;
}
