import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { outputFolder } from '../../../build/output/output-folder.ts';
import { swapSite } from '../../../build/output/site-swap.ts';

test('bad content stops the build with every problem, and the last site stays as it was', () => {
  const place = resolve('node_modules/.cache/bad-content');
  const [content, site] = [join(place, 'content'), join(place, 'dist')];
  rmSync(place, { recursive: true, force: true });
  cpSync('src/tests/fixtures/site', content, { recursive: true });
  swapSite(outputFolder(site), lastSite(join(place, 'made')), new Date(0));
  for (const [id, from, to] of [
    ['2013-03-soil', 'tags: [soil]', 'tags: [soul]'],
    ['2013-06-today', 'Applications are open', '<script>alert(1)</script>'],
  ] as const) {
    const file = join(content, 'posts', id, 'index.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  }
  const barrel = join(content, 'posts/2013-05-water/barrel.png');
  writeFileSync(barrel, readFileSync(barrel).subarray(0, -40));
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: site, CACHE_DIR: join(place, 'cache') },
    shell: process.platform === 'win32',
  });
  expect(status).toBe(1);
  expect(stderr).toContain(
    'posts/2013-03-soil/index.mdx:8\n  tags: "soul" is not one of our tags.',
  );
  expect(stderr).toContain('posts/2013-06-today/index.mdx:10\n  <script> is HTML code');
  expect(stderr).toContain(
    'posts/2013-05-water/index.mdx:12\n  "barrel.png" is damaged or incomplete',
  );
  expect(stderr).toContain('4 problems in 5 posts. Nothing was changed.\nThe site was not built.');
  expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect(readdirSync(site)).toEqual(['index.html']);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('the last site');
});

test.each([
  ['program.yaml is missing', {}, 'program.yaml\n  This file is missing.'],
  ['BUILD_TIME is no moment', { BUILD_TIME: 'soon' }, 'BUILD_TIME is "soon".'],
])('%s: build and live preview end with a sentence', (_, env, sentence) => {
  const place = resolve('node_modules/.cache/bad-program');
  const content = join(place, 'content');
  rmSync(place, { recursive: true, force: true });
  cpSync('src/tests/fixtures/site', content, { recursive: true });
  if (!('BUILD_TIME' in env)) rmSync(join(content, 'program.yaml'));
  for (const command of ['build', 'dev']) {
    const { status, stderr } = spawnSync('npm', ['run', '--silent', command], {
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ CONTENT_DIR: content, OUT_DIR: join(place, 'dist'), CACHE_DIR: join(place, 'cache') },
        ...env,
      },
      shell: process.platform === 'win32',
    });
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+|Stack trace/);
  }
});

function lastSite(folder: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), 'the last site');
  return folder;
}
