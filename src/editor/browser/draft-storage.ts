import { createStore, delMany, get, keys, set } from 'idb-keyval';
import type { DescribedImage, FormValues } from '../form-fields.ts';
import type { PublishedSource } from '../published-source.ts';

/** A post that is being written. */
export interface Draft {
  id: string;
  /** When it was last changed, in milliseconds. */
  changed: number;
  form: FormValues;
  /** What was filled in for the writer, by field. */
  offered?: Readonly<Record<string, string>>;
  body: string;
  pictures: readonly DescribedImage[];
  /** The published post that it changes, as that was when it was opened. */
  published?: PublishedSource;
}

const PREFIX = 'draft:';
// Drafts lie under this name in writers' browsers, so that it stays.
const store = () => createStore('author-desk', 'pictures');

/** The drafts of this browser, the one last changed first. */
export function drafts(): Draft[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => readDraft(localStorage.getItem(key)))
      .toSorted((a, b) => b.changed - a.changed);
  } catch {
    return [];
  }
}

/** A draft by its id, as it is kept now. */
export function draftNamed(id: string): Draft | undefined {
  return drafts().find((draft) => draft.id === id);
}

/** Keeps a draft at once; says whether the browser did. */
export function saveDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(PREFIX + draft.id, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Deletes a draft with its pictures. */
export async function deleteDraft(id: string): Promise<void> {
  localStorage.removeItem(PREFIX + id);
  const mine = (await keys<string>(store())).filter((key) => key.startsWith(`${id}/`));
  await delMany(mine, store());
}

/** Keeps a draft's picture; says whether the browser did. */
export async function saveImage(draft: string, name: string, content: Blob): Promise<boolean> {
  return await set(`${draft}/${name}`, content, store()).then(
    () => true,
    () => false,
  );
}

/** A draft's picture, if it is still there. */
export async function storedImage(draft: string, name: string): Promise<Blob | undefined> {
  return await get<Blob>(`${draft}/${name}`, store()).catch(() => undefined);
}

/** Deletes a draft's picture. */
export async function deleteImage(draft: string, name: string): Promise<void> {
  await delMany([`${draft}/${name}`], store()).catch(() => {});
}

function readDraft(text: string | null): Draft[] {
  try {
    const draft = JSON.parse(text ?? '') as Draft;
    return typeof draft.id === 'string' && typeof draft.body === 'string' ? [draft] : [];
  } catch {
    return [];
  }
}
