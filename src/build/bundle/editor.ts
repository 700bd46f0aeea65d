import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { AstroConfig, AstroIntegration } from 'astro';
import { build, type Plugin, type Rolldown } from 'vite';
import { codeHash } from '../../core/cache/code-hash.ts';
import { packagesHash } from '../../core/cache/integrity.ts';
import { cachePath, prune, readCached } from '../../core/cache/store.ts';
import { preloadHelper } from './preload-helper.ts';

/** With what the scripts of the editors begin. */
const EDITORS = ['src/editor/browser/post-editor.ts', 'src/editor/browser/reply-editor.ts'];

/** In thousands of bytes: the editor, and all letters of the world in Latin ones. */
const LARGEST = 640;

/** The files of a bundle by their names, and which of them stands for each editor's first module. */
interface Bundle {
  files: Map<string, string>;
  editors: Map<string, string>;
}

/**
 * Bundles the scripts of the editors under `/write/` for themselves, and keeps them for the next build
 * of the same code. They are nine tenths of all scripts, and a fifth of a small blog's build. While
 * somebody writes, they come as any other script.
 */
export function editorBundle(): AstroIntegration {
  return {
    name: 'editor-bundle',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        if (command !== 'build') return;
        let kept: Promise<Bundle> | undefined;
        const warn = () => logger.warn('The kept scripts were damaged, and are made anew.');
        const ask = () => {
          kept ??= keptBundle(config, warn);
          return kept;
        };
        const plugins = [inPlaceOfEditors(ask)];
        updateConfig({ vite: { plugins, build: { chunkSizeWarningLimit: LARGEST } } });
      },
    },
  };
}

/** Puts what was bundled in the place of the scripts that consist of an editor. */
function inPlaceOfEditors(bundle: () => Promise<Bundle>): Plugin {
  return {
    name: 'editor-bundle',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: {
      order: 'pre',
      filter: { id: /\/editor\/browser\/(post|reply)-editor\.ts$/ },
      async handler(module) {
        const { editors } = await bundle();
        const file = editors.get(basename(module));
        return file ? { id: file, external: true } : undefined;
      },
    },
    generateBundle: {
      order: 'post',
      async handler(_, made) {
        const { files } = await bundle();
        const left = new Map(files);
        for (const chunk of Object.values(made)) {
          const [editor] =
            chunk.type === 'chunk' ? chunk.imports.filter((one) => files.has(one)) : [];
          if (chunk.type !== 'chunk' || !editor) continue;
          // Its name has been made of the editor's, and with it of all that the editor consists of.
          chunk.code = files.get(editor) ?? '';
          // What comes later may ask the editor for what both of them use.
          left.set(editor, `export * from './${basename(chunk.fileName)}';\n`);
        }
        for (const [fileName, source] of left) this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

async function keptBundle(config: AstroConfig, damaged: () => void): Promise<Bundle> {
  const root = fileURLToPath(config.root);
  const base = `/${config.base}/`.replace(/\/+/g, '/');
  const recipe = codeHash(config, [process.version, packagesHash(root), base]);
  const make = async () => serialize(await bundled(root, base));
  const kept = await cachePath('editor-bundle', recipe, make, damaged);
  prune([kept]);
  return deserialize(readCached(kept));
}

async function bundled(root: string, base: string): Promise<Bundle> {
  const names = '_astro/[name].[hash].js';
  const made = await build({
    ...{ root, base, configFile: false, publicDir: false, logLevel: 'warn' },
    plugins: [preloadHelper()],
    build: {
      write: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: LARGEST,
      rolldownOptions: {
        input: EDITORS.map((editor) => join(root, editor)),
        output: { entryFileNames: names, chunkFileNames: names },
      },
    },
  });
  const { output } = made as Rolldown.RolldownOutput;
  const chunks = output.filter((one) => one.type === 'chunk');
  const entries = chunks.filter(({ isEntry }) => isEntry);
  return {
    files: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
    editors: new Map(entries.map((one) => [basename(one.facadeModuleId ?? ''), one.fileName])),
  };
}
