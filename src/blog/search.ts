/** The facets of the catalogue, in the order in which they are shown. */
export const FACETS = ['kind', 'round', 'tag', 'year'] as const;
export type Facet = (typeof FACETS)[number];

/** What somebody looks for; it stands in the address, so that it can be shared. */
export interface Query {
  words: string;
  chosen: Partial<Record<Facet, string>>;
}

/** Reads a query from an address: `?q=books&tag=Reading`. Unknown parts are passed over. */
export function queryFrom(search: string): Query {
  const parameters = new URLSearchParams(search);
  const chosen: Query['chosen'] = {};
  for (const facet of FACETS) {
    const value = parameters.get(facet);
    if (value) chosen[facet] = value;
  }
  return { words: parameters.get('q')?.trim() ?? '', chosen };
}

/** Writes a query as the end of an address; empty when nothing is asked. */
export function searchOf({ words, chosen }: Query): string {
  const parameters = new URLSearchParams();
  if (words.trim()) parameters.set('q', words.trim());
  for (const facet of FACETS) {
    const value = chosen[facet];
    if (value) parameters.set(facet, value);
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
