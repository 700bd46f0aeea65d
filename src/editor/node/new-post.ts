import { checkContent } from '../../check/check.ts';
import { textField } from '../../check/document.ts';
import { readContentFolder } from '../../check/node/read-folder.ts';
import { inPlainWords } from '../../check/reporters.ts';
import type { ContentFolder } from '../../core/content-files/folder.ts';
import { readYaml, saysNothing } from '../../core/content-files/yaml.ts';
import { parsePost } from '../../core/markdown/micromark.ts';
import { programSchema } from '../../core/model/program.ts';
import { roundsSchema } from '../../core/model/round.ts';
import { tagsSchema } from '../../core/model/tag.ts';
import type { PromptContext } from '../prompts.ts';

/**
 * What a content folder offers to somebody who begins a post.
 *
 * @param today says today's ISO day in a time zone
 * @throws Error with a sentence when the folder, the program, its rounds or its tags cannot be read
 */
export async function readPromptContext(
  folder: string,
  today: (timeZone: string) => string,
): Promise<{ context: PromptContext; content: ContentFolder }> {
  const content = await readContentFolder(folder);
  const yaml = <Schema extends Parameters<typeof readYaml>[1]>(path: string, schema: Schema) => {
    const { value } = readYaml(content.texts.get(path) ?? '', schema, path);
    if (!value) throw new Error(`${folder}/${path} cannot be read. Run \`npm run check\` first.`);
    return value;
  };
  const program = yaml('program.yaml', programSchema);
  const hasRounds = !saysNothing(content.texts.get('rounds.yaml') ?? '');
  const context = {
    program,
    rounds: hasRounds ? named(yaml('rounds.yaml', roundsSchema)) : [],
    tags: named(yaml('tags.yaml', tagsSchema)),
    people: idsOf(content, /^people\/([^/]+)\.yaml$/),
    posts: takenIds(content),
    today: today(program.timeZone),
  };
  return { context, content };
}

/** What the check would refuse in a file that is not there yet; nothing if it is fine. */
export function refusals(content: ContentFolder, path: string, text: string): string | undefined {
  const texts = new Map(content.texts).set(path, text);
  const judged = checkContent({ ...content, texts }, parsePost);
  const problems = judged.problems.filter(
    ({ file, severity }) => file === `${content.name}/${path}` && severity === 'error',
  );
  if (problems.length === 0) return undefined;
  return inPlainWords({ problems, postCount: 1, scheduled: [], mended: [] });
}

/** Every id of a post that was ever used, also of posts with mistakes in them. */
function takenIds(content: ContentFolder): PromptContext['posts'] {
  const { catalogue, posts } = checkContent(content, parsePost);
  const months = new Map(posts.map((post) => [post.id, textField(post, 'month')]));
  return Object.entries(catalogue.posts).map(([id, { formerly }]) => ({
    id,
    formerly,
    month: months.get(id),
  }));
}

function idsOf(content: ContentFolder, path: RegExp): string[] {
  return [...content.texts.keys()].flatMap((name) => path.exec(name)?.[1] ?? []).sort();
}

function named<Thing>(things: Record<string, Thing>): (Thing & { id: string })[] {
  return Object.entries(things).map(([id, thing]) => ({ ...thing, id }));
}
