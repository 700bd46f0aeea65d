import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent } from '../check/check.ts';
import { readContentFolder } from '../check/node/read-folder.ts';
import { readYaml } from '../core/content-files/yaml.ts';
import { parsePost } from '../core/markdown/micromark.ts';
import { programSchema } from '../core/model/program.ts';
import { complain, say } from '../core/terminal/say.ts';
import { contentFolder, runMoment } from '../environment.ts';
import { beginDiscussions, postsToDiscuss } from '../github/node/discussions-begin.ts';
import { isThere } from '../github/node/published-page.ts';
import { publishedSnapshot } from '../responses/node/published-snapshot.ts';
import { commandLine } from './command-line.ts';

const HELP = `npm run discussions
  creates the discussion on GitHub for each post that was published in the last
  90 days, takes responses and has no discussion yet, once its page is on the
  site. GITHUB_TOKEN is a token that may write discussions.`;

commandLine({ options: {} }, HELP);
try {
  await begin();
} catch (error) {
  complain(error);
}

async function begin() {
  const folder = contentFolder();
  const file = join(folder, 'program.yaml');
  const { giscus, address } =
    readYaml(await readFile(file, 'utf8'), programSchema, file).value ?? {};
  if (!address) throw new Error(`${file} cannot be read. Run \`npm run check\`.`);
  if (!giscus) return say(`${file} has no giscus: yet, so there is nothing to create.`);
  const here = process.env['GITHUB_REPOSITORY'];
  if (here && here.toLowerCase() !== giscus.repository.toLowerCase())
    return say(
      `The discussions are in ${giscus.repository}, where this command may not create any. giscus creates each one with its first answer.`,
    );
  const token = process.env['GITHUB_TOKEN'];
  if (!token)
    throw new Error('GITHUB_TOKEN is not set. It needs a token that may write discussions.');
  const wanted = postsToDiscuss(
    checkContent(await readContentFolder(folder), parsePost),
    runMoment(),
  );
  const site = process.env['SITE_ADDRESS'] ?? address;
  const onSite = (page: string) =>
    page.replace(address.replace(/\/$/, ''), site.replace(/\/$/, ''));
  const found = await publishedSnapshot(site, giscus, new Date());
  if ('why' in found) throw new Error(`${found.why} Nothing was created.`);
  // A discussion that has lost its hash is known by its number there, and by nothing else.
  const discussed = 'snapshot' in found ? found.snapshot.discussions.map(({ post }) => post) : [];
  const missing = wanted.filter(({ permanentId }) => !discussed.includes(permanentId));
  const published: typeof missing = [];
  for (const post of missing) {
    if (await isThere(onSite(post.address))) published.push(post);
    else say(`${post.permanentId} is not on the site yet.`);
  }
  const endpoint = process.env['GITHUB_GRAPHQL_URL'] ?? 'https://api.github.com/graphql';
  const api = { endpoint, token, say };
  const begun = await beginDiscussions(api, giscus, published);
  for (const url of begun) say(`Begun: ${url}`);
  if (begun.length === 0) say('There was nothing to create.');
}
