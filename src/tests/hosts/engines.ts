import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { headerRules } from '../../server/headers-file.ts';
import { nginxConfig } from '../../server/nginx-config.ts';

/** A program that serves sites, as hosts use it. */
export interface Engine {
  name: string;
  /** What to do where it is missing. */
  advice: string;
  /** The version that is here; nothing where there is none. */
  version(): string | undefined;
  /** What it is called with, and the files that it reads. */
  command(site: string, folder: string, port: number): Promise<string[]>;
}

/** What a served site says of itself. */
export interface Served {
  address: string;
  close(): Promise<void>;
}

const nginx: Engine = {
  name: 'nginx',
  advice: 'Install it: `apt-get install nginx`, or `brew install nginx`.',
  version: () => /nginx\/\S+/.exec(said('nginx', '-v'))?.[0],
  async command(site, folder, port) {
    const rules = headerRules(await readFile(join(site, '_headers'), 'utf8'));
    const server = nginxConfig({
      ...{ root: resolve(site), base: '/', name: '_', listen: `127.0.0.1:${port}`, rules },
    });
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    );
    const isRoot = process.getuid?.() === 0;
    const file = join(folder, 'nginx.conf');
    await writeFile(
      file,
      `${isRoot ? 'user root;\n' : ''}daemon off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\naccess_log off;\n${places.join('\n')}\n${server}}\n`,
    );
    return ['nginx', '-p', folder, '-c', file];
  },
};

/** Pinned, since Cloudflare's own build installs what its page says, not what a lock file does. */
const WRANGLER = 'wrangler@4.164.0';

const workerd: Engine = {
  name: 'workerd',
  advice: `Install it beside the project's packages, with Node 22.12 or newer: \`npm install --no-save ${WRANGLER}\`.`,
  version: () => /\d+\.\d+\.\d+/.exec(said(...wrangler(), '--version'))?.[0],
  async command(site, folder, port) {
    const config = join(folder, 'wrangler.jsonc');
    const text = await readFile('wrangler.jsonc', 'utf8');
    await writeFile(config, text.replace('"./dist"', JSON.stringify(resolve(site))));
    return [...wrangler(), 'dev', '--config', config, '--ip', '127.0.0.1', '--port', String(port)];
  },
};

function wrangler(): [string, ...string[]] {
  const named = process.env['WRANGLER'] ?? 'node_modules/wrangler/bin/wrangler.js';
  return [process.execPath, resolve(named)];
}

export const ENGINES: readonly Engine[] = [nginx, workerd];

/** What a program says of itself; nothing where it is missing. */
function said(program: string, ...more: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, more, {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return status === 0 ? `${stdout}${stderr}` : '';
}

/**
 * Serves a site by an engine.
 *
 * @throws with a sentence on what to do where the engine is missing or does not come up
 */
export async function serve(engine: Engine, site: string, folder: string): Promise<Served> {
  if (!engine.version()) throw new Error(`There is no ${engine.name} here. ${engine.advice}`);
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const [program = '', ...more] = await engine.command(site, resolve(folder), port);
  const child = spawn(program, more, {
    detached: true,
    env: {
      ...process.env,
      CI: '1',
      WRANGLER_SEND_METRICS: 'false',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data;
    });
  const address = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return { address, close: () => ended(child) };
    await new Promise((done) => setTimeout(done, 200));
  }
  await ended(child);
  throw new Error(`${engine.name} did not come up. It said:\n${output}`);
}

/** Ends a program with all that it began. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const closed = new Promise<void>((done) => child.once('close', () => done()));
  // Asked first, so that it ends in order what it began in a group of its own.
  child.kill('SIGINT');
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 10_000);
  await closed;
  clearTimeout(timer);
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
