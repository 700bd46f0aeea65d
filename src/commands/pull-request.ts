import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkedFolder } from '../check/node/run.ts';
import { readProgram } from '../core/content-files/node/program-file.ts';
import { parsePost } from '../core/markdown/micromark.ts';
import { siteUrls } from '../core/site/urls.ts';
import { complain, say } from '../core/terminal/say.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { changedFiles } from '../github/node/changed-files.ts';
import {
  checkedPullRequest,
  putComment,
  readReport,
  type WorkflowRunEvent,
} from '../github/node/comment.ts';
import { branchChanges, pullRequestChanges } from '../github/node/pull-request-files.ts';
import { restFromEnvironment } from '../github/node/rest.ts';
import type { FurtherChanges } from '../github/pull-request-changes.ts';
import { commentWithoutReport, pullRequestComment } from '../github/pull-request-comment.ts';
import { pullRequestReport } from '../github/pull-request-report.ts';

/**
 * `npm run pull-request -- report <file>` writes down what a change does to the content; it runs
 * with the change's own code, and without rights. `… show <file>` prints the comment that follows
 * from it. `… comment <file>` writes that comment on GitHub; it runs with the main branch's code.
 */
const [task, file = '.pull-request/report.json'] = process.argv.slice(2);
const folder = contentFolder();
const tasks = { report, show, comment };
try {
  if (!task || !(task in tasks))
    throw new Error('Write `npm run pull-request -- report`, `show` or `comment`, and a file.');
  await tasks[task as keyof typeof tasks]();
} catch (error) {
  complain(error);
}

async function report() {
  const now = runMoment();
  const judged = await checkedFolder(folder, now);
  const changed = await changedFiles(process.env['BASE_SHA'] ?? 'main', folder);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(pullRequestReport(changed, judged, parsePost), null, 2));
  say(`Wrote ${file}. Changed content files: ${changed.length}.`);
}

async function show() {
  const changes = await branchChanges(process.env['BASE_SHA'] ?? 'main', folder);
  say(await commentText('https://github.com/', changes));
}

async function comment() {
  const github = restFromEnvironment(process.env);
  const event: WorkflowRunEvent = JSON.parse(
    await readFile(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'),
  );
  const number = await checkedPullRequest(github, event);
  if (number === undefined)
    return say('The pull request is closed or has changed since. Nothing was posted.');
  const { html_url: page, head_sha: commit, conclusion } = event.workflow_run;
  const changes = await pullRequestChanges(github, number, commit, folder);
  const isWaiting = conclusion === 'action_required';
  await putComment(github, number, await commentText(page, changes, isWaiting));
  say(`Posted on pull request ${number}.`);
}

async function commentText(
  page: string,
  changes: FurtherChanges | undefined,
  isWaiting = false,
): Promise<string> {
  const found = await readReport(file);
  if (!found) return commentWithoutReport({ run: page, changes }, isWaiting);
  const program = await readProgram(folder);
  const { origin, pathname } = new URL(program.address);
  const now = runMoment();
  const urls = siteUrls(origin, pathname);
  return pullRequestComment(found, { urls, timeZone: program.timeZone, now, run: page, changes });
}
