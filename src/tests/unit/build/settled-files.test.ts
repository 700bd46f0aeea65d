import { EventEmitter } from 'node:events';
import {
  appendFileSync as append,
  mkdtempSync,
  readFileSync,
  renameSync as rename,
  rmSync as rm,
  truncateSync as truncate,
  writeFileSync as write,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settledFiles } from '../../../build/content/settled-files.ts';

const TEXT = 'title: New\nA longer text than before.\n';

/** A step of an editor: what it does to the file, and what the watcher says of it. */
type Step = [does: (path: string) => void, says?: 'change' | 'add' | 'unlink' | undefined];

const nothing: Step = [() => {}];

/** The ways in which editors save; where there is a pause, somebody reads. */
const ways: Record<string, Step[]> = {
  'emptied, then written': [[(p) => truncate(p), 'change'], nothing, [(p) => write(p, TEXT)]],
  'another file in its place': [
    [(p) => write(`${p}~`, TEXT)],
    [(p) => rename(`${p}~`, p), 'change'],
  ],
  'renamed to a backup, then written': [
    [(p) => rename(p, `${p}.bak`), 'unlink'],
    nothing,
    [(p) => write(p, TEXT), 'add'],
  ],
  'deleted, then created': [
    [(p) => rm(p), 'unlink'],
    [(p) => write(p, ''), 'add'],
    nothing,
    [(p) => write(p, TEXT), 'change'],
  ],
  'written in pieces': [
    [(p) => write(p, TEXT.slice(0, 5)), 'change'],
    [(p) => append(p, TEXT.slice(5, 20))],
    [(p) => append(p, TEXT.slice(20))],
  ],
  'saved twice': [
    [(p) => write(p, `${TEXT}Too much.\n`), 'change'],
    [(p) => write(p, TEXT), 'change'],
  ],
};

/** What whoever listens reads of a file while an editor saves it, a step in each pause. */
async function readWhile(steps: readonly Step[]): Promise<string[]> {
  const path = join(mkdtempSync(join(tmpdir(), 'settled-')), 'index.mdx');
  write(path, 'title: Old\n');
  const emitter = new EventEmitter();
  const read: string[] = [];
  const waiting: (() => void)[] = [];
  const pause = () => new Promise<void>((go) => waiting.push(go));
  const watcher = settledFiles(emitter as never, pause);
  const take = (file: string) => read.push(readFileSync(file, 'utf8'));
  watcher.on('change', take);
  watcher.on('add', take);
  watcher.on('unlink', () => read.push('gone'));
  const left = [...steps];
  // Longer than anybody waits.
  for (let tick = 0; tick < steps.length + 50; tick++) {
    const [does, says] = left.shift() ?? nothing;
    does(path);
    if (says) emitter.emit(says, path);
    for (const go of waiting.splice(0)) go();
    await new Promise(setImmediate);
  }
  return read;
}

test.each(Object.entries(ways))('what is %s is read whole, and only so', async (_, steps) => {
  const read = await readWhile(steps);
  expect(read.at(-1)).toBe(TEXT);
  expect(new Set(read)).toEqual(new Set([TEXT]));
});

test('a file that is deleted is told as gone, and one that is emptied as empty', async () => {
  expect(await readWhile([[(p) => rm(p), 'unlink']])).toEqual(['gone']);
  expect(await readWhile([[(p) => truncate(p), 'change']])).toEqual(['']);
});

test('however long an editor rests between its steps, the last text is read', async () => {
  const names = fc.constantFrom(...Object.keys(ways));
  const rests = fc.array(fc.nat(40), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(names, rests, async (name, rest) => {
      const steps = (ways[name] ?? []).flatMap(([does, says], index): Step[] => [
        ...Array.from({ length: rest[index] ?? 0 }, () => nothing),
        // What comes long after is told by itself.
        [does, says ?? (index > 0 && does !== nothing[0] ? 'change' : undefined)],
      ]);
      expect((await readWhile(steps)).at(-1)).toBe(TEXT);
    }),
    { numRuns: 60, seed: 2013 },
  );
});
