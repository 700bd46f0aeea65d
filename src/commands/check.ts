import { runCheck } from '../check/node/run.ts';
import { asAnnotations, asJson, inPlainWords } from '../check/reporters.ts';
import { complain } from '../core/terminal/say.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { commandLine } from './command-line.ts';

/** What `--help` says. */
const HELP = `npm run check -- [options]

Tells every problem in all content, in plain words, with file and line, what is
scheduled, and what published content would lose. It changes nothing by itself.

  --fix            mends what is safe: encodings, line ends, tabs, curly quotes
                   around values, other words for our tags, and the like
  --json           as JSON, for other programs
  --github         as annotations in a pull request (by itself on GitHub)
  --since=COMMIT   compares with a commit instead of the published branch
  --no-compare     doesn't compare with what is published
  --help           this text

CONTENT_DIR names the content folder (content), BUILD_TIME the moment that
counts as now. It ends with 1 if there is an error; advice alone is no error.`;

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
