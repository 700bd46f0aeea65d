import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { buildCommand, copyProject, edit } from '../../../bench/project.ts';
import { outputFolder } from '../../../build/output/output-folder.ts';
import { settleSite } from '../../../build/output/site-swap.ts';
import { filesHolding, filesOf } from '../../support/built-files.ts';
import { fixtureMoment } from '../../support/fixture-site.ts';

const project = resolve('.bench/killed-build');
const dist = join(project, 'dist');
const half = join(project, '.astro/site');
const { command, env } = buildCommand(fixtureMoment);
const [program = '', ...words] = command;

/** Starts a build as the leader of its processes. */
function start(further: Record<string, string> = {}): ChildProcess {
  return spawn(program, words, {
    cwd: project,
    detached: true,
    env: { ...env, SHARE_PICTURES: 'off', ...further },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

interface Ended {
  code: number | null;
  said: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  const said: Buffer[] = [];
  child.stdout?.on('data', (data: Buffer) => said.push(data));
  child.stderr?.on('data', (data: Buffer) => said.push(data));
  const [code] = await once(child, 'close');
  return { code, said: Buffer.concat(said).toString() };
}

const build = (further: Record<string, string> = {}) => ended(start(further));

/** Every file of a site with what it holds. */
const contents = (site: string) =>
  new Map(filesOf(site).map((file) => [file, readFileSync(join(site, file), 'base64')]));

/** How many files are in a folder that may be written at this moment. */
function countIn(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true }).length;
  } catch {
    return 0;
  }
}

/** Kills a build, all of it or its command alone. */
function kill({ pid = 0 }: ChildProcess, isAlone: boolean): void {
  try {
    process.kill(isAlone || process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

const post = (content: string) => join(content, 'posts/2013-03-soil/index.mdx');
const page = (site: string) => readFileSync(join(site, 'posts/2013-03-soil/index.html'), 'utf8');

beforeAll(async () => {
  rmSync(project, { recursive: true, force: true });
  await copyProject(project);
  cpSync('src/tests/fixtures/site', join(project, 'content'), { recursive: true });
  expect(await build()).toMatchObject({ code: 0 });
}, 300_000);

test('a build that is killed at twelve moments leaves the last site as it was, and no draft', async () => {
  const last = contents(dist);
  await edit(post(join(project, 'content')), (text) => `${text}- And worms?\n`);
  let halfBuilt = 0;
  for (let moment = 0; moment < 12; moment++) {
    const child = start();
    const end = ended(child);
    const isOver = end.then(() => true);
    // A moment is when a further twelfth of the files is there that the last site has.
    const isEarly = () => countIn(half) < (moment * last.size) / 12;
    while (isEarly() && !(await Promise.race([isOver, setTimeout(2, false)])));
    if (existsSync(join(half, '.prerender'))) halfBuilt += 1;
    // Where only the command is killed, what it has started must end as well.
    kill(child, moment % 3 === 2);
    await end;
    settleSite(outputFolder(dist));
    expect(filesHolding(dist, 'zebrafinch'), `moment ${moment}`).toEqual([]);
    if (!page(dist).includes('And worms?'))
      expect(contents(dist), `moment ${moment}`).toEqual(last);
  }
  expect(halfBuilt).toBeGreaterThan(1);
  expect(await build()).toMatchObject({ code: 0 });
  expect(page(dist)).toContain('And worms?');
  expect(filesHolding(dist, 'zebrafinch')).toEqual([]);
  expect(existsSync(half)).toBe(false);
  expect(globSync('{next,last}', { cwd: outputFolder(dist).own })).toEqual([]);
}, 300_000);

test('builds at once, of one content and of two that share a cache, all make what each makes alone', async () => {
  const other = { CONTENT_DIR: join(project, 'other'), OUT_DIR: join(project, 'other-site') };
  cpSync(join(project, 'content'), other.CONTENT_DIR, { recursive: true });
  await edit(post(other.CONTENT_DIR), (text) => `${text}- And moles?\n`);
  // Another picture of the same name, beside the same text.
  const picture = 'posts/2013-05-water/barrel.png';
  const drawn = sharp({ create: { width: 640, height: 400, channels: 3, background: '#357' } });
  await drawn.png().toFile(join(other.CONTENT_DIR, picture));
  const alone = contents(dist);
  const all = await Promise.all([build(), build(other), build()]);
  expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(all.map(({ said }) => said).join()).toContain('Another build is running (process ');
  expect(contents(dist)).toEqual(alone);
  expect(page(other.OUT_DIR)).toContain('And moles?');
  const together = contents(other.OUT_DIR);
  for (const folder of ['node_modules/.astro', 'other-site', 'content'])
    rmSync(join(project, folder), { recursive: true });
  expect(await build(other)).toMatchObject({ code: 0 });
  expect(contents(other.OUT_DIR)).toEqual(together);
  cpSync('src/tests/fixtures/site', join(project, 'content'), { recursive: true });
}, 300_000);

test('a clock that would take most of the site away is a reason to ask, and elsewhere to stop', async () => {
  const last = contents(dist);
  const past = { BUILD_TIME: '2012-01-01T00:00:00Z' };
  const { code, said } = await build(past);
  expect(code).toBe(1);
  expect(said).toMatch(
    /These would disappear: \d+ of the last site's \d+ pages, with (\d+) of \1 posts \(\/posts\/2013-\d\d-\w+\/, \/posts\/2013-\d\d-\w+\/, \/posts\/2013-\d\d-\w+\/ …\)/,
  );
  expect(said).toContain('npm run build -- --accept-loss');
  expect(contents(dist)).toEqual(last);
  words.push('--accept-loss');
  const accepted = await build(past);
  words.pop();
  expect(accepted).toMatchObject({ code: 0 });
  expect(accepted.said).toContain('No longer in this site:');
  expect(filesOf(join(dist, 'posts'))).toEqual([]);
}, 120_000);

test('a folder that is not ours is refused before anything happens', async () => {
  for (const further of [
    { OUT_DIR: 'content' },
    { OUT_DIR: '.' },
    { OUT_DIR: '../../..' },
    { OUT_DIR: 'wiki' },
    { CACHE_DIR: 'content' },
    { CACHE_DIR: 'wiki' },
  ]) {
    mkdirSync(join(project, 'wiki'), { recursive: true });
    writeFileSync(join(project, 'wiki/.htaccess'), 'Deny from all');
    const before = contents(project);
    const { code, said } = await build(further);
    expect(code, JSON.stringify(further)).toBe(1);
    expect(said).toMatch(/^(OUT|CACHE)_DIR is ".+", .+\. Choose an empty or new folder/);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(contents(project)).toEqual(before);
  }
}, 60_000);

test('`astro build` alone says which command builds', async () => {
  const before = contents(dist);
  const astro = fileURLToPath(new URL('../bin/astro.mjs', import.meta.resolve('astro')));
  const { status, stderr } = spawnSync(process.execPath, [astro, 'build'], { cwd: project, env });
  expect(status).toBe(1);
  expect(String(stderr)).toContain('Run `npm run build`');
  expect(contents(dist)).toEqual(before);
});
