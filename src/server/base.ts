import { readProgram } from '../core/content-files/node/program-file.ts';

/**
 * The folder in which the site lives on its host: BASE where it is set, else that of the address in
 * `program.yaml`, as `/blog` in https://example.org/blog.
 *
 * @throws Error with a sentence when `program.yaml` can't be read
 */
export async function siteBase(
  contentFolder = process.env['CONTENT_DIR'] ?? 'content',
): Promise<string> {
  if (process.env['BASE'] !== undefined) return process.env['BASE'];
  return new URL((await readProgram(contentFolder)).address).pathname;
}
