import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 240_000 });

/** Each command that reads the content, and the slips for which it ends with a sentence and 1. */
const COMMANDS: Record<string, string[]> = {
  check: ['check.ts', '--no-compare'],
  preview: ['preview.ts'],
  new: ['new.ts', '--title=A thing', '--yes', '--dry-run'],
  due: ['due.ts'],
  responses: ['responses.ts'],
  restore: ['responses.ts', 'restore'],
  add: [
    'responses.ts',
    'add',
    '2013-03-soil',
    '--name=A',
    '--date=2013-04-01',
    '--text=B',
    '--agreed',
  ],
  discussions: ['discussions.ts'],
  start: ['start.ts'],
};

const program = () => join(folder, 'program.yaml');
const SLIPS: Record<string, () => void> = {
  missing: () => rmSync(program()),
  empty: () => writeFileSync(program(), '# Nothing\n'),
  'a list': () => writeFileSync(program(), '- a\n'),
  'no YAML': () => writeFileSync(program(), 'name: [a\n'),
  'UTF-16': () =>
    writeFileSync(program(), Buffer.from(`\ufeff${readFileSync(program(), 'utf8')}`, 'utf16le')),
  'a conflict': () => writeFileSync(program(), `<<<<<<< HEAD\n${readFileSync(program(), 'utf8')}`),
  'a folder': () => {
    rmSync(program());
    mkdirSync(program());
  },
  'no content': () => rmSync(folder, { recursive: true }),
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broken-commands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(words: string[], env: Record<string, string> = {}) {
  const [file = '', ...rest] = words;
  const { BASE: _, GITHUB_ACTIONS: __, ...own } = process.env;
  const child = spawn(process.execPath, [join('src/commands', file), ...rest], {
    env: {
      ...own,
      ...{ CONTENT_DIR: folder, BUILD_TIME: '2013-06-10T10:00:00Z', SITE_ADDRESS: '' },
      ...{ OUT_DIR: join(folder, 'nowhere'), RESPONSES_DIR: join(folder, 'nothing') },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => said.push(data));
  return new Promise<{ code: number | null; text: string }>((done) =>
    child.on('close', (code) => done({ code, text: Buffer.concat(said).toString() })),
  );
}

test.each(Object.keys(SLIPS))('program.yaml: %s', async (slip) => {
  rmSync(folder, { recursive: true, force: true });
  cpSync('src/tests/fixtures/site', folder, { recursive: true });
  SLIPS[slip]?.();
  // An answer by mail is filed beside its post, whatever the program says; a draft can be begun where
  // only the encoding is another.
  const isNeeded = (name: string) =>
    name === 'add' ? slip === 'no content' : name !== 'new' || slip !== 'UTF-16';
  const names = Object.keys(COMMANDS).filter(isNeeded);
  const told = await Promise.all(names.map((name) => run(COMMANDS[name] ?? [])));
  for (const [index, { code, text }] of told.entries()) {
    const about = { command: names[index], text };
    expect({ ...about, code }).toEqual({ ...about, code: 1 });
    expect(text).toMatch(/program\.yaml|There is no (folder|post)/);
    // What is in the copy is not what somebody can mend.
    expect(text).not.toContain('.practice/');
    expect(text).not.toMatch(/\n\s+at .*:\d+|node:internal|Error:/);
  }
});

test.each(['soon', '5', '2013-02-30', '2013-06-10 10:00', '2013-13-01T00:00:00Z'])(
  'BUILD_TIME=%s',
  async (moment) => {
    rmSync(folder, { recursive: true, force: true });
    cpSync('src/tests/fixtures/site', folder, { recursive: true });
    const names = ['check', 'new', 'due'];
    const told = await Promise.all(
      names.map((name) => run(COMMANDS[name] ?? [], { BUILD_TIME: moment })),
    );
    for (const { code, text } of told) {
      expect(code).toBe(1);
      expect(text).toContain(`BUILD_TIME is "${moment}". Write a time like`);
      expect(text).not.toMatch(/\n\s+at .*:\d+|Error:/);
    }
  },
);
