import type { ContentFolder } from '../content-folder.ts';
import { folded, nearest } from '../nearest.ts';
import { broken, type Place, type Problem } from '../problem.ts';
import type { Program } from '../program.ts';
import type { Tag } from '../tag.ts';
import type { Catalogue } from './catalogue.ts';
import { addressesOf, destinationOf } from './destinations.ts';

/** What the program's file names and is not there: addresses of its menu, and people. */
export function programProblems(
  program: Pick<Program, 'menu' | 'defaultAuthors'>,
  catalogue: Catalogue,
  folder: ContentFolder,
): Problem[] {
  const lines = linesIn(folder, 'program.yaml');
  const place = (word: string) => placeOf(folder, 'program.yaml', lines, word);
  const menu = program.menu.flatMap(({ to }) => {
    if (to === '/' || destinationOf(to, undefined, catalogue)) return [];
    const guess = nearest(to, addressesOf(catalogue));
    return [broken('broken-link', place(to), { address: to }, { guess })];
  });
  const ids = Object.keys(catalogue.people);
  const authors = program.defaultAuthors.flatMap((person) => {
    if (ids.includes(person) || ids.length === 0) return [];
    const blanks = { field: 'defaultAuthors', person };
    return [broken('unknown-person', place(person), blanks, { guess: nearest(person, ids) })];
  });
  return [...menu, ...authors];
}

/** Words that two tags claim: writers are led to the first of them. */
export function wordProblems(
  tags: Readonly<Record<string, Pick<Tag, 'label' | 'synonyms'>>>,
  folder: ContentFolder,
): Problem[] {
  const lines = linesIn(folder, 'tags.yaml');
  const owner = new Map(Object.keys(tags).map((id) => [folded(id), id]));
  return Object.entries(tags).flatMap(([id, { label, synonyms }]) =>
    [label, ...synonyms].flatMap((word) => {
      const other = owner.get(folded(word)) ?? id;
      owner.set(folded(word), other);
      if (other === id) return [];
      const start = lines.findIndex((line) => line.startsWith(`${id}:`));
      return [
        broken('word-twice', placeOf(folder, 'tags.yaml', lines, word, start), { word, other }),
      ];
    }),
  );
}

function linesIn(folder: ContentFolder, path: string): string[] {
  return (folder.texts.get(path) ?? '').split(/\r?\n/);
}

function placeOf(
  folder: ContentFolder,
  path: string,
  lines: readonly string[],
  word: string,
  from = 0,
): Place {
  const index = lines.findIndex((line, at) => at >= from && line.includes(word));
  return { file: `${folder.name}/${path}`, line: index < 0 ? undefined : index + 1 };
}
