import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { dayIn } from '../core/model/dates.ts';
import { complain, say } from '../core/terminal/say.ts';
import { runMoment } from '../environment.ts';
import { changeSettings, withGiscus } from '../setup/change-settings.ts';
import { givenAnswers, setupAnswers } from '../setup/dialogue.ts';
import { freshContent } from '../setup/fresh-content.ts';
import { type BlogFolder, beginAnew, readBlogFolder } from '../setup/node/blog-folder.ts';
import { findGiscusIds } from '../setup/node/giscus-ids.ts';
import { isPublishedAt } from '../setup/node/published-blog.ts';
import { ownReadme } from '../setup/own-readme.ts';
import type { SetupAnswers } from '../setup/prompts.ts';
import { remainingSteps } from '../setup/remaining-steps.ts';
import { commandLine } from './command-line.ts';

/** `npm run setup`: makes another program's blog of a copy, and later changes single settings. */
const HELP = `Makes your own program's blog of a copy of this repository.

  npm run setup                                  asks everything
  npm run setup -- --name "…" --contact … --yes  asks nothing, takes what would be offered

  --name         the program's full name
  --short-name   a short one
  --tagline      one line that says what the program is
  --repository   owner/name on GitHub
  --address      where the blog will be read: https://example.org/blog
  --language     its language, as a code: en, es, fr …
  --time-zone    the zone whose clock decides when a post comes out
  --contact      the mail or web address at which readers reach you
  --reply-to     the mail address for answers by email, or none
  --rounds       yes or no: whether the program runs in rounds
  --kinds        the kinds of posts, like "discussion, story, Webinar/Webinars"; one that
                 asks questions or has months says so: "Topic/Topics (questions month)"
  --yes          takes what is offered where no option says otherwise
  --dry-run      says what would be done, and does nothing

The sample's content moves to examples/, this README to docs/engine.md. With
GITHUB_TOKEN set, giscus's ids are looked up. Once the blog has content of its own
this changes single settings, and nothing that is published:

  npm run setup -- --contact hello@example.org`;

const flag = { type: 'string' } as const;
const { values } = commandLine(
  {
    options: {
      ...{ name: flag, 'short-name': flag, tagline: flag, repository: flag, address: flag },
      ...{ language: flag, 'time-zone': flag, contact: flag, 'reply-to': flag, rounds: flag },
      kinds: flag,
      yes: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  },
  HELP,
);
const { yes, 'dry-run': isDry, ...flags } = values;
const PROGRAM = 'content/program.yaml';

try {
  const blog = await readBlogFolder('.');
  const isSample = blog.address === blog.sample && blog.named !== blog.repository;
  await (isSample ? begin(blog) : change(blog));
} catch (error) {
  complain(`${error instanceof Error ? error.message : String(error)}\nNothing was changed.`);
}

async function begin(blog: BlogFolder): Promise<void> {
  const around = {
    repository: blog.repository,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const answers = await answered(around);
  if (answers.address === blog.sample)
    throw new Error(
      `--address: ${answers.address} is the sample's. Write where your blog will be read.`,
    );
  const published = await isPublishedAt(answers.address);
  if (published)
    throw new Error(
      `A blog is read at ${answers.address} already, and its addresses would be lost. Work in a clone of its own repository.`,
    );
  const found = await giscusIds(answers);
  const content = new Map(freshContent(answers, lastDayOut(answers.timeZone)));
  if (!('hint' in found))
    content.set('program.yaml', withGiscus(content.get('program.yaml') ?? '', found));
  const steps = remainingSteps(answers, {
    hasGiscus: !('hint' in found),
    giscusHint: 'hint' in found ? found.hint : undefined,
  });
  const example = exampleName(blog.name);
  if (isDry) {
    say(`Would move content/ to examples/${example}/ and README.md to docs/engine.md, and write:`);
    for (const [path, text] of content) say(`\n── content/${path}\n${text}`);
    say(`\n── README.md\n${ownReadme(answers)}\n${steps}\nNothing was changed.`);
    return;
  }
  await beginAnew('.', content, ownReadme(answers), example);
  say(`The blog of ${answers.name} begins in content/. The sample is in examples/${example}/.
${published === undefined ? `Nobody answers at ${answers.address} yet.\n` : ''}
${steps}`);
}

async function answered(around: {
  repository: string | undefined;
  timeZone: string;
}): Promise<SetupAnswers> {
  if (!process.stdin.isTTY || yes) return setupAnswers({ flags, yes, say }, around);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const left = new Promise<never>((_, refuse) => {
    lines.once('close', () => refuse(new Error('You left before the end.')));
  });
  try {
    const ask = (question: string) =>
      new Promise<string>((done) => void lines.question(question, done));
    return await Promise.race([left, setupAnswers({ flags, yes, say, ask }, around)]);
  } finally {
    left.catch(() => {});
    lines.close();
  }
}

/** The last day whose posts are out: until nine in the morning, yesterday. */
function lastDayOut(timeZone: string): string {
  return dayIn(new Date(runMoment().getTime() - 9 * 3_600_000), timeZone);
}

/** giscus's ids, or why there are none. */
async function giscusIds({ repository }: SetupAnswers) {
  const token = process.env['GITHUB_TOKEN'];
  const api = process.env['GITHUB_GRAPHQL_URL'];
  return token ? findGiscusIds(repository, token, api) : { hint: undefined };
}

/** A folder's name of a program's. */
function exampleName(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'sample';
}

async function change(blog: BlogFolder): Promise<void> {
  const { rounds, kinds, ...given } = givenAnswers(flags);
  if (rounds !== undefined)
    throw new Error('--rounds: the blog has begun. Rounds are in content/rounds.yaml.');
  if (kinds !== undefined)
    throw new Error('--kinds: the blog has begun. Kinds are under kinds: in content/program.yaml.');
  if (Object.keys(given).length === 0)
    throw new Error(
      `This is the blog of ${blog.name}, which has begun: its addresses are not begun anew.
Single settings can be changed, like this: npm run setup -- --contact hello@example.org`,
    );
  const { text, changes } = changeSettings(blog.program, given);
  if (changes.length === 0) return say(`${PROGRAM} says so already. Nothing was changed.`);
  if (!isDry) await writeFile(PROGRAM, text);
  say(
    `${isDry ? 'Would change' : 'Changed'} in ${PROGRAM}:\n${changes.map((line) => `  ${line}`).join('\n')}`,
  );
  if (given.address)
    say(
      'Feeds keep their ids, since feedAuthority stays. docs/your-own-blog.md says how the old addresses lead on.',
    );
}
