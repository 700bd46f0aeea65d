import type { ContentFolder } from '../core/content-files/folder.ts';
import type { ParseMdx } from '../core/content-files/post-tree.ts';
import { type Problem, problem, sortedProblems } from '../core/content-files/problem.ts';
import { RULES } from '../core/content-files/rule-messages.ts';
import { questionHeadings } from '../core/model/questions.ts';
import { snapshotProblems } from '../responses/snapshot.ts';
import { type CheckCache, cachedDocument, noCache } from './cache.ts';
import { type ContentIndex, contentIndex, knownPost } from './content-index.ts';
import {
  type Document,
  type DocumentSource,
  documentsIn,
  listField,
  readDocument,
} from './document.ts';
import { blankProblems } from './rules/blanks.ts';
import { contactProblems } from './rules/contact-details.ts';
import {
  copiedFieldProblems,
  duplicateAddressProblems,
  duplicateIdProblems,
  takenIdProblems,
} from './rules/duplicate-ids.ts';
import { exampleProblems } from './rules/examples.ts';
import { fileProblems, idProblems, UNREADABLE } from './rules/file-names.ts';
import { foreignMarkProblems } from './rules/foreign-marks.ts';
import { foreignSyntaxProblems } from './rules/foreign-syntax.ts';
import { headingProblems } from './rules/headings.ts';
import { withImageBeside } from './rules/image-files.ts';
import { gpsProblems, imageProblems } from './rules/images.ts';
import { languageProblems } from './rules/languages.ts';
import { linkProblems } from './rules/links.ts';
import { markdownMistakes } from './rules/markdown-mistakes.ts';
import { permanenceProblems } from './rules/permanence.ts';
import { pastDateProblems, postFieldProblems } from './rules/post-fields.ts';
import { programProblems, readProgramFiles, tagWordProblems } from './rules/program-files.ts';
import { questionProblems } from './rules/questions.ts';
import { referenceProblems } from './rules/references.ts';
import { responseProblems } from './rules/responses.ts';

/** What is known of the world around a content folder. */
export interface CheckContext {
  /** The moment that counts as now: what was not out by then may still change. */
  now: Date;
  /** The paths in the folder of what is not published yet, where that is known. */
  added?: ReadonlySet<string> | undefined;
  /** The texts that are published and differ from the folder's: path in the folder → text. */
  published?: ReadonlyMap<string, string> | undefined;
  /** The texts of `program.yaml` of programs that are kept as examples. */
  examples?: readonly string[] | undefined;
}

