import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent } from '../check/check.ts';
import { textField } from '../check/document.ts';
import { readContentFolder } from '../check/node/read-folder.ts';
import { parsePost } from '../core/markdown/micromark.ts';
import { isDate, momentOf } from '../core/model/dates.ts';
import { siteUrls } from '../core/site/urls.ts';
import { endWithSentence, say } from '../core/terminal/say.ts';
import { contentFolder } from '../environment.ts';
import { changedFiles } from '../github/node/changed-files.ts';
import { type Screenshot, takeScreenshots } from '../github/node/screenshots.ts';
import { previewPage } from '../github/preview-page.ts';
import { type ChangedEntry, pullRequestReport } from '../github/pull-request-report.ts';

/**
 * `npm run pull-request-preview` builds the site as it will be once every changed post is out, also
 * drafts and scheduled ones. With the browser that is there it takes pictures of their pages, and
 * puts them on a page that can be opened from the disk. Without a browser there are none.
 */
endWithSentence();
const content = contentFolder();
const copy = '.pull-request/content';
const preview = '.pull-request/preview';
const site = join(preview, 'site');
/** Of so many posts, and of so many other pages, pictures are taken. */
const MOST_PICTURED = 10;

const checked = checkContent(await readContentFolder(content), parsePost);
const { posts, catalogue } = checked;
const changed = await changedFiles(process.env['BASE_SHA'] ?? 'main', content);
const { entries } = pullRequestReport(changed, checked, parsePost);
const isChanged = (id: string) => changed.some(({ path }) => path.startsWith(`posts/${id}/`));
const shown = posts.filter(({ id }) => isChanged(id));
await rm(copy, { recursive: true, force: true });
await rm(preview, { recursive: true, force: true });
await cp(content, copy, { recursive: true });
for (const { id, source } of shown) {
  await writeFile(
    join(copy, 'posts', id, 'index.mdx'),
    source.replace(/^draft: *true *\r?\n/m, ''),
  );
}
await build();

// An address on the preview itself, which has no base path.
const urls = siteUrls('http://127.0.0.1:8000', '/');
const pages = [
  { name: 'home', title: 'The home page', path: urls.home },
  ...shown.slice(0, MOST_PICTURED).map((post) => ({
    name: post.id,
    title: textField(post, 'title') ?? post.id,
    path: urls.post(post.id),
  })),
  ...entries.flatMap((entry) => pageOf(entry) ?? []).slice(0, MOST_PICTURED),
];
const pictures = await takeScreenshots(site, pages, join(preview, 'pictures')).catch(without);
const front = pages.map(({ title, path }) => ({
  title,
  path,
  pictures: [
    ...pictures
      .filter((picture) => picture.path === path)
      .map(({ file, shows }) => ({ file: `pictures/${file}`, shows })),
    ...socialCardImage(path),
  ],
}));
await writeFile(join(preview, 'index.html'), previewPage(front));
say(`Wrote ${preview}/index.html, with ${pictures.length} pictures of pages.`);

/** The page on which a changed page, tag, round or person is seen. Settings are seen on the home page. */
function pageOf({ is, id, title, change }: ChangedEntry) {
  if (is === 'program' || is === 'language' || change === 'gone') return undefined;
  const { page, tag, round, person } = urls;
  const path = { page, tag, round, person }[is](id);
  return { name: `${is}-${id}`, title, path };
}

/** Builds the site with its clock set to when the last of the changed posts comes out. */
async function build() {
  const moments = shown.flatMap((post) => {
    const date = textField(post, 'date');
    return date && isDate(date) ? [momentOf(date, catalogue.program.timeZone).getTime()] : [];
  });
  const inputs = {
    CONTENT_DIR: copy,
    OUT_DIR: site,
    // The site's own cache knows nothing of drafts that are shown as published.
    CACHE_DIR: '.pull-request/cache',
    BUILD_TIME: new Date(Math.max(Date.now(), ...moments)).toISOString(),
    BASE: '/',
    PREVIEW: '1',
  };
  const child = spawn('npm', ['run', '--silent', 'build'], {
    env: { ...process.env, ...inputs },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`The preview could not be built (${code}).`);
}

/** A preview without pictures is better than none. */
function without(reason: unknown): Screenshot[] {
  const why = reason instanceof Error ? reason.message.split('\n')[0] : reason;
  say(`No pictures were taken. ${why}`);
  return [];
}

function socialCardImage(path: string) {
  const file = `site${urls.socialCard(path)}`;
  return existsSync(join(preview, file)) ? [{ file, shows: 'where it is shared' }] : [];
}
