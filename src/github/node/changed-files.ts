import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ChangedFile } from '../changed-content.ts';
import type { FileOfChange } from '../pull-request-changes.ts';

/**
 * What differs from a commit in the content folder, paths from that folder, and texts as they were
 * and are.
 *
 * @param base a commit or branch
 */
export async function changedFiles(base: string, folder: string): Promise<ChangedFile[]> {
  const left = await mergeBase(base);
  const told = await git(
    'diff',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '-z',
    left,
    'HEAD',
    '--',
    folder,
  );
  const parts = told.split('\0');
  const files: ChangedFile[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [, , old = '', now = '', status] = (parts[index] ?? '').split(' ');
    const path = (parts[index + 1] ?? '').slice(folder.length + 1);
    const change = status === 'A' ? 'new' : status === 'D' ? 'gone' : 'changed';
    const isText = /\.(mdx|yaml)$/.test(path);
    files.push({
      ...{ path, change, content: { old, now } },
      ...(isText && change !== 'new' ? { before: await git('cat-file', 'blob', old) } : {}),
      ...(isText && change !== 'gone' ? { after: await git('cat-file', 'blob', now) } : {}),
    });
  }
  return files;
}

/** Every file that differs from a commit, not only those of the content. */
export async function repositoryChanges(base: string): Promise<FileOfChange[]> {
  const told = await git('diff', '--name-status', '--find-renames', '-z', `${base}...HEAD`);
  const parts = told.split('\0');
  const files: FileOfChange[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [status = '', path = ''] = [parts[index], parts[index + 1]];
    if (!status.startsWith('R')) files.push({ path });
    else files.push({ formerly: path, path: parts[++index + 1] ?? '' });
  }
  return files;
}

/** A file's text where a branch left a commit; empty where there was none. */
export async function gitText(base: string, path: string): Promise<string> {
  return git('show', `${await mergeBase(base)}:${path}`).catch(() => '');
}

async function mergeBase(base: string): Promise<string> {
  return (await git('merge-base', base, 'HEAD')).split('\n')[0] ?? '';
}

async function git(...words: string[]): Promise<string> {
  return (await promisify(execFile)('git', words, { maxBuffer: 64e6 })).stdout;
}
