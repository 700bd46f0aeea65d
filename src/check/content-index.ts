import type { z } from 'zod';
import type { Problem } from '../core/content-files/problem.ts';
import { tagWords } from '../core/content-files/tag-words.ts';
import { isDate, momentOf } from '../core/model/dates.ts';
import { type Program, programSchema } from '../core/model/program.ts';
import type { Round } from '../core/model/round.ts';
import type { Tag } from '../core/model/tag.ts';
import { normalize } from '../core/text/closest-match.ts';
import { type Document, listField, textField } from './document.ts';
import { textAnchors } from './rules/headings.ts';

/**
 * What a text may name and link to, as plain data: the whole folder seen from outside, so that one
 * text can be judged without the others at hand.
 */
export interface ContentIndex {
  program: Pick<Program, 'address' | 'language' | 'timeZone' | 'questionHeadings' | 'kinds'>;
  tags: Readonly<Record<string, KnownWord>>;
  rounds: Readonly<Record<string, KnownRound>>;
  people: Readonly<Record<string, KnownWord>>;
  posts: Readonly<Record<string, KnownPost>>;
  pages: Readonly<Record<string, KnownText>>;
  /** Of which of these a part can't be read: what is missing there may well be there. */
  unread?: readonly Part[] | undefined;
}

/** A part of the content that others name or link to. */
export type Part = 'program' | 'tags' | 'rounds' | 'people' | 'posts' | 'pages';

/** Whether a part of the content could be read as a whole, so that what isn't found there isn't there. */
export function isRead({ unread = [] }: Pick<ContentIndex, 'unread'>, part: Part): boolean {
  return !unread.includes(part);
}

export interface Known {
  /** Earlier ids, oldest first. */
  formerly: readonly string[];
}

export interface KnownWord extends Known {
  /** Its label or name, and other words for it. */
  words: readonly string[];
}

export interface KnownRound extends KnownWord {
  /** Its first and its last day, where they are known. */
  starts?: string | undefined;
  ends?: string | undefined;
}

export interface KnownText extends Known {
  /** The places in it to which a link may lead; nothing when the text could not be read. */
  anchors?: readonly string[] | undefined;
  /** The day of its last real change, if it says one. */
  updated?: string | undefined;
}

export interface KnownPost extends KnownText {
  /** The moment (ISO 8601) from which it is published; nothing for a draft. */
  from?: string | undefined;
  follows?: string | undefined;
  /** The names of the pictures beside it. */
  pictures: readonly string[];
}

/** The catalogue of what was read of a folder. */
export function contentIndex(read: {
  program: ContentIndex['program'] | undefined;
  tags: Readonly<Record<string, Pick<Tag, 'label' | 'synonyms' | 'formerly'>>>;
  rounds: Readonly<Record<string, Pick<Round, 'label' | 'formerly' | 'starts' | 'ends'>>>;
  people: Readonly<Record<string, KnownWord>>;
  prose: readonly Document[];
  unread?: readonly Part[];
}): ContentIndex {
  const program = read.program ?? unknownProgram;
  const inRoom = (room: Document['room']) => read.prose.filter((one) => one.room === room);
  const unread = new Set(read.unread);
  for (const one of read.prose) if (!isSurelyRead(one)) unread.add(one.room);
  return {
    program,
    ...(unread.size > 0 ? { unread: [...unread] } : {}),
    tags: mapped(read.tags, ({ label, synonyms, formerly }) => ({
      words: [label, ...synonyms],
      formerly,
    })),
    rounds: mapped(read.rounds, ({ label, formerly, starts, ends }) => ({
      ...{ words: [label], formerly, starts, ends },
    })),
    people: read.people,
    posts: Object.fromEntries(inRoom('posts').map((one) => [one.id, knownPost(one, program)])),
    pages: Object.fromEntries(inRoom('pages').map((one) => [one.id, knownText(one)])),
  };
}

/** Whether a text's fields are surely all that its writer meant, its former ids among them. */
export function isSurelyRead({ given, problems }: Pick<Document, 'given' | 'problems'>): boolean {
  const isLost = ({ rule, field, severity }: Problem) =>
    severity === 'error' &&
    (rule === 'unknown-key' || rule === 'front-matter-split' || field === 'formerly');
  return Object.keys(given).length > 0 && !problems.some(isLost);
}

/** A post as others may name it. */
export function knownPost(post: Document, program: Pick<Program, 'timeZone'>): KnownPost {
  const date = textField(post, 'date');
  const isOut = post.given['draft'] !== true && date !== undefined && isDate(date);
  return {
    ...knownText(post),
    from: isOut ? momentOf(date, program.timeZone).toISOString() : undefined,
    follows: textField(post, 'follows'),
    pictures: [...post.beside.keys()],
  };
}

/** The id of today for a word that somebody wrote for something: its label, synonym or former id. */
export function suggestTag({ tags }: ContentIndex, word: string): string | undefined {
  const index =
    tagIndexes.get(tags) ?? tagWords(Object.entries(tags).map(([id, tag]) => ({ ...tag, id })));
  tagIndexes.set(tags, index);
  return index.get(normalize(word));
}

const tagIndexes = new WeakMap<ContentIndex['tags'], ReadonlyMap<string, string>>();

/** The id of today of what had another id. */
export function currentId(among: Readonly<Record<string, Known>>, former: string) {
  return Object.entries(among).find(([, { formerly }]) => formerly.includes(former))?.[0];
}

function knownText(text: Document): KnownText {
  const anchors = text.anchors ?? (text.tree && textAnchors(text));
  const updated = textField(text, 'updated');
  return { formerly: listField(text, 'formerly'), anchors, ...(updated ? { updated } : {}) };
}

/** A record with each of its values as something else. */
export function mapped<Value, Result>(
  record: Readonly<Record<string, Value>>,
  as: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, as(value)]));
}

/**
 * What can be read of a program whose file has errors, so that no text is judged by what is not its
 * fault.
 *
 * @param given what stands in the file
 */
export function knownProgram(given: Readonly<Record<string, unknown>>): ContentIndex['program'] {
  const { address, language, timeZone, questionHeadings, kinds } = programSchema.shape;
  const read = <Value>(schema: z.ZodType<Value>, name: keyof ContentIndex['program']) =>
    schema.safeParse(given[name]).data;
  return {
    address: read(address, 'address') ?? unknownProgram.address,
    language: read(language, 'language') ?? unknownProgram.language,
    timeZone: read(timeZone, 'timeZone') ?? unknownProgram.timeZone,
    questionHeadings: read(questionHeadings, 'questionHeadings') ?? unknownProgram.questionHeadings,
    kinds: read(kinds, 'kinds'),
  };
}

/** What is taken for granted where `program.yaml` can't be read; that it can't is told anyway. */
const unknownProgram: ContentIndex['program'] = {
  address: 'https://site.invalid',
  language: 'en',
  timeZone: 'UTC',
  questionHeadings: programSchema.shape.questionHeadings.parse({ en: ['Questions'] }),
};
