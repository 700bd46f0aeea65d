import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Program, programSchema } from '../../model/program.ts';
import { decodeText } from '../../text/text-encoding.ts';
import { conflictProblems } from '../merge-conflict.ts';
import { readYaml } from '../yaml.ts';

/**
 * The program, as `program.yaml` in a content folder says it.
 *
 * @throws Error with a sentence when it can't be read; `npm run check` then tells why, line by line
 */
export async function readProgram(folder: string): Promise<Program> {
  const file = join(folder, 'program.yaml');
  const bytes = await readFile(file).catch(() => undefined);
  const { text, encoding } = decodeText(bytes ?? new Uint8Array());
  const isSound = encoding === 'UTF-8' && conflictProblems(text, file).length === 0;
  const { value } = readYaml(isSound ? text : '', programSchema, file);
  if (value) return value;
  const trouble = bytes ? 'cannot be read' : 'is missing, or cannot be read';
  throw new Error(`${file} ${trouble}. Run \`npm run check\` to see what is wrong.`);
}
