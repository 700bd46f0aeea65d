import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The words by which the program is known whose content is the sample: its names, its domain, its
 * repository. In another program's copy they are read from `examples/`, where the setup puts the sample.
 */
export const FIRST_PROGRAM: readonly string[] = firstProgram();

function firstProgram(): string[] {
  const { config } = JSON.parse(readFileSync('package.json', 'utf8'));
  const host = new URL(config.sample).hostname;
  const programs = globSync(['content/program.yaml', 'examples/*/program.yaml'])
    .map((file) => parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
    .filter(({ address }) => String(address).includes(host));
  const names = programs.flatMap(({ name, shortName, repository }) => [
    name,
    shortName,
    repository,
  ]);
  return [host, ...names].flatMap((word) => (typeof word === 'string' ? [word] : []));
}

/** Those of its words that stand in a text, as words by themselves. */
export function mentionsIn(text: string): string[] {
  return FIRST_PROGRAM.filter((word) => {
    const plain = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'u').test(text);
  });
}
