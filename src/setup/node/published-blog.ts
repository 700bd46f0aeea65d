/** Whether a blog of this engine's kind is read at an address; undefined where nobody answers. */
export async function isPublishedAt(address: string): Promise<boolean | undefined> {
  const feed = await fetch(`${address}/feed.json`, { signal: AbortSignal.timeout(5_000) })
    .then((answer) => (answer.ok ? answer.json() : {}))
    .catch(() => undefined);
  if (feed === undefined) return undefined;
  const items: unknown = (feed as { items?: unknown } | null)?.items;
  return (
    Array.isArray(items) && items.some((item) => /^tag:[^,]+,\d{4}:/.test(String(item?.id ?? '')))
  );
}
