import { parseArgs } from 'node:util';
import { judgeContent } from '../blog/judge.ts';
import { parseMdx } from '../markdown/parse.ts';
import { readContentFolder } from './content-folder.ts';
import { asAnnotations, asJson, inPlainWords } from './problem-report.ts';

/** `npm run check`: every problem in all content, in plain words. Changes nothing. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    github: { type: 'boolean', default: process.env['GITHUB_ACTIONS'] === 'true' },
  },
});
const folder = await readContentFolder(process.env['CONTENT_DIR'] ?? 'content');
const { problems, posts } = judgeContent(folder, parseMdx);
const report = values.json ? asJson : values.github ? asAnnotations : inPlainWords;
console.log(report(problems, posts.length));
process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
