import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { expect, test, vi } from 'vitest';
import { editorBundle } from '../../../build/bundle/editor.ts';

const KEPT = 'cache/program-blog/editor-bundle';

/** A project with editors, of which builds can be made. */
async function project() {
  const root = await mkdtemp(join(tmpdir(), 'editor-bundle-'));
  const write = (name: string, text: string) => writeFile(join(root, name), text);
  vi.stubEnv('CACHE_DIR', join(root, 'cache'));
  await mkdir(join(root, 'src/editor/browser'), { recursive: true });
  await write('package-lock.json', '{}');
  await write('astro.config.mjs', '');
  await write('src/page.ts', 'import "./editor/browser/post-editor.ts"');
  await write('src/other.ts', 'document.title = "other"');
  await write('src/editor/browser/shared.ts', 'export const shared = () => document.title');
  await write(
    'src/editor/browser/post-editor.ts',
    'import { shared } from "./shared.ts"; console.log(shared()); import("./letters.ts")',
  );
  await write('src/editor/browser/reply-editor.ts', 'document.title = "reply"');
  await write(
    'src/editor/browser/letters.ts',
    'import { shared } from "./shared.ts"; document.title = shared() + "letters of"',
  );
  const at = (folder: string) => pathToFileURL(join(root, folder, '/'));
  const warn = vi.fn();
  const made = async (base = '/blog') => {
    let plugins: Plugin[] = [];
    editorBundle().hooks['astro:config:setup']?.({
      ...{ command: 'build', logger: { warn }, config: { root: at('.'), srcDir: at('src'), base } },
      updateConfig: (config: { vite: { plugins: Plugin[] } }) => {
        plugins = config.vite.plugins;
      },
    } as never);
    const names = '_astro/[name].[hash].js';
    const { output } = (await build({
      ...{ root, base, configFile: false, logLevel: 'warn', plugins },
      build: {
        write: false,
        rolldownOptions: {
          input: [join(root, 'src/page.ts'), join(root, 'src/other.ts')],
          output: { entryFileNames: names },
        },
      },
    })) as Rolldown.RolldownOutput;
    return new Map(
      output.map((one) => [one.fileName, String(one.type === 'chunk' ? one.code : one.source)]),
    );
  };
  const keptFile = async () => {
    const [name = ''] = await readdir(join(root, KEPT));
    return join(KEPT, name);
  };
  return { write, made, warn, keptFile };
}

test('an editor is the script of its page, and what it asks for later stands beside it', async () => {
  const { made } = await project();
  const files = await made();
  const [page = ''] = [...files.keys()].filter((name) => name.includes('/page.'));
  const [letters = ''] = [...files.keys()].filter((name) => name.includes('/letters.'));
  expect(files.get(page)).toContain(letters.replace('_astro/', './'));
  expect(files.get(letters)).toContain('letters of');
  // What both of them use is in the page's script, and reached through the editor's own name.
  const [editor = ''] = /post-editor[^"]+/.exec(files.get(letters) ?? '') ?? [];
  expect(files.get(`_astro/${editor}`)).toContain(page.replace('_astro/', './'));
  expect(files.get(page)).toContain('export{');
});

test('what was bundled once is the same the next time', async () => {
  const { made, keptFile } = await project();
  const first = await made();
  const kept = await keptFile();
  expect(await made()).toEqual(first);
  expect(await keptFile()).toBe(kept);
});

test('other code anywhere in it has another name', async () => {
  const { write, made, keptFile } = await project();
  const first = await made();
  const kept = await keptFile();
  await write('src/editor/browser/letters.ts', 'document.title = "more letters"');
  const second = await made();
  const [page = ''] = [...first.keys()].filter((name) => name.includes('/page.'));
  expect(second.has(page)).toBe(false);
  expect([...second.values()].join()).toContain('more letters');
  expect(await keptFile()).not.toBe(kept);
});

test('another address of the site makes it anew', async () => {
  const { made, keptFile } = await project();
  await made();
  const kept = await keptFile();
  await made('/');
  expect(await keptFile()).not.toBe(kept);
});

test('a damaged one is made anew, with a word', async () => {
  const { write, made, warn, keptFile } = await project();
  const first = await made();
  await write(await keptFile(), 'nonsense');
  expect(await made()).toEqual(first);
  expect(warn).toHaveBeenCalledOnce();
});
