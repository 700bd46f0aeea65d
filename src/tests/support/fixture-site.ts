import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The moment at which the fixture's site is built: 10 June 2013, 20:00 in the program's zone. */
export const fixtureMoment = '2013-06-10T10:00:00Z';

/** What builds of the fixture keep for one another. */
export const FIXTURE_CACHE = 'node_modules/.cache/fixture-sites/astro';

export interface FixtureBuild {
  /** Names the folder that the site is built into. */
  name: string;
  /** Where the site lives on its host. */
  base: string;
  /** Whether it has the style guide. */
  hasStyleGuide?: boolean;
  /** The building machine's time zone. */
  timeZone?: string;
  /** The content to build, if it is not the fixture's own. */
  content?: string;
  /** What else the build is told, or told otherwise. */
  further?: Readonly<Record<string, string>>;
}

/**
 * Builds `src/tests/fixtures/site` and says into which folder.
 *
 * @throws with the build's own words if it fails
 */
export async function buildFixtureSite(build: FixtureBuild): Promise<string> {
  const folder = resolve('node_modules/.cache/fixture-sites', build.name);
  await rm(folder, { recursive: true, force: true });
  const child = spawn('npm', ['run', '--silent', 'build'], {
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      BASE: build.base,
      CACHE_DIR: FIXTURE_CACHE,
      BUILD_TIME: fixtureMoment,
      CONTENT_DIR: build.content ?? 'src/tests/fixtures/site',
      NODE_ENV: 'production',
      OUT_DIR: folder,
      STYLEGUIDE: build.hasStyleGuide ? '1' : '',
      TZ: build.timeZone ?? 'UTC',
      // What Vitest tells its workers about itself is not true of the build.
      ...{ VITEST: undefined, BASE_URL: undefined, MODE: undefined, SSR: undefined },
      ...{ DEV: undefined, PROD: undefined },
      ...build.further,
    },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => said.push(data));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0)
    throw new Error(`The fixture site (${build.name}) was not built:\n${Buffer.concat(said)}`);
  return folder;
}
