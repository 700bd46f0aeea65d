import { parseArgs } from 'node:util';
import { judgeContent } from '../blog/judge.ts';
import { scheduledPosts } from '../blog/schedule.ts';
import { parseMdx } from '../markdown/parse.ts';
import { readContentFolder } from './content-folder.ts';
import { asAnnotations, asJson, inPlainWords } from './problem-report.ts';

const HELP = `npm run check -- [options]

Tells every problem in all content, in plain words, with file and line. Changes nothing.

  --json      as JSON, for other programs
  --github    as annotations of lines in a pull request (by itself when GitHub runs it)
  --help      this text

CONTENT_DIR names the content folder (content), BUILD_TIME the moment that counts as now.
It ends with 1 if there is an error; advice alone is no error.`;

/** `npm run check`: every problem in all content, in plain words. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    github: { type: 'boolean', default: process.env['GITHUB_ACTIONS'] === 'true' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit();
}
const now = new Date(process.env['BUILD_TIME'] ?? Date.now());
const folder = await readContentFolder(process.env['CONTENT_DIR'] ?? 'content');
const { problems, posts, catalogue } = judgeContent(folder, parseMdx);
const report = values.json ? asJson : values.github ? asAnnotations : inPlainWords;
const scheduled = scheduledPosts(posts, catalogue, now);
console.log(report({ problems, postCount: posts.length, scheduled, mended: [] }));
process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
