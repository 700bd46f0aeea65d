import { z } from 'zod';
import type { ContentFolder } from './content-folder.ts';
import { dayIn, isDate, momentOf } from './dates.ts';
import {
  type Catalogue,
  catalogueOf,
  type Known,
  type KnownWord,
  knownPost,
  knownProgram,
} from './judge/catalogue.ts';
import { fileProblems } from './judge/file-names.ts';
import { headingProblems } from './judge/headings.ts';
import { linkProblems } from './judge/links.ts';
import { type Memory, noMemory, rememberedProse } from './judge/memory.ts';
import { otherProgramsSlips } from './judge/other-programs.ts';
import { permanenceProblems } from './judge/permanence.ts';
import { besideIn, withPictureBeside } from './judge/picture-files.ts';
import { pictureProblems, placeTakenProblems, portraitProblems } from './judge/pictures.ts';
import { idProblems, postFieldProblems } from './judge/post-fields.ts';
import { programProblems, wordProblems } from './judge/program-files.ts';
import {
  fieldPlace,
  listField,
  type Prose,
  type ProseSource,
  readProse,
  textField,
} from './judge/prose.ts';
import { referenceProblems } from './judge/references.ts';
import {
  copiedFieldProblems,
  sharedAddressProblems,
  sharedIdProblems,
  takenIdProblems,
} from './judge/shared-ids.ts';
import { textSlips } from './judge/text-slips.ts';
import { readLetters } from './letters.ts';
import { personSchema } from './person.ts';
import type { ParseMdx } from './post-file.ts';
import { broken, type Problem, sortedProblems } from './problem.ts';
import { programSchema, questionHeadings } from './program.ts';
import {
  addressProblems,
  aheadProblems,
  earlyProblems,
  readResponsesFile,
} from './response-file.ts';
import { roundsSchema } from './round.ts';
import { tagsSchema } from './tag.ts';
import { readYaml } from './yaml-file.ts';

/** What is known of the world around a content folder. */
export interface Circumstances {
  /** The moment that counts as now: what was not out by then may still change. */
  now: Date;
  /** The texts that are published and differ from the folder's: path in the folder → text. */
  published?: ReadonlyMap<string, string> | undefined;
}

/** What a content folder holds, and everything that is wrong with it. */
export interface Judgement {
  problems: Problem[];
  /** Every post of the folder, read as far as it can be. */
  posts: Prose[];
  /** What texts may name and link to. */
  catalogue: Catalogue;
}

/**
 * Judges all content at once, without building and without the disk.
 *
 * @param folder the content as data
 * @param parse the MDX parser, which leaves JSX as syntax
 * @param around the moment, and what it must not take from readers, where that is known
 * @param memory what earlier judgements by the same code and parser found out
 * @returns every problem, in the order of files and lines, and what could be read
 */
export function judgeContent(
  folder: ContentFolder,
  parse: ParseMdx,
  around?: Circumstances,
  memory = noMemory,
): Judgement {
  const vocabulary = readVocabulary(folder);
  const headings = questionHeadings(vocabulary.known);
  const sources = [...proseIn(folder, 'posts'), ...proseIn(folder, 'pages')];
  const prose = sources.map((source) => rememberedProse(memory, source, parse, headings));
  const catalogue = catalogueOf({ ...vocabulary, program: vocabulary.known, prose });
  const amongThese = memory.within(catalogue);
  const posts = prose.filter(({ room }) => room === 'posts');
  const after = { ...folder, program: vocabulary.program, prose, catalogue };
  const problems = [
    ...(around?.published ? permanenceProblems(around.published, after, around.now, parse) : []),
    ...fileProblems(folder),
    ...placeTakenProblems(folder),
    ...vocabulary.problems,
    ...wordProblems(vocabulary.tags, folder),
    ...(vocabulary.program ? programProblems(vocabulary.program, catalogue, folder) : []),
    ...prose.flatMap((one) =>
      isPostAmongPages(one)
        ? [broken('misplaced-file', { file: one.file }, {}, { guess: `posts/${one.id}/index.mdx` })]
        : proseProblems(one, catalogue, amongThese),
    ),
    ...posts.flatMap((post) => responseProblems(post, folder, catalogue, around?.now, memory)),
    ...idsTwice(folder, prose, catalogue),
    ...sharedAddressProblems(posts),
    ...copiedFieldProblems(posts),
  ];
  return { problems: sortedProblems(problems), posts, catalogue };
}

