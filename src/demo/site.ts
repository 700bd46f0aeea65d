import { spawn } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A site that answers to a stand-in, in a folder of its own. */
export interface DemoSite {
  /** The built site. */
  site: string;
  /** Builds it anew. */
  build: () => Promise<void>;
  /** Runs `npm run responses` against the stand-in; returns what it said. */
  saveResponses: (...flags: string[]) => Promise<string>;
}

/**
 * Prepares a copy of the content whose giscus is the stand-in, and which says on every page that
 * it is a demonstration.
 *
 * @param folder where everything of it lives, as in `.demo`
 * @param content the content to copy
 * @param standIn the stand-in's address
 */
export async function prepareDemo(
  folder: string,
  content: string,
  standIn: string,
): Promise<DemoSite> {
  const own = join(folder, 'content');
  await rm(folder, { recursive: true, force: true });
  await cp(content, own, { recursive: true });
  const file = join(own, 'program.yaml');
  await writeFile(file, demoProgram(await readFile(file, 'utf8'), standIn));
  const site = join(folder, 'site');
  const env = {
    ASTRO_TELEMETRY_DISABLED: '1',
    BASE: '/',
    CACHE_DIR: join(folder, 'cache'),
    CONTENT_DIR: own,
    GITHUB_GRAPHQL_URL: `${standIn}/graphql`,
    GITHUB_TOKEN: 'a-demonstration',
    OUT_DIR: site,
    RESPONSES_DIR: join(folder, 'responses'),
  };
  return {
    site,
    build: async () => void (await run(['run', '--silent', 'build'], env)),
    saveResponses: (...flags) => run(['run', '--silent', 'responses', '--', ...flags], env),
  };
}

function demoProgram(text: string, standIn: string): string {
  const kept = text.replace(/^(giscus|notice|address):.*\n(?:[ \t]+.*\n)*/gm, '');
  return `${kept}
address: ${standIn}
notice: This is a demonstration on this machine alone. Answers go to a stand-in, not to GitHub.
giscus:
  repository: o/r
  repositoryId: R_demonstration
  category: Responses
  categoryId: DIC_demonstration
  host: ${standIn}
`;
}

async function run(command: string[], env: Record<string, string>): Promise<string> {
  const child = spawn('npm', command, {
    env: {
      ...process.env,
      ...env,
      ...{ VITEST: undefined, BASE_URL: undefined, MODE: undefined, SSR: undefined },
      ...{ DEV: undefined, PROD: undefined, NODE_ENV: 'production' },
    },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => said.push(data));
  const code = await new Promise((done) => child.on('close', done));
  const text = Buffer.concat(said).toString('utf8');
  if (code !== 0) throw new Error(text);
  return text;
}
