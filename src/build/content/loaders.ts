import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type PostFile, readPostFile } from '../../core/content-files/post-file.ts';
import { reportedProblems } from '../../core/content-files/problem.ts';
import { isPlainMarkdown, parseMdx } from '../../core/markdown/satteri.ts';
import { programSchema } from '../../core/model/program.ts';
import { questionHeadings } from '../../core/model/questions.ts';
import { contentFolder, postPath } from '../../environment.ts';
import { responseEntries } from '../../responses/response-file.ts';
import { settledFiles } from './settled-files.ts';

/** The folder of the program's content: `CONTENT_DIR`, else `content`. */
export const contentDir = contentFolder();

/** The questions' headings as `program.yaml` names them. */
async function headingsOfProgram(): Promise<ReadonlySet<string>> {
  const program = programSchema.pick({ questionHeadings: true }).strip();
  const text = await readFile(`${contentDir}/program.yaml`, 'utf8');
  return questionHeadings(program.parse(parse(text)));
}

/** Loads a folder of YAML files, one entry each. Dates stay strings. */
export function yamlFolder(folder: string): Loader {
  return readFolder(folder, '*.yaml', (text) => parse(text));
}

/** Loads the responses beside posts, each by itself; who shows them judges them by their post. */
export function responsesBeside(folder: string): Loader {
  return readFolder(folder, '*/responses.yaml', (text, file) => {
    const { entries, problems } = responseEntries(text, file);
    if (!entries) throw new Error(reportedProblems(problems).map(inOneLine).join('\n'));
    return entries;
  });
}

function readFolder(
  folder: string,
  pattern: string,
  read: (text: string, file: string) => object,
): Loader {
  const generateId = ({ entry }: { entry: string }) => entry.replace(/(\/\w+)?\.yaml$/, '');
  const files = glob({ base: `${contentDir}/${folder}`, pattern, generateId });
  return {
    ...files,
    name: `folder:${folder}/${pattern}`,
    load: (context) =>
      files.load({
        ...context,
        ...settled(context),
        parseData: async (entry) => {
          const text = await sourceOf(entry.filePath);
          const data = read(text, entry.filePath ?? entry.id) as typeof entry.data;
          return context.parseData({ ...entry, data });
        },
      }),
  };
}

/**
 * Loads a folder of posts or standing pages. Each is judged against its schema and the allowlist
 * before anything is compiled. One that is Markdown alone is rendered here and kept between
 * builds; one with components is left to MDX.
 *
 * @param folder its name in the content folder
 * @param pattern which files; a folder with an `index` file is named after itself
 * @param schema the schema of the front matter, pictures as strings
 * @param shape what is kept of a file
 */
export function proseFolder<Schema extends z.ZodType>(
  folder: string,
  pattern: string,
  schema: Schema,
  shape: (read: PostFile<z.output<Schema>>) => object,
): Loader {
  const headings = headingsOfProgram();
  const files = glob({
    base: `${contentDir}/${folder}`,
    pattern,
    generateId: ({ entry }) => entry.replace(/(\/index)?\.mdx$/, ''),
  });
  return {
    ...files,
    name: `prose-folder:${folder}`,
    load: async (context) => {
      const plain = new Map<string, Awaited<ReturnType<LoaderContext['renderMarkdown']>>>();
      const parseData: LoaderContext['parseData'] = async (entry) => {
        const source = await sourceOf(entry.filePath);
        const { post, problems } = readPostFile(source, {
          file: entry.filePath ?? entry.id,
          schema,
          parse: parseMdx,
          headings: await headings,
        });
        if (!post) throw new Error(reportedProblems(problems).map(inOneLine).join('\n'));
        if (!forcedThroughMdx && isPlainMarkdown(source)) {
          const fileURL = pathToFileURL(entry.filePath ?? '');
          plain.set(
            entry.id,
            await context.renderMarkdown(`---\n---\n\n${post.body}`, { fileURL }),
          );
        } else {
          plain.delete(entry.id);
        }
        // It has been judged by its schema; Astro would make that anew for each entry.
        return shape(post) as typeof entry.data;
      };
      const set: LoaderContext['store']['set'] = (entry) => {
        const cover = coverIn(entry.data);
        const imageImports = cover ? [COVER] : [];
        const rendered = plain.get(entry.id);
        const inText = rendered?.metadata?.imagePaths ?? [];
        const assetImports = cover ? [cover, ...inText] : inText;
        if (!rendered) return context.store.set({ ...entry, imageImports, assetImports });
        const { deferredRender: _, ...rest } = entry;
        return context.store.set({ ...rest, rendered, imageImports, assetImports });
      };
      return files.load({
        ...context,
        ...settled(context),
        parseData,
        store: { ...context.store, set },
      });
    },
  };
}

/** The watcher that tells of whole files, where there is one. */
function settled({ watcher }: Pick<LoaderContext, 'watcher'>): Pick<LoaderContext, 'watcher'> {
  return watcher ? { watcher: settledFiles(watcher) } : {};
}

/** Where a post's data names its cover, for Astro to put the picture itself there. */
const COVER = ['fields', 'cover', 'image'];

function coverIn(data: Record<string, unknown>): string | undefined {
  return (data as { fields?: { cover?: { image: string } } }).fields?.cover?.image;
}

/** `POST_PATH=mdx` sends every post through MDX, so that a test can compare both paths. */
const forcedThroughMdx = postPath() === 'mdx';

function inOneLine(problem: {
  file: string;
  line?: number | undefined;
  message: string;
  hint: string;
}) {
  return `${problem.file}:${problem.line ?? 1} ${problem.message} ${problem.hint}`;
}

function sourceOf(filePath: string | undefined): Promise<string> {
  return readFile(filePath ?? '', 'utf8');
}

/** Loads one YAML file whose keys are the ids; `order` keeps the place of each. */
export function contentFile(name: string): Loader {
  const file = `${contentDir}/${name}`;
  return {
    name: `content-file:${name}`,
    load: async ({ store, meta, parseData, generateDigest, watcher, logger }) => {
      const fill = async () => {
        const text = await readFile(file, 'utf8');
        const digest = generateDigest(text);
        // Whatever is set anew has Astro write down all content, posts and all.
        if (meta.get('digest') === digest) return;
        const all = (parse(text) ?? {}) as Record<string, object>;
        store.clear();
        for (const [order, [id, fields]] of Object.entries(all).entries()) {
          store.set({ id, data: await parseData({ id, data: { fields, order } }) });
        }
        meta.set('digest', digest);
      };
      await fill();
      // What can't be read while somebody writes leaves what was there before.
      const refill = () => fill().catch((error: Error) => logger.error(`${file} ${error.message}`));
      const told = (path: string) => path.replaceAll('\\', '/').endsWith(file) && refill();
      (watcher && settledFiles(watcher))?.on('change', told).on('add', told);
    },
  };
}