/**
 * Judges one text on its own against the catalogue of the rest, as while it is being written.
 *
 * @param source the text, and what lies beside it
 * @param catalogue what it may name and link to; it need not be in it itself
 * @param parse an MDX parser, which leaves JSX as syntax
 * @param isNew whether it is to be a post beside those of the catalogue, and no one of them
 */
export function judgeText(
  source: ProseSource,
  catalogue: Catalogue,
  parse: ParseMdx,
  isNew = false,
): Problem[] {
  const prose = readProse(source, parse, questionHeadings(catalogue.program));
  const ids = isNew ? takenIdProblems(prose, catalogue.posts) : [];
  return sortedProblems([...idProblems(prose), ...ids, ...textProblems(prose, catalogue)]);
}

/**
 * What the change of a published post would take from readers, as while it is being written.
 *
 * @param source the post as it would be
 * @param before its file as it is published
 * @param now the moment that counts as now
 */
export function judgeChange(
  source: ProseSource,
  before: string,
  catalogue: Catalogue,
  parse: ParseMdx,
  now: Date,
): Problem[] {
  const post = readProse(source, parse, questionHeadings(catalogue.program));
  const posts = { ...catalogue.posts, [post.id]: knownPost(post, catalogue.program) };
  const after = { name: 'content', texts: new Map(), program: undefined, prose: [post] };
  const published = new Map([[`posts/${post.id}/index.mdx`, before]]);
  return permanenceProblems(
    published,
    { ...after, catalogue: { ...catalogue, posts } },
    now,
    parse,
  );
}

function isPostAmongPages({ room, given }: Prose): boolean {
  return room === 'pages' && 'kind' in given && 'date' in given;
}

/** What is wrong with a file of prose: with its name, its text, and that among the others. */
function proseProblems(one: Prose, catalogue: Catalogue, memory: Memory): readonly Problem[] {
  const judged = memory.recall([one.room, one.file, one.source, [...one.beside]], () => ({
    problems: [...idProblems(one), ...textProblems(one, catalogue)],
  }));
  return judged.problems;
}

/** What is wrong with a text by itself and among the others; what both find, the latter says better. */
function textProblems(prose: Prose, catalogue: Catalogue): Problem[] {
  const among = amongOthers(prose, catalogue);
  const isTold = ({ rule, line }: Problem) =>
    rule === 'field' &&
    among.some((other) => other.line === line && /^unknown-(post|page)$/.test(other.rule));
  const own = prose.problems.filter((problem) => !isTold(problem));
  return [...own.map((problem) => withPictureBeside(problem, prose)), ...among];
}

/** What is wrong with a text among the others. */
function amongOthers(prose: Prose, catalogue: Catalogue): Problem[] {
  const moment = prose.room === 'posts' ? knownPost(prose, catalogue.program).from : undefined;
  return [
    ...textSlips(prose),
    ...otherProgramsSlips(prose),
    ...referenceProblems(prose, catalogue),
    ...(prose.room === 'posts' ? postFieldProblems(prose, catalogue) : []),
    ...headingProblems(prose),
    ...pictureProblems(prose),
    ...linkProblems(prose, catalogue, moment),
  ];
}

const person = personSchema(() => z.string());

