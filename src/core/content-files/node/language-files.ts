import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenPart } from '../../i18n/compile-message.ts';
import { LANGUAGES_FOLDER, languagesFrom } from '../language-files.ts';

/** The program's own words by language, as the files in a content folder say them. */
export async function readLanguages(folder: string): Promise<Map<string, WrittenPart>> {
  const place = join(folder, LANGUAGES_FOLDER);
  const names = (await readdir(place).catch(() => [])).filter((name) => name.endsWith('.yaml'));
  const texts = names.sort().map(async (name) => {
    const text = await readFile(join(place, name), 'utf8');
    return [name.slice(0, -'.yaml'.length), text] as const;
  });
  return languagesFrom(new Map(await Promise.all(texts)));
}
