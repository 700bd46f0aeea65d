import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * By which the code in folders and files is known: a hash of all they hold, tests and READMEs apart.
 *
 * @param places folders and files, from the root
 * @param root the project's folder
 */
export function codeHash(places: readonly string[], root = '.'): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesAt(place, root)).sort())
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesAt(place: string, root: string): string[] {
  if (!statSync(join(root, place)).isDirectory()) return [place];
  return readdirSync(join(root, place), { withFileTypes: true }).flatMap(({ name }) => {
    const inner = `${place}/${name}`;
    return inner === 'src/tests' || name === 'README.md' ? [] : filesAt(inner, root);
  });
}
