import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { permanentId } from '../blog/ids.ts';
import { judgeContent } from '../blog/judge.ts';
import { programSchema } from '../blog/program.ts';
import { readSnapshot, type Snapshot, snapshotText } from '../blog/snapshot.ts';
import { readYaml } from '../blog/yaml-file.ts';
import { parsePost } from '../markdown/post-parse.ts';
import { commandLine } from './command-line.ts';
import { readContentFolder } from './content-folder.ts';
import { readDiscussions } from './github-discussions.ts';
import { publishedSnapshot } from './published-snapshot.ts';
import { addResponse } from './responses-add.ts';
import { refreshed, reportLines } from './responses-refresh.ts';

/** What `--help` says. */
const HELP = `npm run responses -- [options]
  saves what was said in GitHub Discussions into .responses/. GITHUB_TOKEN is a
  token that may read discussions.

  --accept-drop      a loss of more than half is meant

npm run responses -- add <post> [options]
  files an answer that came by email beside its post, and asks for what no
  option says. No address is kept.

  --name=NAME        under which it is published
  --role=ROLE        participant, coordinator, or other words
  --date=2017-04-02  the day on which it was written
  --question=2       the question that it answers
  --parent=ID        the response that it answers
  --text=TEXT        what it says
  --agreed           the sender agreed to be published under that name

npm run responses -- restore
  sees to it that there is a snapshot to build with: the local one, the
  published one, or a new one.`;

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
const folder = process.env['CONTENT_DIR'] ?? 'content';
const directory = process.env['RESPONSES_DIR'] ?? '.responses';
const file = join(directory, 'discussions.json');

try {
  if (positionals[0] === 'add') await addResponse(folder, positionals[1], values);
  else if (positionals[0] === 'restore') await restore();
  else if (positionals.length > 0)
    throw new Error(
      `There is no "${positionals[0]}" here. Write \`npm run responses\` or \`npm run responses -- add <post>\`.`,
    );
  else await refresh();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * Sees to it that a build has the last good snapshot: the local one, else the published one, else
 * what GitHub has now. Without any of them it fails, so that no site is built without its responses.
 */
async function restore() {
  const program = await readProgram();
  if (!program.giscus) return console.log('There are no discussions yet, so there is no snapshot.');
  const { snapshot, why } = await lastSnapshot(program.address);
  if (snapshot) return console.log(`There is a snapshot of ${snapshot.savedAt}.`);
  if (process.env['GITHUB_TOKEN']) return refresh();
  if (why)
    throw new Error(`${why} There is no snapshot to build with, and no GITHUB_TOKEN to make one.`);
  console.log('There is no snapshot yet.');
}

async function refresh() {
  const program = await readProgram();
  const { giscus } = program;
  if (!giscus) {
    console.log(
      'content/program.yaml has no giscus part yet, so there are no discussions to read.',
    );
    return;
  }
  const token = process.env['GITHUB_TOKEN'];
  if (!token)
    throw new Error(
      'GITHUB_TOKEN is not set. It needs a token that may read the discussions of the repository.',
    );
  const endpoint = process.env['GITHUB_GRAPHQL_URL'] ?? 'https://api.github.com/graphql';
  const { snapshot: previous, why } = await lastSnapshot(program.address);
  if (why) console.log(`${why} All is read anew.`);
  const { catalogue } = judgeContent(await readContentFolder(folder), parsePost);
  const whole = await readDiscussions(
    { endpoint, token, say: (line) => console.log(line) },
    giscus.repository,
    giscus.categoryId,
  ).catch((error: unknown) => {
    throw new Error(`${(error as Error).message}\n${untouched(previous)}`);
  });
  const { snapshot, report } = await refreshed(whole, previous, {
    repository: giscus.repository,
    categoryId: giscus.categoryId,
    posts: Object.entries(catalogue.posts).map(([id, { formerly }]) =>
      permanentId({ id, formerly }),
    ),
    now: new Date(),
  });
  for (const line of reportLines(report)) console.log(line);
  if (
    report.isDrop &&
    !values['accept-drop'] &&
    !(await agreedTo('More than half of the responses would go. Save all the same? (y/N) '))
  ) {
    throw new Error(
      `More than half of the responses would go. Look at the category on GitHub; if it is right, run \`npm run responses -- --accept-drop\`.\n${untouched(previous)}`,
    );
  }
  await save(snapshot);
  console.log(`Saved in ${file}.`);
}

async function readProgram() {
  const name = join(folder, 'program.yaml');
  const program = readYaml(await readFile(name, 'utf8'), programSchema, name).value;
  if (!program) throw new Error(`${name} cannot be read. Run \`npm run check\`.`);
  return program;
}

/** The local snapshot; where there is none, the one that the site publishes, or why it can't be had. */
async function lastSnapshot(
  address: string,
): Promise<{ snapshot?: Snapshot | undefined; why?: string }> {
  const local = await readFile(file, 'utf8').catch(() => undefined);
  if (local !== undefined) return { snapshot: readSnapshot(local, file) };
  const found = await publishedSnapshot(address);
  if ('why' in found) return { why: found.why };
  if ('none' in found) return {};
  await save(found.snapshot);
  console.log(`Began from the snapshot that ${address} publishes.`);
  return { snapshot: found.snapshot };
}

async function save(snapshot: Snapshot) {
  await mkdir(directory, { recursive: true });
  await writeFile(`${file}.new`, snapshotText(snapshot));
  await rename(`${file}.new`, file);
}

function untouched(previous: Snapshot | undefined): string {
  if (!previous) return 'Nothing was saved.';
  return `The last good snapshot, of ${previous.savedAt.slice(0, 10)}, was left as it is.`;
}

async function agreedTo(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(question);
  lines.close();
  return /^y(es)?$/i.test(answer.trim());
}
