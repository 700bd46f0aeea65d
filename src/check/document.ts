import type { Root } from 'mdast';
import { z } from 'zod';
import {
  type ContentFolder,
  filesBeside,
  type ImageFile,
  idsIn,
} from '../core/content-files/folder.ts';
import { type PostFile, readPostFile } from '../core/content-files/post-file.ts';
import type { ParseMdx } from '../core/content-files/post-tree.ts';
import type { Place, Problem } from '../core/content-files/problem.ts';
import type { Room } from '../core/model/heading-anchors.ts';
import { standingPageSchema } from '../core/model/page.ts';
import { postSchema } from '../core/model/post.ts';
import type { Question } from '../core/model/questions.ts';
import { takenAnchorsIn } from '../responses/response-file.ts';

/** A file of prose as it stands in the folder, whatever is wrong with it. */
export interface DocumentSource {
  room: Room;
  id: string;
  /** The file's name for reports. */
  file: string;
  /** The whole file. */
  source: string;
  /** The files beside it, by name. */
  beside: ReadonlyMap<string, ImageFile>;
  /** The anchors that responses have on its page, from `takenAnchorsIn`. */
  takenAnchors?: readonly string[] | undefined;
}

/** A file of prose, read as far as it can be: what the rules are held against. */
export interface Document extends DocumentSource {
  /** What is wrong with the file by itself: letters, fields, what the body may carry. */
  problems: readonly Problem[];
  /** The fields as they stand there, whatever the schema says to them. */
  given: Readonly<Record<string, unknown>>;
  readonly tree: Root | undefined;
  /** The places in it to which a link may lead, where they are known already. */
  anchors?: readonly string[] | undefined;
  questions: readonly Question[] | undefined;
  /** Whether there is no error in the file by itself. */
  isSound: boolean;
  /** The whole of a sound file, where it was read now and not remembered. */
  post?: PostFile<unknown> | undefined;
}

const schemas = { posts: postSchema(() => z.string()), pages: standingPageSchema };

/** Every file of prose in a room of the folder. */
export function documentsIn(folder: ContentFolder, room: Document['room']): DocumentSource[] {
  const ending = room === 'posts' ? '/index.mdx' : '.mdx';
  return idsIn(folder, room, ending).map((id) => {
    const path = `${room}/${id}${ending}`;
    const source = folder.texts.get(path) ?? '';
    const beside = filesBeside(folder, room === 'posts' ? `posts/${id}/` : 'pages/');
    const responses = room === 'posts' ? folder.texts.get(`posts/${id}/responses.yaml`) : undefined;
    const takenAnchors = takenAnchorsIn(responses ?? '');
    return { room, id, source, beside, takenAnchors, file: `${folder.name}/${path}` };
  });
}

/**
 * Reads a file of prose.
 *
 * @param headings headings of question lists, from `questionHeadings(program)`
 */
export function readDocument(
  source: DocumentSource,
  parse: ParseMdx,
  headings: ReadonlySet<string>,
): Document {
  const { file, room } = source;
  const schema: z.ZodType = schemas[room];
  const { post, problems, given, tree, questions } = readPostFile(source.source, {
    ...{ file, parse, headings, schema },
  });
  return { ...source, problems, given, tree, questions, isSound: !!post, post };
}

/** A field's text, or nothing when it has none. */
export function textField(prose: Pick<Document, 'given'>, key: string): string | undefined {
  const value = prose.given[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A field's texts, where it is a list of them. */
export function listField(prose: Pick<Document, 'given'>, key: string): string[] {
  const value = prose.given[key];
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_LISTED).filter((one) => typeof one === 'string');
}

/** Longer lists are refused as such, and not judged one by one. */
const MOST_LISTED = 500;

/** Where a field stands in the front matter; a value in it, where that stands on a later line. */
export function fieldPlace(
  prose: Pick<Document, 'file' | 'source'>,
  key: string,
  value = '',
): Place {
  const lines = linesOf(prose);
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  const front = lines.slice(0, end < 0 ? undefined : end);
  const start = front.findIndex((line) => line.trimStart().startsWith(`${key}:`));
  if (start < 0) return { file: prose.file, line: 1 };
  const offset = front.slice(start).findIndex((line) => line.includes(value));
  return { file: prose.file, line: start + Math.max(offset, 0) + 1 };
}

/**
 * The line at a place with one text of it put in another's stead; nothing if it is not there.
 *
 * @param start from which character of the line on the text is looked for
 */
export function fixedLine(
  prose: Pick<Document, 'source'>,
  place: Place,
  from: string,
  to: string,
  start = 0,
): { fix?: string } {
  const line = linesOf(prose)[(place.line ?? 0) - 1] ?? '';
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_-])${escapeRegExp(from)}(?![\\p{L}\\p{N}_-])`, 'gu');
  whole.lastIndex = start;
  const at = whole.exec(line)?.index;
  return at === undefined ? {} : { fix: line.slice(0, at) + to + line.slice(at + from.length) };
}

/** The line at the place of a field with one text of its value put in another's stead. */
export function betterField(
  prose: Pick<Document, 'source'>,
  place: Place,
  from: string,
  to: string,
): { fix?: string } {
  return fixedLine(prose, place, from, to, fieldStart(prose, place));
}

/** From which character on the value stands in the line of a field. */
function fieldStart(prose: Pick<Document, 'source'>, place: Place): number {
  const line = linesOf(prose)[(place.line ?? 0) - 1] ?? '';
  return /^\s*(?:- )?[\w-]+:(?=\s)/.exec(line)?.[0].length ?? 0;
}

/** The lines of a text, as they are counted in reports. */
export function linesOf({ source }: Pick<Document, 'source'>): readonly string[] {
  // One text after the other is judged, and asked for its lines many times.
  if (last.source !== source) last = { source, lines: source.split(/\r?\n/) };
  return last.lines;
}

let last: { source: string; lines: readonly string[] } = { source: '', lines: [''] };

/** A line with spaces in place of its code and of characters behind a backslash, which mean what they are. */
export function withoutCode(line: string): string {
  return line.replace(/`[^`]*`|\\./g, (code) => ' '.repeat(code.length));
}

/** A text as a pattern that is found where it stands. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
