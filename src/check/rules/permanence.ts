import { z } from 'zod';
import { type ContentFolder, unreadIn } from '../../core/content-files/folder.ts';
import type { ParseMdx } from '../../core/content-files/post-tree.ts';
import { type Place, type Problem, problem } from '../../core/content-files/problem.ts';
import { readYaml, saysNothing } from '../../core/content-files/yaml.ts';
import { momentOf } from '../../core/model/dates.ts';
import { permanentId } from '../../core/model/ids.ts';
import { kindsOf } from '../../core/model/kinds.ts';
import { type Program, programSchema } from '../../core/model/program.ts';
import { questionHeadings } from '../../core/model/questions.ts';
import { similarity } from '../../core/text/closest-match.ts';
import {
  type ContentIndex,
  currentId,
  isRead,
  isSurelyRead,
  type Known,
  knownPost,
} from '../content-index.ts';
import { type Document, fieldPlace, listField, readDocument, textField } from '../document.ts';

/** What is to be published, as the judge read it. */
export interface ReadFolder {
  /** The folder's name for reports. */
  name: string;
  texts: ReadonlyMap<string, string>;
  /** What is there and can't be read, as {@link ContentFolder} lists it. */
  links: ContentFolder['links'];
  unreadable?: ContentFolder['unreadable'];
  program: Program | undefined;
  prose: readonly Document[];
  catalogue: ContentIndex;
}

/**
 * What published content must not lose: addresses, questions and their numbers, responses, and the
 * ids by which feeds and responses know a post.
 *
 * @param before the texts that are published and differ from today's: path in the folder → text
 * @param after what is to be published
 * @param now the check's moment: what was not out by then may still change
 */
export function permanenceProblems(
  before: ReadonlyMap<string, string>,
  after: ReadFolder,
  now: Date,
  parse: ParseMdx,
): Problem[] {
  const told = [...before].map(([path, text]) => ({
    room: path.split('/', 1)[0] ?? '',
    problems: lostProblems(path, text, after, now, parse),
  }));
  const lost = told.filter(({ problems }) => problems.length > 0).map(({ room }) => room);
  const emptied = new Set(
    lost.filter((room, index) => lost.indexOf(room) < index && isEmptied(room, after)),
  );
  return [
    // Where a folder with several things in it is gone, that says it for all of them.
    ...[...emptied].map((room) => problem('missing-folder', place(after, room), {})),
    ...told.flatMap(({ room, problems }) => (emptied.has(room) ? [] : problems)),
  ];
}

/** Whether nothing is left of a folder of texts. */
function isEmptied(room: string, { catalogue }: ReadFolder): boolean {
  if (room !== 'posts' && room !== 'pages' && room !== 'people') return false;
  return isRead(catalogue, room) && Object.keys(catalogue[room]).length === 0;
}

/** What is lost of a file that was published. */
function lostProblems(
  path: string,
  text: string,
  after: ReadFolder,
  now: Date,
  parse: ParseMdx,
): Problem[] {
  const { catalogue } = after;
  const [room = '', id = '', file] = path.replace(/\.(mdx|yaml)$/, '').split('/');
  if (path === 'program.yaml')
    return [...authorityProblems(text, after), ...lostKinds(text, after)];
  if (path === 'tags.yaml') return listedProblems(text, 'tag', 'tags', path, after);
  if (path === 'rounds.yaml') return listedProblems(text, 'round', 'rounds', path, after);
  if (room === 'people' && !file) {
    const was = { id, formerly: givenList(givenIn(text)['formerly']) };
    return goneProblems('person', was, 'people', catalogue, place(after, path));
  }
  if (room === 'pages' && !file) {
    const was = readBefore('pages', id, path, text, after, parse);
    const known = { id, formerly: listField(was, 'formerly') };
    return goneProblems('page', known, 'pages', catalogue, place(after, path));
  }
  if (room !== 'posts') return [];
  if (file === 'index')
    return postProblems(readBefore('posts', id, path, text, after, parse), after, now);
  return file === 'responses' ? lostResponses(text, id, after) : [];
}

