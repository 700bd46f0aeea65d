import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/** What is published and differs from the folder, or why it is not known. */
export type PublishedContent =
  | {
      /** The texts that were there: path in the folder → text. */
      files: ReadonlyMap<string, string>;
      /** The paths in the folder of everything that differs, what is new or gone too. */
      changed: ReadonlySet<string>;
      sentence: string;
    }
  | { files?: undefined; changed?: undefined; sentence: string };

/**
 * The texts of a content folder as they are published, those alone that differ from the folder's.
 * What is published is the last commit that the branch and the work here have in common; on the
 * branch itself, with nothing changed since, the commit before the last.
 *
 * @param folder the content folder
 * @param branch the branch that is published
 * @param since a commit to compare with instead
 */
export async function publishedContent(
  folder: string,
  branch: string,
  since?: string,
): Promise<PublishedContent> {
  const git = async (...words: string[]) =>
    (await promisify(execFile)('git', words, { cwd: folder, maxBuffer: 1e9 })).stdout;
  const commit = (name: string) =>
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`).then(
      (said) => said.trim(),
      () => undefined,
    );
  const head = await commit('HEAD');
  if (!head) return notCompared('there is no git history here');
  const names = since ? [since] : [`origin/${branch}`, branch];
  const found = await Promise.all(names.map(commit));
  const published = found.find((one) => one !== undefined);
  if (!published) return notCompared(`git has no ${names.join(' or ')} here`);
  const isTouched = (await git('status', '--porcelain', '--', '.')) !== '';
  const isPublished = published === head && !since && !isTouched;
  const base =
    (isPublished && (await commit('HEAD^'))) ||
    (await git('merge-base', published, 'HEAD').catch(() => '')).trim();
  if (!base) return notCompared('it has no commit in common with the published version');
  const told = await git(
    'diff',
    '--no-renames',
    '--name-status',
    '-z',
    '--relative',
    base,
    '--',
    '.',
  );
  const unknown = await git('ls-files', '--others', '--exclude-standard', '-z');
  const changes = changesIn(told);
  const paths = textsThere(changes);
  const prefix = (await git('rev-parse', '--show-prefix')).trim();
  const texts = await blobs(
    folder,
    paths.map((path) => `${base}:${prefix}${path}`),
  );
  const files = new Map(paths.map((path, index) => [path, texts[index] ?? '']));
  const changed = new Set([...changes.map(([, path]) => path), ...unknown.split('\0')]);
  return {
    files,
    changed,
    sentence: `Compared with the published version (${base.slice(0, 10)}).`,
  };
}

function notCompared(reason: string): PublishedContent {
  return { sentence: `Not compared with the published version: ${reason}.` };
}

/** What `git diff --name-status -z` says: how each path differs. */
function changesIn(said: string): [status: string, path: string][] {
  const words = said.split('\0');
  return words.flatMap((status, index): [string, string][] => {
    const path = words[index + 1];
    return index % 2 === 0 && path ? [[status, path]] : [];
  });
}

/** The texts among the changes that were there before. */
function textsThere(changes: ReturnType<typeof changesIn>): string[] {
  return changes.flatMap(([status, path]) =>
    status !== 'A' && /\.(yaml|mdx)$/.test(path) && !path.includes('\n') ? [path] : [],
  );
}

/** The contents of blobs, in one process of git. */
async function blobs(folder: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const child = spawn('git', ['cat-file', '--batch'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stdin.end(`${names.join('\n')}\n`);
  await new Promise((done) => child.on('close', done));
  let rest = Buffer.concat(said);
  return names.map(() => {
    const end = rest.indexOf('\n');
    const size = Number(/ blob (\d+)$/.exec(rest.subarray(0, end).toString())?.[1] ?? -1);
    const text = rest.subarray(end + 1, end + 1 + Math.max(size, 0)).toString();
    rest = rest.subarray(end + 1 + (size < 0 ? 0 : size + 1));
    return text;
  });
}
