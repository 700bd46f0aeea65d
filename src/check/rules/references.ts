import { type Problem, problem } from '../../core/content-files/problem.ts';
import { changedAfter } from '../../core/model/translation.ts';
import { closestMatch, normalize } from '../../core/text/closest-match.ts';
import {
  type ContentIndex,
  currentId,
  isRead,
  type Known,
  type KnownText,
  type KnownWord,
  suggestTag,
} from '../content-index.ts';
import { betterField, type Document, fieldPlace, listField, textField } from '../document.ts';

/** What a text names in its fields and is not there: tags, round, people, other texts. */
export function referenceProblems(prose: Document, catalogue: ContentIndex): Problem[] {
  if (prose.room === 'pages') return translationProblems(prose, 'pages', catalogue);
  const round = textField(prose, 'round');
  return [
    ...tagProblems(prose, catalogue),
    ...(round ? roundProblems(prose, round, catalogue) : []),
    ...listField(prose, 'authors').flatMap((person) =>
      named(prose, 'authors', person, 'people', catalogue),
    ),
    ...otherTextProblems(prose, 'follows', 'posts', catalogue),
    ...translationProblems(prose, 'posts', catalogue),
    ...circleProblems(prose, catalogue),
  ];
}

/** A round that is none of the program's, or that is named where there are none. */
function roundProblems(prose: Document, round: string, catalogue: ContentIndex): Problem[] {
  const hasRounds = Object.keys(catalogue.rounds).length > 0 || !isRead(catalogue, 'rounds');
  if (hasRounds) return named(prose, 'round', round, 'rounds', catalogue);
  return [problem('round-needless', fieldPlace(prose, 'round', round), { round })];
}

function tagProblems(prose: Document, catalogue: ContentIndex): Problem[] {
  const tags = listField(prose, 'tags');
  return tags.flatMap((tag, index) => {
    const place = fieldPlace(prose, 'tags', tag);
    if (tags.indexOf(tag) < index) return [problem('tag-twice', place, { tag })];
    if (Object.hasOwn(catalogue.tags, tag)) return [];
    const meant = suggestTag(catalogue, tag);
    if (meant) {
      const fix = tags.includes(meant) ? {} : betterField(prose, place, tag, meant);
      return [problem('tag-synonym', place, { tag, id: meant }, fix)];
    }
    const several = tag.split(/[\s;,/&]+/).filter(Boolean);
    // A list that can't be read is told as such, and not once more for each word.
    if (!isRead(catalogue, 'tags')) return [];
    if (several.length > 1 && several.every((one) => Object.hasOwn(catalogue.tags, one))) {
      const fix = betterField(prose, place, tag, several.join(', '));
      return [problem('unknown-tag', place, { tag }, fix)];
    }
    const suggestion = nearestNamed(catalogue.tags, tag);
    const fix = suggestion ? betterField(prose, place, tag, suggestion) : {};
    return [problem('unknown-tag', place, { tag }, { suggestion, ...fix })];
  });
}

/** The id of what is called most like a word, by its id or any of its names. */
function nearestNamed(
  known: Readonly<Record<string, Partial<KnownWord>>>,
  written: string,
): string | undefined {
  const names = namesOf(known);
  const word = closestMatch(written, names.words);
  return (word && names.idOf.get(word)) ?? namedIn(names, written);
}

/** All names of things of one kind. */
interface Names {
  words: readonly string[];
  /** The first id that has a name. */
  idOf: ReadonlyMap<string, string>;
  /** The parts of each name, with its id. */
  parts: readonly { id: string; parts: readonly string[] }[];
}

/** One list is asked for many words. */
const namesKnown = new WeakMap<object, Names>();

function namesOf(known: Readonly<Record<string, Partial<KnownWord>>>): Names {
  const names = namesKnown.get(known) ?? readNames(known);
  namesKnown.set(known, names);
  return names;
}

