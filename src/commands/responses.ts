import { createInterface } from 'node:readline/promises';
import { checkContent } from '../check/check.ts';
import { readContentFolder } from '../check/node/read-folder.ts';
import { readProgram } from '../core/content-files/node/program-file.ts';
import { parsePost } from '../core/markdown/micromark.ts';
import { permanentId } from '../core/model/ids.ts';
import type { Program } from '../core/model/program.ts';
import { complain, say } from '../core/terminal/say.ts';
import { addResponse } from '../editor/node/add-response.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { confirmedDrop, type Drop } from '../responses/node/drop.ts';
import { readDiscussions } from '../responses/node/github-discussions.ts';
import { type GithubApi, LONGEST_WAIT } from '../responses/node/github-graphql.ts';
import { refreshSnapshot, reportLines } from '../responses/node/refresh.ts';
import { lastSnapshot, saveSnapshot, snapshotFile } from '../responses/node/saved-snapshot.ts';
import type { Snapshot } from '../responses/snapshot.ts';
import { commandLine } from './command-line.ts';

/** What `--help` says. */
const HELP = `npm run responses -- [options]
saves what readers said in GitHub Discussions to .responses/. GITHUB_TOKEN is a
  token that may read discussions.

  --accept-drop      saves even if more than half of the responses disappear and
                     GitHub does not say that people deleted or hid them

npm run responses -- add <post> [options]
  files an answer that came by email next to its post, and asks for what the
  options leave out. No email address is stored.

  --name=NAME        the name to publish
  --role=ROLE        participant, coordinator, or other words
  --date=2017-04-02  the day when it arrived
  --question=2       the question that it answers
  --parent=ID        the response that it replies to
  --text=TEXT        the words of the answer
  --agreed           the sender agreed to be published under that name

npm run responses -- restore
  makes sure that there is a good snapshot to build with: the newer of the local
  one and the published one, otherwise a new one. Discards what cannot be used.`;

const { values, positionals } = commandLine(
  {
    allowPositionals: true,
    options: {
      'accept-drop': { type: 'boolean', default: false },
      name: { type: 'string' },
      role: { type: 'string' },
      date: { type: 'string' },
      question: { type: 'string' },
      parent: { type: 'string' },
      text: { type: 'string' },
      agreed: { type: 'boolean', default: false },
    },
  },
  HELP,
);
const folder = contentFolder();
/** On a runner a post may be due, so that GitHub is waited for no longer than this. */
const WAIT_ON_RUNNER = 8 * 60_000;

try {
  if (positionals[0] === 'add') await addResponse(folder, positionals[1], values, runMoment());
  else if (positionals[0] === 'restore') await restore();
  else if (positionals.length > 0)
    throw new Error(
      `"${positionals[0]}" is not a command here. Write \`npm run responses\` or \`npm run responses -- add <post>\`.`,
    );
  else await refresh();
} catch (error) {
  complain(error);
}

/**
 * Sees to it that a build has the last good snapshot: the newer of the local and the published one,
 * else what GitHub has now. Without any of them it fails, so that no site is built without its
 * responses.
 */
async function restore() {
  const program = await readProgram(folder);
  if (!isWithGiscus(program)) return say('There are no discussions yet, so there is no snapshot.');
  const last = await lastSnapshot(program, say);
  if ('snapshot' in last) return say(`There is a snapshot from ${last.snapshot.savedAt}.`);
  if (process.env['GITHUB_TOKEN']) return save(await readAnew(program, undefined));
  throw new Error(
    `${last.why} There is no snapshot to build with, and no GITHUB_TOKEN to make one.`,
  );
}

async function refresh() {
  const program = await readProgram(folder);
  if (!isWithGiscus(program))
    return say('content/program.yaml has no giscus: yet, so there are no discussions to read.');
  if (!process.env['GITHUB_TOKEN'])
    throw new Error(
      'GITHUB_TOKEN is not set. It needs a token that may read the discussions of the repository.',
    );
  const last = await lastSnapshot(program, say);
  if ('why' in last) say(`${last.why} Reading everything again.`);
  await save(await readAnew(program, 'snapshot' in last ? last.snapshot : undefined));
}

/** @throws Error with a sentence that says what stays as it is */
async function readAnew(program: WithGiscus, previous: Snapshot | undefined): Promise<Snapshot> {
  const { giscus } = program;
  const api: GithubApi = {
    endpoint: process.env['GITHUB_GRAPHQL_URL'] ?? 'https://api.github.com/graphql',
    token: process.env['GITHUB_TOKEN'] ?? '',
    pauses: { left: process.env['CI'] ? WAIT_ON_RUNNER : LONGEST_WAIT },
    say,
  };
  const { catalogue } = checkContent(await readContentFolder(folder), parsePost);
  const posts = Object.entries(catalogue.posts).map(([id, { formerly }]) =>
    permanentId({ id, formerly }),
  );
  const { repository, categoryId } = giscus;
  try {
    const whole = await readDiscussions(api, repository, categoryId);
    const about = { repository, categoryId, posts, now: new Date() };
    const { snapshot, report } = await refreshSnapshot(whole, previous, about);
    for (const line of reportLines(report)) say(line);
    if (!previous || !report.isDrop || values['accept-drop']) return snapshot;
    const drop = await confirmedDrop(api, previous, snapshot, whole);
    if (!drop.isAccident) {
      say(
        `${drop.takenAway} of them were deleted or hidden on GitHub. They will disappear from the pages too.`,
      );
      return snapshot;
    }
    if (await agreedTo('More than half of the responses would disappear. Save anyway? (y/N) '))
      return snapshot;
    if (drop.kept !== previous) await saveSnapshot(drop.kept);
    throw new Error(dropSentences(drop));
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${untouched(previous)}`);
  }
}

function dropSentences({ unexplained, takenAway, why }: Drop): string {
  return [
    `More than half of the responses would disappear, and GitHub does not say that people deleted or hid ${unexplained} of them.`,
    ...(why ? [why] : []),
    ...(takenAway > 0 ? [`${takenAway} were deleted or hidden there, and will disappear.`] : []),
    'Look at the category on GitHub. If it is right, run the Deploy workflow with "accept-drop", or `npm run responses -- --accept-drop`.',
  ].join(' ');
}

type WithGiscus = Program & { giscus: NonNullable<Program['giscus']> };

function isWithGiscus(program: Program): program is WithGiscus {
  return program.giscus !== undefined;
}

async function save(snapshot: Snapshot) {
  await saveSnapshot(snapshot);
  say(`Saved in ${snapshotFile()}.`);
}

function untouched(previous: Snapshot | undefined): string {
  if (!previous) return 'Nothing was saved.';
  return `The last good snapshot, from ${previous.savedAt.slice(0, 10)}, was kept.`;
}

async function agreedTo(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(question);
  lines.close();
  return /^y(es)?$/i.test(answer.trim());
}
