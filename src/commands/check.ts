import { runCheck } from '../check/node/run.ts';
import { asAnnotations, asJson, inPlainWords } from '../check/reporters.ts';
import { complain } from '../core/terminal/say.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { commandLine } from './command-line.ts';

/** What `--help` says. */
const HELP = `npm run check -- [options]

Lists every problem in the content in plain words, with file and line; what is
scheduled; and what would be lost of published content. It changes nothing.

  --fix            fixes what is safe: encodings, line endings, tabs, curly
                   quotes around values, other words for our tags, and more
  --json           as JSON, for other programs
  --github         as annotations in a pull request (the default on GitHub)
  --since=COMMIT   compares with a commit instead of the published branch
  --no-compare     does not compare with the published version
  --help           this text

CONTENT_DIR is the content folder (content); BUILD_TIME is the time to use as
now. The exit code is 1 if there is an error; advice is not an error.`;

/** `npm run check`: every problem in all content, in plain words. */
const { values } = commandLine(
  {
    allowNegative: true,
    options: {
      fix: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      github: { type: 'boolean', default: process.env['GITHUB_ACTIONS'] === 'true' },
      since: { type: 'string' },
      compare: { type: 'boolean', default: true },
    },
  },
  HELP,
);

try {
  const report = await runCheck({
    folder: contentFolder(),
    now: runMoment(),
    fix: values.fix,
    compare: values.compare,
    since: values.since,
  });
  const told = values.json ? asJson : values.github ? asAnnotations : inPlainWords;
  console.log(told(report));
  process.exitCode = report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
} catch (error) {
  complain(error);
}
