import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ContentFolder } from '../blog/content-folder.ts';
import { judgeContent } from '../blog/judge.ts';
import { mended } from '../blog/mending.ts';
import { scheduledPosts } from '../blog/schedule.ts';
import { parseMdx } from '../markdown/parse.ts';
import { readContentFolder } from './content-folder.ts';
import { asAnnotations, asJson, inPlainWords } from './problem-report.ts';
import { publishedContent } from './published-content.ts';

const HELP = `npm run check -- [options]

Tells every problem in all content, in plain words, with file and line, what is
scheduled, and what published content would lose. It changes nothing by itself.

  --fix            mends what is safe: encodings, line ends, tabs, curly quotation
                   marks around values, other words for our tags, and the like
  --json           as JSON, for other programs
  --github         as annotations of lines in a pull request (by itself on GitHub)
  --since=COMMIT   compares with a commit, instead of with the published branch
  --no-compare     doesn't compare with what is published
  --help           this text

CONTENT_DIR names the content folder (content), BUILD_TIME the moment that counts
as now. It ends with 1 if there is an error; advice alone is no error.`;

/** `npm run check`: every problem in all content, in plain words. */
const { values } = parseArgs({
  allowNegative: true,
  options: {
    fix: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    github: { type: 'boolean', default: process.env['GITHUB_ACTIONS'] === 'true' },
    since: { type: 'string' },
    compare: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else await check();

async function check() {
  const now = new Date(process.env['BUILD_TIME'] ?? Date.now());
  const name = process.env['CONTENT_DIR'] ?? 'content';
  let folder = await readContentFolder(name);
  const compared = values.compare ? await comparison(name, folder) : undefined;
  const published = compared?.files && { files: compared.files, now };
  const judged = (one: ContentFolder) => judgeContent(one, parseMdx, published);
  const mending = values.fix ? mended(folder, (one) => judged(one).problems) : undefined;
  for (const [path, text] of mending?.changed ?? []) await writeFile(join(name, path), text);
  if (mending) folder = await readContentFolder(name);
  const { problems, posts, catalogue } = judged(folder);
  const report = values.json ? asJson : values.github ? asAnnotations : inPlainWords;
  console.log(
    report({
      problems,
      postCount: posts.length,
      scheduled: scheduledPosts(posts, catalogue, now),
      mended: mending?.told ?? [],
      compared: compared && { isDone: compared.files !== undefined, sentence: compared.sentence },
    }),
  );
  process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What is published, by the branch that `program.yaml` names. */
function comparison(name: string, folder: ContentFolder) {
  const branch = /^branch:\s*["']?([\w./-]+)/m.exec(folder.texts.get('program.yaml') ?? '')?.[1];
  return publishedContent(name, branch ?? 'main', values.since);
}
