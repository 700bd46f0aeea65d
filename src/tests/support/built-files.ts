import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** All files of a folder, by their paths from there. */
export function filesOf(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}

/** The files of a built site with a word in their text or their path; in small letters. */
export function filesHolding(folder: string, word: string): string[] {
  return filesOf(folder).filter((file) =>
    `${file} ${textOf(join(folder, file))}`.toLowerCase().includes(word),
  );
}

/** A file's content as text, unpacked if it is packed, as the search index is. */
function textOf(path: string): string {
  const content = readFileSync(path);
  const isPacked = content[0] === 0x1f && content[1] === 0x8b;
  return (isPacked ? gunzipSync(content) : content).toString();
}
