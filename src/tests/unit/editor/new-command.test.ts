import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'blog-new-'));
cpSync('src/tests/fixtures/site', folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

function run(tool: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`src/commands/${tool}.ts`, ...words],
    {
      env: { ...process.env, CONTENT_DIR: folder, BUILD_TIME: '2013-05-20T00:00:00Z' },
      encoding: 'utf8',
      input: '',
    },
  );
  return { status, stdout, stderr };
}

test('the help fits a screen', () => {
  const lines = run('new', '--help').stdout.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test('a post is begun without questions, passes the check, and is never overwritten', () => {
  const first = run('new', '--yes', '--title', 'Wurzeln schlagen', '--month', '2013-06');
  const file = join(folder, 'posts/2013-06-wurzeln-schlagen/index.mdx');
  expect(first.stdout).toContain(file);
  expect(first.stdout).toContain('It is published on 1 June 2013');
  const text = readFileSync(file, 'utf8');
  expect(run('check').stdout).not.toContain('2013-06-wurzeln');

  const again = run(
    'new',
    '--yes',
    '--title',
    'Wurzeln schlagen',
    '--id',
    '2013-06-wurzeln-schlagen',
  );
  expect(again.status).toBe(1);
  expect(again.stderr).toContain('Nothing was written.');
  expect(run('new', '--yes', '--title', 'Wurzeln schlagen', '--month', '2013-06').stderr).toBe(
    'The suggested folder already exists.\nStill needed: --id, with another name.\nNothing was written.\n',
  );
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('without a terminal and without flags it says what is needed, and no stack trace', () => {
  const { status, stderr } = run('new');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Still needed: --kind, --title[\s\S]*Nothing was written\.\n$/);
});

test('an unknown flag is named', () => {
  expect(run('new', '--titel', 'x').stderr).toContain("Unknown option '--titel'");
});