function place(after: ReadFolder, path: string): Place {
  return { file: `${after.name}/${path}` };
}

function readBefore(
  room: Document['room'],
  id: string,
  path: string,
  source: string,
  after: ReadFolder,
  parse: ParseMdx,
): Document {
  const file = `${after.name}/${path}`;
  const headings = questionHeadings(after.catalogue.program);
  return readDocument({ room, id, file, source, beside: new Map() }, parse, headings);
}

function givenIn(yaml: string): Readonly<Record<string, unknown>> {
  return readYaml(yaml, z.unknown(), '').given;
}

function givenList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function authorityProblems(text: string, after: ReadFolder): Problem[] {
  const before = givenIn(text)['feedAuthority'] as { domain?: unknown; year?: unknown } | undefined;
  const now = after.program?.feedAuthority;
  if (!before || !now || (before.domain === now.domain && before.year === now.year)) return [];
  const source = after.texts.get('program.yaml') ?? '';
  const line = source.split('\n').findIndex((one) => one.startsWith('feedAuthority')) + 1;
  const was = `domain: ${before.domain}, year: ${before.year}`;
  return [problem('feed-authority', { ...place(after, 'program.yaml'), line }, { before: was })];
}

/** The lists of kinds stay where they are, and with them the ids of their feeds. */
function lostKinds(text: string, after: ReadFolder): Problem[] {
  if (!after.program) return [];
  const was = programSchema.shape.kinds.safeParse(givenIn(text)['kinds']);
  if (!was.success) return [];
  const now = Object.entries(kindsOf(after.program));
  const source = after.texts.get('program.yaml') ?? '';
  const line = source.split('\n').findIndex((one) => one.startsWith('kinds:')) + 1;
  const where = { ...place(after, 'program.yaml'), ...(line > 0 ? { line } : {}) };
  return Object.entries(kindsOf({ kinds: was.data })).flatMap(([kind, { path }]) => {
    const [id] = now.find(([, other]) => other.path === path) ?? [];
    if (id === undefined) return [problem('kind-gone', where, { kind, path })];
    return id === kind ? [] : [problem('kind-renamed', where, { kind, now: id })];
  });
}

function listedProblems(
  text: string,
  thing: string,
  part: 'tags' | 'rounds',
  path: string,
  after: ReadFolder,
): Problem[] {
  return Object.entries(givenIn(text)).flatMap(([id, fields]) => {
    const formerly = givenList((fields as { formerly?: unknown } | null)?.formerly);
    return goneProblems(thing, { id, formerly }, part, after.catalogue, place(after, path));
  });
}

/**
 * A thing that was there must still be, by its id or as a former one; so must its former ids. While a
 * part of them can't be read, nobody knows what is gone.
 */
function goneProblems(
  thing: string,
  was: { id: string; formerly: readonly string[] },
  part: 'tags' | 'rounds' | 'people' | 'posts' | 'pages',
  catalogue: ContentIndex,
  where: Place,
): Problem[] {
  if (!isRead(catalogue, part)) return [];
  const known: Readonly<Record<string, Known>> = catalogue[part];
  const isKnown = (id: string) => Object.hasOwn(known, id) || currentId(known, id) !== undefined;
  if (!isKnown(was.id)) return [problem('address-gone', where, { thing, id: was.id })];
  return was.formerly
    .filter((id) => !isKnown(id))
    .map((id) => problem('former-address-gone', where, { thing, id }));
}

