/**
 * The day on which an original was changed, if that was after its translation came out and was last
 * changed itself. On one and the same day, the translation is taken to know.
 */
export function changedAfter(
  original: { updated?: string | undefined },
  translation: { date?: string | undefined; updated?: string | undefined },
): string | undefined {
  const [changed, ...own] = [original.updated, translation.updated, translation.date].map(
    (date) => date?.slice(0, 10) ?? '',
  );
  const last = own.toSorted().at(-1);
  return last && changed && changed > last ? changed : undefined;
}
