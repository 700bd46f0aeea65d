import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { dayIn, dayInWords } from '../core/model/dates.ts';
import { newPostFile, type PostDraft } from '../core/model/post-draft.ts';
import { complain, say } from '../core/terminal/say.ts';
import { draftAnswers } from '../editor/node/dialogue.ts';
import { readPromptContext, refusals } from '../editor/node/new-post.ts';
import type { PromptContext } from '../editor/prompts.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { commandLine } from './command-line.ts';

/** `npm run new`: asks a few questions and writes a post's folder with a valid draft in it. */
const HELP = `Starts a new post: asks a few questions, and writes a valid draft.

  npm run new                       asks everything
  npm run new -- --title "…" --yes  asks nothing, accepts every suggestion

  --kind       discussion, update or story; discussion if left out
  --title      in any script
  --month      2026-09; if left out, the next month without a discussion
  --round      an id from rounds.yaml; if left out, the round of the month
  --date       the day when it is published; a day in the future schedules it
  --tags       ids, names or synonyms from tags.yaml, separated by commas
  --authors    ids from people/, separated by commas
  --summary    what it is about, in a sentence or two
  --id         the folder's name; if left out, made from month and title
  --yes        accepts the suggestion for every option left out
  --dry-run    shows the file and writes nothing

Nothing is ever overwritten. Without a terminal it cannot ask: give every
option, or --title and --yes.`;

const flag = { type: 'string' } as const;
const { values: flags } = commandLine(
  {
    options: {
      ...{ kind: flag, title: flag, month: flag, round: flag, date: flag, tags: flag },
      ...{ authors: flag, summary: flag, id: flag },
      yes: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  },
  HELP,
);

const folder = contentFolder();
try {
  await begin();
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  complain(`${why}\nNothing was written.`);
  process.exitCode = 1;
}

async function begin() {
  const now = runMoment();
  const { context, content } = await readPromptContext(folder, (timeZone) => dayIn(now, timeZone));
  const draft = await answers(context);
  const { language, questionHeadings, timeZone } = context.program;
  const text = newPostFile(draft, questionHeadings[language]?.[0] ?? 'Questions', context.program);
  const path = `posts/${draft.id}/index.mdx`;
  const wrong = refusals(content, path, text);
  if (wrong) throw new Error(wrong);
  if (flags['dry-run']) return say(text);
  await writeDraft(join(folder, 'posts', draft.id), text);
  say(nextSteps(join(folder, path), draft, timeZone));
}

/** Asks what the flags leave open, where there is a terminal. Leaving it writes nothing. */
async function answers(context: PromptContext): Promise<PostDraft> {
  const dialogue = { flags, yes: flags.yes, say };
  if (!process.stdin.isTTY) return draftAnswers(dialogue, context);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const left = new Promise<never>((_, refuse) => {
    lines.once('close', () => refuse(new Error('You stopped before the end.')));
  });
  try {
    const ask = (question: string) => lines.question(question);
    return await Promise.race([left, draftAnswers({ ...dialogue, ask }, context)]);
  } finally {
    left.catch(() => {});
    lines.close();
  }
}

/** @throws Error with a sentence when the folder is there already */
async function writeDraft(place: string, text: string) {
  await mkdir(join(place, '..'), { recursive: true });
  await mkdir(place).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(`There is already a folder ${place}.`) : error;
  });
  await writeFile(join(place, 'index.mdx'), text, { flag: 'wx' });
}

function nextSteps(file: string, { date }: PostDraft, timeZone: string): string {
  const day = dayInWords(date.slice(0, 10), 'en');
  return `Written: ${file}

What to do next:
1. Open the file, and write your text where it says so. Put pictures next to it.
2. \`npm run dev\` shows it as you write, marked as a draft.
3. \`npm run check\` tells you what is missing.
4. When it is ready, delete the line "draft: true" and open a pull request on
   GitHub. It is published on ${day}, at nine in the morning (${timeZone}).`;
}
