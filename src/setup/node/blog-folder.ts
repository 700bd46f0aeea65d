import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';

/** The folder of a blog, as the setup finds it. */
export interface BlogFolder {
  /** The text of `content/program.yaml`. */
  program: string;
  /** The program's address as it says there. */
  address: string;
  name: string;
  /** The address of the program whose content comes with the engine. */
  sample: string | undefined;
  /** `owner/name` of the copy on GitHub. */
  repository: string | undefined;
  /** The repository that `program.yaml` names. */
  named: string | undefined;
}

/**
 * Looks at the folder of a blog.
 *
 * @param root the project's folder
 * @throws Error with a sentence where there is no `content/program.yaml` that can be read
 */
export async function readBlogFolder(root: string): Promise<BlogFolder> {
  const text = (path: string) => readFile(join(root, path), 'utf8');
  const program = await text('content/program.yaml').catch(() => {
    throw new Error('There is no content/program.yaml here. Run this in the folder of the blog.');
  });
  const { address, name, repository } = readSaid(program);
  const { config } = JSON.parse(await text('package.json')) as { config?: { sample?: string } };
  return {
    ...{ program, address, name, named: repository },
    sample: config?.sample,
    repository: process.env['GITHUB_REPOSITORY'] || (await originOf(root)),
  };
}

function readSaid(program: string): { address: string; name: string; repository?: string } {
  try {
    const { address, name, repository } = parse(program) ?? {};
    if (typeof address === 'string' && typeof name === 'string')
      return { address, name, repository };
  } catch {
    // Told below.
  }
  throw new Error(
    'content/program.yaml cannot be read. Run `npm run check`: it says what is wrong.',
  );
}

/** The repository on GitHub that git sends this folder to. */
async function originOf(root: string): Promise<string | undefined> {
  const url = await promisify(execFile)('git', ['remote', 'get-url', 'origin'], { cwd: root }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
  return /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url)?.[1];
}

/**
 * Puts fresh content in the place of the sample, which goes among the examples, and the program's own
 * README in the place of the engine's, which goes to `docs/engine.md`. Everything is written beside
 * first: stopped before the end, it leaves the sample where it was or finished.
 *
 * @param example the name of the sample's folder in `examples/`
 * @throws Error with a sentence where something is in the way
 */
export async function beginAnew(
  root: string,
  content: ReadonlyMap<string, string>,
  readme: string,
  example: string,
): Promise<void> {
  const place = join(root, 'examples', example);
  for (const taken of [place, join(root, 'docs/engine.md')])
    if (existsSync(taken)) throw new Error(`There is a ${taken} already.`);
  const fresh = join(root, '.content-fresh');
  await rm(fresh, { recursive: true, force: true });
  for (const [path, text] of content) {
    await mkdir(dirname(join(fresh, path)), { recursive: true });
    await writeFile(join(fresh, path), text);
  }
  await mkdir(dirname(place), { recursive: true });
  const engine = await readFile(join(root, 'README.md'), 'utf8');
  await writeFile(join(root, 'docs/engine.md'), engineDocument(engine));
  await moved(join(root, 'content'), place);
  await moved(fresh, join(root, 'content'));
  await writeFile(join(root, 'README.md'), readme);
}

/** Moves a folder, onto another disk too. */
async function moved(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  });
}

/** The engine's README as a file in `docs/`: its links lead where they led. */
export function engineDocument(readme: string): string {
  return readme.replace(/\]\((?!https?:|#)([^)\s]+)\)/g, (_, path: string) =>
    path.startsWith('docs/') ? `](${path.slice('docs/'.length)})` : `](../${path})`,
  );
}
