import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { mailedResponse, nextMailId } from '../blog/mailed-response.ts';
import { readResponsesFile } from '../blog/response-file.ts';

export interface MailedAnswer {
  name?: string | undefined;
  role?: string | undefined;
  date?: string | undefined;
  question?: string | undefined;
  parent?: string | undefined;
  text?: string | undefined;
  /** Whether the sender agreed to be published under that name. */
  agreed?: boolean | undefined;
}

/**
 * Files an answer that came by email into the `responses.yaml` beside a post. What the flags do
 * not say is asked for. No mail address is kept.
 *
 * @throws Error with a sentence; the file is then as it was
 */
export async function addResponse(folder: string, post: string | undefined, given: MailedAnswer) {
  if (!post) throw new Error('Which post? Write `npm run responses -- add 2013-08-reflection`.');
  const place = join(folder, 'posts', post);
  if (
    !/^[a-z0-9-]+$/.test(post) ||
    !(await readFile(join(place, 'index.mdx')).catch(() => undefined))
  ) {
    throw new Error(`There is no post "${post}" in ${folder}/posts.`);
  }
  const file = join(place, 'responses.yaml');
  const before = await readFile(file, 'utf8').catch(() => '');
  const entry = entryOf(await complete(given), before);
  const after = `${before && !before.endsWith('\n') ? `${before}\n` : before}${entry}`;
  const { problems } = readResponsesFile(after, file, 99);
  if (problems[0]) throw new Error(`${problems[0].what} ${problems[0].todo}\nNothing was changed.`);
  if (before) await appendFile(file, after.slice(before.length));
  else await writeFile(file, after);
  console.log(`Filed in ${file}. Run \`npm run check\`, then publish it as you publish a post.`);
}

/** An entry for the file, with the next free id and without mail addresses. */
export function entryOf(
  answer: Required<Pick<MailedAnswer, 'name' | 'date' | 'text'>> & MailedAnswer,
  before: string,
): string {
  const ids = [...before.matchAll(/\bid:\s*["']?(mail-\d+)/g)].map(([, id = '']) => id);
  const question = answer.question ? Number(answer.question) : undefined;
  const { name = '', date = '', text = '', role, parent } = answer;
  return mailedResponse({ name, role, date, question, parent, text }, nextMailId(ids));
}

async function complete(given: MailedAnswer) {
  const { name, date, text } = given;
  const isComplete = name && date && text;
  if (isComplete && given.agreed) return { ...given, name, date, text };
  if (!process.stdin.isTTY) {
    const missing = [
      !name && '--name',
      !date && '--date',
      !text && '--text',
      !given.agreed && '--agreed',
    ];
    const consent = '--agreed says that the sender agreed to be published under that name.';
    throw new Error(
      `Still needed: ${missing.filter(Boolean).join(', ')}. ${consent}\nNothing was changed.`,
    );
  }
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const ask = async (question: string) => (await lines.question(`${question} `)).trim();
    const answer = {
      ...given,
      name: name ?? (await ask('The name under which it is published:')),
      role: given.role ?? (await ask('Their role or place, in a few words (may be empty):')),
      date: date ?? (await ask('The day it came (2013-08-05):')),
      question:
        given.question ?? (await ask('The number of the question it answers (may be empty):')),
      text: text ?? (await manyLines(lines)),
    };
    const agreed =
      given.agreed ||
      /^y(es)?$/i.test(await ask(`Did they agree to be published as "${answer.name}"? (y/N)`));
    if (!agreed) throw new Error('Ask the sender first. Nothing was changed.');
    return answer;
  } finally {
    lines.close();
  }
}

async function manyLines(lines: ReturnType<typeof createInterface>): Promise<string> {
  console.log('The text. End it with a line that holds a full stop alone:');
  const found: string[] = [];
  for (;;) {
    const line = await lines.question('');
    if (line.trim() === '.') return found.join('\n');
    found.push(line);
  }
}
