import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDate } from '../core/model/dates.ts';
import { siteUrls } from '../core/site/urls.ts';
import { endWithSentence, say } from '../core/terminal/say.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { type DatedPost, datedPost, plainField } from '../github/dated-posts.ts';
import { recentlyPublished } from '../github/due-posts.ts';
import { isThere } from '../github/node/published-page.ts';

/**
 * `npm run due` asks the published site for the posts that came out lately, and says which are not
 * there yet. On GitHub it writes `due=true` for the steps after it when the site must be built. It
 * needs no package, so that a look each hour installs nothing; what it cannot read counts as due.
 */
endWithSentence();
const content = contentFolder();
const now = runMoment();
const file = join(content, 'program.yaml');
const program = await readFile(file, 'utf8').catch(() => '');
const address = process.env['SITE_ADDRESS'] || plainField(program, 'address');
const timeZone = plainField(program, 'timeZone');
if (!address || !URL.canParse(address) || !timeZone || /^(?:<{7}|>{7})/m.test(program))
  throw new Error(
    `${file} cannot be read, or has no "address:" and "timeZone:" on lines of their own. \`npm run check\` says more.`,
  );
const due: string[] = [];
await look(new URL(address), timeZone);
say(due.length > 0 ? `Not on the site yet: ${due.join(', ')}.` : 'The site is up to date.');
const output = process.env['GITHUB_OUTPUT'];
if (output) await appendFile(output, `due=${due.length > 0}\n`);

async function look(site: URL, timeZone: string): Promise<void> {
  const urls = siteUrls(site.origin, site.pathname);
  const dated: DatedPost[] = [];
  for (const { id, text } of await postFiles()) {
    const post = datedPost(id, text);
    if (post && isDate(post.date)) dated.push(post);
    else due.push(`${id}, whose date is not a plain line`);
  }
  for (const { id } of recentlyPublished(dated, now, timeZone))
    if (!(await isThere(urls.absolute(urls.post(id))))) due.push(id);
}

/** The files of the posts; a folder without one is none. */
async function postFiles(): Promise<{ id: string; text: string }[]> {
  const folder = join(content, 'posts');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isDirectory())
    .map(async ({ name: id }) => {
      const text = await readFile(join(folder, id, 'index.mdx'), 'utf8').catch(() => undefined);
      return text === undefined ? [] : [{ id, text }];
    });
  return (await Promise.all(files)).flat();
}
