/** GitHub's REST API for one repository. */
export interface GithubRest {
  /** `GITHUB_API_URL`, as GitHub's own runners set it. */
  api: string;
  token: string;
  /** `owner/name`. */
  repository: string;
}

/** What the runner's environment says about where we are. @throws Error with a sentence */
export function restFromEnvironment(environment: NodeJS.ProcessEnv): GithubRest {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN } = environment;
  if (!GITHUB_TOKEN || !GITHUB_REPOSITORY)
    throw new Error('This command runs on GitHub: it needs GITHUB_TOKEN and GITHUB_REPOSITORY.');
  return {
    api: GITHUB_API_URL ?? 'https://api.github.com',
    token: GITHUB_TOKEN,
    repository: GITHUB_REPOSITORY,
  };
}

/**
 * Asks or tells the repository something.
 *
 * @param path after `/repos/<owner>/<name>`, as in `/pulls?state=open`
 * @throws Error with a sentence when it refuses, is not reached, or says something else than JSON
 */
export async function rest<Answer = unknown>(
  { api, token, repository }: GithubRest,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${api}/repos/${repository}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'program-blog',
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  }).catch(() => undefined);
  const text = await response?.text().catch(() => undefined);
  if (!response || text === undefined) throw new Error('GitHub could not be reached.');
  if (!response.ok)
    throw new Error(`GitHub answered ${method} ${path} with HTTP ${response.status}.`);
  try {
    return (text ? JSON.parse(text) : undefined) as Answer;
  } catch {
    throw new Error(`GitHub answered ${method} ${path} with something other than JSON.`);
  }
}
