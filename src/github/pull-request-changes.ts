import { compare } from '../core/text/compare.ts';
import { yamlLeaves } from './yaml-leaves.ts';

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
  /** Files of the content folder that belong to nothing and do nothing. */
  strays: readonly string[];
  /** Changed fields of the program, of people and of responses on which much hangs. */
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
  /** What the field does. */
  does: string;
}

/**
 * Sorts the files of a pull request: texts and pictures are left out, code and what belongs to nothing
 * are named, and of the rest every changed field on which much hangs.
 *
 * @param folder the content folder
 * @param read a file's text before, under its former path, and after; nothing where it can't be read, an empty text where
 *   there is none
 */
export async function furtherChanges(
  files: readonly FileOfChange[],
  folder: string,
  read: (path: string, former: string) => Promise<{ before: string; after: string } | undefined>,
): Promise<FurtherChanges> {
  const paths = [
    ...new Set(files.flatMap(({ path, formerly }) => [path, ...(formerly ? [formerly] : [])])),
  ];
  const inFolder = (path: string) =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  const fields: FieldChange[] = [];
  const unread: string[] = [];
  let compared = 0;
  const came = new Map(files.map(({ path, formerly }) => [path, formerly]));
  const went = new Set(came.values());
  const isCompared = (path: string) => COMPARED.test(inFolder(path) ?? '');
  for (const path of paths) {
    const inside = inFolder(path);
    const former = came.get(path);
    // What only has another name is compared with itself, where it came to.
    const isMoved = former !== undefined && isCompared(former);
    const isLeft =
      went.has(path) && [...came].some(([to, from]) => from === path && isCompared(to));
    if (inside === undefined || !isCompared(path) || isLeft) continue;
    const texts =
      ++compared > MOST_COMPARED ? undefined : await read(path, isMoved ? former : path);
    const changed = texts && changedFields(path, inside, texts);
    if (changed) fields.push(...changed);
    else unread.push(path);
  }
  return {
    code: paths
      .filter((path) => !isContent(inFolder(path) ?? '') && !isStray(inFolder(path) ?? ''))
      .toSorted((a, b) => rank(a) - rank(b) || compare(a, b)),
    strays: paths.filter((path) => isStray(inFolder(path) ?? '')).toSorted(compare),
    fields,
    unread,
  };
}

/** Whether whoever opens the preview runs changed code, or is led where a changed field says. */
export function isPreviewDoubtful(changes: FurtherChanges | undefined): boolean {
  if (!changes) return true;
  const { code, fields, unread } = changes;
  return code.length > 0 || unread.length > 0 || fields.length > 0;
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

/** Whether a file of the content folder is none that the site reads or runs; its path from there. */
function isStray(inside: string): boolean {
  const isHidden = /(?:^|\/)\./.test(inside);
  return !isContent(inside) && !isHidden && (STRAY.test(inside) || PICTURE.test(inside));
}

const TEXT =
  /^(?:(?:program|rounds|tags)\.yaml|(?:people|languages)\/[^/]+\.yaml|pages\/[^/]+\.mdx|posts\/[^/]+\/(?:index\.mdx|responses\.yaml))$/;
const BESIDE = /^(?:posts\/[^/]+|pages|people)\/[^/]+$/;
/** Notes, documents and recordings: no part of the site reads them, wherever they lie. */
const STRAY =
  /\.(?:txt|md|markdown|docx?|odt|rtf|pdf|csv|xlsx?|ods|pptx?|odp|heic|tiff?|mp3|m4a|wav|mp4|mov|zip)$/i;
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
  [/^program/, /^links$/, 'Every page links there'],
  [/^people\//, /^coordinator$/, "It decides who has the coordinators' badge"],
  [/^people\//, /^github$/, 'What this account says on GitHub is shown as theirs'],
  [/^posts\//, /\bauthor\.is$/, 'It decides which badge the answer has'],
  [/^posts\//, /\bauthor\.person$/, "The answer is shown as this person's"],
];

/** The fields that differ and weigh; nothing where one of the texts can't be read. */
function changedFields(
  file: string,
  inside: string,
  { before, after }: { before: string; after: string },
): FieldChange[] | undefined {
  const [old, now] = [yamlLeaves(before), yamlLeaves(after)];
  if (!old || !now) return undefined;
  const isNew = before === '';
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const change = { file, field, before: old.get(field), after: now.get(field) };
    const does = WEIGHTY.find(([of, named]) => of.test(inside) && named.test(field))?.[2];
    // A field that is not there means no.
    const isSame = change.before === change.after || (!change.before && change.after === 'false');
    // That somebody new has an account there is as it should be.
    const isUsual = isNew && field === 'github';
    return isSame || isUsual || does === undefined ? [] : [{ ...change, does }];
  });
}
