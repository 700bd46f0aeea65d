/** How many posts a page of a list holds. */
export const PAGE_SIZE = 20;

/**
 * The pages of a list, as Astro's `getStaticPaths` wants them under a rest parameter: the first
 * at the list's own address, the others at `page/2`, `page/3` …
 *
 * @param items the whole list; an empty one has one empty page
 */
export function paginate<Item>(items: readonly Item[], size = PAGE_SIZE) {
  const last = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: last }, (_, index) => ({
    param: index === 0 ? undefined : `page/${index + 1}`,
    page: index + 1,
    last,
    items: items.slice(index * size, (index + 1) * size),
  }));
}
