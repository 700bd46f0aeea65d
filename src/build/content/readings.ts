import { type Document, type DocumentSource, readDocument } from '../../check/document.ts';
import { textAnchors } from '../../check/rules/headings.ts';
import { type AddressedNode, addressedNodes } from '../../core/markdown/addressed-nodes.ts';
import { isPlainMarkdown, parseMdx } from '../../core/markdown/satteri.ts';
import type { Question } from '../../core/model/questions.ts';

const READINGS = Symbol.for('readings of texts');

/** What is read of a file of prose, its tree left out. */
export interface Reading {
  /** The fields as their schema has them. */
  fields: unknown;
  body: string;
  questions: readonly Question[];
  anchors: readonly string[];
  /** Its links and pictures in the body, from `addressedNodes`; of Markdown alone. */
  addressed: readonly AddressedNode[];
  isPlain: boolean;
}

type Readings = Map<string, { source: string; reading: Reading }>;

/** The check runs in Node, and the loaders in Vite, which has each module once more. */
const shared = globalThis as { [READINGS]?: Readings };
shared[READINGS] ??= new Map();
const readings: Readings = shared[READINGS];

/** Keeps what was read of a sound file for whoever loads it, so that nobody parses it again. */
export function keepReading(read: Document): void {
  const reading = readingOf(read);
  if (reading) readings.set(placeOf(read), { source: read.source, reading });
}

/**
 * What there is to be read of a file of prose: what the check kept of it, else read now.
 *
 * @param headings from `questionHeadings(program)`
 * @returns nothing where it has errors, beside its problems
 */
export function takeReading(
  source: Omit<DocumentSource, 'beside'>,
  headings: ReadonlySet<string>,
): { reading: Reading | undefined; problems: Document['problems'] } {
  const kept = readings.get(placeOf(source));
  readings.delete(placeOf(source));
  if (kept?.source === source.source) return { reading: kept.reading, problems: [] };
  const read = readDocument({ ...source, beside: new Map() }, parseMdx, headings);
  return { reading: readingOf(read), problems: read.problems };
}

function readingOf(read: Document): Reading | undefined {
  if (!read.post) return undefined;
  const { fields, body, questions, tree } = read.post;
  const isPlain = isPlainMarkdown(body, tree);
  const addressed = isPlain ? addressedNodes(tree, body) : [];
  return { fields, body, questions, anchors: textAnchors(read), addressed, isPlain };
}

function placeOf({ room, id }: Pick<DocumentSource, 'room' | 'id'>): string {
  return `${room}/${id}`;
}
