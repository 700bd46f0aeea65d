import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { preloadHelper } from './src/build/bundle/preload-helper.ts';
import { withoutDirectives } from './src/build/bundle/warnings.ts';
import { programOrEnd } from './src/build/content/check.ts';
import { proseProcessor } from './src/build/content/prose-processor.ts';
import { uprightSizes } from './src/build/content/upright-sizes.ts';
import { integrations } from './src/build/integrations.ts';
import { BUILD_FOLDER } from './src/build/output/build-folder.ts';
import { cacheFolder } from './src/core/cache/store.ts';
import { readLanguages } from './src/core/content-files/node/language-files.ts';
import { addLanguages } from './src/core/i18n/languages.ts';
import { contentFolder, namedBase } from './src/environment.ts';

const content = contentFolder();
const program = await programOrEnd(content);
addLanguages(await readLanguages(content));
const { origin, pathname } = new URL(program.address);
const base = namedBase() ?? pathname;
// AVIF hardly larger than with more effort, in a third of the time.
const service = {
  entrypoint: './src/build/output/image-service.ts',
  config: { avif: { effort: 2 } },
};

export default defineConfig({
  site: origin,
  base,
  outDir: BUILD_FOLDER,
  cacheDir: cacheFolder(),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  image: { layout: 'constrained', breakpoints: [480, 960], service },
  markdown: { syntaxHighlight: 'prism', processor: proseProcessor(program, content, base) },
  vite: {
    plugins: [preloadHelper(), uprightSizes()],
    resolve: { alias: { '@content': resolve(content) } },
    build: {
      assetsInlineLimit: 0,
      // The editor is the largest of the scripts, in thousands of bytes.
      chunkSizeWarningLimit: 640,
      rolldownOptions: { onLog: withoutDirectives },
    },
  },
  integrations: integrations(content, program.language),
});
