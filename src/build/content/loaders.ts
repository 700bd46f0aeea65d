import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { parse } from 'yaml';
import { reportedProblems } from '../../core/content-files/problem.ts';
import { proseTree } from '../../core/markdown/satteri.ts';
import type { Room } from '../../core/model/heading-anchors.ts';
import { programSchema } from '../../core/model/program.ts';
import { questionHeadings } from '../../core/model/questions.ts';
import { contentFolder, postPath } from '../../environment.ts';
import { responseEntries } from '../../responses/response-file.ts';
import { type Reading, takeReading } from './readings.ts';
import { settledFiles } from './settled-files.ts';
import { anchorsBeside } from './taken-anchors.ts';

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

/** What a text is to everybody behind `content.ts`, who parses nothing. */
export interface LoadedText extends Pick<Reading, 'questions' | 'anchors'> {
  /** From `proseTree`, as JSON. */
  prose: string;
  /** From `addressedNodes`, as JSON. */
  addressed: string;
}

/**
 * Loads a folder of posts or standing pages. Each is judged against its schema and the allowlist
 * before anything is compiled. One that is Markdown alone is rendered here and kept between
 * builds; one with components is left to MDX.
 *
 * @param folder its name in the content folder
 * @param pattern which files; a folder with an `index` file is named after itself
 * @param shape what is kept of the fields, beside the text
 */
export function proseFolder(
  folder: Room,
  pattern: string,
  shape = (fields: Reading['fields']) => fields,
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
      const bodies = new Map<string, string>();
      const plain = new Map<string, Awaited<ReturnType<LoaderContext['renderMarkdown']>>>();
      const parseData: LoaderContext['parseData'] = async (entry) => {
        const source = await sourceOf(entry.filePath);
        const { id, filePath: file = id } = entry;
        const fileURL = pathToFileURL(file);
        const takenAnchors = folder === 'posts' ? anchorsBeside(fileURL) : [];
        const ours = { room: folder, id, file, source, takenAnchors };
        const found = takeReading(ours, await headings);
        const { reading } = found;
        if (!reading) throw new Error(reportedProblems(found.problems).map(inOneLine).join('\n'));
        const { questions, anchors, body } = reading;
        if (!forcedThroughMdx && reading.isPlain) {
          plain.set(entry.id, await context.renderMarkdown(`---\n---\n\n${body}`, { fileURL }));
        } else {
          plain.delete(entry.id);
        }
        bodies.set(id, body.trim());
        const text: LoadedText = {
          ...{ questions, anchors, addressed: JSON.stringify(reading.addressed) },
          prose: JSON.stringify(proseTree(body, await headings, fileURL, () => takenAnchors)),
        };
        // It has been judged by its schema; Astro would make that anew for each entry.
        return { fields: shape(reading.fields), ...text } as object as typeof entry.data;
      };
      const set: LoaderContext['store']['set'] = (entry) => {
        const cover = coverIn(entry.data);
        const imageImports = cover ? [COVER] : [];
        const rendered = plain.get(entry.id);
        const inText = rendered?.metadata?.imagePaths ?? [];
        const assetImports = cover ? [cover, ...inText] : inText;
        const body = bodies.get(entry.id) ?? entry.body ?? '';
        bodies.delete(entry.id);
        if (!rendered) return context.store.set({ ...entry, body, imageImports, assetImports });
        const { deferredRender: _, ...rest } = entry;
        return context.store.set({ ...rest, body, rendered, imageImports, assetImports });
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

/** Loads one YAML file whose keys are the ids; `order` keeps the place of each. Without the file there are none. */
export function contentFile(name: string): Loader {
  const file = `${contentDir}/${name}`;
  return {
    name: `content-file:${name}`,
    load: async ({ store, meta, parseData, generateDigest, watcher, logger }) => {
      const fill = async () => {
        const text = existsSync(file) ? await readFile(file, 'utf8') : '';
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
      (watcher && settledFiles(watcher))?.on('change', told).on('add', told).on('unlink', told);
    },
  };
}
