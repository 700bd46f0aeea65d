import { readFile } from 'node:fs/promises';
import { say } from '../../core/terminal/say.ts';
import { type FileOfChange, type FurtherChanges, furtherChanges } from '../pull-request-changes.ts';
import { gitText, repositoryChanges } from './changed-files.ts';
import { type GithubRest, rest } from './rest.ts';

/** GitHub names no more files of a pull request than these. */
const MOST_PAGES = 30;
const A_PAGE = 100;
const MOST_CHARACTERS = 500_000;

/**
 * What a pull request changes beside texts, as GitHub tells it. The files before the change are those
 * of the main branch, on whose code this runs.
 *
 * @param commit the commit that was checked
 * @returns nothing where GitHub doesn't say
 */
export async function pullRequestChanges(
  github: GithubRest,
  pullRequest: number,
  commit: string,
  folder: string,
): Promise<FurtherChanges | undefined> {
  try {
    const files: FileOfChange[] = [];
    const gone = new Set<string>();
    for (let page = 1; page <= MOST_PAGES; page++) {
      const some = await rest<ListedFile[]>(
        github,
        'GET',
        `/pulls/${pullRequest}/files?per_page=${A_PAGE}&page=${page}`,
      );
      for (const { filename, previous_filename, status } of some) {
        files.push({ path: filename, formerly: previous_filename });
        if (status === 'removed') gone.add(filename);
        if (status === 'renamed' && previous_filename) gone.add(previous_filename);
      }
      if (some.length < A_PAGE) {
        return await furtherChanges(files, folder, async (path, former) => {
          const before = await readFile(former, 'utf8').catch(() => '');
          const after = gone.has(path) ? '' : await textAt(github, path, commit);
          return after === undefined ? undefined : { before, after };
        });
      }
    }
    // There may be more, of which nothing is known.
    return undefined;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

interface ListedFile {
  filename: string;
  previous_filename?: string;
  status: string;
}

async function textAt(github: GithubRest, path: string, commit: string) {
  const address = path.split('/').map(encodeURIComponent).join('/');
  const asked = `/contents/${address}?ref=${encodeURIComponent(commit)}`;
  const found = await rest<{ type?: string; encoding?: string; content?: string }>(
    github,
    'GET',
    asked,
  ).catch(() => undefined);
  if (found?.type !== 'file' || found.encoding !== 'base64') return undefined;
  const text = Buffer.from(found.content ?? '', 'base64').toString('utf8');
  return text.length > MOST_CHARACTERS ? undefined : text;
}

/** The same as {@link pullRequestChanges}, of a branch that lies here. */
export async function branchChanges(base: string, folder: string): Promise<FurtherChanges> {
  return furtherChanges(await repositoryChanges(base), folder, async (path, former) => ({
    before: await gitText(base, former),
    after: await readFile(path, 'utf8').catch(() => ''),
  }));
}
