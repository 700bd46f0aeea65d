import { type Choices, FACETS, type Facet } from '../core/model/facets.ts';
import { permanentId } from '../core/model/ids.ts';
import type { Kind } from '../core/model/kinds.ts';
import type { SearchFacets } from './index-map.ts';

/** What decides under what a post is found. */
export interface IndexedPost {
  kind: Kind;
  round?: Named | undefined;
  tags: readonly Named[];
  authors: readonly Named[];
  /** ISO day. */
  date: string;
  lang: string;
  responseCount?: number | undefined;
}

interface Named {
  id: string;
  formerly?: readonly string[] | undefined;
}

/** What a post is found under, by permanent ids. */
export function facetsOf(post: IndexedPost): Choices {
  return {
    kind: [post.kind],
    round: post.round ? [permanentId(post.round)] : [],
    tag: post.tags.map(permanentId),
    year: [post.date.slice(0, 4)],
    person: post.authors.map(permanentId),
    responses: post.responseCount ? ['yes'] : [],
    lang: [post.lang],
  };
}

/** What a standing page is found under: it is of a kind of its own, and has a language. */
export function facetsOfPage(lang: string): Choices {
  return { kind: ['page'], round: [], tag: [], year: [], person: [], responses: [], lang: [lang] };
}

/** What a facet offers. */
export interface FacetChoice {
  /** The permanent id. */
  id: string;
  label: string;
  /** The language of the label, if it is not the site's. */
  lang?: string | undefined;
  /** All other ids of it, at which addresses of today or of once still answer. */
  formerly: readonly string[];
  /** How many pages it has. */
  count: number;
}

/**
 * What each facet offers, without what nothing is filed under.
 *
 * @param all what each page is found under
 * @param known what there is of each facet, in the order in which it is shown
 */
export function facetChoices(
  all: readonly Choices[],
  known: Readonly<Record<Facet, readonly (Named & { label: string; lang?: string })[]>>,
): Record<Facet, FacetChoice[]> {
  const choicesOf = (facet: Facet) =>
    known[facet].flatMap((one): FacetChoice[] => {
      const id = permanentId(one);
      const count = all.filter((choices) => choices[facet].includes(id)).length;
      const formerly = [one.id, ...(one.formerly ?? [])].filter((other) => other !== id);
      return count > 0 ? [{ id, label: one.label, lang: one.lang, formerly, count }] : [];
    });
  return Object.fromEntries(FACETS.map((facet) => [facet, choicesOf(facet)])) as Record<
    Facet,
    FacetChoice[]
  >;
}

type Chosen = Partial<Choices>;

/** Whether a page meets what was chosen: in each facet with a choice, any of them. */
export function matchingChoices(
  { pages, choices }: SearchFacets,
  chosen: Chosen,
): (id: string) => boolean {
  const sets = FACETS.flatMap((facet) => {
    const ids = chosen[facet];
    const places = ids?.flatMap((id) => choices[facet]?.[id] ?? []);
    return places ? [new Set(places.map((place) => pages[place]))] : [];
  });
  return (id) => sets.every((set) => set.has(id));
}

/**
 * How many of the pages that were found there are of each choice, if it were chosen too. Choices of
 * one facet add to each other, so each is counted as if none of it were chosen.
 */
export function countChoices(
  facets: SearchFacets,
  chosen: Chosen,
  found: readonly string[],
): Partial<Record<Facet, Readonly<Record<string, number>>>> {
  const counts = FACETS.map((facet) => {
    const isLeft = matchingChoices(facets, { ...chosen, [facet]: undefined });
    const left = new Set(found.filter(isLeft));
    const count = (places: readonly number[]) =>
      places.filter((place) => left.has(facets.pages[place] ?? '')).length;
    const all = Object.entries(facets.choices[facet] ?? {});
    return [facet, Object.fromEntries(all.map(([id, places]) => [id, count(places)]))];
  });
  return Object.fromEntries(counts);
}
