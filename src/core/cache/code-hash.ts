import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

/**
 * By which all code of the site and its settings are known, tests apart.
 *
 * @param further what else is to be known by it, as it can be written in JSON
 */
export function codeHash(
  { root, srcDir }: Pick<AstroConfig, 'root' | 'srcDir'>,
  further: unknown,
): string {
  const settings = fileURLToPath(new URL('astro.config.mjs', root));
  const folder = fileURLToPath(srcDir);
  const code = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !relative(folder, file).startsWith('tests'))
    .sort();
  const hash = createHash('sha256').update(JSON.stringify(further));
  for (const file of [settings, ...code]) hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}
