import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFolder } from '../../core/content-files/folder.ts';
import { readYaml } from '../../core/content-files/yaml.ts';
import { parsePost } from '../../core/markdown/micromark.ts';
import { programSchema } from '../../core/model/program.ts';
import { withSnapshot } from '../../responses/node/saved-snapshot.ts';
import { autofix } from '../autofix.ts';
import { type CheckedContent, checkContent } from '../check.ts';
import type { CheckReport } from '../reporters.ts';
import { isExample } from '../rules/examples.ts';
import { scheduledPosts } from '../schedule.ts';
import { type PublishedContent, publishedContent } from './published.ts';
import { decoded, readContentFolder, withGpsFlags } from './read-folder.ts';

export interface CheckOptions {
  /** The content folder. */
  folder: string;
  /** The moment that counts as now. */
  now: Date;
  /** Whether what is safe is mended in the files. */
  fix?: boolean;
  /** Whether the content is compared with what is published. */
  compare?: boolean;
  /** A commit with which it is compared, if not with the published branch. */
  since?: string | undefined;
}

/** Checks all content, and mends it where that is asked for. */
export async function runCheck(options: CheckOptions): Promise<CheckReport> {
  const { folder: name, now } = options;
  const folder = await readContentFolder(name);
  const examples = await examplePrograms(name);
  const compared = options.compare ? await comparison(folder, examples, options.since) : undefined;
  const judged = (one: ContentFolder) =>
    checkContent(one, parsePost, {
      ...{ now, published: compared?.files, added: addedIn(compared), examples },
    });
  const mending = options.fix ? autofix(folder, (one) => judged(one).problems) : undefined;
  for (const [path, text] of mending?.changed ?? []) await writeFile(join(name, path), text);
  const after = mending ? await readContentFolder(name) : folder;
  const whole = await withSnapshot(await withGpsFlags(await decoded(after), compared?.changed));
  const { problems, posts, catalogue } = judged(whole);
  return {
    problems,
    postCount: posts.length,
    scheduled: scheduledPosts(posts, catalogue, now),
    mended: mending?.told ?? [],
    compared: compared && { isDone: compared.files !== undefined, sentence: compared.sentence },
  };
}

/** All content as the check judges it, compared with what is published. */
export async function checkedFolder(name: string, now: Date): Promise<CheckedContent> {
  const folder = await readContentFolder(name);
  const examples = await examplePrograms(name);
  const { files, changed } = await comparison(folder, examples, undefined);
  const through = await withGpsFlags(await decoded(folder), changed);
  return checkContent(through, parsePost, { now, published: files, examples });
}

/** What differs from what is published, and was not there. */
function addedIn(compared: PublishedContent | undefined): ReadonlySet<string> | undefined {
  const { files, changed } = compared ?? {};
  return files && changed && new Set([...changed].filter((path) => !files.has(path)));
}

/** What is published, by the branch that `program.yaml` names. An example is nobody's published blog. */
async function comparison(
  folder: ContentFolder,
  examples: readonly string[],
  since: string | undefined,
): Promise<PublishedContent> {
  const text = folder.texts.get('program.yaml') ?? '';
  const { given } = readYaml(text, programSchema, 'program.yaml');
  const branch = programSchema.shape.branch.safeParse(given['branch']).data ?? 'main';
  const published = await publishedContent(folder.name, branch, since);
  return published.files && isExample(published.files.get('program.yaml') ?? '', text, examples)
    ? { sentence: 'Not compared with the published version: that is the example.' }
    : published;
}

/** The texts of `program.yaml` of the examples beside a content folder. */
async function examplePrograms(folder: string): Promise<string[]> {
  const all = join(folder, '..', 'examples');
  const names = await readdir(all).catch(() => []);
  const texts = names
    .toSorted()
    .map((name) => readFile(join(all, name, 'program.yaml'), 'utf8').catch(() => undefined));
  return (await Promise.all(texts)).filter((text) => text !== undefined);
}
