import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checkContent } from '../../check/check.ts';
import { readContentFolder } from '../../check/node/read-folder.ts';
import type { ContentFolder } from '../../core/content-files/folder.ts';
import type { Problem } from '../../core/content-files/problem.ts';
import { parsePost } from '../../core/markdown/micromark.ts';
import { say } from '../../core/terminal/say.ts';
import { emailResponse, nextEmailId } from '../../responses/email-response.ts';

export interface EmailAnswer {
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
 * not say is asked for. No mail address is kept, and nothing is written that the check would refuse.
 *
 * @param now the moment that counts as now
 * @throws Error with a sentence; the file is then as it was
 */
export async function addResponse(
  name: string,
  post: string | undefined,
  given: EmailAnswer,
  now: Date,
) {
  if (!post) throw new Error('Which post? Write `npm run responses -- add 2013-08-reflection`.');
  const folder = await readContentFolder(name);
  if (!/^[a-z0-9-]+$/.test(post) || !folder.texts.has(`posts/${post}/index.mdx`))
    throw new Error(`There is no post "${post}" in ${name}/posts.`);
  const path = `posts/${post}/responses.yaml`;
  const before = folder.texts.get(path) ?? '';
  const said = (text: string) => problemsOf(folder, path, text, now);
  const known = before ? said(before) : [];
  const [wrong] = known.filter(({ severity }) => severity === 'error');
  if (wrong)
    throw new Error(
      `${wrong.file}${wrong.line ? `:${wrong.line}` : ''} must be fixed first. ${wrong.message} ${wrong.hint}\nNothing was changed.`,
    );
  const after = withEntry(before, entryOf(await complete(given), before));
  const problems = said(after);
  const [refused] = problems.filter(({ severity }) => severity === 'error');
  if (refused) throw new Error(`${refused.message} ${refused.hint}\nNothing was changed.`);
  const file = join(name, path);
  await writeFile(`${file}.new`, after);
  await rename(`${file}.new`, file);
  const isNew = ({ rule, message }: Problem) =>
    !known.some((other) => other.rule === rule && other.message === message);
  for (const { message, hint } of problems.filter(isNew)) say(`${message} ${hint}`);
  say(`Filed in ${file}. Run \`npm run check\`, then publish it like a post.`);
}

/** What the check says of a file beside a post, if this stood in it. */
function problemsOf(folder: ContentFolder, path: string, text: string, now: Date): Problem[] {
  const texts = new Map(folder.texts).set(path, text);
  const { problems } = checkContent({ ...folder, texts }, parsePost, { now });
  return problems.filter(({ file }) => file === `${folder.name}/${path}`);
}

/** A list with one more entry, moved in as the others are. An empty list may be written as `[]`. */
function withEntry(before: string, entry: string): string {
  const list = before.replace(/^\[\s*\][^\S\n]*$/m, '');
  const indent = /^( *)- /m.exec(list)?.[1] ?? '';
  const above = list && !list.endsWith('\n') ? `${list}\n` : list;
  return `${above}${entry.replace(/^(?=.)/gm, indent)}`;
}

/**
 * An entry for the file, with the next free id and without mail addresses.
 *
 * @throws Error where the question is no number
 */
export function entryOf(
  answer: Required<Pick<EmailAnswer, 'name' | 'date' | 'text'>> & EmailAnswer,
  before: string,
): string {
  const ids = [...before.matchAll(/\bid["']?\s*:\s*["']?(mail-\d+)/g)].map(([, id = '']) => id);
  const { name = '', date = '', text = '', role, parent } = answer;
  const written = answer.question?.trim();
  if (written && !/^[1-9]\d?$/.test(written))
    throw new Error(
      `"${written}" is not the number of a question. Write one, like --question=2, or leave it out.\nNothing was changed.`,
    );
  const question = written ? Number(written) : undefined;
  return emailResponse({ name, role, date, question, parent, text }, nextEmailId(ids));
}

async function complete(given: EmailAnswer) {
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
    const consent = '--agreed confirms that the sender agreed to be published under this name.';
    throw new Error(
      `Still needed: ${missing.filter(Boolean).join(', ')}. ${consent}\nNothing was changed.`,
    );
  }
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const ask = async (question: string) => (await lines.question(`${question} `)).trim();
    const answer = {
      ...given,
      name: name ?? (await ask('The name to publish:')),
      role: given.role ?? (await ask('Their role or place, in a few words (optional):')),
      date: date ?? (await ask('The day when it arrived (2013-08-05):')),
      question: given.question ?? (await ask('The number of the question it answers (optional):')),
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
  say('The text. To finish, type a line with only a period:');
  const found: string[] = [];
  for (;;) {
    const line = await lines.question('');
    if (line.trim() === '.') return found.join('\n');
    found.push(line);
  }
}
