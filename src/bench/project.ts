import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What of a project decides what its site looks like, content apart. */
const PARTS = [
  'src',
  'public',
  // The page for authors shows them.
  '.github/pictures',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Copies the project, without its content and its tests, so that any part of it can be changed
 * and built. Packages are found in the folders above, so the copy stands below the project.
 *
 * @param folder is emptied first
 */
export async function copyProject(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const part of PARTS)
    await cp(part, join(folder, part), {
      recursive: true,
      filter: (path) => !path.replaceAll('\\', '/').startsWith('src/tests'),
    });
  await mkdir(join(folder, 'node_modules'), { recursive: true });
}

/** What another build, or a test's runner, is told. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  ...['BASE', 'CACHE_DIR', 'CONTENT_DIR', 'OUT_DIR', 'POST_PATH', 'PREVIEW', 'RESPONSES_DIR'],
  'SHARE_PICTURES',
  ...['BASE_URL', 'DEV', 'MODE', 'PROD', 'SSR', 'TZ', 'VITEST'],
]);

/** The command that builds the copy, and what it is told. */
export function buildCommand(moment: string): { command: string[]; env: NodeJS.ProcessEnv } {
  const kept = Object.entries(process.env).filter(([name]) => !OF_OTHERS.has(name));
  return {
    command: [process.execPath, 'src/commands/build.ts'],
    env: {
      ...Object.fromEntries(kept),
      ASTRO_TELEMETRY_DISABLED: '1',
      BUILD_TIME: moment,
      NODE_ENV: 'production',
    },
  };
}

/** Forgets all that builds of the copy keep for the next one. */
export async function forgetBuilds(folder: string, aside: string): Promise<void> {
  for (const kept of ['node_modules', 'dist', '.astro']) await putAside(join(folder, kept), aside);
}

/**
 * Puts a folder aside, to be deleted when all is measured: for minutes after thousands of files were
 * deleted, Linux (ext4) looks long for a place for each new one, which no build on a fresh machine has
 * to suffer.
 *
 * @param aside a folder on the same disk
 */
export async function putAside(folder: string, aside: string): Promise<void> {
  if (!existsSync(folder)) return;
  await mkdir(aside, { recursive: true });
  await rename(folder, join(await mkdtemp(join(aside, 'folder-')), 'folder'));
}

/** Changes a file by what stands in it, and fails where that changes nothing. */
export async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The edit changes nothing in ${file}.`);
  await writeFile(file, after);
}

/** Puts more at the end of a file, which may not be there yet. */
export async function add(file: string, text: string): Promise<void> {
  await appendFile(file, text);
}
