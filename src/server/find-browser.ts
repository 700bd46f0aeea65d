import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright-core';

/** What Playwright needs to start one particular Chromium. */
export type Browser = Pick<LaunchOptions, 'executablePath' | 'args' | 'env'>;

/** A place where a Chromium may be; says undefined where there is none. */
export interface BrowserPlace {
  name: 'named' | 'installed' | 'playwright' | 'packaged';
  look(): Promise<Browser | undefined>;
}

/**
 * Where a Chromium is looked for, in this order: the one that CHROMIUM_PATH names, one that is
 * installed on the machine, Playwright's own, and the one that comes with our packages for Linux on
 * x64.
 */
export const browserPlaces: BrowserPlace[] = [
  { name: 'named', look: async () => named(process.env['CHROMIUM_PATH']) },
  { name: 'installed', look: async () => installed() },
  { name: 'playwright', look: playwrights },
  { name: 'packaged', look: packaged },
];

/**
 * The first Chromium there is. Set BROWSER_PLACE to the name of a place to look there alone.
 *
 * @throws with one line on what to do when there is none
 */
export async function findBrowser(places = chosenPlaces()): Promise<Browser> {
  for (const place of places) {
    const browser = await place.look();
    if (browser) return browser;
  }
  throw new Error(
    'There is no browser to test with. Install Chromium or Google Chrome, or set CHROMIUM_PATH to one, or run `npx playwright-core install chromium-headless-shell`.',
  );
}

function chosenPlaces(): BrowserPlace[] {
  const only = process.env['BROWSER_PLACE'];
  return browserPlaces.filter((place) => !only || place.name === only);
}

function named(path: string | undefined): Browser | undefined {
  if (!path) return undefined;
  if (existsSync(path)) return { executablePath: path, args: sandboxArguments() };
  throw new Error(`CHROMIUM_PATH is ${path}, but there is nothing there.`);
}

function installed(): Browser | undefined {
  const executablePath = (wellKnown[process.platform] ?? []).find(isBrowser);
  return executablePath ? { executablePath, args: sandboxArguments() } : undefined;
}

const programFiles = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']];

const wellKnown: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: programFiles.flatMap((folder) => [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};

/** Whether the file runs: Ubuntu has a `chromium-browser` that only says how to install one. */
function isBrowser(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

async function playwrights(): Promise<Browser | undefined> {
  const browser: Browser = { args: sandboxArguments() };
  try {
    await (await chromium.launch(browser)).close();
    return browser;
  } catch {
    return undefined;
  }
}

/** The Chromium of @sparticuz/chromium with its libraries and fonts, unpacked once per version. */
async function packaged(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await unpackedOnce();
  const env = {
    ...process.env,
    FONTCONFIG_PATH: join(folder, 'fonts'),
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
  };
  return {
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu'],
    env,
  };
}

async function unpackedOnce(): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const version = devDependencies['@sparticuz/chromium'];
  const folder = resolve('node_modules/.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  await withEnvironment(
    { TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    async () => await (await import('@sparticuz/chromium')).default.executablePath(),
  );
  await writeFile(join(unfinished, 'fonts', 'fonts.conf'), fontsConfiguration(folder));
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  return folder;
}

/** For fontconfig: the one that comes along knows only the folders of the service it is made for. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** Runs with variables of the environment changed; the package reads where to unpack from them. */
async function withEnvironment(changes: Record<string, string>, run: () => Promise<unknown>) {
  const before = { ...process.env };
  Object.assign(process.env, changes);
  try {
    await run();
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Chromium refuses its sandbox to root. */
function sandboxArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
