import { readProgram } from '../core/content-files/node/program-file.ts';
import { contentFolder, namedBase } from '../environment.ts';

/**
 * The folder in which the site lives on its host: BASE where it is set, else that of the address in
 * `program.yaml`, as `/blog` in https://example.org/blog.
 *
 * @throws Error with a sentence when `program.yaml` can't be read
 */
export async function siteBase(folder = contentFolder()): Promise<string> {
  return namedBase() ?? new URL((await readProgram(folder)).address).pathname;
}
