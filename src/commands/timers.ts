import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dayInWords } from '../core/model/dates.ts';
import { complain, say } from '../core/terminal/say.ts';
import { runMoment } from '../environment.ts';
import { type GithubRest, rest, restFromEnvironment } from '../github/node/rest.ts';
import { expiryDay, isNearlyExpired } from '../github/workflow-expiry.ts';

/**
 * `npm run timers` keeps timed workflows running. GitHub stops them when a repository has seen no
 * commit for 60 days. Enabling them again in time is what GitHub's interface offers against that;
 * since it promises nothing, an issue says so loudly when the day is near.
 */
const TITLE = 'Scheduled publishing is about to stop';

try {
  const github = restFromEnvironment(process.env);
  for (const file of await timedWorkflows('.github/workflows')) {
    await rest(github, 'PUT', `/actions/workflows/${file}/enable`);
    say(`Enabled: ${file}`);
  }
  await warn(github, runMoment());
} catch (error) {
  complain(error);
}

/** The workflows that have a timer, by file. */
async function timedWorkflows(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yml')).sort();
  const timed = await Promise.all(
    files.map(async (file) => {
      const { on }: { on?: object } = parse(await readFile(join(folder, file), 'utf8'));
      return on && 'schedule' in on ? [file] : [];
    }),
  );
  return timed.flat();
}

/** Opens one issue when the last commit is nearly 60 days old, and none while it is open. */
async function warn(github: GithubRest, now: Date) {
  const [last] = await rest<{ commit: { committer: { date: string } } }[]>(
    github,
    'GET',
    '/commits?per_page=1',
  );
  if (!last) return;
  const lastCommit = new Date(last.commit.committer.date);
  if (!isNearlyExpired(lastCommit, now)) return;
  const open = await rest<{ title: string }[]>(github, 'GET', '/issues?state=open&per_page=100');
  if (open.some(({ title }) => title === TITLE)) return;
  const day = dayInWords(expiryDay(lastCommit), 'en');
  const body = `Nothing has changed in this repository since ${dayInWords(last.commit.committer.date.slice(0, 10), 'en')}. After 60 days, GitHub may stop everything that runs on a schedule: around ${day}, scheduled posts would no longer be published, and new responses would no longer reach the pages.\n\nAny change on the main branch starts the 60 days again: correct a word in a post, or publish one. If GitHub has already stopped a workflow, open **Actions**, choose the workflow, and press **Enable workflow**. Then close this issue.`;
  await rest(github, 'POST', '/issues', { title: TITLE, body });
  say('Opened an issue that says when scheduled runs will stop.');
}