function readVocabulary(folder: ContentFolder) {
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
    const read = yaml(`people/${id}.yaml`, person);
    const source = folder.texts.get(`people/${id}.yaml`) ?? '';
    people[id] = { words: read ? [read.name] : [], formerly: read?.formerly ?? [] };
    problems.push(...idProblems({ id, file, room: 'pages' }));
    if (read?.portrait) {
      const place = fieldPlace({ file, source }, 'portrait');
      problems.push(...portraitProblems(read.portrait, place, folder));
    }
  }
  return { program, known, rounds, tags, people, problems };
}

/** The ids of a kind of file: `posts/<id>/index.mdx`, `people/<id>.yaml`. */
function idsIn(folder: ContentFolder, room: string, ending: string): string[] {
  return [...folder.texts.keys()]
    .filter((path) => path.startsWith(`${room}/`) && path.endsWith(ending))
    .map((path) => path.slice(room.length + 1, -ending.length))
    .filter((id) => !id.includes('/'))
    .sort();
}

function proseIn(folder: ContentFolder, room: 'posts' | 'pages'): ProseSource[] {
  const ending = room === 'posts' ? '/index.mdx' : '.mdx';
  return idsIn(folder, room, ending).map((id) => {
    const path = `${room}/${id}${ending}`;
    const source = folder.texts.get(path) ?? '';
    const beside = besideIn(folder, room === 'posts' ? `posts/${id}/` : 'pages/');
    return { room, id, source, beside, file: `${folder.name}/${path}` };
  });
}

function responseProblems(
  post: Prose,
  folder: ContentFolder,
  { program, people }: Catalogue,
  now: Date | undefined,
  memory: Memory,
): readonly Problem[] {
  const path = `posts/${post.id}/responses.yaml`;
  const source = folder.texts.get(path);
  if (source === undefined) return [];
  const file = `${folder.name}/${path}`;
  const count = post.questions?.length ?? Number.POSITIVE_INFINITY;
  const known = Object.keys(people);
  const date = textField(post, 'date');
  const judged = memory.recall(
    [file, source, `${count}`, known, now, date, program.timeZone],
    () => {
      const { text, problems } = readLetters(source, file);
      const read = readResponsesFile(text, file, count, new Set(known));
      const today = now && dayIn(now, program.timeZone);
      const ahead = today ? aheadProblems(read.responses, text, file, today, program.timeZone) : [];
      const day =
        date && isDate(date) ? dayIn(momentOf(date, program.timeZone), program.timeZone) : '';
      const isOut = today !== undefined && day <= today;
      const early = isOut ? earlyProblems(read.responses, text, file, day) : [];
      return {
        problems: [
          ...problems,
          ...read.problems,
          ...ahead,
          ...early,
          ...addressProblems(text, file),
        ],
      };
    },
  );
  return judged.problems;
}

function idsTwice(folder: ContentFolder, prose: readonly Prose[], catalogue: Catalogue): Problem[] {
  const texts = (room: Prose['room']) =>
    prose
      .filter((one) => one.room === room)
      .map((one) => ({
        id: one.id,
        formerly: listField(one, 'formerly'),
        place: (former: string) => fieldPlace(one, 'formerly', former),
      }));
  const things = (known: Readonly<Record<string, Known>>, path: (id: string) => string) =>
    Object.entries(known).map(([id, { formerly }]) => ({
      id,
      formerly,
      place: (former: string) => {
        const file = `${folder.name}/${path(id)}`;
        const source = folder.texts.get(path(id)) ?? '';
        const line = source.split('\n').findIndex((one) => one.includes(former)) + 1;
        return { file, line: line || undefined };
      },
    }));
  return [
    texts('posts'),
    texts('pages'),
    things(catalogue.tags, () => 'tags.yaml'),
    things(catalogue.rounds, () => 'rounds.yaml'),
    things(catalogue.people, (id) => `people/${id}.yaml`),
  ].flatMap(sharedIdProblems);
}
