import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { ASTRO_LOCK, BUILD_FOLDER } from '../build/output/build-folder.ts';
import {
  outputFolder,
  putUnlistedAside,
  realPath,
  tryToChange,
  tryToWrite,
  type WrittenFolder,
  whyNotPlace,
  whyNotReplaced,
  writtenIn,
} from '../build/output/output-folder.ts';
import { pagesAmong, pagesLost, settleSite, swapSite } from '../build/output/site-swap.ts';
import { markCache, whyNotCache } from '../core/cache/cache-folder.ts';
import { fullDisk, sentenceOf } from '../core/cache/disk-error.ts';
import { openCache, sealCache } from '../core/cache/integrity.ts';
import { takeLock } from '../core/cache/process-lock.ts';
import { cacheFolder } from '../core/cache/store.ts';
import { complain, say } from '../core/terminal/say.ts';
import {
  beginBuilding,
  contentFolder,
  isPreview,
  namedCacheFolder,
  outFolder,
  responsesFolder,
  runMoment,
} from '../environment.ts';
import { lacksSnapshot } from '../responses/node/saved-snapshot.ts';
import { finishSite } from '../search/build/finish.ts';
import { commandLine } from './command-line.ts';
import { endWithoutParts } from './native-parts.ts';

const HELP = `npm run build

Builds the site in a separate folder, and replaces the last one, dist/, when it is complete.
 CONTENT_DIR, OUT_DIR, CACHE_DIR, BASE, BUILD_TIME, PREVIEW and SHARE_PICTURES change the defaults:
see docs/commands.md. If the program has discussions and there is no snapshot of them here, it gets
one; without one it builds only a PREVIEW, or with WITHOUT_RESPONSES=1.

  --accept-loss   builds even if the clock is behind the last build's and most pages would disappear`;

/** From how many posts on memory counts for more than time. */
const MANY_POSTS = 2000;

/** By how much of what is in use memory may grow before it is tidied, in per cent. */
const HEAP_GROWTH = 90;

const { values } = commandLine({ options: { 'accept-loss': { type: 'boolean' } } }, HELP);
endWithoutParts();
const { OUT_DIR, WITHOUT_RESPONSES } = process.env;
const output = outputFolder(outFolder());
beginBuilding();
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stopped.abort(new Error('Stopped.')));

try {
  const moment = runMoment();
  refuseOthersFolders();
  await takeLocks();
  prepareFolders();
  await getSnapshot();
  const before = writtenIn(output, output.site);
  try {
    await buildAll(before && output.site);
    if (before) await agreeToLoss(before, moment);
    swapSite(output, BUILD_FOLDER, moment);
  } catch (error) {
    const why = fullDisk([BUILD_FOLDER, cacheFolder(), dirname(output.site)]);
    throw why ? new Error(why) : error;
  } finally {
    rmSync(BUILD_FOLDER, { recursive: true, force: true });
  }
} catch (error) {
  const state = existsSync(output.site) ? `${outFolder()} has not changed.` : '';
  complain(`${sentenceOf(error, output.site)} ${state}`);
}

/** Before anything is written. @throws Error with a sentence when a setting names somebody else's folder */
function refuseOthersFolders(): void {
  const cache = namedCacheFolder();
  const project = {
    root: '.',
    content: contentFolder(),
    cache: cacheFolder(),
    responses: responsesFolder(),
  };
  const why =
    whyNotPlace('OUT_DIR', outFolder(), project) ??
    (cache ? whyNotPlace('CACHE_DIR', cache, project) : undefined) ??
    (cache ? whyNotCache(cache) : undefined) ??
    whyNotReplaced(output, OUT_DIR);
  if (why) throw new Error(why);
}

/** Waits until no other build is at work in this project, with this cache, or on this site. */
async function takeLocks(): Promise<void> {
  const wait = (holder: string) =>
    say(`Another build is running (process ${holder}). Waiting for it to end.`);
  await takeLock('.astro/build.lock', wait, stopped.signal);
  // Of a build that was killed, Astro's own process may still be there for a moment.
  (await takeLock(ASTRO_LOCK, wait, stopped.signal))();
  await takeLock(`${realPath(cacheFolder())}.lock`, wait, stopped.signal);
  await takeLock(output.lock, wait, stopped.signal);
}

