import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { finishSite } from '../integrations/finish-site.ts';
import { commandLine } from './command-line.ts';
import { endWithoutParts } from './native-parts.ts';
import { lacksSnapshot } from './saved-snapshot.ts';
import { complain } from './say.ts';

const HELP = `npm run build

Builds the site into dist/. CONTENT_DIR, OUT_DIR, CACHE_DIR, BASE, BUILD_TIME, PREVIEW and
SHARE_PICTURES change what it assumes; the README says how. Where the program has discussions and
there is no snapshot of them here, it gets one; without one it builds only a PREVIEW, or with
WITHOUT_RESPONSES=1.`;

commandLine({ options: {} }, HELP);
endWithoutParts();
const { CONTENT_DIR, OUT_DIR, PREVIEW, WITHOUT_RESPONSES } = process.env;
if (!PREVIEW && !WITHOUT_RESPONSES && (await lacksSnapshot(CONTENT_DIR ?? 'content'))) {
  const responses = fileURLToPath(new URL('responses.ts', import.meta.url));
  const restoring = spawn(process.execPath, [responses, 'restore'], { stdio: 'inherit' });
  const code = await new Promise<number | null>((done) => restoring.on('close', done));
  if (code !== 0) {
    console.error('Without what readers said the site was not built.');
    process.exit(1);
  }
}
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
    const { log: say, warn } = console;
    await finishSite({ folder: OUT_DIR ?? 'dist', say, warn }, began);
  } catch (error) {
    complain(error);
  }
}
