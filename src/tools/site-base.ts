import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * The folder in which the site lives on its host: BASE where it is set, else that of the address in
 * `program.yaml`, as `/blog` in https://example.org/blog.
 */
export async function siteBase(
  contentFolder = process.env['CONTENT_DIR'] ?? 'content',
): Promise<string> {
  if (process.env['BASE'] !== undefined) return process.env['BASE'];
  const text = await readFile(join(contentFolder, 'program.yaml'), 'utf8');
  const program: { address?: unknown } = parse(text);
  return new URL(String(program.address)).pathname;
}
