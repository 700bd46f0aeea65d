import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { outputFolder } from '../../../build/output/output-folder.ts';
import { pagesLost, settleSite, swapSite } from '../../../build/output/site-swap.ts';

const root = mkdtempSync(join(tmpdir(), 'site-swap-'));
afterAll(() => rmSync(root, { recursive: true }));
const moment = new Date('2013-06-10T10:00:00Z');

/** The files of the last site, of the next one, and what others have put in between. */
const LAST = { 'index.html': 'last', 'gone/index.html': 'gone', 'same.txt': 'same' };
const NEXT = { 'index.html': 'next', 'new/index.html': 'new', 'same.txt': 'same' };
const OTHERS = { CNAME: 'example.org', '.well-known/x/y.txt': 'y', '.git/HEAD': 'ref', wiki: '->' };

let count = 0;

/** A place with the last site in it, put there by a build, and the files of others. */
function place(last: Record<string, string> = LAST) {
  count += 1;
  const folder = join(root, `${count}`);
  const output = outputFolder(join(folder, 'dist'));
  const make = (files: Record<string, string>) => written(join(folder, 'made'), files);
  mkdirSync(output.own, { recursive: true });
  swapSite(output, make(last), moment);
  const { wiki, ...files } = OTHERS;
  written(output.site, files);
  symlinkSync(wiki, join(output.site, 'wiki'));
  return { output, make };
}

function written(folder: string, files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** All files of a folder with what is in them, and links with where they lead. */
function read(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const paths = entries.filter((path) => !lstatSync(join(folder, path)).isDirectory());
  return Object.fromEntries(
    paths.map((path) => {
      const file = join(folder, path);
      const isLink = lstatSync(file).isSymbolicLink();
      return [path.replaceAll('\\', '/'), isLink ? readlinkSync(file) : readFileSync(file, 'utf8')];
    }),
  );
}

test('a new site takes the place of the last one, and what others have put there stays', () => {
  const { output, make } = place();
  swapSite(output, make(NEXT), moment);
  expect(read(output.site)).toEqual({ ...NEXT, ...OTHERS });
  expect(existsSync(join(output.site, 'gone'))).toBe(false);
  expect(readdirSync(output.own)).toEqual(['files.json']);
});

test('an empty folder of somebody stays, and none of ours', () => {
  const { output, make } = place();
  mkdirSync(join(output.site, '.git/refs/heads'), { recursive: true });
  rmSync(join(output.site, 'gone/index.html'));
  swapSite(output, make(NEXT), moment);
  expect(existsSync(join(output.site, '.git/refs/heads'))).toBe(true);
  expect(existsSync(join(output.site, 'gone'))).toBe(false);
});

test('a page of ours that somebody has changed is ours still', () => {
  const { output, make } = place();
  written(output.site, { 'gone/index.html': 'made smaller by another program' });
  swapSite(output, make(NEXT), moment);
  expect(read(output.site)).toEqual({ ...NEXT, ...OTHERS });
});

test('where the new site has a file of its own, that is taken, also in the place of a folder', () => {
  const { output, make } = place();
  const own = { ...NEXT, CNAME: 'ours', '.well-known': 'a file' };
  swapSite(output, make(own), moment);
  const { '.well-known/x/y.txt': _, ...others } = OTHERS;
  expect(read(output.site)).toEqual({ ...others, ...own });
});

test('who may read the folder may read the next one too', () => {
  const { output, make } = place();
  const { mode } = statSync(output.site);
  swapSite(output, make(NEXT), moment);
  expect(statSync(output.site).mode).toBe(mode);
});

test('which pages would be gone is known before', () => {
  const { make } = place();
  const before = { identity: '', moment: '', files: [...Object.keys(LAST), '404.html', 'a.css'] };
  expect(pagesLost(before, make(NEXT))).toEqual(['/gone/', '/404.html']);
});

/** Swaps in a process of its own, in which the disk fails at the n-th time; see `failing-disk.mjs`. */
function failing(at: number, place: object, made: string, further: Record<string, string>) {
  const url = (path: string) => pathToFileURL(path).href;
  const program = `
    import { sentenceOf } from '${url('src/core/cache/disk-error.ts')}';
    import { swapSite } from '${url('src/build/output/site-swap.ts')}';
    try {
      swapSite(${JSON.stringify(place)}, ${JSON.stringify(made)}, new Date(0));
    } catch (error) {
      console.log(sentenceOf(error, 'dist'));
      process.exit(1);
    }`;
  const disk = url('src/tests/fixtures/failing-disk.mjs');
  return spawnSync(process.execPath, ['--import', disk, '--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { ...process.env, FAIL_AT: `${at}`, ...further },
  });
}

const [before, after] = [
  { ...LAST, ...OTHERS },
  { ...NEXT, ...OTHERS },
];

test.each([{}, { OTHER_DISK: '1' }])(
  'killed at any moment, the last site or the whole new one is there (%o)',
  (further) => {
    const states = new Set<string>();
    for (let at = 1; ; at++) {
      const { output, make } = place();
      const { signal, status } = failing(at, output, make(NEXT), further);
      if (signal === null) {
        expect(status).toBe(0);
        expect(at).toBeGreaterThan(8);
        break;
      }
      if (existsSync(output.site)) expect([before, after]).toContainEqual(read(output.site));
      // What the next build does first, and `npm run preview`.
      settleSite(output);
      const found = read(output.site);
      expect(existsSync(join(output.site, 'gone'))).toBe(found['index.html'] === 'last');
      expect([before, after], `killed at ${at}`).toContainEqual(found);
      states.add(found['index.html'] ?? '');
      expect(readdirSync(output.own).filter((name) => !name.includes('files.json'))).toEqual([]);
      swapSite(output, make(NEXT), moment);
      expect(read(output.site), `built again after ${at}`).toEqual(after);
    }
    expect([...states].sort()).toEqual(['last', 'next']);
  },
  60_000,
);

test.each([{}, { OTHER_DISK: '1' }])(
  'when the disk is full, the last site is in its place, with a sentence (%o)',
  (further) => {
    for (let at = 1, isSwapped = false; !isSwapped; at++) {
      const { output, make } = place();
      const { status, stdout } = failing(at, output, make(NEXT), { FAIL_AS: 'full', ...further });
      isSwapped = status === 0 && read(output.site)['index.html'] === 'next';
      expect(read(output.site), `full at ${at}`).toEqual(isSwapped ? after : before);
      if (!isSwapped) expect(stdout).toMatch(/^The disk with .+ is full\.\n$/);
      if (!isSwapped) expect(existsSync(output.next)).toBe(false);
    }
  },
  60_000,
);
