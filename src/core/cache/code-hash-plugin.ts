import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { postPath } from '../../environment.ts';

/** The rooms whose code decides what a stored post looks like. */
const ROOMS = ['src/core', 'src/check', 'src/build', 'src/images', 'src/responses'];

/**
 * A plugin that does nothing, named after the code and the settings that posts are rendered by.
 * Astro keeps rendered posts until its configuration changes, and a plugin's name is part of
 * that; so changed code throws the stored posts away.
 *
 * @param settings what else decides: `program.yaml`, the content's folder, from which Astro takes the
 * pictures of stored posts, and the anchors that their headings must leave alone
 */
export function codeHashPlugin(settings: unknown): { name: string } {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  hash.update(postPath() ?? '');
  for (const room of ROOMS) {
    for (const file of readdirSync(room, { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(room, file)));
    }
  }
  return { name: `stamp:${hash.digest('hex').slice(0, 16)}` };
}
