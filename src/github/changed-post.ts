import { z } from 'zod';
import type { ContentIndex } from '../check/content-index.ts';
import { type Document, listField, readDocument, textField } from '../check/document.ts';
import { FRONT_MATTER } from '../core/content-files/front-matter.ts';
import { readYaml } from '../core/content-files/yaml.ts';
import { date } from '../core/model/fields.ts';
import { postIdSchema } from '../core/model/ids.ts';
import { asksQuestions, kindNamed } from '../core/model/kinds.ts';
import { questionHeadings } from '../core/model/questions.ts';
import type { ChangedFile, ChangedThing } from './changed-content.ts';
import { type ChangedPassage, changedWords } from './changed-words.ts';
import { fieldPassages, idNow, type Judged, short } from './judged-content.ts';
import type { ChangedPost } from './pull-request-report.ts';
import { leavesOf } from './yaml-leaves.ts';

/** What becomes of a post whose files change; nothing where the folder is that of no post. */
export function changedPost(thing: ChangedThing, judged: Judged): ChangedPost | undefined {
  const { room, files } = thing;
  const id = thing.id ?? thing.formerId ?? '';
  if (room !== 'posts' || !postIdSchema.safeParse(id).success) return undefined;
  if (!files.some(({ path }) => IN_POST.test(path))) return undefined;
  const now = thing.id === undefined ? undefined : judged.posts.find((one) => one.id === id);
  const before = postBefore(thing, now, judged);
  const post = now ?? before;
  if (!post) return undefined;
  const language = textField(post, 'lang') ?? judged.catalogue.program.language;
  const leadsTo = now ? undefined : idNow(judged, 'posts', id);
  const [lists, were] = [listsOf(post, judged), before ? listsOf(before, judged) : []];
  const withdrawn = textField(post, 'withdrawn');
  const correction = textField(post, 'correction');
  const words = before && now ? changedTexts(before, now, files, language) : [];
  return {
    id,
    title: short(textField(post, 'title') ?? id, 300),
    isDeleted: !now,
    ...dayOf(post, 'date'),
    isDraft: isDraft(post),
    ...(now && withdrawn ? { withdrawn: short(withdrawn, 500) } : {}),
    summary: short(textField(post, 'summary') ?? '', 300),
    // Where something cannot be read, characters of the text are masked.
    questions: (post.isSound ? (post.questions ?? []) : [])
      .slice(0, 50)
      .map((question) => short(question.text, 300)),
    lists: lists.slice(0, 50),
    joins: before ? lists.filter((list) => !were.includes(list)).slice(0, 50) : [],
    leaves: before ? were.filter((list) => !lists.includes(list)).slice(0, 50) : [],
    isFirst: opensHome(post, judged),
    newer: newerPosts(post, judged),
    ...dayOf(post, 'updated'),
    ...(correction ? { correction: short(correction, 500) } : {}),
    ...translated(post, language, judged),
    ...(leadsTo ? { leadsTo } : {}),
    ...(before ? { before: stateBefore(before) } : {}),
    isFileChanged: files.some(({ path }) => path.endsWith('/index.mdx')),
    isTextChanged: words.some(({ of }) => of === 'Text' || Object.values(FIELDS).includes(of)),
    pictures: counted(
      files.filter(({ path }) => IN_POST.test(path) && !/\.(mdx|yaml)$/.test(path)),
    ),
    responses: changedResponses(files),
    words,
  };
}

/** What a post is made of. */
const IN_POST = /\/(?:index\.mdx|responses\.yaml|[^/]+\.(?:jpe?g|png|webp|gif|avif|svg))$/i;

/** The post as it is published; where only what lies beside it changes, as it stands. */
function postBefore(
  { formerId, id, files }: ChangedThing,
  now: Document | undefined,
  { catalogue, parse }: Judged,
): Document | undefined {
  if (formerId === undefined || !postIdSchema.safeParse(formerId).success) return undefined;
  const main = files.find(({ path }) => path.endsWith('/index.mdx'));
  if (main?.before === undefined) return id === undefined ? undefined : now;
  const file = `posts/${formerId}/index.mdx`;
  const source = { room: 'posts' as const, id: formerId, file, source: main.before };
  const headings = questionHeadings(catalogue.program);
  return readDocument({ ...source, beside: new Map() }, parse, headings);
}

function stateBefore(post: Document): NonNullable<ChangedPost['before']> {
  return {
    id: post.id,
    ...dayOf(post, 'date'),
    isDraft: isDraft(post),
    isWithdrawn: textField(post, 'withdrawn') !== undefined,
    ...dayOf(post, 'updated'),
  };
}

function isDraft(post: Document): boolean {
  return post.given['draft'] === true;
}

function dayOf<Field extends 'date' | 'updated'>(
  post: Document,
  field: Field,
): { [Key in Field]?: string } {
  const day = date.safeParse(textField(post, field));
  return day.success ? ({ [field]: day.data } as { [Key in Field]?: string }) : {};
}

