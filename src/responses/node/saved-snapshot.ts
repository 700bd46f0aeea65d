import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../core/cache/make-folder.ts';
import type { ContentFolder } from '../../core/content-files/folder.ts';
import { readProgram } from '../../core/content-files/node/program-file.ts';
import type { Program } from '../../core/model/program.ts';
import { responsesFolder } from '../../environment.ts';
import { readSnapshot, type Snapshot, snapshotText } from '../snapshot.ts';
import { publishedSnapshot } from './published-snapshot.ts';

/** Where the snapshot of GitHub Discussions lies: in `RESPONSES_DIR`, else in `.responses/`. */
export function snapshotFile(): string {
  return join(responsesFolder(), 'discussions.json');
}

/** The content with the snapshot with which it would be built, so that both are judged. */
export async function withSnapshot(folder: ContentFolder): Promise<ContentFolder> {
  const text = await savedText();
  if (text === undefined) return folder;
  return { ...folder, snapshot: { file: snapshotFile().replaceAll('\\', '/'), text } };
}

/**
 * Whether a program has discussions, and this machine knows nothing of them, so that a site would be
 * built without what readers said.
 *
 * @param content the content folder
 */
export async function lacksSnapshot(content: string): Promise<boolean> {
  // One that can't be read ends the build a moment later, with all that is wrong with it.
  const program = await readProgram(content).catch(() => undefined);
  return program?.giscus !== undefined && (await savedText()) === undefined;
}

/** Puts a snapshot in the place of the one before it, whole or not at all. */
export async function saveSnapshot(snapshot: Snapshot): Promise<void> {
  const file = snapshotFile();
  makeFolder(join(file, '..'));
  await writeFile(`${file}.new`, snapshotText(snapshot));
  await rename(`${file}.new`, file);
}

/**
 * The last good snapshot of a program's discussions: the newer of the local one and the one that
 * the site publishes, so that what was erased elsewhere stays erased. It lies on this machine
 * afterwards. What cannot be used is thrown away.
 *
 * @param say takes a line for each that was thrown away, or taken from the site
 * @returns the snapshot, or in sentences why there is none
 */
export async function lastSnapshot(
  program: Pick<Program, 'address'> & { giscus: NonNullable<Program['giscus']> },
  say: (line: string) => void,
): Promise<{ snapshot: Snapshot } | { why: string }> {
  const { address, giscus } = program;
  const now = new Date();
  const local = await localSnapshot(giscus, now);
  const published = await publishedSnapshot(address, giscus, now);
  if ('why' in local) {
    say(`${local.why} Discarding it.`);
    await rm(snapshotFile(), { force: true });
  }
  if ('snapshot' in published) {
    const isNewer =
      !('snapshot' in local) ||
      Date.parse(published.snapshot.savedAt) > Date.parse(local.snapshot.savedAt);
    if (!isNewer) return local;
    await saveSnapshot(published.snapshot);
    say(`Starting from the snapshot published at ${address}.`);
    return published;
  }
  if ('snapshot' in local) return local;
  return 'why' in published ? published : { why: `${address} publishes no snapshot.` };
}

async function localSnapshot(
  giscus: NonNullable<Program['giscus']>,
  now: Date,
): Promise<{ snapshot: Snapshot } | { why: string } | { none: true }> {
  const text = await savedText();
  if (text === undefined) return { none: true };
  try {
    return { snapshot: readSnapshot(text, snapshotFile(), giscus, now) };
  } catch (error) {
    return { why: (error as Error).message };
  }
}

async function savedText(): Promise<string | undefined> {
  return readFile(snapshotFile(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`${snapshotFile()} cannot be read (${error.code}).`);
  });
}
