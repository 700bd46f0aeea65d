import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { type BenchBlog, benchMoment, benchPost, writeBenchBlog } from '../bench/blog.ts';
import { benchEdits } from '../bench/edits.ts';
import { type Measurement, measuredRun } from '../bench/measured-run.ts';
import { pageWeights, siteSize } from '../bench/page-weights.ts';
import { buildCommand, copyProject, forgetBuilds, putAside } from '../bench/project.ts';
import { rankSearches } from '../bench/ranking.ts';
import { asRatios, asTables, type BenchReport, type BlogReport } from '../bench/report.ts';
import { benchSearch } from '../bench/search.ts';
import { commandLine } from './command-line.ts';

/**
 * `npm run bench -- 1000 5000` builds invented blogs of so many posts in a copy of the project,
 * cold, again, and after each kind of edit, and prints what it took.
 */
const HELP = `npm run bench -- [sizes] [options]

Builds invented blogs of these sizes (100 1000) in .bench/, and reports the cost.

  --with=WHAT    text, pictures, or both (pictures at the first size only)
  --repeat=N     runs each build N times; the lowest counts
  --only=WORD    only builds whose names contain the word, or search; may be repeated
  --json=FILE    where to write the report (.bench/report.json)
  --vs=FILE      compares with an earlier report, as ratios`;

const { values, positionals } = commandLine(
  {
    allowPositionals: true,
    options: {
      /** `text` alone, with `pictures`, or `both`: pictures at the first size only. */
      with: { type: 'string', default: 'both' },
      /** How often each build is made; the least counts. */
      repeat: { type: 'string', default: '1' },
      /** Only builds whose names have one of these words in them. */
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'string', default: '.bench/report.json' },
      vs: { type: 'string' },
    },
  },
  HELP,
);
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000];
if (sizes.some((size) => !Number.isInteger(size) || size < 10))
  throw new Error('Sizes are numbers of posts from 10: npm run bench -- 1000 5000');

const project = '.bench/project';
const aside = '.bench/aside';
const { command, env } = buildCommand(benchMoment);
const report: BenchReport = {
  machine: {
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    node: process.versions.node,
    system: `${platform()} ${arch()}`,
  },
  blogs: [],
};
for (const [index, posts] of sizes.entries()) {
  if (values.with !== 'pictures') report.blogs.push(await measured({ posts, pictures: false }));
  const isWanted = values.with === 'pictures' || (values.with === 'both' && index === 0);
  if (isWanted) report.blogs.push(await measured({ posts, pictures: true }));
}
if (values.only.length === 0 || values.only.includes('search')) report.ranks = await ranks();
await rm(aside, { recursive: true, force: true });
await mkdir(join(values.json, '..'), { recursive: true });
await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
console.log(`\n${asTables(report)}\n\nAs JSON: ${values.json}`);
if (values.vs) {
  const earlier = JSON.parse(await readFile(values.vs, 'utf8')) as BenchReport;
  console.log(`\nAgainst ${values.vs}:\n\n${asRatios(report, earlier)}`);
}

/** Ranks searches over the project's own content: invented words say nothing of it. */
async function ranks(): Promise<BenchReport['ranks']> {
  await putAside(project, aside);
  await copyProject(project);
  await cp('content', join(project, 'content'), { recursive: true });
  const now = new Date().toISOString();
  await measuredRun(command, { cwd: project, env: { ...env, BUILD_TIME: now } });
  return rankSearches(join(project, 'dist'));
}

async function measured(blog: BenchBlog): Promise<BlogReport> {
  await putAside(project, aside);
  await copyProject(project);
  await writeBenchBlog(join(project, 'content'), blog);
  const builds: Record<string, Measurement> = {};
  const take = async (
    name: string,
    prepare: (round: number) => Promise<void>,
    further: NodeJS.ProcessEnv = {},
  ) => {
    if (values.only.length > 0 && !values.only.some((word) => name.includes(word))) return;
    for (let round = 0; round < Number(values.repeat); round++) {
      await prepare(round);
      const { said: _, ...took } = await measuredRun(command, {
        cwd: project,
        env: { ...env, ...further },
      });
      console.log(
        `${blog.posts}${blog.pictures ? ' with pictures' : ''}, ${name}: ${inShort(took)}`,
      );
      builds[name] = least(builds[name], took);
    }
  };
  const without = { SHARE_PICTURES: 'off' };
  await take('cold, no share pictures', () => forgetBuilds(project, aside), without);
  await take('cold', () => forgetBuilds(project, aside));
  await take('again', async () => {});
  for (const { name, make } of benchEdits)
    await take(`after ${name}`, (round) => make(project, blog, round));
  // Weights and the search need a site, also where no build was asked for.
  if (Object.keys(builds).length === 0) await measuredRun(command, { cwd: project, env });
  const dist = join(project, 'dist');
  const weights = pageWeights(dist, {
    home: '/',
    post: `/posts/${benchPost(1, blog).id}/`,
    discussion: `/posts/${benchPost(0, blog).id}/`,
    tag: '/tags/tag-1/',
    round: '/rounds/round-1/',
    tags: '/tags/',
    archive: '/archive/',
    search: '/search/',
  });
  const size = await siteSize(dist);
  if (values.only.length > 0 && !values.only.includes('search'))
    return { ...blog, builds, size, weights };
  const post = `/posts/${benchPost(0, blog).id}/`;
  const search = await benchSearch(dist, '.bench/search', post);
  console.log(`${blog.posts}, search, seconds to the first answer: ${JSON.stringify(search)}`);
  return { ...blog, builds, size, weights, search };
}

function least(known: Measurement | undefined, took: Measurement): Measurement {
  const lower = (key: 'cpu' | 'memory') =>
    known?.[key] === undefined ? took[key] : Math.min(known[key], took[key] ?? known[key]);
  return {
    wall: Math.min(known?.wall ?? took.wall, took.wall),
    cpu: lower('cpu'),
    memory: lower('memory'),
  };
}

function inShort({ cpu, wall, memory }: Measurement): string {
  return `${cpu?.toFixed(1) ?? '–'} CPU s, ${wall.toFixed(1)} s, ${memory?.toFixed(0) ?? '–'} MB`;
}