/** Takes away what a build left that was killed, and looks that this one can write where it has to. */
function prepareFolders(): void {
  rmSync(BUILD_FOLDER, { recursive: true, force: true });
  tryToWrite([BUILD_FOLDER, cacheFolder(), output.own, dirname(output.site)]);
  const cache = namedCacheFolder();
  if (cache) markCache(cache);
  settleSite(output);
  tryToChange(output.site);
  const aside = OUT_DIR ? undefined : putUnlistedAside(output);
  if (aside)
    say(
      `dist/ comes from an earlier version, which kept no list of its files. It was renamed ${aside}/.`,
    );
  const lost = openCache(cacheFolder());
  if (lost) say(lost);
}

/** Gets what readers said in the program's discussions, where it is not here. @throws where it can't */
async function getSnapshot(): Promise<void> {
  if (isPreview() || WITHOUT_RESPONSES || !(await lacksSnapshot(contentFolder()))) return;
  const responses = fileURLToPath(new URL('responses.ts', import.meta.url));
  const child = spawn(process.execPath, [responses, 'restore'], { stdio: 'inherit' });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (code !== 0) throw new Error('The site was not built, because the responses are missing.');
}

/** Builds the whole site. @param last the last site, if a build of ours made it */
async function buildAll(last: string | undefined): Promise<void> {
  stopped.signal.throwIfAborted();
  const astro = fileURLToPath(new URL('../bin/astro.mjs', import.meta.resolve('astro')));
  const child = spawn(process.execPath, [...heapArguments(), astro, 'build'], {
    env: {
      // The bundler's memory in pages of 2 MB is a third of a gigabyte that nothing stands in.
      MIMALLOC_ALLOW_THP: '0',
      ...process.env,
      LAST_SITE: last,
    },
    // By the channel Astro's process knows when this one has ended.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  stopped.signal.addEventListener('abort', () => child.kill());
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (code !== 0) throw new Error(stopped.signal.aborted ? 'Stopped.' : 'The build failed.');
  await finishSite({ folder: BUILD_FOLDER, last, say });
  sealCache(cacheFolder());
  stopped.signal.throwIfAborted();
}

/**
 * Keeps the memory of a large blog's build small. V8 tidies up when its memory has grown to several times
 * what was in use; for thousands of pages, each used once, that is gigabytes of which nothing is needed. A
 * smaller blog is built faster without.
 */
function heapArguments(): string[] {
  const posts = join(contentFolder(), 'posts');
  const isSmall = !existsSync(posts) || readdirSync(posts).length < MANY_POSTS;
  return isSmall ? [] : [`--heap-growing-percent=${HEAP_GROWTH}`];
}

/**
 * A clock that is far behind takes most of the site away: nothing is out yet.
 *
 * @throws Error with a sentence where nobody can be asked, or says no
 */
async function agreeToLoss(before: WrittenFolder, moment: Date): Promise<void> {
  const [lost, all] = [pagesLost(before, BUILD_FOLDER), pagesAmong(before.files)];
  if (lost.length === 0) return;
  const [lostPosts, allPosts] = [lost, all].map((pages) => pages.filter(isPost).length);
  const some = `${(lostPosts ? lost.filter(isPost) : lost).slice(0, 3).join(', ')} …`;
  const what = `${lost.length} of the last site's ${all.length} pages, with ${lostPosts} of ${allPosts} posts`;
  const isMost = Number(lostPosts) > Number(allPosts) / 2;
  if (!isMost || moment >= new Date(before.moment) || values['accept-loss'])
    return say(`No longer in this site: ${what} (${some}).`);
  const why = `This build's time is ${moment.toISOString()}, and the last one's was ${before.moment}. These would disappear: ${what} (${some}).`;
  const isAsked = process.stdin.isTTY && process.stdout.isTTY;
  if (!isAsked)
    throw new Error(
      `${why}\nCorrect the clock or BUILD_TIME. If this is intended, run: npm run build -- --accept-loss`,
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${why}\nIs this intended? (y/N) `, stopped);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Error('The last site was not replaced.');
}

/** The page of a post, and not what else there is of it. */
function isPost(page: string): boolean {
  return /^\/posts\/[^/]+\/$/.test(page);
}
