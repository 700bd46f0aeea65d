import { readFile } from 'node:fs/promises';
import { glob, type Loader } from 'astro/loaders';
import { parse } from 'yaml';
import { programSchema, questionHeadings } from '../blog/program.ts';
import { questionsOf } from '../blog/questions.ts';
import { parseMdx } from '../markdown/parse.ts';

/** The folder of the program's content, from the project's folder: CONTENT_DIR, else `content`. */
export const contentRoot = process.env['CONTENT_DIR'] ?? 'content';

/** The questions' headings as `content/program.yaml` names them. */
async function headingsOfProgram(): Promise<ReadonlySet<string>> {
  const program = programSchema.pick({ questionHeadings: true }).strip();
  return questionHeadings(
    program.parse(parse(await readFile(`${contentRoot}/program.yaml`, 'utf8'))),
  );
}

/**
 * Loads a folder of files, one entry each; a folder with an `index` file is named after itself.
 * YAML is read with its dates as strings, so that a day that does not exist is not made another.
 *
 * @param read what becomes of a file's front matter and text before its schema sees it
 */
export function contentFolder(
  base: string,
  pattern: string,
  read: (fields: unknown, source: string) => unknown = (fields) => fields,
): Loader {
  const files = glob({
    base,
    pattern,
    generateId: ({ entry }) => entry.replace(/(\/index)?\.\w+$/, ''),
  });
  return {
    ...files,
    name: `content-folder:${base}`,
    load: (context) =>
      files.load({
        ...context,
        parseData: async (entry) => {
          const source = await readFile(entry.filePath ?? '', 'utf8');
          const fields = parse(/^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1] ?? source);
          const data = (await read(fields, source)) as Record<string, unknown>;
          const parsed: unknown = await context.parseData({ ...entry, data });
          return parsed as typeof entry.data;
        },
      }),
  };
}

/** Loads the posts: `fields` from the front matter, and `questions` from the text. */
export function postFolder(base: string): Loader {
  const headings = headingsOfProgram();
  return contentFolder(base, '*/index.mdx', async (fields, source) => ({
    fields,
    questions: questionsOf(parseMdx(source), await headings),
  }));
}

/** Loads one YAML file whose keys are the ids; `order` keeps the place of each. */
export function contentFile(file: string): Loader {
  return {
    name: `content-file:${file}`,
    load: async ({ store, parseData, watcher }) => {
      const fill = async () => {
        const all = parse(await readFile(file, 'utf8')) as Record<string, object>;
        store.clear();
        for (const [order, [id, fields]] of Object.entries(all).entries()) {
          store.set({ id, data: await parseData({ id, data: { fields, order } }) });
        }
      };
      await fill();
      watcher?.on('change', (path) => path.endsWith(file.replace(/^\.\//, '')) && fill());
    },
  };
}