function readNames(known: Readonly<Record<string, Partial<KnownWord>>>): Names {
  const pairs = Object.entries(known).flatMap(([id, { words = [] }]) =>
    [id, ...words].map((word) => ({ id, word })),
  );
  return {
    words: pairs.map(({ word }) => word),
    idOf: new Map(pairs.toReversed().map(({ id, word }) => [word, id])),
    parts: pairs.map(({ id, word }) => ({ id, parts: partsOf(word) })),
  };
}

function partsOf(text: string): string[] {
  return normalize(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The id of the only thing of which somebody wrote a part, or more than its name: an address. */
function namedIn(names: Names, written: string): string | undefined {
  const said = partsOf(written);
  const isIn = (some: readonly string[], all: readonly string[]) =>
    some.length > 0 && some.every((part) => all.includes(part));
  const found = new Set(
    names.parts.flatMap(({ id, parts }) => (isIn(parts, said) || isIn(said, parts) ? [id] : [])),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function named(
  prose: Document,
  field: string,
  value: string,
  part: 'rounds' | 'people' | 'posts' | 'pages',
  catalogue: ContentIndex,
): Problem[] {
  const known: Readonly<Record<string, Known>> = catalogue[part];
  if (Object.hasOwn(known, value)) return [];
  const place = fieldPlace(prose, field, value);
  const now = currentId(known, value);
  if (now) {
    const fix = betterField(prose, place, value, now);
    return [problem('former-id', place, { field, former: value, id: now }, fix)];
  }
  // What can't be read is told as such.
  if (!isRead(catalogue, part)) return [];
  const suggestion = nearestNamed(known, value);
  const fix = suggestion ? betterField(prose, place, value, suggestion) : {};
  const help = { suggestion, ...fix };
  switch (part) {
    case 'rounds':
      return [problem('unknown-round', place, { round: value }, help)];
    case 'people':
      return [problem('unknown-person', place, { field, person: value }, help)];
    case 'posts':
      return [problem('unknown-post', place, { field, post: value }, help)];
    case 'pages':
      return [problem('unknown-page', place, { field, page: value }, help)];
  }
}

function otherTextProblems(
  prose: Document,
  field: 'follows' | 'translationOf',
  part: 'posts' | 'pages',
  catalogue: ContentIndex,
): Problem[] {
  const value = textField(prose, field);
  if (!value) return [];
  if (value === prose.id) {
    return [problem('leads-to-itself', fieldPlace(prose, field, value), { field })];
  }
  return named(prose, field, value, part, catalogue);
}

function translationProblems(
  prose: Document,
  part: 'posts' | 'pages',
  catalogue: ContentIndex,
): Problem[] {
  const field = 'translationOf';
  const found = otherTextProblems(prose, field, part, catalogue);
  const id = textField(prose, field);
  const known: Readonly<Record<string, KnownText>> = catalogue[part];
  const original = id && Object.hasOwn(known, id) ? known[id] : undefined;
  if (found.length > 0 || !id || !original) return found;
  const [updated, date] = [textField(prose, 'updated'), textField(prose, 'date')];
  const day = changedAfter(original, { updated, date });
  return day ? [problem('original-changed', fieldPlace(prose, field, id), { field, day, id })] : [];
}

/** A line of posts that follow one another has to end somewhere. */
function circleProblems(prose: Document, catalogue: ContentIndex): Problem[] {
  const first = textField(prose, 'follows');
  const seen = new Set<string>();
  let next = first;
  while (next && next !== prose.id && !seen.has(next)) {
    seen.add(next);
    next = Object.hasOwn(catalogue.posts, next) ? catalogue.posts[next]?.follows : undefined;
  }
  if (!first || next !== prose.id || first === prose.id) return [];
  const place = fieldPlace(prose, 'follows', first);
  return [problem('leads-in-a-circle', place, { field: 'follows', post: first })];
}
