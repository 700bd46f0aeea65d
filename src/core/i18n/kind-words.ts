import { isOurs, type Kind, type KindOfOurs, kindNamed, type NamesKinds } from '../model/kinds.ts';
import { editorWords } from './editor-words.ts';
import { asForeign } from './foreign-words.ts';
import { areKin, nearestLanguages } from './nearest-languages.ts';
import { wordsFor } from './words.ts';

/** What a kind of post is called, in every place that names it. */
export interface KindWords {
  /** One post: "Discussion". */
  one: string;
  /** Their list: "Discussions". */
  many: string;
  /** What stands below the heading of their list. */
  about: string | undefined;
  /** What the editor offers: "A discussion with questions". */
  choice: string;
}

/**
 * What a kind is called in a language: as `program.yaml` says, else in our words, else as the nearest
 * language that the program has words in.
 */
export function kindWords(program: NamesKinds, kind: Kind, language: string): KindWords {
  const labels = kindNamed(program, kind)?.labels ?? {};
  const ours = isOurs(kind) ? ourWords(kind, language) : undefined;
  const tag = tagOfLabels(labels, language, ours !== undefined);
  const said = tag === undefined ? undefined : labels[tag];
  if (!said || tag === undefined) {
    return ours ?? { one: kind, many: kind, about: undefined, choice: kind };
  }
  const shown = (text: string) => (areKin(tag, language) ? text : asForeign(text, tag));
  const { one, many, about, choice = one } = said;
  return {
    ...{ one: shown(one), many: shown(many), choice: shown(choice) },
    about: about === undefined ? ours?.about : shown(about),
  };
}

/**
 * What a post's number says aloud: "Discussion of August 2013".
 *
 * @param month in words
 */
export function callNumberWords(
  program: NamesKinds,
  kind: Kind,
  month: string,
  language: string,
): string {
  const { labels = {} } = kindNamed(program, kind) ?? {};
  const isInOurWords = kind === 'discussion' && !tagOfLabels(labels, language, true);
  if (isInOurWords) return wordsFor(language).callNumber({ month });
  return `${kindWords(program, kind, language).one}, ${month}`;
}

/**
 * The language of the labels that a reader of another reads best.
 *
 * @param isKin whether it has to be a form of that language
 */
function tagOfLabels(
  labels: Readonly<Record<string, unknown>>,
  language: string,
  isKin: boolean,
): string | undefined {
  const tags = Object.keys(labels);
  if (tags.length === 0) return undefined;
  const near = nearestLanguages(language, tags).filter((tag) => tags.includes(tag));
  return near.find((tag) => areKin(tag, language)) ?? (isKin ? undefined : (near[0] ?? tags[0]));
}

function ourWords(kind: KindOfOurs, language: string): KindWords {
  const { kind: one, kinds: many, kindIntro: about } = wordsFor(language);
  const choice = editorWords(language).kinds[kind];
  return { one: one[kind], many: many[kind], about: about[kind], choice };
}
