import { lstat, readFile } from 'node:fs/promises';
import { COMMENT_MARK } from '../pull-request-comment.ts';
import { type PullRequestReport, pullRequestReportSchema } from '../pull-request-report.ts';
import { type GithubRest, rest } from './rest.ts';

/** What GitHub tells a workflow that follows another one. */
export interface WorkflowRunEvent {
  workflow_run: {
    html_url: string;
    /** `action_required` where the run waits until somebody allows it. */
    conclusion: string | null;
    head_sha: string;
    head_branch: string | null;
    head_repository: { owner: { login: string } } | null;
    pull_requests: { number: number; head: { sha: string } }[];
  };
}

interface PullRequest {
  number: number;
  state: string;
  head: { sha: string };
}

const MOST_BYTES = 4_000_000;

/**
 * The open pull request whose newest commit was checked. For forks GitHub leaves the event's list
 * empty; then it is looked up by the branch and the commit. Nothing that the checked code has
 * written is asked.
 *
 * @returns nothing when it was closed, or changed since
 */
export async function checkedPullRequest(
  github: GithubRest,
  { workflow_run: run }: WorkflowRunEvent,
): Promise<number | undefined> {
  const isChecked = ({ head }: { head: { sha: string } }) => head.sha === run.head_sha;
  const named = run.pull_requests.find(isChecked);
  if (named) return named.number;
  const owner = run.head_repository?.owner.login;
  if (!owner || !run.head_branch) return undefined;
  const head = encodeURIComponent(`${owner}:${run.head_branch}`);
  const open = await rest<PullRequest[]>(github, 'GET', `/pulls?state=open&head=${head}`);
  return open.find(isChecked)?.number;
}

/** Writes our one comment, or writes it anew. */
export async function putComment(github: GithubRest, pullRequest: number, body: string) {
  const own = await ownComment(github, pullRequest);
  if (own === undefined) await rest(github, 'POST', `/issues/${pullRequest}/comments`, { body });
  else await rest(github, 'PATCH', `/issues/comments/${own}`, { body });
}

async function ownComment(github: GithubRest, pullRequest: number): Promise<number | undefined> {
  for (let page = 1; page <= 20; page++) {
    const comments = await rest<{ id: number; body?: string; user: { type: string } | null }[]>(
      github,
      'GET',
      `/issues/${pullRequest}/comments?per_page=100&page=${page}`,
    );
    const own = comments.find(
      ({ body, user }) => user?.type === 'Bot' && body?.startsWith(COMMENT_MARK),
    );
    if (own || comments.length < 100) return own?.id;
  }
  return undefined;
}

/** The report that the check left, if it has the shape of one. */
export async function readReport(file: string): Promise<PullRequestReport | undefined> {
  try {
    const { size, isFile } = await lstat(file).then((stat) => ({
      size: stat.size,
      isFile: stat.isFile(),
    }));
    if (!isFile || size > MOST_BYTES) return undefined;
    return pullRequestReportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
