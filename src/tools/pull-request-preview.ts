import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDate, momentOf } from '../blog/dates.ts';
import { textField } from '../blog/judge/prose.ts';
import { judgeContent } from '../blog/judge.ts';
import { addressBook } from '../blog/urls.ts';
import { parseMdx } from '../markdown/parse.ts';
import { changedFiles } from './changed-files.ts';
import { readContentFolder } from './content-folder.ts';
import { startSiteServer } from './site-server.ts';

/**
 * `npm run pull-request-preview` builds the site as it will be once every changed post is out, also
 * drafts and scheduled ones, and takes pictures of their pages with the browser that is there.
 */
const content = process.env['CONTENT_DIR'] ?? 'content';
const copy = '.pull-request/content';
const preview = '.pull-request/preview';
const site = join(preview, 'site');

const { posts, catalogue } = judgeContent(await readContentFolder(content), parseMdx);
const changed = await changedFiles(process.env['BASE_SHA'] ?? 'main', content);
const isChanged = (id: string) => changed.some(({ path }) => path.startsWith(`posts/${id}/`));
const shown = posts.filter(({ id }) => isChanged(id));
await rm('.pull-request/content', { recursive: true, force: true });
await rm(preview, { recursive: true, force: true });
await cp(content, copy, { recursive: true });
for (const { id, source } of shown) {
  await writeFile(
    join(copy, 'posts', id, 'index.mdx'),
    source.replace(/^draft: *true *\r?\n/m, ''),
  );
}
const moments = shown.flatMap((post) => {
  const date = textField(post, 'date');
  return date && isDate(date) ? [momentOf(date, catalogue.program.timeZone).getTime()] : [];
});
const moment = new Date(Math.max(Date.now(), ...moments));
await run('npm', ['run', '--silent', 'build'], {
  CONTENT_DIR: copy,
  OUT_DIR: site,
  BUILD_TIME: moment.toISOString(),
  BASE: '/',
  PREVIEW: '1',
});
await takePictures();

/** Pictures of the home page and of the changed posts, on a desk and on a phone. */
async function takePictures() {
  const browser = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
  ].find((path) => path && existsSync(path));
  if (!browser) return console.log('There is no browser here, so no pictures were taken.');
  const server = await startSiteServer({ folder: site, base: '/', host: '127.0.0.1', port: 0 });
  const urls = addressBook(server.address, '/');
  const pages = [
    { name: 'home', path: urls.home },
    ...shown.slice(0, 10).map(({ id }) => ({ name: id, path: urls.post(id) })),
  ];
  await mkdir(join(preview, 'pictures'), { recursive: true });
  for (const { name, path } of pages) {
    for (const [where, size] of [
      ['desk', '1280,2400'],
      ['phone', '500,2400'],
    ]) {
      const picture = join(preview, 'pictures', `${name}-${where}.png`);
      await run(browser, [
        ...['--headless', '--hide-scrollbars', '--disable-gpu', `--window-size=${size}`],
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...[`--screenshot=${picture}`, urls.absolute(path)],
      ]);
    }
  }
  await server.close();
  console.log(`Pictures of ${pages.length} pages are in ${preview}/pictures.`);
}

async function run(command: string, words: string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(command, words, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`${command} ended with ${code}.`);
}