/** What a content folder holds, and everything that is wrong with it. */
export interface CheckedContent {
  problems: Problem[];
  /** Those of them that keep a file from being loaded at all, not even to be looked at. */
  unloadable: Problem[];
  /** Every post of the folder, read as far as it can be. */
  posts: Document[];
  /** What texts may name and link to. */
  catalogue: ContentIndex;
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
export function checkContent(
  folder: ContentFolder,
  parse: ParseMdx,
  around?: CheckContext,
  memory = noCache,
): CheckedContent {
  const files = readProgramFiles(folder, around?.published);
  const languages = languageProblems(folder);
  const headings = questionHeadings(files.known);
  const sources = [...documentsIn(folder, 'posts'), ...documentsIn(folder, 'pages')];
  const prose = sources.map((source) => cachedDocument(memory, source, parse, headings));
  const noPeople = noPeopleProblems(folder, files, prose);
  const unread = noPeople.length > 0 ? [...files.unread, 'people' as const] : files.unread;
  const catalogue = contentIndex({ ...files, program: files.known, prose, unread });
  const amongThese = memory.within(catalogue);
  const posts = prose.filter(({ room }) => room === 'posts');
  const after = { ...folder, program: files.program, prose, catalogue };
  const responses = posts.flatMap((post) =>
    responseProblems(post, folder, catalogue, around?.now, memory),
  );
  const snapshot = folder.snapshot ? snapshotProblems(folder.snapshot, files.program?.giscus) : [];
  const problems = [
    ...(around?.published ? permanenceProblems(around.published, after, around.now, parse) : []),
    ...fileProblems(folder),
    ...noPeople,
    ...gpsProblems(folder),
    ...files.problems,
    ...tagWordProblems(files.tags, folder),
    ...languages,
    ...(files.program ? programProblems(files.program, catalogue, folder) : []),
    ...(files.program && around?.examples
      ? exampleProblems(
          files.program,
          around.examples,
          `${folder.name}/program.yaml`,
          folder.texts.get('program.yaml') ?? '',
        )
      : []),
    ...prose.flatMap((one) =>
      isPostAmongPages(one)
        ? [
            problem(
              'misplaced-file',
              { file: one.file },
              {},
              { suggestion: `posts/${one.id}/index.mdx` },
            ),
          ]
        : proseProblems(one, catalogue, amongThese),
    ),
    ...responses,
    ...posts
      .filter(({ id }) => around?.added?.has(`posts/${id}/index.mdx`))
      .flatMap((post) => pastDateProblems(post, catalogue, around?.now)),
    ...duplicateIdProblems(folder, prose, catalogue),
    ...duplicateAddressProblems(posts),
    ...snapshot,
    ...copiedFieldProblems(posts, catalogue),
  ];
  const unloadable = [
    ...fileProblems(folder).filter(({ rule }) => UNREAD.has(rule)),
    ...files.problems,
    ...prose.flatMap((one) => one.problems),
    ...problems.filter(({ rule }) => rule === 'unknown-kind'),
    ...responses.filter(({ rule }) => UNREAD.has(rule)),
    ...snapshot,
  ].filter(({ severity }) => severity === 'error');
  return {
    problems: sortedProblems(problems),
    unloadable: sortedProblems(unloadable),
    posts,
    catalogue,
  };
}

/**
 * Judges one text on its own against the catalogue of the rest, as while it is being written.
 *
 * @param source the text, and what lies beside it
 * @param catalogue what it may name and link to; it need not be in it itself
 * @param parse an MDX parser, which leaves JSX as syntax
 * @param isNew whether it is to be a post beside those of the catalogue, and no one of them
 * @param now the moment that counts as now, where a new post is judged by it
 */
export function checkText(
  source: DocumentSource,
  catalogue: ContentIndex,
  parse: ParseMdx,
  isNew = false,
  now?: Date,
): Problem[] {
  const prose = readDocument(source, parse, questionHeadings(catalogue.program));
  const ids = isNew ? takenIdProblems(prose, catalogue.posts) : [];
  const past = isNew ? pastDateProblems(prose, catalogue, now) : [];
  return sortedProblems([...idProblems(prose), ...ids, ...past, ...textProblems(prose, catalogue)]);
}

/**
 * What the change of a published post would take from readers, as while it is being written.
 *
 * @param source the post as it would be
 * @param before its file as it is published
 * @param now the moment that counts as now
 */
export function checkChange(
  source: DocumentSource,
  before: string,
  catalogue: ContentIndex,
  parse: ParseMdx,
  now: Date,
): Problem[] {
  const post = readDocument(source, parse, questionHeadings(catalogue.program));
  const posts = { ...catalogue.posts, [post.id]: knownPost(post, catalogue.program) };
  const after = {
    ...{ name: 'content', texts: new Map(), links: [], program: undefined, prose: [post] },
  };
  const published = new Map([[`posts/${post.id}/index.mdx`, before]]);
  return permanenceProblems(
    published,
    { ...after, catalogue: { ...catalogue, posts } },
    now,
    parse,
  );
}

/** The rules that are broken by a file which can't be read, be it by the computer or as YAML. */
const UNREAD: ReadonlySet<string> = new Set([
  ...Object.values(UNREADABLE),
  ...Object.keys(RULES).filter((rule) => rule.startsWith('yaml')),
  ...['encoding', 'merge-conflict', 'unknown-key', 'missing-field', 'field'],
]);

/** That posts name their authors, and there is nobody to be found: told once, and not for each. */
function noPeopleProblems(
  { name }: ContentFolder,
  { people, unread }: ReturnType<typeof readProgramFiles>,
  prose: readonly Document[],
): Problem[] {
  const isNamed = prose.some((one) => listField(one, 'authors').length > 0);
  if (!isNamed || Object.keys(people).length > 0 || unread.includes('people')) return [];
  return [problem('missing-folder', { file: `${name}/people` }, {})];
}

function isPostAmongPages({ room, given }: Document): boolean {
  return room === 'pages' && 'kind' in given && 'date' in given;
}

/** What is wrong with a file of prose: with its name, its text, and that among the others. */
function proseProblems(
  one: Document,
  catalogue: ContentIndex,
  memory: CheckCache,
): readonly Problem[] {
  const judged = memory.recall([one.room, one.file, one.source, [...one.beside]], () => ({
    problems: [...idProblems(one), ...textProblems(one, catalogue)],
  }));
  return judged.problems;
}

/** What is wrong with a text by itself and among the others; what both find, the latter says better. */
function textProblems(prose: Document, catalogue: ContentIndex): Problem[] {
  if (prose.problems.some(({ rule }) => rule === 'merge-conflict')) return [...prose.problems];
  const among = amongOthers(prose, catalogue);
  const isTold = ({ rule, line }: Problem) =>
    rule === 'field' &&
    among.some((other) => other.line === line && /^unknown-(post|page)$/.test(other.rule));
  const own = prose.problems.filter((problem) => !isTold(problem));
  return [...own.map((problem) => withImageBeside(problem, prose)), ...among];
}

/** What is wrong with a text among the others. */
function amongOthers(prose: Document, catalogue: ContentIndex): Problem[] {
  const moment = prose.room === 'posts' ? knownPost(prose, catalogue.program).from : undefined;
  return [
    ...markdownMistakes(prose),
    ...foreignSyntaxProblems(prose),
    ...foreignMarkProblems(prose),
    ...blankProblems(prose),
    ...contactProblems(prose, catalogue),
    ...referenceProblems(prose, catalogue),
    ...(prose.room === 'posts' ? questionProblems(prose, catalogue) : []),
    ...(prose.room === 'posts' ? postFieldProblems(prose, catalogue) : []),
    ...headingProblems(prose),
    ...imageProblems(prose),
    ...linkProblems(prose, catalogue, moment),
  ];
}
