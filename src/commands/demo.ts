import { createInterface } from 'node:readline';
import { runCheck } from '../check/node/run.ts';
import { inPlainWords } from '../check/reporters.ts';
import { takeLock } from '../core/cache/process-lock.ts';
import { complain, say } from '../core/terminal/say.ts';
import { startFakeGithub } from '../demo/fake-github.ts';
import { prepareDemo } from '../demo/site.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { startSiteServer } from '../server/server.ts';

/** `npm run demo`: the whole loop of answering, on this machine alone and without any account. */
const standIn = await startFakeGithub({ port: Number(process.env['STAND_IN_PORT'] ?? 0) });
try {
  await takeLock('.astro/demo.lock', (holder) => {
    throw new Error(
      `Another demo is running (process ${holder}). Stop it with Ctrl+C, then run this again.`,
    );
  });
  await refuseBrokenContent();
  const demo = await prepareDemo('.demo', contentFolder(), standIn.address);
  say('Building the demo …');
  await demo.build();
  const server = await startSiteServer({
    folder: demo.site,
    base: '/',
    host: '127.0.0.1',
    port: Number(process.env['PORT'] ?? 4400),
    furtherPorts: 20,
    ownNameOnly: true,
  });
  say(`
The demo is at ${server.address}
1. Open a discussion there, and press "Answer" next to a question.
2. Press "Answer here", and write something.
3. Come back here and press Enter. Your answers are saved, and the pages are built with them as text.
Press Ctrl+C to stop. Nothing is sent anywhere.`);
  createInterface({ input: process.stdin }).on('line', async () => {
    try {
      say(await demo.saveResponses());
      await demo.build();
      say('Built. Reload the page.');
    } catch (error) {
      complain(error);
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () =>
      Promise.all([server.close(), standIn.close()]).then(() => process.exit(0)),
    );
  }
} catch (error) {
  complain(error);
  await standIn.close();
  process.exitCode = 1;
}

/** What is wrong is told of the content itself, and not of its copy. @throws Error with all of it */
async function refuseBrokenContent(): Promise<void> {
  const report = await runCheck({
    folder: contentFolder(),
    now: runMoment(),
    fix: false,
    compare: false,
  });
  if (report.problems.some(({ severity }) => severity === 'error'))
    throw new Error(inPlainWords(report));
}
