/** Whether the site has a page. A site that does not answer counts as one without it. */
export async function isThere(page: string): Promise<boolean> {
  const answer = await fetch(page, { method: 'HEAD', signal: AbortSignal.timeout(20_000) }).catch(
    () => undefined,
  );
  return answer?.ok ?? false;
}
