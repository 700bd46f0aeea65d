import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';

/** A site whose answers go to a stand-in, in a folder of its own. */
export interface PracticeSite {
  /** The built site. */
  site: string;
  /** Builds it anew. */
  build: () => Promise<void>;
  /** Runs `npm run responses` against the stand-in; returns what it said. */
  saveResponses: (...flags: string[]) => Promise<string>;
  /** Ends what runs of it, and waits until it has ended. Nothing can be built afterwards. */
  stop: () => Promise<void>;
}

export interface PracticePlace {
  /** Where everything of it lives, as in `.practice`. */
  folder: string;
  /** The content to copy. */
  content: string;
  /** The stand-in's address. */
  standIn: string;
  /** Where the site is read on this machine, without a slash at the end. */
  address: string;
}

/**
 * Prepares a copy of the content whose giscus is the stand-in, and which says on every page that
 * it is practice. Answers of an earlier practice are forgotten; what makes building quick stays.
 */
export async function preparePractice(place: PracticePlace): Promise<PracticeSite> {
  const { folder, content, standIn, address } = place;
  const [own, responses, site] = ['content', 'responses', 'site'].map((name) => join(folder, name));
  if (!own || !responses || !site) throw new Error('unreachable');
  await Promise.all([own, responses].map((old) => rm(old, { recursive: true, force: true })));
  await mkdir(folder, { recursive: true });
  await cp(content, own, { recursive: true });
  const file = join(own, 'program.yaml');
  await writeFile(file, practiceProgram(await readFile(file, 'utf8'), standIn, address));
  const env = {
    ASTRO_TELEMETRY_DISABLED: '1',
    BASE: new URL(address).pathname,
    CACHE_DIR: join(folder, 'cache'),
    CONTENT_DIR: own,
    GITHUB_GRAPHQL_URL: `${standIn}/graphql`,
    GITHUB_TOKEN: 'practice',
    NODE_ENV: 'production',
    OUT_DIR: site,
    PRACTICE: '1',
    RESPONSES_DIR: responses,
    ...{ PREVIEW: undefined, WITHOUT_RESPONSES: undefined },
    // What Vitest tells its workers about itself is not true of the build.
    ...{ VITEST: undefined, BASE_URL: undefined, MODE: undefined, SSR: undefined },
    ...{ DEV: undefined, PROD: undefined },
  };
  const running = new Map<ChildProcess, Promise<number | null>>();
  let isStopped = false;

  /** Runs a command of ours, without npm between, so that a signal reaches it. @returns what it said */
  async function run(command: string, ...flags: string[]): Promise<string> {
    if (isStopped) throw new Error('Stopped.');
    const path = fileURLToPath(new URL(`../commands/${command}.ts`, import.meta.url));
    const child = spawn(process.execPath, [path, ...flags], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => said.push(data));
    const ended = new Promise<number | null>((done) => child.on('close', done));
    running.set(child, ended);
    const code = await ended;
    running.delete(child);
    const text = Buffer.concat(said).toString('utf8');
    if (code !== 0) throw new Error(isStopped ? 'Stopped.' : text.trim());
    return text;
  }

  return {
    site,
    // Of practice nothing has to stay.
    build: async () => void (await run('build', '--accept-loss')),
    saveResponses: (...flags) => run('responses', ...flags),
    stop: async () => {
      isStopped = true;
      for (const child of running.keys()) child.kill();
      await Promise.all(running.values());
    },
  };
}

/** The program's card, with nothing in it by which an answer would leave this machine. */
function practiceProgram(text: string, standIn: string, address: string): string {
  const program = parseDocument(text);
  program.set('address', address);
  if (program.has('replyTo')) program.set('replyTo', 'answers@practice.invalid');
  program.set('giscus', {
    repository: 'o/r',
    repositoryId: 'R_practice',
    category: 'Responses',
    categoryId: 'DIC_practice',
    host: standIn,
  });
  return program.toString({ lineWidth: 0 });
}
