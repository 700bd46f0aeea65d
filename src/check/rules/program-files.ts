import { z } from 'zod';
import { readCharacters } from '../../core/content-files/characters.ts';
import { type ContentFolder, idsIn, unreadIn } from '../../core/content-files/folder.ts';
import { conflictProblems } from '../../core/content-files/merge-conflict.ts';
import { type Place, type Problem, problem } from '../../core/content-files/problem.ts';
import { type Reading, readYaml, saysNothing } from '../../core/content-files/yaml.ts';
import { areKin } from '../../core/i18n/nearest-languages.ts';
import { isOurs, kindsOf } from '../../core/model/kinds.ts';
import { personSchema } from '../../core/model/person.ts';
import { type Program, programSchema } from '../../core/model/program.ts';
import { roundsSchema } from '../../core/model/round.ts';
import { type Tag, tagsSchema } from '../../core/model/tag.ts';
import { closestMatch, normalize } from '../../core/text/closest-match.ts';
import {
  type ContentIndex,
  currentId,
  isRead,
  type KnownWord,
  knownProgram,
  mapped,
  type Part,
} from '../content-index.ts';
import { fieldPlace } from '../document.ts';
import { idProblems } from './file-names.ts';
import { portraitProblems } from './images.ts';
import { brokenLink } from './internal-links.ts';
import { addressesOf, linkTarget } from './link-targets.ts';

/**
 * What the files say that are no prose: the program, its rounds, tags and people; and what is wrong
 * with each of them. What has errors in it is read as far as it can be, so that nothing is judged by
 * what is not its fault.
 *
 * @param published what is published and differs, where that is known
 * @returns `program` without an error in it, `known`, what can be read of it in any case, and
 * `unread`, of which of these a part can't be read
 */
export function readProgramFiles(folder: ContentFolder, published?: ReadonlyMap<string, string>) {
  const problems: Problem[] = [];
  const unread = new Set<Part>();
  const yaml = <Schema extends z.ZodType>(path: string, schema: Schema, part: Part) => {
    const file = `${folder.name}/${path}`;
    const reading = readFieldsFile(folder, path, schema);
    problems.push(...reading.problems);
    const { value, given } = reading;
    if (value === undefined) unread.add(part);
    return { file, value, given };
  };
  const program = yaml('program.yaml', programSchema, 'program');
  // A program that does not run in rounds has no such file.
  const rounds = hasRounds(folder, published)
    ? yaml('rounds.yaml', roundsSchema, 'rounds')
    : { value: roundsSchema.parse({}), given: {} };
  const tags = yaml('tags.yaml', tagsSchema, 'tags');
  const people: Record<string, KnownWord> = {};
  for (const id of idsIn(folder, 'people', '.yaml')) {
    const { file, value, given } = yaml(`people/${id}.yaml`, personFields, 'people');
    const name = value?.name ?? given['name'];
    people[id] = {
      words: typeof name === 'string' ? [name] : [],
      formerly: value?.formerly ?? textsIn(given['formerly']),
    };
    // Such ids are made as those of pages are.
    problems.push(...idProblems({ id, file, room: 'pages' }));
    if (value?.portrait) {
      const source = folder.texts.get(`people/${id}.yaml`) ?? '';
      const place = fieldPlace({ file, source }, 'portrait');
      problems.push(...portraitProblems(value.portrait, place, folder));
    }
  }
  for (const room of ['people', 'posts', 'pages'] as const) {
    if (unreadIn(folder, room).length > 0) unread.add(room);
  }
  return {
    program: program.value,
    known: program.value ?? knownProgram(program.given),
    rounds: rounds.value ?? mapped(rounds.given, partOfEntry),
    tags: tags.value ?? mapped(tags.given, partOfEntry),
    people,
    problems,
    unread: [...unread],
  };
}

/**
 * Whether a program runs in rounds, so that their file has to be there: it is, or it was published, or,
 * where nobody knows what was, a post names a round.
 */
function hasRounds(folder: ContentFolder, published?: ReadonlyMap<string, string>): boolean {
  const { texts } = folder;
  if (unreadIn(folder, 'rounds.yaml').length > 0) return true;
  if (!saysNothing(texts.get('rounds.yaml') ?? '')) return true;
  if (published) return published.has('rounds.yaml');
  return [...texts].some(
    ([path, text]) => path.endsWith('/index.mdx') && /^---\r?\n(?:.*\r?\n)*?round: *\S/.test(text),
  );
}

