import { createServer } from 'node:http';
import { runCheck } from '../check/node/run.ts';
import { inPlainWords } from '../check/reporters.ts';
import { takeLock } from '../core/cache/process-lock.ts';
import { complain, say } from '../core/terminal/say.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { startFakeGithub } from '../practice/fake-github.ts';
import { oneAtATime } from '../practice/one-at-a-time.ts';
import { type PracticeSite, preparePractice } from '../practice/site.ts';
import { siteBase } from '../server/base.ts';
import { listen, type SiteServer, startSiteServer } from '../server/server.ts';
import { commandLine } from './command-line.ts';
import { endWithoutParts } from './native-parts.ts';

const HELP = `npm start

Builds the blog and serves it on this machine, with a stand-in for GitHub beside it: readers' answers
can be tried without any account, and nothing is published.
 PORT, HOST, BASE, CONTENT_DIR and BUILD_TIME change the defaults: see docs/commands.md.

  --folder=FOLDER   where everything of it lives, if not in .practice/

The real site is made by: npm run build && npm run preview`;

/** How far the stand-in's port is from the site's, if that one is free. */
const STAND_IN_PORT = 1000;

const { values } = commandLine(
  { options: { folder: { type: 'string', default: '.practice' } } },
  HELP,
);
endWithoutParts();

/** What must end with this command, the last one first. */
const open: (() => Promise<unknown>)[] = [];
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stop());

try {
  await start();
} catch (error) {
  if (!isStopping) complain(error);
  await end();
}

async function start(): Promise<void> {
  await takeLock(`${values.folder}/lock`, (holder) => {
    throw new Error(
      `Another npm start is running here (process ${holder}). Stop it with Ctrl+C, then run this again.`,
    );
  });
  await refuseBrokenContent();
  const base = `/${(await siteBase()).split('/').filter(Boolean).join('/')}`;
  const { HOST, PORT } = process.env;
  const host = HOST || 'localhost';
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const reserved = await reservePort(host, PORT);
  const github = await startFakeGithub({ port: reserved.port + STAND_IN_PORT });
  open.push(github.close);
  const practice = await preparePractice({
    folder: values.folder,
    content: contentFolder(),
    standIn: github.address,
    address: `http://${isEverywhere ? 'localhost' : host}:${reserved.port}${base === '/' ? '' : base}`,
  });
  open.push(practice.stop);
  say('Building the blog, which takes a minute the first time …');
  await practice.build();
  await reserved.release();
  const server = await startSiteServer({
    ...{ folder: practice.site, base, host, port: reserved.port },
    ownNameOnly: !HOST,
  });
  open.push(server.close);
  github.publish = oneAtATime(() => putAnswersOnPages(practice, server));
  say(`
The blog is at ${server.address}
 1. Open a discussion there, and press "Answer" next to a question.
 2. Press "Answer here", write something, and send it.
 3. A few seconds later it stands on the page as text.
This is practice: nothing leaves this machine, and answers are forgotten at the next start.
Press Ctrl+C to stop.`);
}

/** @throws what was wrong, after it was said here */
async function putAnswersOnPages(practice: PracticeSite, server: SiteServer): Promise<void> {
  const begun = performance.now();
  try {
    await practice.saveResponses();
    await practice.build();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(`An answer came. It is on the page after ${seconds} seconds: ${server.address}responses/`);
  } catch (error) {
    if (!isStopping) complain(error);
    throw error;
  }
}

/**
 * Takes a port before the site is there, since its pages name it. Who comes too early is told to wait.
 *
 * @throws Error with a sentence when no port is free
 */
async function reservePort(host: string, port: string | undefined) {
  const server = createServer((_, response) =>
    response
      .writeHead(503, {
        'content-type': 'text/html; charset=utf-8',
        refresh: '3',
        'retry-after': '3',
      })
      .end(
        '<!doctype html><html lang="en"><title>Being built</title><p>The blog is being built. It opens here by itself.',
      ),
  );
  const options = { host, port: Number(port ?? 4321), furtherPorts: port === undefined ? 20 : 0 };
  const taken = await listen(server, options);
  const release = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  open.push(release);
  return { port: taken, release };
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await end();
  process.exit(0);
}

async function end(): Promise<void> {
  for (let close = open.pop(); close; close = open.pop()) await close();
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
