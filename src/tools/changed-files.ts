import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ChangedFile } from '../blog/pull-request-report.ts';

/**
 * What differs from a commit in the content folder, paths from that folder.
 *
 * @param base a commit or branch
 */
export async function changedFiles(base: string, folder: string): Promise<ChangedFile[]> {
  const words = ['diff', '--name-status', '--no-renames', '-z', `${base}...HEAD`, '--', folder];
  const { stdout } = await promisify(execFile)('git', words, { maxBuffer: 64e6 });
  const parts = stdout.split('\0');
  const files: ChangedFile[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const change = parts[index] === 'A' ? 'new' : parts[index] === 'D' ? 'gone' : 'changed';
    files.push({ path: (parts[index + 1] ?? '').slice(folder.length + 1), change });
  }
  return files;
}