/** The lists beside that of all posts, by their names for readers. */
function listsOf(post: Document, judged: Judged): string[] {
  const { catalogue } = judged;
  const name = (part: 'tags' | 'rounds' | 'people', id: string) => {
    const known: ContentIndex['tags'] = catalogue[part];
    const today = Object.hasOwn(known, id) ? id : (idNow(judged, part, id) ?? id);
    return short((Object.hasOwn(known, today) && known[today]?.words[0]) || id, 100);
  };
  const kind = kindNamed(catalogue.program, textField(post, 'kind'));
  const labels = kind && (kind.labels[catalogue.program.language] ?? Object.values(kind.labels)[0]);
  const round = textField(post, 'round');
  return [
    ...(kind ? [short(labels?.many ?? kind.path, 100)] : []),
    ...(round ? [name('rounds', round)] : []),
    ...listField(post, 'tags').map((id) => name('tags', id)),
    ...listField(post, 'authors').map((id) => name('people', id)),
  ];
}

/** Whether no newer discussion that is open is published with it or later. */
function opensHome(post: Document, { posts, catalogue }: Judged): boolean {
  const isOpen = (one: Document) =>
    asksQuestions(catalogue.program, one.given['kind']) &&
    one.given['responses'] !== 'closed' &&
    !textField(one, 'withdrawn') &&
    !textField(one, 'translationOf');
  const from = (one: Document) => Date.parse(catalogue.posts[one.id]?.from ?? '');
  return isOpen(post) && !posts.some((one) => isOpen(one) && from(one) > from(post));
}

function newerPosts(post: Document, { posts, catalogue }: Judged): number {
  const from = (one: Document) => Date.parse(catalogue.posts[one.id]?.from ?? '');
  return posts.filter((one) => from(one) > from(post)).length;
}

function translated(
  post: Document,
  language: string,
  { posts }: Judged,
): Pick<ChangedPost, 'translates'> {
  const id = textField(post, 'translationOf');
  if (!id) return {};
  const original = posts.find((one) => one.id === id);
  const title = short((original && textField(original, 'title')) ?? id, 300);
  return { translates: { title, language: short(languageName(language), 100) } };
}

/** A language's English name; its code, where it has none. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function counted(files: readonly ChangedFile[]): ChangedPost['pictures'] {
  const of = (change: ChangedFile['change']) => files.filter((file) => file.change === change);
  return { new: of('new').length, changed: of('changed').length, gone: of('gone').length };
}

/** What is told by itself, and not as a changed field. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  ...['draft', 'formerly', 'withdrawn', 'updated', 'correction'],
  ...['kind', 'round', 'tags', 'authors'],
]);

/** What readers, or who writes, call a field. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'Title',
  summary: 'Summary',
  'cover.image': 'Picture at the top, its file',
  'cover.alt': 'Picture at the top, in words',
  'cover.caption': 'Words below the picture at the top',
};

function changedTexts(
  before: Document,
  now: Document,
  files: readonly ChangedFile[],
  language: string,
): ChangedPassage[] {
  if (before === now) return responsePassages(files);
  const fields = fieldPassages(
    ...([leavesOf(before.given), leavesOf(now.given)] as const),
    (field) => (TOLD_ELSEWHERE.has(field) ? undefined : (FIELDS[field] ?? field)),
    language,
  );
  const text = changedWords(bodyOf(before), bodyOf(now), language);
  return [...fields, ...text.map((runs) => ({ of: 'Text', runs })), ...responsePassages(files)];
}

function bodyOf({ source }: Document): string {
  return source.replace(/^\ufeff/, '').replace(FRONT_MATTER, '');
}

const responseSchema = z.looseObject({
  id: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  state: z.string().optional(),
  author: z.looseObject({ name: z.string().optional() }).optional(),
});

/** The responses of a post before and after, by their ids. */
function responsesIn(files: readonly ChangedFile[]) {
  const file = files.find(({ path }) => path.endsWith('/responses.yaml'));
  const read = (text = '') => {
    const { value } = readYaml(text, z.array(responseSchema), '', 1, 10_000_000);
    return new Map((value ?? []).map((response) => [response.id, response]));
  };
  return { were: read(file?.before), are: read(file?.after) };
}

function changedResponses(files: readonly ChangedFile[]): ChangedPost['responses'] {
  const { were, are } = responsesIn(files);
  const isShown = ({ state = 'published' }: z.output<typeof responseSchema>) =>
    state === 'published';
  const come = [...are.values()].filter((one) => isShown(one) && !shown(were.get(one.id)));
  const gone = [...were.values()].filter((one) => isShown(one) && !shown(are.get(one.id)));
  const changed = [...are.values()].filter((one) => {
    const old = were.get(one.id);
    return isShown(one) && shown(old) && JSON.stringify(old) !== JSON.stringify(one);
  });
  return {
    new: come.slice(0, 50).map(({ author, id }) => short(author?.name ?? id, 300)),
    ...{ changed: changed.length, gone: gone.length },
  };
}

function shown(response: z.output<typeof responseSchema> | undefined): boolean {
  return response !== undefined && (response.state ?? 'published') === 'published';
}

function responsePassages(files: readonly ChangedFile[]): ChangedPassage[] {
  const { were, are } = responsesIn(files);
  return [...are.values()].flatMap(({ id, text, html, author }) => {
    const old = were.get(id);
    if (!old) return [];
    const of = short(`Response by ${author?.name ?? id}`, 100);
    const [was, is] = [old.text ?? old.html ?? '', text ?? html ?? ''];
    return changedWords(was, is).map((runs) => ({ of, runs }));
  });
}
