import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FileOfChange } from '../pull-request-changes.ts';
import type { ChangedFile } from '../pull-request-report.ts';

/**
 * What differs from a commit in the content folder, paths from that folder.
 *
 * @param base a commit or branch
 */
export async function changedFiles(base: string, folder: string): Promise<ChangedFile[]> {
  const parts = (
    await git('diff', '--name-status', '--no-renames', '-z', `${base}...HEAD`, '--', folder)
  ).split('\0');
  const files: ChangedFile[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const change = parts[index] === 'A' ? 'new' : parts[index] === 'D' ? 'gone' : 'changed';
    files.push({ path: (parts[index + 1] ?? '').slice(folder.length + 1), change });
  }
  return files;
}

/** Every file that differs from a commit, not only those of the content. */
export async function repositoryChanges(base: string): Promise<FileOfChange[]> {
  const paths = await git('diff', '--name-only', '--no-renames', '-z', `${base}...HEAD`);
  return paths
    .split('\0')
    .filter(Boolean)
    .map((path) => ({ path }));
}

/** A file's text where a branch left a commit; empty where there was none. */
export async function gitText(base: string, path: string): Promise<string> {
  const [left = ''] = (await git('merge-base', base, 'HEAD')).split('\n');
  return git('show', `${left}:${path}`).catch(() => '');
}

async function git(...words: string[]): Promise<string> {
  return (await promisify(execFile)('git', words, { maxBuffer: 64e6 })).stdout;
}
