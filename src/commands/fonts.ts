import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { SUBSET_CHARACTERS, SUBSET_FONTS } from '../styles/node/subset.ts';

/** `npm run fonts` cuts the type of a first visit anew, when its packages have a new version. */
const { resolve } = createRequire(import.meta.url);
const folder = 'src/styles/fonts';

for (const { file, from } of SUBSET_FONTS) {
  const whole = await readFile(resolve(from));
  const cut = await subsetFont(whole, SUBSET_CHARACTERS, {
    targetFormat: 'woff2',
    keepFeatures: ['calt', 'ccmp', 'kern', 'liga', 'locl', 'mark', 'rlig', 'tnum'],
  });
  await writeFile(join(folder, file), cut);
  console.log(`${file}: ${cut.length} bytes of ${whole.length}`);
}

const licences = await Promise.all(
  [...new Set(SUBSET_FONTS.map(({ from }) => from.split('/files/')[0]))].map((name) =>
    readFile(resolve(`${name}/LICENSE`), 'utf8'),
  ),
);
await writeFile(join(folder, 'OFL.txt'), licences.join('\n\n'));
