import { type Choices, FACETS, type Facet } from '../core/model/facets.ts';

/** What somebody looks for; it stands in the address, so that it can be shared. */
export interface Query {
  words: string;
  /** Within a facet any of them will do; every facet with a choice must be met. */
  chosen: Partial<Choices>;
  /** Newest first; else the closest match first. Without words everything is newest first. */
  isNewestFirst: boolean;
}

/**
 * Reads a query from an address: `?q=books&tag=reading&tag=libraries&sort=newest`. Parameters that
 * are none of ours are passed over.
 */
export function queryFrom(search: string): Query {
  const parameters = new URLSearchParams(search);
  const chosen: Partial<Record<Facet, string[]>> = {};
  for (const facet of FACETS) {
    const ids = [...new Set(parameters.getAll(facet))].filter((id) => id !== '');
    if (ids.length > 0) chosen[facet] = ids;
  }
  const words = parameters.get('q')?.trim() ?? '';
  return { words, chosen, isNewestFirst: words !== '' && parameters.get('sort') === 'newest' };
}

/** Writes a query as the end of an address; empty when nothing is asked. */
export function searchOf({ words, chosen, isNewestFirst }: Query): string {
  const parameters = new URLSearchParams();
  if (words.trim()) parameters.set('q', words.trim());
  for (const facet of FACETS) {
    for (const id of chosen[facet] ?? []) parameters.append(facet, id);
  }
  if (isNewestFirst && words.trim()) parameters.set('sort', 'newest');
  const text = parameters.toString();
  return text && `?${text}`;
}
