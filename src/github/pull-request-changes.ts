import { z } from 'zod';
import { readYaml } from '../core/content-files/yaml.ts';
import { compare } from '../core/text/compare.ts';

/** A file that a pull request changes. Paths are from the project's folder. */
export interface FileOfChange {
  path: string;
  /** Its path before, where it was renamed. */
  formerly?: string | undefined;
}

/** What a pull request changes beside posts and pages; known from GitHub, not from the changed code. */
export interface FurtherChanges {
  /** Files that are no content: code, workflows, settings, and whatever else nobody would look for. */
  code: readonly string[];
  /** Changed fields of the program, of people, and of who is said to have answered. */
  fields: readonly FieldChange[];
  /** Files of the content that could not be compared. */
  unread: readonly string[];
}

/** A field with another value; what was or will not be there has none. */
export interface FieldChange {
  file: string;
  field: string;
  before?: string | undefined;
  after?: string | undefined;
  /** What the field does, where much hangs on it. */
  does?: string | undefined;
}

/**
 * Sorts the files of a pull request: texts and pictures are left out, code is named, and of the rest
 * every changed field.
 *
 * @param folder the content folder
 * @param read a file's text before and after; nothing where it can't be read, an empty text where
 *   there is none
 */
export async function furtherChanges(
  files: readonly FileOfChange[],
  folder: string,
  read: (path: string) => Promise<{ before: string; after: string } | undefined>,
): Promise<FurtherChanges> {
  const paths = [
    ...new Set(files.flatMap(({ path, formerly }) => [path, ...(formerly ? [formerly] : [])])),
  ];
  const inFolder = (path: string) =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  const fields: FieldChange[] = [];
  const unread: string[] = [];
  let compared = 0;
  for (const path of paths) {
    const inside = inFolder(path);
    if (inside === undefined || !COMPARED.test(inside)) continue;
    const texts = ++compared > MOST_COMPARED ? undefined : await read(path);
    const changed = texts && changedFields(path, inside, texts);
    if (changed) fields.push(...changed);
    else unread.push(path);
  }
  return {
    code: paths
      .filter((path) => !isContent(inFolder(path) ?? ''))
      .toSorted((a, b) => rank(a) - rank(b) || compare(a, b)),
    fields: [...fields.filter(({ does }) => does), ...fields.filter(({ does }) => !does)],
    unread,
  };
}

/** Whether whoever opens the preview runs changed code, or is led where a changed field says. */
export function isPreviewDoubtful(changes: FurtherChanges | undefined): boolean {
  if (!changes) return true;
  const { code, fields, unread } = changes;
  return code.length > 0 || unread.length > 0 || fields.some(({ does }) => does !== undefined);
}

/** What runs with rights, or before anything is looked at, comes first; a long list is cut short. */
function rank(path: string): number {
  if (/^(?:\.github\/workflows\/|\.ci\/|\.npmrc$|package(?:-lock)?\.json$)/.test(path)) return 0;
  return path.endsWith('.md') ? 2 : 1;
}

/** Whether the content may hold a file; its path from there. All else is taken for code. */
function isContent(inside: string): boolean {
  return TEXT.test(inside) || (BESIDE.test(inside) && PICTURE.test(inside));
}

const TEXT =
  /^(?:(?:program|rounds|tags)\.yaml|people\/[^/]+\.yaml|pages\/[^/]+\.mdx|posts\/[^/]+\/(?:index\.mdx|responses\.yaml))$/;
const BESIDE = /^(?:posts\/[^/]+|pages|people)\/[^/]+$/;
const PICTURE = /\.(?:jpe?g|png|webp|gif|avif)$/i;
const COMPARED = /^(?:program\.yaml|people\/[^/]+\.yaml|posts\/[^/]+\/responses\.yaml)$/;
/** How many files are compared; nobody proposes more of them at once without need. */
const MOST_COMPARED = 50;

/** What fields do on which much hangs: who is believed, and where readers and their words are led. */
const WEIGHTY: readonly [file: RegExp, field: RegExp, does: string][] = [
  [/^program/, /^replyTo$/, 'Answers by email go there'],
  [/^program/, /^contact$/, 'Readers write there to reach the coordinators'],
  [/^program/, /^subscribeByMail$/, 'Readers enter their email addresses there'],
  [/^program/, /^giscus\.host$/, "Its code runs in readers' browsers when they answer"],
  [/^program/, /^giscus\./, 'It decides where readers give and read answers'],
  [/^program/, /^address$/, 'All links in feeds and emails lead there'],
  [/^program/, /^(?:repository|branch)$/, 'Authors send their posts there'],
  [/^program/, /^feedAuthority\./, 'It is in every feed id and must never change'],
  [/^program/, /^(?:links|menu)\.\d+\.(?:url|to)$/, 'Every page links there'],
  [/^people\//, /^coordinator$/, "It decides who has the coordinators' badge"],
  [/^people\//, /^github$/, 'What this account says on GitHub is shown as theirs'],
  [/^posts\//, /\bauthor\.is$/, 'It decides which badge the answer has'],
  [/^posts\//, /\bauthor\.person$/, "The answer is shown as this person's"],
];

/** The fields that differ; nothing where one of the texts can't be read. */
function changedFields(
  file: string,
  inside: string,
  { before, after }: { before: string; after: string },
): FieldChange[] | undefined {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  if (!old || !now) return undefined;
  const isNew = before === '';
  // Of an answer, and of a file that comes or goes, most is seen on the pages.
  const isShown = isNew || after === '' || inside.startsWith('posts/');
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const change = { file, field, before: old.get(field), after: now.get(field) };
    const weighty = WEIGHTY.find(([of, named]) => of.test(inside) && named.test(field));
    // That somebody new has an account there is as it should be.
    const does = isNew && field === 'github' ? undefined : weighty?.[2];
    const isTold = does !== undefined || !isShown || WHO.test(`${inside} ${field}`);
    // A field that is not there means no.
    const isSame = change.before === change.after || (!change.before && change.after === 'false');
    return isSame || !isTold ? [] : [{ ...change, does }];
  });
}

/** By what one knows somebody who is new, or gone. */
const WHO = /^people\/\S+ (?:name|github)$/;

/** Every value of a YAML text by the path that leads to it; entries of lists by their id or place. */
function leavesOf(text: string): ReadonlyMap<string, string> | undefined {
  const { value } = readYaml(text, z.unknown(), '');
  if (value === undefined) return undefined;
  const leaves = new Map<string, string>();
  const walk = (part: unknown, path: readonly string[]) => {
    if (typeof part !== 'object' || part === null) {
      leaves.set(path.join('.'), String(part));
      return;
    }
    for (const [key, inner] of Object.entries(part)) {
      const id: unknown = Array.isArray(part) ? inner?.id : undefined;
      const place = Array.isArray(part) ? String(Number(key) + 1) : key;
      walk(inner, [...path, typeof id === 'string' ? id : place]);
    }
  };
  walk(value, []);
  return leaves;
}