function postProblems(before: Document, after: ReadFolder, now: Date): Problem[] {
  const { catalogue } = after;
  const from = knownPost(before, catalogue.program).from;
  if (!from || new Date(from) > now) return [];
  const was = { id: before.id, formerly: listField(before, 'formerly') };
  const today = Object.hasOwn(catalogue.posts, was.id)
    ? was.id
    : currentId(catalogue.posts, was.id);
  const post = after.prose.find(({ room, id }) => room === 'posts' && id === today);
  if (!post) return goneProblems('post', was, 'posts', catalogue, { file: before.file });
  return [
    ...goneProblems('post', was, 'posts', catalogue, fieldPlace(post, 'formerly')),
    ...(isSurelyRead(post) ? identityProblems(before, post) : []),
    ...releaseProblems(before, post, catalogue, now),
    ...(textField(post, 'withdrawn') ? [] : lostQuestions(before, post)),
  ];
}

function identityProblems(before: Document, post: Document): Problem[] {
  const was = permanentId({ id: before.id, formerly: listField(before, 'formerly') });
  const is = permanentId({ id: post.id, formerly: listField(post, 'formerly') });
  const guid = textField(before, 'guid') ?? '';
  return [
    ...(was === is ? [] : [problem('permanent-id', fieldPlace(post, 'formerly'), { id: was })]),
    ...(guid === (textField(post, 'guid') ?? '')
      ? []
      : [problem('guid-changed', fieldPlace(post, 'guid'), { guid: guid || 'none' })]),
  ];
}

function releaseProblems(
  before: Document,
  post: Document,
  catalogue: ContentIndex,
  now: Date,
): Problem[] {
  const from = catalogue.posts[post.id]?.from;
  const isDraft = post.given['draft'] === true;
  if (isDraft) return [problem('unpublished', fieldPlace(post, 'draft'), {})];
  if (!from) return [];
  if (new Date(from) > now) return [problem('unpublished', fieldPlace(post, 'date'), {})];
  const [was = '', is = ''] = [textField(before, 'date'), textField(post, 'date')];
  const { timeZone } = catalogue.program;
  if (momentOf(was, timeZone).getTime() === momentOf(is, timeZone).getTime()) return [];
  return [problem('date-changed', fieldPlace(post, 'date', is), { before: was, after: is })];
}

/** Above this the words of a question are corrected; below it they are another question's. */
const SAME_QUESTION = 0.5;

function lostQuestions(before: Document, post: Document): Problem[] {
  const were = (before.questions ?? []).map(({ text }) => text);
  const are = post.questions;
  if (!are) return [];
  let hasMoved = false;
  return were.flatMap((question, index): Problem[] => {
    const number = index + 1;
    const here = are[index];
    const now = are.findIndex(({ text }) => similarity(text, question) > 0.9);
    if (now === index || (here && now < 0 && similarity(here.text, question) >= SAME_QUESTION))
      return [];
    if (now < 0) {
      const line = here?.line ?? are.at(-1)?.line;
      return [problem('question-gone', { file: post.file, line }, { number, question })];
    }
    // What moves one question moves those after it: telling it once is enough.
    if (hasMoved) return [];
    hasMoved = true;
    const { line } = are[now] ?? {};
    return [
      problem('question-moved', { file: post.file, line }, { number, question, now: now + 1 }),
    ];
  });
}

function lostResponses(text: string, post: string, after: ReadFolder): Problem[] {
  const today = Object.hasOwn(after.catalogue.posts, post)
    ? post
    : currentId(after.catalogue.posts, post);
  if (!today) return [];
  const path = `posts/${today}/responses.yaml`;
  if (unreadIn(after, path).length > 0) return [];
  const now = after.texts.get(path);
  const found = now === undefined ? [] : responsesIn(now);
  if (!found) return [];
  const still = new Set(found.map(({ id }) => id));
  return (responsesIn(text) ?? [])
    .filter(({ id, state }) => !still.has(id) && (state ?? 'published') === 'published')
    .map(({ id }) => problem('response-gone', place(after, path), { id }));
}

/** The responses that a file holds; nothing if it can't be read. */
function responsesIn(text: string): { id: string; state?: unknown }[] | undefined {
  if (saysNothing(text)) return [];
  return readYaml(text, z.array(z.looseObject({ id: z.string() })), '').value;
}
