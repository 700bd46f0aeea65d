/** A file of the content that differs from the main branch, its path from the content folder. */
export interface ChangedFile {
  path: string;
  change: 'new' | 'changed' | 'gone';
  /** Names of what it holds, which are the same where that is. */
  content?: { old: string; now: string };
  /** Of a text: as it is published, and as it is to be. */
  before?: string;
  after?: string;
}

/** Something of the content that changes, with its files before and after. */
export interface ChangedThing {
  room: 'posts' | 'pages' | 'people';
  /** Its id before, and now; nothing where it is new, or gone. */
  formerId?: string;
  id?: string;
  files: readonly ChangedFile[];
}

/**
 * Puts together the changed files of each post, page and person. What has a new id and names its old one
 * is one thing, and its files are compared under the new id.
 *
 * @param idNow the id of today for what had another one, where there is
 */
export function changedThings(
  files: readonly ChangedFile[],
  idNow: (room: ChangedThing['room'], id: string) => string | undefined,
): ChangedThing[] {
  const isNew = (room: string, id: string) =>
    files.some(({ path, change }) => change === 'new' && isMain(path) && isAt(path, room, id));
  const formerIds = new Map<string, string>();
  for (const { path, change } of files) {
    const place = placeOf(path);
    if (!place || change !== 'gone' || !isMain(path)) continue;
    const to = idNow(place.room, place.id);
    const key = `${place.room}/${to}`;
    if (to !== undefined && isNew(place.room, to) && !formerIds.has(key))
      formerIds.set(key, place.id);
  }
  const today = new Map([...formerIds].map(([key, id]) => [`${key.split('/')[0]}/${id}`, key]));
  const filesOf = new Map<string, ChangedFile[]>();
  for (const file of files) {
    const place = placeOf(file.path);
    if (!place) continue;
    const was = `${place.room}/${place.id}`;
    const key = today.get(was) ?? was;
    const moved = { ...file, path: key + file.path.slice(was.length) };
    filesOf.set(key, [...(filesOf.get(key) ?? []), moved]);
  }
  return [...filesOf].map(([key, own]) => {
    const [room, id = ''] = key.split('/') as [ChangedThing['room'], string];
    const all = compared(own);
    const main = all.find(({ path }) => isMain(path))?.change;
    return {
      room,
      ...(main === 'gone' ? {} : { id }),
      ...(main === 'new' ? {} : { formerId: formerIds.get(key) ?? id }),
      files: all,
    };
  });
}

/** Files of one thing: what went at one place and came at its new one is one file. */
function compared(files: readonly ChangedFile[]): ChangedFile[] {
  return [...Map.groupBy(files, ({ path }) => path).values()].flatMap((same): ChangedFile[] => {
    const gone = same.find(({ change }) => change === 'gone');
    const come = same.find(({ change }) => change === 'new');
    if (!gone || !come) return [...same];
    const content = { old: gone.content?.old ?? '', now: come.content?.now ?? '' };
    // The text of a new name is told of even where its words are the same.
    if (content.old === content.now && !isMain(come.path)) return [];
    return [
      { ...come, change: 'changed', content, ...(gone.before ? { before: gone.before } : {}) },
    ];
  });
}

function placeOf(path: string): { room: ChangedThing['room']; id: string } | undefined {
  const [, room, id] =
    /^(posts)\/([^/]+)\//.exec(path) ?? /^(pages|people)\/([^/]+)\.(?:mdx|yaml)$/.exec(path) ?? [];
  return id && (room === 'posts' || room === 'pages' || room === 'people')
    ? { room, id }
    : undefined;
}

/** Whether a file is the text of its post, page or person. */
function isMain(path: string): boolean {
  return /^(?:posts\/[^/]+\/index\.mdx|pages\/[^/]+\.mdx|people\/[^/]+\.yaml)$/.test(path);
}

function isAt(path: string, room: string, id: string | undefined): boolean {
  const place = placeOf(path);
  return place?.room === room && place.id === id;
}
