import { readSnapshot, type Snapshot, type SnapshotSource } from '../snapshot.ts';
import { boundedText } from './github-graphql.ts';

/** More than any blog's snapshot, and less than a machine's memory; in bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The snapshot that a site publishes, from which a machine without one of its own begins. It comes
 * from outside, and is read as strictly as the file that we keep.
 *
 * @param site the site's address
 * @param source the repository and category of which it must be
 * @param now the moment after which it can't have been made
 * @returns the snapshot; `none` where the site answers that it has none; else why it can't be had
 */
export async function publishedSnapshot(
  site: string,
  source: SnapshotSource,
  now: Date,
): Promise<{ snapshot: Snapshot } | { none: true } | { why: string }> {
  const address = `${site.replace(/\/$/, '')}/responses/snapshot.json`;
  let text: string | undefined;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) });
    if (answer.status === 404 || answer.status === 410) return { none: true };
    if (!answer.ok) return { why: `${address} answers with HTTP ${answer.status}.` };
    text = await boundedText(answer, LARGEST);
  } catch {
    return { why: `${address} cannot be reached.` };
  }
  if (text === undefined) return { why: `${address} is too large to be a snapshot.` };
  try {
    return { snapshot: readSnapshot(text, address, source, now) };
  } catch (error) {
    return { why: (error as Error).message };
  }
}
