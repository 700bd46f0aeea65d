import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { complain } from '../core/terminal/say.ts';

/** What the lock file says of a package. */
interface LockedPackage {
  optional?: boolean;
  dev?: boolean;
  os?: string | string[];
  cpu?: string | string[];
  libc?: string | string[];
}

/** What a machine is, in npm's words. */
export interface Machine {
  platform: string;
  arch: string;
  /** `glibc` or `musl` on Linux; nothing elsewhere. */
  libc: string | undefined;
}

/**
 * The packages made for a machine (of the bundler, the pictures, the parser, the search) that are locked
 * and were not installed. npm leaves them out without a word on a Node that one of them doesn't support.
 *
 * @param packages the lock file's packages by their folder
 * @param isThere whether a folder is there
 */
export function missingParts(
  packages: Readonly<Record<string, LockedPackage>>,
  { platform, arch, libc }: Machine,
  isThere: (folder: string) => boolean,
): string[] {
  return (
    Object.entries(packages)
      .filter(([, one]) => one.optional && !one.dev && (one.os || one.cpu))
      .filter(([, one]) => isFor(one.os, platform) && isFor(one.cpu, arch) && isFor(one.libc, libc))
      .map(([folder]) => folder)
      // The Node that comes with the install is not needed where this runs without it.
      .filter((folder) => !/^node_modules\/node-/.test(folder) && !isThere(folder))
      .map((folder) => folder.replace(/^.*node_modules\//, ''))
  );
}

function isFor(listed: string | string[] | undefined, name: string | undefined): boolean {
  const names = [listed ?? []].flat();
  if (names.includes(`!${name}`)) return false;
  return names.length === 0 || names.includes(name ?? '') || names[0]?.startsWith('!') === true;
}

/** What to do about parts that are missing. */
export function partsSentence(missing: readonly string[]): string {
  return `The installation left out parts that this computer needs (${missing.join(', ')}), as npm does on Node 18, 21, and the first releases of 22 and 23. Install Node 24 or newer from https://nodejs.org, and run \`npm ci\` again.`;
}

/** Ends the command with that sentence where parts are missing, before something else says less. */
export function endWithoutParts(): void {
  if (!existsSync('package-lock.json')) return;
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const missing = missingParts(packages, thisMachine(), isFound);
  if (missing.length === 0) return;
  complain(partsSentence(missing));
  process.exit(1);
}

/** Packages are also found in the folders above, as by a copy that stands in the project. */
function isFound(folder: string): boolean {
  for (let above = process.cwd(); ; above = dirname(above)) {
    if (existsSync(join(above, folder))) return true;
    if (above === dirname(above)) return false;
  }
}

function thisMachine(): Machine {
  const { platform, arch } = process;
  if (platform !== 'linux') return { platform, arch, libc: undefined };
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return { platform, arch, libc: header.glibcVersionRuntime ? 'glibc' : 'musl' };
}

// `npm run dev` asks this before Astro begins.
if (import.meta.main) endWithoutParts();
