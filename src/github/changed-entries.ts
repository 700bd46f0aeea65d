import { listField } from '../check/document.ts';
import { FRONT_MATTER } from '../core/content-files/front-matter.ts';
import type { ChangedFile, ChangedThing } from './changed-content.ts';
import { languageName } from './changed-post.ts';
import { changedWords } from './changed-words.ts';
import { changedFields, fieldPassages, idNow, type Judged, short } from './judged-content.ts';
import type { ChangedEntry } from './pull-request-report.ts';
import { yamlLeaves } from './yaml-leaves.ts';

type Leaves = ReadonlyMap<string, string>;

/** What changes in pages, tags, rounds, languages and the program's settings. */
export function changedEntries(
  files: readonly ChangedFile[],
  things: readonly ChangedThing[],
  judged: Judged,
): ChangedEntry[] {
  const file = (path: string) => files.filter((one) => one.path === path);
  return [
    ...things.flatMap((thing) => pageEntry(thing, judged) ?? []),
    ...file('tags.yaml').flatMap((one) => listedEntries('tag', one, judged)),
    ...file('rounds.yaml').flatMap((one) => listedEntries('round', one, judged)),
    ...file('program.yaml').flatMap((one) => wholeFile('program', 'program', one) ?? []),
    ...files.flatMap((one) => {
      const tag = /^languages\/([A-Za-z0-9-]+)\.yaml$/.exec(one.path)?.[1];
      return (tag && wholeFile('language', tag, one)) || [];
    }),
  ];
}

/** What becomes of a person. */
export function personEntry(thing: ChangedThing, judged: Judged): ChangedEntry | undefined {
  const file = thing.files.find(({ path }) => path.startsWith('people/'));
  if (thing.room !== 'people' || !file) return undefined;
  const [were, are] = [yamlLeaves(file.before ?? ''), yamlLeaves(file.after ?? '')];
  const title = are?.get('name') ?? were?.get('name');
  const posts = judged.posts.filter((one) => listField(one, 'authors').includes(thing.id ?? ''));
  return entryOf('person', thing, { were, are, title, posts: posts.length }, judged);
}

function pageEntry(thing: ChangedThing, judged: Judged): ChangedEntry | undefined {
  const file = thing.files.find(({ path }) => path.startsWith('pages/'));
  if (thing.room !== 'pages' || !file) return undefined;
  const [were, are] = [frontLeaves(file.before), frontLeaves(file.after)];
  const title = are?.get('title') ?? were?.get('title');
  const entry = entryOf('page', thing, { were, are, title, posts: 0 }, judged);
  if (!entry || file.before === undefined || file.after === undefined) return entry;
  const language = are?.get('lang') ?? judged.catalogue.program.language;
  const text = changedWords(bodyOf(file.before), bodyOf(file.after), language);
  return { ...entry, words: [...entry.words, ...text.map((runs) => ({ of: 'Text', runs }))] };
}

const ROOMS = { page: 'pages', person: 'people', tag: 'tags', round: 'rounds' } as const;

function entryOf(
  is: keyof typeof ROOMS,
  { id, formerId }: { id?: string | undefined; formerId?: string | undefined },
  {
    were,
    are,
    title,
    posts,
  }: {
    were: Leaves | undefined;
    are: Leaves | undefined;
    title: string | undefined;
    posts: number;
  },
  judged: Judged,
): ChangedEntry | undefined {
  const named = id ?? formerId ?? '';
  if (!ID.test(named) || (formerId !== undefined && !ID.test(formerId))) return undefined;
  const change =
    formerId === undefined
      ? 'new'
      : id === undefined
        ? 'gone'
        : id === formerId
          ? 'changed'
          : 'renamed';
  const leadsTo = change === 'gone' ? idNow(judged, ROOMS[is], named) : undefined;
  const isBoth = change === 'changed' || change === 'renamed';
  const [old, now] = [were ?? new Map<string, string>(), are ?? new Map<string, string>()];
  return {
    ...{ is, id: named, title: short(title ?? named, 300), change, posts },
    ...(change === 'renamed' && formerId !== undefined ? { formerId } : {}),
    ...(leadsTo ? { leadsTo } : {}),
    fields: isBoth
      ? changedFields(old, now)
          .map((field) => short(field, 100))
          .slice(0, 50)
      : [],
    words: isBoth
      ? fieldPassages(old, now, (field) => (field === 'formerly' ? undefined : field))
      : [],
  };
}

const ID = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;

/** The tags or rounds that differ between a file as it was and is. */
function listedEntries(is: 'tag' | 'round', file: ChangedFile, judged: Judged): ChangedEntry[] {
  const [were, are] = [grouped(file.before), grouped(file.after)];
  // Of a file that can't be read, nobody knows what is gone.
  if (!were || !are) return [];
  const posts = (id: string) =>
    judged.posts.filter((one) =>
      (is === 'tag' ? listField(one, 'tags') : [one.given['round']]).includes(id),
    ).length;
  const former = new Map<string, string>();
  for (const id of were.keys()) {
    const to = are.has(id) ? undefined : idNow(judged, ROOMS[is], id);
    if (to !== undefined && !were.has(to) && !former.has(to)) former.set(to, id);
  }
  const renamed = new Set(former.values());
  const gone = [...were.keys()].filter((id) => !are.has(id) && !renamed.has(id));
  return [
    ...[...are].flatMap(([id, now]) => {
      const formerId = former.get(id) ?? (were.has(id) ? id : undefined);
      const old = formerId === undefined ? undefined : were.get(formerId);
      if (old && formerId === id && changedFields(old, now).length === 0) return [];
      const title = now.get('label');
      return (
        entryOf(is, { id, formerId }, { were: old, are: now, title, posts: posts(id) }, judged) ??
        []
      );
    }),
    ...gone.flatMap((id) => {
      const old = were.get(id);
      const told = { were: old, are: undefined, title: old?.get('label'), posts: posts(id) };
      return entryOf(is, { formerId: id }, told, judged) ?? [];
    }),
  ];
}

/** The fields of each entry of a file of entries, by their ids. */
function grouped(text = ''): Map<string, Map<string, string>> | undefined {
  const leaves = yamlLeaves(text);
  if (!leaves) return undefined;
  const entries = new Map<string, Map<string, string>>();
  for (const [path, value] of leaves) {
    const [id = '', ...field] = path.split('.');
    if (id === '' || field.length === 0) continue;
    const entry = entries.get(id) ?? new Map<string, string>();
    entries.set(id, entry.set(field.join('.'), value));
  }
  return entries;
}

function wholeFile(
  is: 'program' | 'language',
  id: string,
  { change, before = '', after = '' }: ChangedFile,
): ChangedEntry | undefined {
  const [old, now] = [yamlLeaves(before), yamlLeaves(after)];
  if (!old || !now) return undefined;
  const fields = changedFields(old, now);
  if (fields.length === 0) return undefined;
  return {
    ...{ is, id, title: is === 'language' ? short(languageName(id), 300) : id, change, posts: 0 },
    fields: fields.map((field) => short(field, 100)).slice(0, 50),
    words: change === 'changed' ? fieldPassages(old, now, (field) => field).slice(0, 50) : [],
  };
}

function frontLeaves(text = ''): Leaves | undefined {
  return yamlLeaves(FRONT_MATTER.exec(text.replace(/^\ufeff/, ''))?.[1] ?? '');
}

function bodyOf(text: string): string {
  return text.replace(/^\ufeff/, '').replace(FRONT_MATTER, '');
}
