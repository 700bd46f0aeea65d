import { z } from 'zod';
import { type ContentFolder, idsIn } from '../content-folder.ts';
import { readLetters } from '../letters.ts';
import { folded, nearest } from '../nearest.ts';
import { personSchema } from '../person.ts';
import { broken, type Place, type Problem } from '../problem.ts';
import { type Program, programSchema } from '../program.ts';
import { roundsSchema } from '../round.ts';
import { type Tag, tagsSchema } from '../tag.ts';
import { readYaml } from '../yaml-file.ts';
import { type Catalogue, type KnownWord, knownProgram } from './catalogue.ts';
import { addressesOf, destinationOf } from './destinations.ts';
import { idProblems } from './file-names.ts';
import { portraitProblems } from './pictures.ts';
import { fieldPlace } from './prose.ts';

/**
 * What the files say that are no prose: the program, its rounds, tags and people; and what is wrong
 * with each of them.
 *
 * @returns `program` without an error in it, and `known`, what can be read of it in any case
 */
export function readProgramFiles(folder: ContentFolder) {
  const problems: Problem[] = [];
  const yaml = <Schema extends z.ZodType>(path: string, schema: Schema) => {
    const file = `${folder.name}/${path}`;
    const source = folder.texts.get(path);
    if (source === undefined) {
      problems.push(broken('missing-file', { file }, {}));
      return undefined;
    }
    const { text, problems: letters } = readLetters(source, file);
    const reading = readYaml(text, schema, file);
    problems.push(...letters, ...reading.problems);
    return reading.value;
  };
  const program = yaml('program.yaml', programSchema);
  const known = program ?? knownProgram(folder.texts.get('program.yaml') ?? '');
  const rounds = yaml('rounds.yaml', roundsSchema) ?? {};
  const tags = yaml('tags.yaml', tagsSchema) ?? {};
  const people: Record<string, KnownWord> = {};
  for (const id of idsIn(folder, 'people', '.yaml')) {
    const file = `${folder.name}/people/${id}.yaml`;
    const read = yaml(`people/${id}.yaml`, personFields);
    const source = folder.texts.get(`people/${id}.yaml`) ?? '';
    people[id] = { words: read ? [read.name] : [], formerly: read?.formerly ?? [] };
    // Such ids are made as those of pages are.
    problems.push(...idProblems({ id, file, room: 'pages' }));
    if (read?.portrait) {
      const place = fieldPlace({ file, source }, 'portrait');
      problems.push(...portraitProblems(read.portrait, place, folder));
    }
  }
  return { program, known, rounds, tags, people, problems };
}

/** A person, whose portrait is a picture's name. */
const personFields = personSchema(() => z.string());

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
export function tagWordProblems(
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
