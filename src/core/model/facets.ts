/** The facets of the catalogue, in the order in which they are shown. */
export const FACETS = ['kind', 'round', 'tag', 'year', 'person', 'responses', 'lang'] as const;

export type Facet = (typeof FACETS)[number];

/** What of each facet is chosen, or offered: permanent ids, so that addresses outlive new labels. */
export type Choices = Readonly<Record<Facet, readonly string[]>>;