/** Reads one of these files, or says why it can't be read. */
function readFieldsFile<Schema extends z.ZodType>(
  folder: ContentFolder,
  path: string,
  schema: Schema,
): Pick<Reading<z.output<Schema>>, 'given' | 'value'> & { problems: readonly Problem[] } {
  const file = `${folder.name}/${path}`;
  const source = folder.texts.get(path);
  if (source === undefined) {
    // What is there and can't be read is told as such.
    const isThere = unreadIn(folder, path).length > 0;
    return { given: {}, problems: isThere ? [] : [problem('missing-file', { file }, {})] };
  }
  const conflicts = conflictProblems(source, file);
  if (conflicts.length > 0) return { given: {}, problems: conflicts };
  const { text, problems } = readCharacters(source, file);
  if (saysNothing(text)) {
    return { given: {}, problems: [...problems, problem('empty-file', { file, line: 1 }, {})] };
  }
  const reading = readYaml(text, schema, file);
  return { ...reading, problems: [...problems, ...reading.problems] };
}

/** An entry of a list as far as it can be read. */
function partOfEntry(entry: unknown) {
  const fields = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const { label } = fields;
  return {
    label: typeof label === 'string' ? label : '',
    synonyms: textsIn(fields['synonyms']),
    formerly: textsIn(fields['formerly']),
  };
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A person, whose portrait is a picture's name. */
const personFields = personSchema(() => z.string());

/** What the program's file names and is not there: addresses of its menu, and people. */
export function programProblems(
  program: Pick<Program, 'menu' | 'defaultAuthors' | 'kinds' | 'language'>,
  catalogue: ContentIndex,
  folder: ContentFolder,
): Problem[] {
  const lines = linesIn(folder, 'program.yaml');
  const place = (word: string) => placeOf(folder, 'program.yaml', lines, word);
  const menu = program.menu.flatMap(({ to }) => {
    if (to === '/' || linkTarget(to, undefined, catalogue)) return [];
    const suggestion = closestMatch(to, addressesOf(catalogue));
    return [brokenLink(place(to), to, catalogue, { suggestion })];
  });
  const ids = Object.keys(catalogue.people);
  const authors = program.defaultAuthors.flatMap((person) => {
    if (ids.includes(person) || !isRead(catalogue, 'people')) return [];
    const blanks = { field: 'defaultAuthors', person };
    return [
      problem('unknown-person', place(person), blanks, { suggestion: closestMatch(person, ids) }),
    ];
  });
  return [...menu, ...authors, ...kindProblems(program, catalogue, folder)];
}

/** Kinds without a name in the site's language, and lists at the address of a page. */
function kindProblems(
  { kinds = {}, language }: Pick<Program, 'kinds' | 'language'>,
  { pages }: ContentIndex,
  folder: ContentFolder,
): Problem[] {
  const lines = linesIn(folder, 'program.yaml');
  const first = lines.findIndex((line) => line.startsWith('kinds:'));
  return Object.entries(kindsOf({ kinds })).flatMap(([kind, { path, labels }]): Problem[] => {
    const entry = lines.findIndex((line, at) => at > first && line.trim().startsWith(`${kind}:`));
    const place = placeOf(folder, 'program.yaml', lines, kind, Math.max(entry, 0));
    const tags = Object.keys(labels);
    const isNamed = isOurs(kind) || tags.some((tag) => areKin(tag, language));
    const taken = Object.hasOwn(pages, path) ? path : currentId(pages, path);
    return [
      ...(isNamed ? [] : [problem('kind-unnamed', place, { kind, language })]),
      ...(taken === undefined ? [] : [problem('kind-at-page', place, { kind, path, page: taken })]),
    ];
  });
}

/** Words that two tags claim: writers are led to the first of them. */
export function tagWordProblems(
  tags: Readonly<Record<string, Pick<Tag, 'label' | 'synonyms'>>>,
  folder: ContentFolder,
): Problem[] {
  const lines = linesIn(folder, 'tags.yaml');
  const starts = new Map(
    lines.map((line, index) => [line.split(':', 1)[0] ?? '', index] as const).toReversed(),
  );
  const owner = new Map(Object.keys(tags).map((id) => [normalize(id), id]));
  return Object.entries(tags).flatMap(([id, { label, synonyms }]) =>
    [label, ...synonyms].filter(Boolean).flatMap((word) => {
      const other = owner.get(normalize(word)) ?? id;
      owner.set(normalize(word), other);
      if (other === id) return [];
      const start = starts.get(id);
      return [
        problem('word-twice', placeOf(folder, 'tags.yaml', lines, word, start), { word, other }),
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
