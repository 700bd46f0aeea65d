import { appendFile } from 'node:fs/promises';
import { checkContent } from '../check/check.ts';
import { textField } from '../check/document.ts';
import { readContentFolder } from '../check/node/read-folder.ts';
import { readProgram } from '../core/content-files/node/program-file.ts';
import { parsePost } from '../core/markdown/micromark.ts';
import { siteUrls } from '../core/site/urls.ts';
import { endWithSentence, say } from '../core/terminal/say.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { recentlyPublished } from '../github/due-posts.ts';
import { isThere } from '../github/node/published-page.ts';

/**
 * `npm run due` asks the published site for the posts that came out lately, and says which are not
 * there yet. On GitHub it writes `due=true` for the steps after it when the site must be built.
 */
endWithSentence();
const now = runMoment();
const content = contentFolder();
const { address, timeZone } = await readProgram(content);
const folder = await readContentFolder(content);
const { posts, catalogue } = checkContent(folder, parsePost);
const site = new URL(process.env['SITE_ADDRESS'] ?? address);
const urls = siteUrls(site.origin, site.pathname);
const dated = posts.flatMap(({ id, ...post }) => {
  const date = textField(post, 'date');
  return catalogue.posts[id]?.from && date ? [{ id, date, draft: false }] : [];
});
const due: string[] = [];
for (const { id } of recentlyPublished(dated, now, timeZone)) {
  if (!(await isThere(urls.absolute(urls.post(id))))) due.push(id);
}
say(due.length > 0 ? `Not on the site yet: ${due.join(', ')}.` : 'The site is up to date.');
const output = process.env['GITHUB_OUTPUT'];
if (output) await appendFile(output, `due=${due.length > 0}\n`);
