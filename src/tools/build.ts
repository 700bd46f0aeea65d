import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { finishSite } from '../integrations/finish-site.ts';
import { commandLine } from './command-line.ts';

const HELP = `npm run build

Builds the site into dist/. CONTENT_DIR, OUT_DIR, CACHE_DIR, BASE, BUILD_TIME, PREVIEW and
SHARE_PICTURES change what it assumes; the README says how.`;

commandLine({ options: {} }, HELP);
const { CACHE_DIR, OUT_DIR } = process.env;
const began = Date.now();
const astro = fileURLToPath(new URL('../bin/astro.mjs', import.meta.resolve('astro')));
const child = spawn(process.execPath, [astro, 'build'], {
  env: {
    // The bundler's memory in pages of 2 MB is a third of a gigabyte that nothing stands in.
    MIMALLOC_ALLOW_THP: '0',
    ...process.env,
    FINISH_LATER: '1',
  },
  stdio: 'inherit',
});
const code = await new Promise<number | null>((done) => child.on('close', done));
process.exitCode = code ?? 1;
if (code === 0) {
  try {
    await finishSite('.', {
      site: OUT_DIR ?? 'dist',
      cache: CACHE_DIR ?? 'node_modules/.astro',
      began,
      say: console.log,
      warn: console.warn,
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
